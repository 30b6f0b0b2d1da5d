import { finishedRun } from '../harness/finished-run.js'
import type { Machine } from '../harness/machine.js'
import { type Run, rememberOrigin } from '../harness/run.js'
import { type Scenario, mergeScenarios } from '../harness/scenario.js'
import { runSessionSync } from '../harness/session.js'

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
