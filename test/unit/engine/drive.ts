import type { Json } from '../../../src/asl/json.js'
import { advance, compile, historyOf, pending, resumeAll, start, traceOf } from '../../../src/engine.js'
import type { Answer, Call, Execution, HistoryEvent, StartOptions } from '../../../src/engine.js'

/** What answers the calls of a test: a function, or by state name one answer for all calls or a list with one for each. */
export type Answering = ((call: Call) => Answer) | Readonly<Record<string, Answer | readonly Answer[]>>

export interface DriveOptions extends StartOptions {
  readonly input?: Json
  readonly answers?: Answering
}

/** Starts a definition; nothing has happened yet. */
export function begin(definition: Json, options: DriveOptions = {}): Execution {
  const { input = {}, answers: _, ...rest } = options
  return start(compile(definition), input, rest)
}

/** Runs a definition to its end: calls are answered in callId order, all of one instant together. */
export function drive(definition: Json, options: DriveOptions = {}): Execution {
  return finish(begin(definition, options), options.answers)
}

/** Goes on with an execution to its end. */
export function finish(execution: Execution, answers: Answering = {}): Execution {
  let current = advance(execution)
  for (let calls = pending(current); calls.length > 0; calls = pending(current)) {
    current = advance(
      resumeAll(
        current,
        calls.map((call) => [call.callId, answerOf(answers, call)]),
      ),
    )
  }
  return current
}

function answerOf(answers: Answering, call: Call): Answer {
  if (typeof answers === 'function') return answers(call)
  const given = answers[call.state]
  const answer = isList(given) ? (given[call.ordinal - 1] ?? given.at(-1)) : given
  if (answer === undefined) throw new Error(`the test has no answer for "${call.state}"`)
  return answer
}

function isList(given: Answer | readonly Answer[] | undefined): given is readonly Answer[] {
  return Array.isArray(given)
}

/** A definition of one state and what follows it. */
export function machineOf(
  states: Readonly<Record<string, Json>>,
  more: Readonly<Record<string, Json>> = {},
): Record<string, Json> {
  return { StartAt: Object.keys(states)[0] ?? '', States: states, ...more }
}

/** A Task that calls a Lambda function through `lambda:invoke`, ending its machine unless it has a Next. */
export function taskState(fields: Readonly<Record<string, Json>> = {}): Record<string, Json> {
  return {
    ...workState(fields),
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'f' },
    ...fields,
  }
}

/** A Task whose Resource is the plain ARN of a function: `$` is sent as it is, and the answer is the result. */
export function workState(fields: Readonly<Record<string, Json>> = {}): Record<string, Json> {
  const end = Object.hasOwn(fields, 'Next') ? {} : { End: true }
  return { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ...end, ...fields }
}

/** A Task that waits for its token to come back. */
export function tokenState(fields: Readonly<Record<string, Json>> = {}): Record<string, Json> {
  const Parameters = { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } }
  return { ...workState(fields), Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters, ...fields }
}

export function gives(output: Json = {}, afterMs = 0): Answer {
  return { outcome: { output }, afterMs }
}

export function failsWith(error: string, afterMs = 0, cause = 'because'): Answer {
  return { outcome: { failure: { error, cause } }, afterMs }
}

/** The event types of a history, in order. */
export function typesOf(execution: Execution): readonly string[] {
  return historyOf(execution).map((event) => event.type)
}

/** Each event as `id<previousEventId type`. */
export function chainOf(execution: Execution): readonly string[] {
  return historyOf(execution).map((event) => `${event.id}<${event.previousEventId} ${event.type}`)
}

/** The events from the first of a type on, each as `type after type of the event it points to`. */
export function tailOf(execution: Execution, from: string): readonly string[] {
  const history = historyOf(execution)
  const tail = history.slice(history.findIndex((event) => event.type === from))
  return tail.map((event) => `${event.type} after ${history[event.previousEventId - 1]?.type ?? 'nothing'}`)
}

/** Each event as `type at seconds` of virtual time since the start; with `types` only these. */
export function timesOf(execution: Execution, ...types: readonly string[]): readonly string[] {
  return historyOf(execution)
    .filter((event) => types.length === 0 || types.includes(event.type))
    .map((event) => `${event.type} ${(event.atMs - execution.settings.startAtMs) / 1000}`)
}

/** The details of the events of one type. */
export function detailsOf(execution: Execution, type: string): readonly HistoryEvent['details'][] {
  return historyOf(execution).flatMap((event) => (event.type === type ? [event.details] : []))
}

/** The trace as `edge kind`. */
export function edgesTaken(execution: Execution): readonly string[] {
  return traceOf(execution).map(({ edge, what }) => `${edge} ${what.kind}`)
}

/** The waits that retriers asked for, in ms. */
export function delaysOf(execution: Execution): readonly number[] {
  return traceOf(execution).flatMap(({ what }) => (what.kind === 'retry' ? [what.delayMs] : []))
}

/** Text after AWS's prefix of causes. */
export function bareCause(execution: Execution): string | undefined {
  return execution.cause?.replace(
    /^An error occurred while executing the state '.*' \(entered at the event id #\d+\)\. /,
    '',
  )
}
