import type { Draft } from './draft.js'
import type { Execution, Strand } from './execution.js'
import { updateTask } from './states/task-state.js'
import type { Due, Phase } from './work.js'
import type { MutableStrand } from './strand.js'

/** At one instant answers come first, then timeouts and heartbeats, then Waits and back-offs (architecture decision 4). */
const RANK = { answer: 0, timeout: 1, heartbeat: 1, wake: 2 } as const

/** Something that a strand waits for, and when it comes. */
interface Awaited {
  readonly what: keyof typeof RANK
  readonly due: Due
}

interface DueItem extends Awaited {
  readonly strand: MutableStrand
}

function earlier(a: Awaited | undefined, b: Awaited): Awaited {
  return a && compare(a, b) <= 0 ? a : b
}

function compare(a: Awaited, b: Awaited): number {
  return a.due.atMs - b.due.atMs || RANK[a.what] - RANK[b.what] || a.due.order - b.due.order
}

/** What this strand waits for first; undefined if it waits for nothing that has a time. */
function nextOf(strand: Strand): Awaited | undefined {
  if (strand.phase === 'rest') return strand.wake && { what: 'wake', due: strand.wake }
  if (strand.phase !== 'called' || !strand.task) return undefined
  const { answerDue, timeoutDue, heartbeatDue } = strand.task
  let first: Awaited | undefined
  if (answerDue) first = earlier(first, { what: 'answer', due: answerDue })
  if (timeoutDue) first = earlier(first, { what: 'timeout', due: timeoutDue })
  if (heartbeatDue) first = earlier(first, { what: 'heartbeat', due: heartbeatDue })
  return first
}

/** The virtual time at which the execution itself runs out. */
function deadlineOf({ settings, program, drive }: Execution): number {
  const seconds = Math.min(program.timeoutSeconds ?? Number.POSITIVE_INFINITY, settings.limits.executionSeconds)
  return drive.sinceMs + seconds * 1000
}

/** When something is due next in the children of distributed Maps; infinity if nothing is. */
function nextOfChildren(strands: Iterable<Strand>): number {
  let nextMs = Number.POSITIVE_INFINITY
  for (const { mapRun } of strands) {
    for (const child of mapRun?.running ?? []) nextMs = Math.min(nextMs, child.dueMs ?? nextDueMs(child.execution))
  }
  return nextMs
}

/** When something is due next in an execution, its own end at the latest; infinity for one that has ended. */
export function nextDueMs(execution: Execution): number {
  if (execution.status !== 'RUNNING') return Number.POSITIVE_INFINITY
  if (execution.ready.length > 0) return execution.nowMs
  let nextMs = Math.min(deadlineOf(execution), nextOfChildren(execution.strands))
  for (const strand of execution.strands) nextMs = Math.min(nextMs, nextOf(strand)?.due.atMs ?? nextMs)
  return nextMs
}

/**
 * Moves the clock to the next instant at which something is due, not past `untilMs`, and queues all that is due then.
 * False: nothing is due by then; the clock then stands at `untilMs` if that is finite.
 */
export function advanceClock(draft: Draft, untilMs: number): boolean {
  const items: DueItem[] = []
  for (const strand of draft.strands.values()) {
    const awaited = nextOf(strand)
    if (awaited) items.push({ strand, ...awaited })
  }
  items.sort(compare)
  const deadlineMs = deadlineOf(draft.base)
  const ownMs = items[0]?.due.atMs ?? Number.POSITIVE_INFINITY
  const nextMs = Math.max(draft.nowMs, Math.min(ownMs, nextOfChildren(draft.strands.values())))
  const firstMs = Math.min(nextMs, deadlineMs)
  if (firstMs > untilMs || firstMs === Number.POSITIVE_INFINITY) {
    if (Number.isFinite(untilMs)) draft.nowMs = Math.max(draft.nowMs, untilMs)
    return false
  }
  if (deadlineMs < nextMs) {
    draft.nowMs = deadlineMs
    draft.end('TIMED_OUT', 0, { error: 'States.Timeout' })
    return true
  }
  draft.nowMs = nextMs
  for (const item of items) {
    if (item.due.atMs <= nextMs) fire(draft, item)
  }
  return true
}

function fire(draft: Draft, { strand, what }: DueItem): void {
  if (what === 'wake') {
    strand.wake = undefined
    return draft.enqueue(strand, phaseAfterRest(strand, draft.base.settings.probes))
  }
  const answer = strand.task?.answer
  if (what === 'answer' && answer && 'submitted' in answer && !strand.task?.submitted) {
    return draft.enqueue(strand, 'submit')
  }
  const outcome = what === 'answer' ? answer && 'outcome' in answer && answer.outcome : what
  if (!outcome) throw new Error(`state "${strand.state.name}" has an answer without an outcome`)
  updateTask(strand, { outcome })
  return draft.enqueue(strand, 'outcome')
}

/** After a Wait its result is its input; after a back-off the state's work begins again. */
function phaseAfterRest({ state }: MutableStrand, probes: ReadonlySet<string>): Phase {
  if (state.type === 'Wait') return 'waited'
  if (probes.has(state.pointer)) return 'probe'
  return state.type === 'Task' ? 'schedule' : 'open'
}
