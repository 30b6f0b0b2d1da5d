import type { FunctionFacts } from '../../asl/function-facts.js'
import type { Json } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { frozenJson } from '../../tasks/frozen-json.js'
import { CodeAnswer } from '../../tasks/code-answer.js'
import type { TaskFunction } from '../../tasks/script.js'
import { TaskError } from '../../tasks/task-error.js'
import type { Computed } from './call-log.js'

/** What a function of the test came to; with `thrown` it fails the test. */
export type FunctionResult = Computed | { readonly thrown: unknown }

/** Calls a test's function. A TaskError is the Task's failure; anything else that it throws fails the test. */
export function askFunction(
  ask: TaskFunction,
  call: Call,
  known?: FunctionFacts,
): FunctionResult | Promise<FunctionResult> {
  try {
    const result: unknown = ask(functionInput(call), call, known)
    if (result instanceof Promise) return result.then((value: unknown) => output(call, value)).catch(failure)
    return output(call, result)
  } catch (error) {
    return failure(error)
  }
}

/** A function stands for the service behind the Task: it gets the payload that a Lambda function would get. */
function functionInput(call: Call): Json {
  const { parameters, resource } = call
  if (resource.kind !== 'optimized' || resource.service !== 'lambda') return parameters
  const payload = (parameters as { readonly Payload?: Json } | null)?.Payload
  return payload === undefined ? {} : payload
}

function output(call: Call, value: unknown): Computed {
  if (value instanceof CodeAnswer) return { ...value.outcome, afterMs: value.afterMs }
  return { output: frozenJson(value ?? null, `the answer of the function for "${call.state}"`) }
}

function failure(error: unknown): FunctionResult {
  if (!(error instanceof TaskError)) return { thrown: error }
  return { failure: { error: error.error, ...(error.cause !== undefined && { cause: error.cause }) } }
}
