import { QueryFailure } from '../../../data/failure.js'
import type { Outcome } from '../../../engine/ports.js'
import type { Compiled } from '../../../engine/program.js'
import { finish } from './finish.js'
import { type Ending, type Trial, failedQuery } from './trial.js'

/** Parallel: its branches do not run; the mock is their results. Nothing of its input is shown (recorded). */
export function testParallel(trial: Trial, state: Compiled<'Parallel'>): Ending {
  const payload = state.flow.payload(trial.effectiveInput, trial.sources('payload'))
  return payload instanceof QueryFailure ? failedQuery(payload) : endedWith(trial, mockOf(trial))
}

/** The mock of a Map or Parallel, which the request is refused without. */
export function mockOf({ mock, subject }: Trial): Outcome {
  if (mock === undefined) throw new Error(`state "${subject.state.name}" has no mock`)
  return mock
}

/** The state hands its result on, or fails with its error. */
export function endedWith(trial: Trial, outcome: Outcome): Ending {
  return 'failure' in outcome ? { failure: outcome.failure, duringTask: true } : finish(trial, outcome.output)
}
