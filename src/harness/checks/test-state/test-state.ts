import type { Json, JsonObject } from '../../../asl/json.js'
import { QueryFailure } from '../../../data/failure.js'
import type { Call, Outcome } from '../../../engine/ports.js'
import { unreachable } from '../../../asl/unreachable.js'
import type { TestStateOutput, TestStateRequest } from '../../../wire/test-state-api.js'
import { toTestStateOutput } from '../../../wire/test-state-answer.js'
import { conclude } from './conclude.js'
import { testVariables, sourcesFor } from './test-context.js'
import { finish } from './finish.js'
import { testMap } from './test-map.js'
import { testParallel } from './mock-ending.js'
import { testChoice, testFail, testPass, testWait } from './test-plain-states.js'
import { checkRequest, requestInput } from './check-request.js'
import { type Subject, subjectOf } from './test-subject.js'
import { testTask } from './test-task.js'
import { type Ending, Inspector, type Trial, failedQuery } from './trial.js'

/** What a request does not have a place for. */
export interface TestStateOptions {
  /** Stands for the service behind a Task that has no mock; without it such a test is a UserError, since aslx calls nothing. */
  readonly answer?: (call: Call) => Outcome
}

/**
 * AWS's `TestState`, in process: runs one state with an input and tells what it hands on, where the execution would go
 * next, and how the data looked on the way. The request is AWS's own; its mock is what the service, or the inside of a
 * Map or Parallel, answers. Throws ServiceException where AWS refuses the request (`name` is the code, as in the SDK).
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 * @example
 * const definition = JSON.stringify({ Type: 'Pass', Result: 7, End: true })
 * const answer = testState({ definition, input: '{}' })
 * answer.status // => 'SUCCEEDED'
 * answer.output // => '7'
 */
export function testState(request: TestStateRequest, options: TestStateOptions = {}): TestStateOutput {
  const subject = subjectOf(request)
  const mock = checkRequest(request, subject)
  const input = requestInput(request.input)
  const variables = testVariables(request.variables)
  const sources = sourcesFor(subject, input, variables, request)
  const trial = {
    subject,
    input,
    sources,
    mock: mock?.outcome,
    configuration: request.stateConfiguration ?? {},
    answer: options.answer,
    inspector: new Inspector(),
  }
  const tested = test(trial, variables)
  const notice = mock?.notice
  return { ...toTestStateOutput(tested, request.inspectionLevel ?? 'INFO'), ...(notice !== undefined && { notice }) }
}

function test(trial: Omit<Trial, 'effectiveInput'>, variables: JsonObject) {
  const { subject, input, sources, inspector } = trial
  inspector.see('input', input)
  const effectiveInput = subject.state.flow.effectiveInput(input, sources('input'))
  if (showsInputPath(subject)) inspector.see('afterInputPath', effectiveInput)
  const given: Json = effectiveInput instanceof QueryFailure ? null : effectiveInput
  const started: Trial = { ...trial, effectiveInput: given }
  const ending = effectiveInput instanceof QueryFailure ? failedQuery(effectiveInput) : work(started)
  return conclude(started, ending, variables)
}

/** Recorded: a Parallel and a Pass with a Result do not show it. */
function showsInputPath({ state, jsonata }: Subject): boolean {
  if (jsonata || state.type === 'Parallel') return false
  return state.type !== 'Pass' || state.result === undefined
}

function work(trial: Trial): Ending {
  const { state } = trial.subject
  switch (state.type) {
    case 'Task':
      return testTask(trial, state)
    case 'Pass':
      return testPass(trial, state)
    case 'Choice':
      return testChoice(trial, state)
    case 'Wait':
      return testWait(trial, state)
    case 'Succeed':
      return finish(trial, trial.effectiveInput)
    case 'Fail':
      return testFail(trial, state)
    case 'Map':
      return testMap(trial, state)
    case 'Parallel':
      return testParallel(trial, state)
    default:
      return unreachable(state)
  }
}
