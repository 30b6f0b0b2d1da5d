import type { FunctionFacts } from '../asl/function-facts.js'
import { parseDuration } from '../asl/duration.js'
import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import type { CodeAnswer } from './code-answer.js'
import { frozenJson } from './frozen-json.js'

/** What a mocked service answers, as data. `times`: how many calls in a row it answers; see `replyAt`. */
export type Reply =
  | {
      readonly kind: 'returns'
      readonly output: Json
      readonly delayMs: number
      readonly times?: number
      /** Nobody gave it: it was made up, and every output marks it as such. No part of the base scenario. */
      readonly isInferred?: true
    }
  | {
      readonly kind: 'fails'
      readonly error: string
      readonly cause?: string
      readonly delayMs: number
      readonly times?: number
    }
  | { readonly kind: 'hangs'; readonly times?: number }

/**
 * Computes an answer. A `TaskError` that it throws fails the Task; any other exception fails the test. `known`: what the
 * template says of the function that the Task calls. A `CodeAnswer` is what `handler` and `command` give.
 */
export type TaskFunction = (
  input: Json,
  call: Call,
  known?: FunctionFacts,
) => Json | CodeAnswer | Promise<Json | CodeAnswer>

/**
 * Replies by number, as a `MockConfigFile.json` has them: one counter for a state, whichever Map items, branches and visits
 * its calls come from, and every attempt counts. What they return is the whole answer: nothing is put around it.
 */
export interface NumberedReplies {
  readonly kind: 'numbered'
  /** Each with `times`; a call beyond the last is an error. */
  readonly replies: readonly Reply[]
  /** What and where they are, for messages: `file:line:col: "Name"`. */
  readonly origin: string
}

/** What a test gives for a state: one answer for all calls, or a script with an entry for each call. */
export type TaskMock = Reply | TaskFunction | readonly (Reply | TaskFunction)[] | NumberedReplies

export interface ReturnsOptions {
  /** Virtual time until the answer is there, in ms or as `'1.5s'`, `'2m'`. Default 0. */
  readonly delay?: string | number
  /** How many calls in a row this answers. Default: one, or all that follow if it is the last of its script. */
  readonly times?: number
}

export interface FailsOptions extends ReturnsOptions {
  /** Default: an error without a cause. */
  readonly cause?: string
}

/**
 * The service answers with `output`, of which it keeps a frozen copy. For `lambda:invoke` that is the function's payload; see `wrapAnswer`.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: returns({}), Ship: returns({ parcel: 'p-1' }) } })
 * run.output // => { parcel: 'p-1' }
 */
export function returns(output: Json, options: ReturnsOptions = {}): Reply {
  return Object.freeze({
    kind: 'returns',
    output: frozenJson(output, 'what returns(...) gives'),
    delayMs: delayMs(options.delay),
    ...timesOf(options),
  })
}

/** As `returns`, of a value that was made up for want of a mock. */
export function returnsInferred(output: Json): Reply {
  return Object.freeze({
    kind: 'returns',
    output: frozenJson(output, 'an inferred answer'),
    delayMs: 0,
    isInferred: true,
  })
}

/**
 * The Task fails with this error name, e.g. `Carrier.Down` or `States.Timeout`.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: returns({}), Ship: fails('Carrier.Down') } })
 * run.error // => 'Carrier.Down'
 */
export function fails(error: string, options: FailsOptions = {}): Reply {
  if (typeof error !== 'string')
    throw new UserError('usage', 'fails(...) needs the name of an error, e.g. "Carrier.Down"')
  return Object.freeze({
    kind: 'fails',
    error,
    ...(options.cause !== undefined && { cause: options.cause }),
    delayMs: delayMs(options.delay),
    ...timesOf(options),
  })
}

/**
 * No answer ever comes: a timeout ends the Task, if it has one. A live execution may still answer it by its token.
 * @example
 * const Wait = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 30, End: true }
 * const run = await machine({ StartAt: 'Wait', States: { Wait } }).run({ tasks: { Wait: hangs() } })
 * run.error // => 'States.Timeout'
 * run.tookMs // => 30_000
 */
export function hangs(options: Pick<ReturnsOptions, 'times'> = {}): Reply {
  return Object.freeze({ kind: 'hangs', ...timesOf(options) })
}

/**
 * The same reply, later by a duration in ms or as `'1.5s'`, `'2m'`. What never comes comes no later.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: delay('2s', returns({})), Ship: returns({}) } })
 * run.tookMs // => 2000
 */
export function delay(duration: string | number, reply: Reply): Reply {
  if (reply.kind === 'hangs') return reply
  return Object.freeze({ ...reply, delayMs: reply.delayMs + delayMs(duration) })
}

/**
 * What answers call number `index` (0 is the first). Each entry of a script answers one call, or as many as its `times`
 * says; the last answers all that follow unless it has `times`. Undefined once the script is used up.
 */
export function replyAt(mock: TaskMock, index: number): Reply | TaskFunction | undefined {
  const script = isScript(mock) ? mock : isNumbered(mock) ? mock.replies : [mock]
  const last = script.length - 1
  let end = 0
  for (const [i, entry] of script.entries()) {
    const times = typeof entry === 'function' ? undefined : entry.times
    end += times ?? (i === last ? Infinity : 1)
    if (index < end) return entry
  }
  return undefined
}

/** Whether the mock counts a state's calls itself, all places together. */
export function isNumbered(mock: TaskMock): mock is NumberedReplies {
  return !isScript(mock) && typeof mock !== 'function' && mock.kind === 'numbered'
}

function isScript(mock: TaskMock): mock is readonly (Reply | TaskFunction)[] {
  return Array.isArray(mock)
}

function timesOf({ times }: Pick<ReturnsOptions, 'times'>): { readonly times?: number } {
  if (times === undefined) return {}
  if (!Number.isSafeInteger(times) || times < 1) {
    throw new UserError('usage', `times is ${String(times)}: it must be a whole number from 1`)
  }
  return { times }
}

function delayMs(delay: string | number | undefined): number {
  return delay === undefined ? 0 : parseDuration(delay)
}
