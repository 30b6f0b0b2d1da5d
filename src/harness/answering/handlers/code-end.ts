import type { FunctionFacts } from '../../../asl/function-facts.js'
import type { Json } from '../../../asl/json.js'
import { unreachable } from '../../../asl/unreachable.js'
import type { AslError, Call, Outcome } from '../../../engine/ports.js'
import { findFault } from '../../../faults/catalogue.js'
import { killedPayload } from '../../../faults/function-payload.js'
import { functionError, renderFault } from '../../../faults/render.js'
import { CodeAnswer } from '../../../tasks/code-answer.js'
import type { CodeLimits, CodeOptions } from './code-options.js'
import { type Thrown, thrownPayload } from './thrown-payload.js'

/** How real code ended. */
export type CodeEnd =
  /** `text`: what it answers, which should be JSON. */
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'threw'; readonly thrown: Thrown }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'out-of-memory' }
  /** `signal` as Lambda names it, e.g. `killed` or `aborted`. */
  | { readonly kind: 'exited'; readonly status: number; readonly signal?: string }

/** An end, and the real ms it took to come to it. */
export interface Ended {
  readonly end: CodeEnd
  readonly tookMs: number
}

/** A call as its code is run. */
export interface CodeCall {
  readonly call: Call
  readonly known: FunctionFacts | undefined
  readonly limits: CodeLimits
  readonly options: CodeOptions
  /** The folder that would be `/var/task`. */
  readonly folder: string
}

/** Bytes that a function's answer may have: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const MAX_ANSWER_BYTES = 6_291_556

/** What the state machine sees of code that ended so: the answer, or the error in the words of the catalogue's rows. */
export function codeAnswer(of: CodeCall, { end, tookMs }: Ended): CodeAnswer {
  const mapped = of.options.mapTime === 'real' ? Math.round(tookMs) : 0
  return new CodeAnswer(outcomeOf(of, end), end.kind === 'timed-out' ? of.limits.timeoutMs : mapped)
}

function outcomeOf(of: CodeCall, end: CodeEnd): Outcome {
  switch (end.kind) {
    case 'answered':
      if (Buffer.byteLength(end.text) > MAX_ANSWER_BYTES) return { failure: rowError('lambda-response-too-large', of) }
      return answered(end.text, of.call)
    case 'threw':
      return { failure: functionError(thrownPayload(end.thrown, of.folder), of.call.resource) }
    case 'timed-out':
      return { failure: rowError('lambda-timeout', of) }
    case 'out-of-memory':
      return { failure: rowError('lambda-oom', of) }
    case 'exited':
      return { failure: exitError(end, of) }
    default:
      return unreachable(end)
  }
}

/** That an answer which is no JSON fails the Task as one without an error type does is an assumption. */
function answered(text: string, { resource }: Call): Outcome {
  try {
    return { output: JSON.parse(text) as Json }
  } catch {
    return { failure: functionError(JSON.stringify(text), resource) }
  }
}

/** Status 0 before there is an answer has a text of its own. */
function exitError({ status, signal }: { readonly status: number; readonly signal?: string }, of: CodeCall): AslError {
  if (signal !== undefined) {
    const message = `RequestId: ${of.call.requestId} Error: Runtime exited with error: signal: ${signal}`
    return functionError(killedPayload({ type: 'Runtime.ExitError', message }).node, of.call.resource)
  }
  return status === 0
    ? rowError('lambda-runtime-exit', of)
    : rowError('lambda-runtime-exit-status', of, { code: status })
}

function rowError(id: string, { call, known, limits }: CodeCall, args: Readonly<Record<string, Json>> = {}): AslError {
  const { state: name, pointer, resource } = call
  const rendered = renderFault(findFault(id), {
    target: {
      name,
      pointer,
      type: 'Task',
      within: call.items.map(({ map }) => map),
      resource,
      distributed: false,
      queryLanguage: 'JSONPath',
      executionType: 'STANDARD',
      definition: {},
    },
    call,
    function: { ...known, timeoutSeconds: limits.timeoutMs / 1000, memoryMb: limits.memoryMb },
    args,
  })
  if (rendered.kind === 'failure') return rendered.failure
  throw new Error(`fault ${id} raises no error`)
}
