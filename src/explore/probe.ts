import { finishedRun } from '../harness/machines/finished-run.js'
import type { Machine } from '../harness/machines/machine.js'
import { type Run, rememberOrigin } from '../harness/machines/run.js'
import { type Scenario, mergeScenarios } from '../harness/scenarios/scenario.js'
import { runSessionSync } from '../harness/sessions/session.js'

/**
 * Runs a scenario at once, only to see which way it goes: a Task without a mock gets an inferred answer. UserError for a
 * scenario that does not fit the machine; undefined where it cannot be seen beforehand: a function of the scenario throws, or
 * gives a promise, or the execution never comes to an end.
 */
export function probe(machine: Machine, scenario: Scenario): Run | undefined {
  const session = machine.session(mergeScenarios(machine.defaults, { ...scenario, onUnmockedTask: 'infer' }))
  try {
    const run = finishedRun(runSessionSync(session))
    rememberOrigin(run, machine.origin)
    return run
  } catch {
    return undefined
  }
}
