import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../../asl/user-error.js'
import type { Session } from '../sessions/members.js'
import { type Scenario, mergeScenarios, startOf } from '../scenarios/scenario.js'

/**
 * The scenario of a redrive: changes laid over the one of the run. What an execution was started with stays; a replay
 * names all that strikes, so the run's own faults and strikes give way to it.
 */
export function redriveScenario(before: Scenario, { execution }: Session, changes: Scenario): Scenario {
  const { settings } = execution
  checkKept('input', changes.input, settings.input)
  checkKept('seed', changes.seed ?? changes.replay?.seed, settings.seed)
  checkKept('startAt', changes.startAt === undefined ? undefined : startOf(changes), settings.startAtMs)
  checkKept('profile', changes.profile, settings.profile)
  checkKept('limits', changes.limits && { ...settings.limits, ...changes.limits }, settings.limits)
  const { replay: _struckBefore, ...own } = before
  const under = changes.replay ? { ...own, faults: [] } : own
  return { ...mergeScenarios(under, changes), input: settings.input, seed: settings.seed }
}

function checkKept(what: string, given: unknown, kept: unknown): void {
  if (given === undefined || isDeepStrictEqual(given, kept)) return
  throw new UserError(
    'usage',
    `a redrive goes on with the ${what} that the execution was started with, and another ${what} was given: leave it out, or run the machine again`,
  )
}

/** A replay of a run that was redriven more, or less, often than the one it is laid over. */
export function otherDrive(wanted: number, found: number): UserError {
  const from = wanted === 0 ? 'was not redriven' : `was redriven ${times(wanted)}`
  const next =
    wanted === found + 1
      ? 'give it to the redrive of that run: run.redrive(replay(...))'
      : 'replay the first run by its own scenario, then each redrive by its own: run.redrive(replay(...))'
  return new UserError(
    'usage',
    `the scenario is of a run that ${from}, and this one ${found === 0 ? 'was not' : `was ${times(found)}`}: ${next}`,
  )
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
