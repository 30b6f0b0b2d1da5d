import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import type { Execution } from '../engine/execution.js'
import { advance, pending, resumeAll } from '../engine/operations.js'
import type { Answer, Call } from '../engine/ports.js'
import { frozenJson } from '../tasks/frozen-json.js'
import { TaskError } from '../tasks/task-error.js'
import { type Computed, type World, answer, answerComputed } from './world.js'

/** An execution and what answers it: the one value that is forked, cached and compared (architecture decision 2). */
export interface Session {
  readonly execution: Execution
  readonly world: World
}

/**
 * Goes on until the end, or until nothing more happens by virtual time `untilMs`. All functions of the test that are
 * asked at one instant start in the order of the calls, are awaited together, and answer in that order (decision 3).
 */
export async function runSession(session: Session, untilMs: number = Number.POSITIVE_INFINITY): Promise<Session> {
  let current = session
  for (;;) {
    const execution = advance(current.execution, untilMs)
    const calls = execution.status === 'RUNNING' ? pending(execution) : []
    if (calls.length === 0) return { execution, world: current.world }
    const step = answerCalls({ execution, world: current.world }, calls)
    // A run whose mocks are values never leaves the stack: only a function of the test can be waited for.
    current = step instanceof Promise ? await step : step
  }
}

/** As `runSession`, for mocks that never give a promise: UserError if one does. */
export function runSessionSync(session: Session, untilMs: number = Number.POSITIVE_INFINITY): Session {
  let current = session
  for (;;) {
    const execution = advance(current.execution, untilMs)
    const calls = execution.status === 'RUNNING' ? pending(execution) : []
    if (calls.length === 0) return { execution, world: current.world }
    const step = answerCalls({ execution, world: current.world }, calls)
    if (step instanceof Promise)
      throw new UserError('usage', 'a task function gave a promise where only plain values are possible')
    current = step
  }
}

/** Answers all calls of one instant; a promise only if a function of the test gave one. */
function answerCalls({ execution, world }: Session, calls: readonly Call[]): Session | Promise<Session> {
  const answers: [number, Answer][] = []
  const asked: [Call, Computed | Promise<Computed>][] = []
  let current = world
  for (const call of calls) {
    const reply = answer(current, call)
    if ('ask' in reply) {
      asked.push([call, compute(reply.ask, call)])
    } else {
      current = reply.world
      answers.push([call.callId, reply.answer])
    }
  }
  const finish = (results: readonly Computed[]): Session => {
    for (const [i, [call]] of asked.entries()) {
      const result = results[i]
      if (!result) throw new Error(`the answer to call ${call.callId} was not computed`)
      const reply = answerComputed(current, call, result)
      current = reply.world
      answers.push([call.callId, reply.answer])
    }
    answers.sort(([a], [b]) => a - b)
    return { execution: resumeAll(execution, answers), world: current }
  }
  const results = asked.map(([, result]) => result)
  return results.every(isReady) ? finish(results) : settleAll(results).then(finish)
}

function isReady(result: Computed | Promise<Computed>): result is Computed {
  return !(result instanceof Promise)
}

/** All results in call order; the first rejection in that order fails the run. */
async function settleAll(results: readonly (Computed | Promise<Computed>)[]): Promise<readonly Computed[]> {
  const settled = await Promise.allSettled(results.map((result) => Promise.resolve(result)))
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/** Calls a test's function. A TaskError is the Task's failure; anything else that it throws fails the test. */
function compute(ask: (input: Json, call: Call) => Json | Promise<Json>, call: Call): Computed | Promise<Computed> {
  try {
    const result: unknown = ask(functionInput(call), call)
    if (result instanceof Promise) return result.then((value: unknown) => output(call, value), failure)
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
  return { output: frozenJson(value ?? null, `the answer of the function for "${call.state}"`) }
}

function failure(error: unknown): Computed {
  if (!(error instanceof TaskError)) throw error
  return { failure: { error: error.error, ...(error.cause !== undefined && { cause: error.cause }) } }
}
