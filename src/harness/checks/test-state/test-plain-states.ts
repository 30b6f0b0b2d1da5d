import { QueryFailure } from '../../../data/failure.js'
import { noChoiceMatched } from '../../../engine/states/choice-state.js'
import type { Compiled } from '../../../engine/program.js'
import { finish, handedOn } from './finish.js'
import { type Ending, type Trial, failedQuery } from './trial.js'

/** Pass: shows neither InputPath nor Parameters where a literal Result stands in for them (recorded). */
export function testPass(trial: Trial, state: Compiled<'Pass'>): Ending {
  const { subject, effectiveInput, sources, inspector } = trial
  if (state.result !== undefined) {
    inspector.see('result', state.result)
    return finish(trial, state.result)
  }
  const payload = state.flow.payload(effectiveInput, sources('payload'))
  if (payload instanceof QueryFailure) return failedQuery(payload)
  if (!subject.jsonata) inspector.see('afterParameters', payload)
  return finish(trial, payload)
}

/** Choice: the first rule that is true decides. */
export function testChoice(trial: Trial, state: Compiled<'Choice'>): Ending {
  const { input, effectiveInput, sources } = trial
  for (const [index, rule] of state.rules.entries()) {
    const part = sources(`rule ${index}`)
    const verdict = rule.test(effectiveInput, part)
    if (verdict instanceof QueryFailure) return failedQuery(verdict)
    if (verdict) return handedOn(rule.handover(input, effectiveInput, part), rule.next)
  }
  // That TestState gives the text of a real execution is an assumption.
  if (state.defaultNext === undefined) return failedQuery(noChoiceMatched)
  return handedOn(state.flow.handover(input, effectiveInput, effectiveInput, sources('exit')), state.defaultNext)
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html */
const MOST_SECONDS = 300

/** Wait: takes no time here; AWS waits in truth, and gives up with the call's own limit of five minutes. */
export function testWait(trial: Trial, state: Compiled<'Wait'>): Ending {
  const sources = trial.sources('wait')
  const untilMs = state.until(trial.effectiveInput, sources)
  if (untilMs instanceof QueryFailure) return failedQuery(untilMs)
  const isTooLong = untilMs - sources.nowMs > MOST_SECONDS * 1000
  return isTooLong ? { failure: { error: 'States.Timeout' }, duringTask: true } : finish(trial, trial.effectiveInput)
}

/** Fail: raises its Error and Cause, either of which may be absent. */
export function testFail({ input, sources }: Trial, state: Compiled<'Fail'>): Ending {
  const error = state.error(input, sources('error'))
  if (error instanceof QueryFailure) return failedQuery(error)
  const cause = state.cause(input, sources('cause'))
  if (cause instanceof QueryFailure) return failedQuery(cause)
  const failure = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
  return { failure, duringTask: true }
}
