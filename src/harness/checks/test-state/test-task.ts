import type { Json } from '../../../asl/json.js'
import { UserError } from '../../../asl/user-error.js'
import type { ScopeSources } from '../../../data/evaluation-scope.js'
import { EvaluationScope } from '../../../data/evaluation-scope.js'
import { QueryFailure } from '../../../data/failure.js'
import type { Call, Outcome } from '../../../engine/ports.js'
import type { Compiled } from '../../../engine/program.js'
import { keyedUuid } from '../../../engine/random.js'
import { endedWith } from './mock-ending.js'
import { type Ending, type Trial, failedQuery } from './trial.js'

/** Task: what it would send is evaluated, and the mock, or else the caller's function, answers. */
export function testTask(trial: Trial, state: Compiled<'Task'>): Ending {
  const { subject, effectiveInput, sources, inspector } = trial
  const scope = sources('payload')
  const parameters = state.flow.payload(effectiveInput, scope)
  if (parameters instanceof QueryFailure) return failedQuery(parameters)
  inspector.see(subject.jsonata ? 'afterArguments' : 'afterParameters', parameters)
  const limits = timeLimits(state, effectiveInput, scope)
  if (limits instanceof QueryFailure) return failedQuery(limits)
  const outcome = trial.mock ?? asked(trial, callOf(trial, state, parameters, limits, scope))
  if ('output' in outcome) inspector.see('result', outcome.output)
  return endedWith(trial, outcome)
}

type TimeLimits = Pick<Call, 'timeoutSeconds' | 'heartbeatSeconds'>

/** All that is evaluated before a Task is scheduled, besides what it sends. */
function timeLimits(state: Compiled<'Task'>, input: Json, sources: ScopeSources): TimeLimits | QueryFailure {
  const timeoutSeconds = state.timeout(input, sources)
  if (timeoutSeconds instanceof QueryFailure) return timeoutSeconds
  const heartbeatSeconds = state.heartbeat(input, sources)
  if (heartbeatSeconds instanceof QueryFailure) return heartbeatSeconds
  const credentials = state.credentials?.(new EvaluationScope(sources, input))
  return credentials instanceof QueryFailure ? credentials : { timeoutSeconds, heartbeatSeconds }
}

function asked({ answer, subject }: Trial, call: Call): Outcome {
  if (answer !== undefined) return answer(call)
  const { arn } = call.resource
  throw new UserError(
    'usage',
    `the test of state "${subject.state.name}" would call ${arn}, and aslx calls nothing: give the request a mock, or testState an answer function`,
  )
}

/** The call as the engine would make it. */
function callOf(
  trial: Trial,
  state: Compiled<'Task'>,
  parameters: Json,
  limits: TimeLimits,
  sources: ScopeSources,
): Call {
  const attempt = (trial.configuration.retrierRetryCount ?? 0) + 1
  return {
    ...limits,
    callId: 1,
    purpose: 'task',
    executionArn: '',
    state: state.name,
    pointer: state.pointer,
    items: [],
    visit: 1,
    attempt,
    ordinal: attempt,
    enteredEventId: 0,
    scheduledEventId: 0,
    resource: state.resource,
    parameters,
    input: trial.effectiveInput,
    taskToken: undefined,
    atMs: sources.nowMs,
    requestId: keyedUuid(`test state|request ${attempt}`),
  }
}
