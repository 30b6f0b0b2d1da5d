import { hexDigest } from '../asl/digest.js'
import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { type FaultContext, argumentOf } from './fault-context.js'
import type { AnswerChange } from './fault-definition.js'
import type { FaultParameters } from './fault-parameters.js'

/** Which entries of a batch fail. */
export const failedParameter = {
  failed: {
    kind: 'json',
    default: 1,
    help: 'how many entries fail, counted from the end, or which ones, from 0: [0,2]',
  },
} as const satisfies FaultParameters

/** An entry of a batch as the request has it, and how it went. */
interface Entry {
  readonly entry: Json
  readonly index: number
  readonly failed: boolean
}

/** Services that answer an entry at its place: an answer's list is as long as the request's. */
export interface AnswerByPlace {
  /** Where the request has its entries. */
  readonly request: string
  /** Where the answer has theirs, and where it counts those that failed. */
  readonly results: string
  readonly count: string
  readonly succeeded: (id: string) => JsonObject
  readonly failed: (context: FaultContext) => JsonObject
}

/** What the service answers to the request when some entries fail: those that go well answer as they would have. */
export function answerByPlace({ request, results, count, succeeded, failed }: AnswerByPlace): AnswerChange {
  return (answer, context) => {
    const entries = entriesOf(context, [request])
    const given = listOf(answer, results)
    const answers = entries.map((one) =>
      one.failed ? failed(context) : (given[one.index] ?? succeeded(madeUpId(context, one.index))),
    )
    return { ...membersOf(answer), [results]: answers, [count]: entries.filter((one) => one.failed).length }
  }
}

/** Services that answer with two lists, one of what went well and one of what did not. */
export interface AnswerInLists {
  readonly request: readonly string[]
  /** What tells entries apart. */
  readonly key: string
  readonly succeeded: { readonly list: string; readonly entry: (id: string) => JsonObject }
  readonly failed: { readonly list: string; readonly entry: (context: FaultContext) => JsonObject }
}

/** As `answerByPlace`, for two lists. */
export function answerInLists({ request, key, succeeded, failed }: AnswerInLists): AnswerChange {
  return (answer, context) => {
    const entries = entriesOf(context, request)
    const given = listOf(answer, succeeded.list)
    const keyOf = ({ entry, index }: Entry): Json => (isObject(entry) ? member(entry, key) : undefined) ?? String(index)
    const good = entries
      .filter((one) => !one.failed)
      .map((one) => {
        const own = given.find((each) => isObject(each) && member(each, key) === keyOf(one))
        return own ?? { [key]: keyOf(one), ...succeeded.entry(madeUpId(context, one.index)) }
      })
    const bad = entries.filter((one) => one.failed).map((one) => ({ [key]: keyOf(one), ...failed.entry(context) }))
    return { ...membersOf(answer), [succeeded.list]: good, [failed.list]: bad }
  }
}

/** The request's entries; one that is not to be seen there counts as one. */
function entriesOf(context: FaultContext, path: readonly string[]): readonly Entry[] {
  const found = path.reduce<Json | undefined>(
    (value, name) => (value !== undefined && isObject(value) ? member(value, name) : undefined),
    context.call.parameters,
  )
  const entries = found !== undefined && isArray(found) && found.length > 0 ? found : [null]
  const fails = failing(argumentOf(context, 'failed', failedParameter), entries.length)
  return entries.map((entry, index) => ({ entry, index, failed: fails(index) }))
}

function failing(failed: Json | undefined, length: number): (index: number) => boolean {
  if (failed !== undefined && isArray(failed)) return (index) => failed.includes(index)
  return (index) => index >= length - (typeof failed === 'number' ? failed : 1)
}

function membersOf(answer: Json): JsonObject {
  return isObject(answer) ? answer : {}
}

function listOf(answer: Json, name: string): readonly Json[] {
  const list = isObject(answer) ? member(answer, name) : undefined
  return list !== undefined && isArray(list) ? list : []
}

/** A UUID that the service could have given: the same whenever the call is the same. */
function madeUpId({ call }: FaultContext, index: number): string {
  const hex = hexDigest('sha256', `${call.requestId} ${index}`)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** A text among a fault's arguments, or its parameter's default. */
export function textArgument(context: FaultContext, name: string, parameters: FaultParameters): string {
  const value = argumentOf(context, name, parameters)
  return typeof value === 'string' ? value : ''
}
