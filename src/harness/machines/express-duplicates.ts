import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../../asl/user-error.js'
import type { Effect } from '../../tasks/ledger.js'
import { checkStrikes } from './check-strikes.js'
import { finishedRun } from './finished-run.js'
import type { Machine } from './machine.js'
import type { Session } from '../sessions/members.js'
import { type Run, rememberOrigin } from './run.js'
import { type Scenario, mergeScenarios } from '../scenarios/scenario.js'
import { runSession } from '../sessions/session.js'

export interface DuplicateOptions {
  /** How often the execution is run in all; a whole number from 2, which is the default, to 10. */
  readonly times?: number
}

/** An asynchronous Express execution that was run more than once. */
export interface DuplicatedRun {
  /** Every time it was run, the first one first. */
  readonly runs: readonly Run[]
  /** What all of them did, in the same order. */
  readonly effects: readonly Effect[]
  /** Effects of a later time that an earlier one had, too, and that the service cannot know for a repetition. */
  readonly doubled: readonly Effect[]
}

const MOST_TIMES = 10

/**
 * Runs an EXPRESS machine as an asynchronous execution may be run: at least once, so that all its effects happen again.
 * (A synchronous one is run at most once, a Standard one exactly once.) Input and name are the same each time, so that
 * `$$.Execution.Name` makes a good idempotency token; ids and random numbers are drawn anew, as by a run with the next seed.
 * All begin at the same instant, and mocks that remember hear one after the other (an assumption: AWS does not tell).
 * UserError for a machine that is not EXPRESS. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 * @example
 * const order = await loadMachine('order.asl.json')
 * const express = machine(order.definition, { type: 'EXPRESS' })
 * const { doubled } = await runDuplicated(express, { tasks: { Charge: returns({}), Ship: returns({}) } })
 * doubled.map(({ state }) => state) // => ['Charge', 'Ship']
 */
export async function runDuplicated(
  machine: Machine,
  scenario: Scenario = {},
  { times = 2 }: DuplicateOptions = {},
): Promise<DuplicatedRun> {
  if (machine.type !== 'EXPRESS') {
    throw new UserError('usage', `${machine.name} is a ${machine.type} machine: only an EXPRESS one may be run twice`)
  }
  if (!Number.isInteger(times) || times < 2 || times > MOST_TIMES) {
    throw new UserError('usage', `times is a whole number from 2 to ${MOST_TIMES}, and it is ${String(times)}`)
  }
  const session = machine.session(mergeScenarios(machine.defaults, scenario))
  const runs: Run[] = []
  for (let time = 0; time < times; time += 1) {
    const ended = await runSession(again(session, time))
    if (time === 0) checkStrikes(ended)
    const run = finishedRun(ended)
    rememberOrigin(run, machine.origin)
    runs.push(run)
  }
  return { runs, effects: runs.flatMap(({ effects }) => effects), doubled: doubledIn(runs) }
}

/** The session at its first instant, of the same name, with chance of its own. */
function again({ execution, world, ...session }: Session, time: number): Session {
  const { settings } = execution
  const seed = settings.seed + time
  const rules = { ...world.rules, seed }
  return { ...session, execution: { ...execution, settings: { ...settings, seed } }, world: { ...world, rules } }
}

function doubledIn(runs: readonly Run[]): readonly Effect[] {
  return runs.flatMap(({ effects }, time) => {
    const earlier = runs.slice(0, time).flatMap((run) => run.effects)
    return effects.filter((effect) => {
      const same = earlier.filter((other) => isSameCall(effect, other))
      const { idempotencyToken: token } = effect
      const isKnown = token !== undefined && same.some(({ idempotencyToken }) => idempotencyToken === token)
      return same.length > 0 && !isKnown
    })
  })
}

/** What was sent may differ in what is drawn: the place of the call does not. */
function isSameCall(a: Effect, b: Effect): boolean {
  const isSamePlace = a.state === b.state && a.visit === b.visit && isDeepStrictEqual(a.items, b.items)
  return isSamePlace && a.resource === b.resource
}
