import { advance, start } from '../../engine/advance.js'
import { pending, resumeAll } from '../../engine/calls.js'
import type { Execution, FinishedMapRun } from '../../engine/execution.js'
import { type ChildBeginning, ChildBeginnings } from '../../engine/map-run/again.js'
import { KEPT_CHILDREN } from '../../engine/map-run/kept.js'
import type { Answer, Call, MapRunChild } from '../../engine/ports.js'
import { foldStrikes } from '../../faults/scenario-string.js'
import { type Log, type LogEntry, callIdOf, computedOf, linksOf } from './call-log.js'
import { isNumbered } from '../../tasks/script.js'
import type { Rules } from '../answering/rules.js'
import { type Answered, type World, answer, answerComputed, answerUnmocked, withStrikes } from './world.js'

/**
 * All answered calls in the order they were made. Those that the log leaves out are had by replaying their children, which
 * takes about as long as the run did.
 */
export function recalledLog(execution: Execution, { log, rules }: World): readonly LogEntry[] {
  const links = linksOf(log)
  const entries: LogEntry[] = []
  for (const link of links) if ('entry' in link) entries.push(link.entry)
  if (entries.length === links.length) return entries
  const byRun = linksByChild(links)
  for (let run = execution.mapRuns; run; run = run.before) {
    const children = byRun.get(run.mapRunArn)
    byRun.delete(run.mapRunArn)
    if (!children) continue
    const beginnings = new ChildBeginnings(execution, run.strand)
    for (const [index, own] of children) {
      const began = own.some(isLeftOut) ? beginnings.of(index) : undefined
      if (began) entries.push(...replay(began, { mapRunArn: run.mapRunArn, index }, rules, own).left)
    }
  }
  return entries.sort((a, b) => a.callId - b.callId)
}

/** A child of a Map Run as it ended, had by replay; undefined if there was none, or if others than the rules answered it. */
export function recalledChild(
  execution: Execution,
  { log, rules }: World,
  run: FinishedMapRun,
  index: number,
): Execution | undefined {
  const own = linksOf(log).filter((link) => {
    const made = childOf(link)
    return made?.index === index && made.mapRunArn === run.mapRunArn
  })
  const isShared = rules.models.length > 0 || Object.values(rules.tasks).some(isNumbered)
  if (execution.drive.redriveCount > 0 || isShared || !own.every(isRepeatable)) return undefined
  const began = new ChildBeginnings(execution, run.strand).of(index)
  return began && advance(replay(began, { mapRunArn: run.mapRunArn, index }, rules, own).execution)
}

type OwnLinks = Map<number, Log[]>

/** The links of children that may have to be replayed, by Map Run and index, each child's in order. */
function linksByChild(links: readonly Log[]): Map<string, OwnLinks> {
  const byRun = new Map<string, OwnLinks>()
  for (const link of links) {
    const child = childOf(link)
    if (!child || child.index < KEPT_CHILDREN) continue
    const children = byRun.get(child.mapRunArn) ?? new Map<number, Log[]>()
    byRun.set(child.mapRunArn, children)
    const own = children.get(child.index)
    if (own) own.push(link)
    else children.set(child.index, [link])
  }
  return byRun
}

function childOf(link: Log): MapRunChild | undefined {
  return 'entry' in link ? link.entry.mapRunChild : link
}

function isLeftOut(link: Log): boolean {
  return !('entry' in link)
}

/** Whether a replay gives the same answer. */
function isRepeatable(link: Log): boolean {
  if (!('entry' in link)) return true
  const { token, call } = link.entry
  return token === undefined && call.answeredBy !== 'machine' && call.answeredBy !== 'nobody'
}

interface Replayed {
  readonly execution: Execution
  /** The entries that the log leaves out. */
  readonly left: readonly LogEntry[]
}

/** Whatever struck is in the log, so it strikes again without asking the plan: that may have counted other children's calls. */
function struckAgain(rules: Rules, own: readonly Log[]): Rules {
  const struck = own.flatMap((link) => ('entry' in link && link.entry.struck ? [link.entry.struck] : []))
  return { ...rules, plan: [], strikes: foldStrikes(struck) }
}

/** Lets a child make the calls of these links again. `as`: whose child it was. */
function replay(
  { program, input, options }: ChildBeginning,
  as: MapRunChild,
  rules: Rules,
  own: readonly Log[],
): Replayed {
  const world = { rules: struckAgain(rules, own), log: undefined, forgets: false }
  const left: LogEntry[] = []
  let execution = start(program, input, options)
  for (let next = 0; next < own.length;) {
    execution = advance(execution)
    const answers: [number, Answer][] = []
    for (const call of pending(execution)) {
      const link = own[next]
      if (!link) break
      const answered = answerAgain(world, call, link, as)
      answers.push([call.callId, answered.answer])
      const { log } = answered.world
      if (!log || !('entry' in log)) continue
      if (isLeftOut(link)) left.push(log.entry)
      next++
    }
    if (answers.length === 0) throw new Error(`child ${execution.settings.executionArn} makes other calls than it did`)
    execution = resumeAll(execution, answers)
  }
  return { execution, left }
}

function answerAgain(before: World, made: Call, link: Log, mapRunChild: MapRunChild): Answered {
  const call = { ...made, callId: callIdOf(link), mapRunChild }
  const world = withStrikes(before, [call])
  const reply = answer(world, call)
  if (reply === 'unmocked') return answerUnmocked(world, call)
  if ('prepare' in reply) throw new Error(`what "${call.state}" reads was read once already`)
  if (!('ask' in reply)) return reply
  const computed = computedOf(link)
  if (!computed) throw new Error(`the answer of the function for "${call.state}" is not remembered`)
  return answerComputed(world, call, computed)
}
