import { isObject, member, type Json } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { type AnswerTable, answersOf, dateOf } from '../answer-table.js'
import {
  childOutcome,
  type EndedExecution,
  executionArnOf,
  startAnswer,
  startRequest,
  type StartRequest,
  syncExecutionAnswer,
} from '../child-execution.js'
import { jsonText } from '../task-json.js'
import { type ServiceCall, textParameter } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'

/** Executions end well at once. https://docs.aws.amazon.com/step-functions/latest/apireference */
const table: AnswerTable = {
  describeExecution: (service) => {
    const ExecutionArn = textParameter(service.parameters, 'ExecutionArn') ?? ''
    const [machine = '', name = ''] = ExecutionArn.replace(':execution:', ':stateMachine:').split(/:(?=[^:]*$)/)
    const date = dateOf(service)
    return {
      ExecutionArn,
      Input: '{}',
      InputDetails: { Included: true },
      Name: name,
      Output: '{}',
      OutputDetails: { Included: true },
      StartDate: date,
      StateMachineArn: machine,
      Status: 'SUCCEEDED',
      StopDate: date,
    }
  },
  listExecutions: () => ({ Executions: [] }),
  stopExecution: (service) => ({ StopDate: dateOf(service) }),
}

const answers = answersOf(table)

/** The child execution starts; one that is waited for has given its input back. */
export function inferStates(service: ServiceCall): Json | undefined {
  const { call } = service
  const request = startRequest(call)
  if (!request) return answers(service)
  if (request.waits) return syncExecutionAnswer(wellEnded(call, request, request.input ?? {}))
  return startAnswer(call, executionArnOf(request.stateMachineArn, request.name), call.atMs)
}

const DESCRIBED = ['Status', 'ExecutionArn', 'Output', 'StateMachineArn']

/** Whether a mock's value is what DescribeExecution answers, and not a child's output. */
export function isChildEnvelope(value: Json): boolean {
  return isObject(value) && DESCRIBED.some((name) => Object.hasOwn(value, name))
}

/** What `.sync` makes of a child that ended well, and at once, with `output`; `parsed` as `childOutcome` has it. */
export function childEnvelope(call: Call, output: Json, parsed: boolean): Json {
  const request = startRequest(call)
  if (!request) return output
  const outcome = childOutcome(wellEnded(call, request, output), parsed)
  return 'output' in outcome ? outcome.output : output
}

function wellEnded(call: Call, { stateMachineArn, name, input = {} }: StartRequest, output: Json): EndedExecution {
  const executionArn = executionArnOf(stateMachineArn, name)
  const times = { startAtMs: call.atMs, stopAtMs: call.atMs }
  return { executionArn, stateMachineArn, name, input, output, status: 'SUCCEEDED', ...times }
}

const BAD_ENDS: ReadonlySet<Json | undefined> = new Set(['FAILED', 'TIMED_OUT', 'ABORTED'])

/**
 * A mock of `startExecution.sync` gives what DescribeExecution answers: with a `Status` that is no success the Task fails
 * with `States.TaskFailed`, and the answer is the cause, its members in alphabetical order (recorded 2023-07).
 */
export function judgeChildExecution(value: Json): ServiceFailure | undefined {
  if (!isObject(value) || !BAD_ENDS.has(member(value, 'Status'))) return undefined
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return { failure: { error: 'States.TaskFailed', cause: jsonText(Object.fromEntries(members)) }, carriedOut: true }
}
