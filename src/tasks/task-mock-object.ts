import { isArray, isObject, member, type Json, type JsonObject } from '../asl/json.js'
import { nearestOr } from '../asl/suggest.js'
import { UserError, withErrorPart } from '../asl/user-error.js'
import { fails, hangs, returns, type Reply, type ReturnsOptions, type TaskFunction, type TaskMock } from './script.js'

const KINDS = ['returns', 'fails', 'hangs'] as const

/** Reads a reply that is code; undefined for what is none. */
export type ReadCode = (written: JsonObject, where: string) => TaskFunction | undefined

/**
 * Reads a task's mock as a scenario file has it: `{ returns: ... }`, `{ fails: 'Name' }`, `{ fails: { error, cause } }`,
 * `{ hangs: true }`, each with `times` and (but for `hangs`) `delay` if wanted; or an array of these, one for each call.
 * `where` names the place in messages, e.g. `tasks.Ship`. `readCode` is asked first. UserError for anything else.
 */
export function parseTaskMock(written: Json, where: string, readCode: ReadCode = () => undefined): TaskMock {
  const parse = (entry: Json, at: string): Reply | TaskFunction =>
    (isObject(entry) ? readCode(entry, at) : undefined) ?? parseReply(entry, at)
  if (!isArray(written)) return parse(written, where)
  if (written.length === 0) throw new UserError('usage', `${where} is an empty list: give at least one reply`)
  return Object.freeze(written.map((entry, i) => parse(entry, `${where}[${i}]`)))
}

function parseReply(written: Json, where: string): Reply {
  if (isObject(written)) checkKeys(written, [...KINDS, 'times', 'delay'], where)
  const kinds = isObject(written) ? KINDS.filter((kind) => Object.hasOwn(written, kind)) : []
  const [kind] = kinds
  if (!isObject(written) || kind === undefined || kinds.length > 1) {
    throw new UserError('usage', `${where} must have exactly one of returns, fails or hangs`)
  }
  checkKeys(written, kind === 'hangs' ? [kind, 'times'] : [kind, 'times', 'delay'], where)
  return readReply(kind, written, where)
}

function readReply(kind: (typeof KINDS)[number], written: JsonObject, where: string): Reply {
  const value = member(written, kind) ?? null
  const options = readOptions(written, where)
  if (kind === 'returns') return withErrorPart(where, () => returns(value, options))
  if (kind === 'fails') {
    const [error, cause] = readFailure(value, `${where}.fails`)
    return withErrorPart(where, () => fails(error, { ...options, ...cause }))
  }
  if (value !== true) throw new UserError('usage', `${where}.hangs must be true`)
  return withErrorPart(where, () => hangs(options))
}

/** Error and, if there is one, cause. */
function readFailure(value: Json, where: string): readonly [error: string, cause: { readonly cause?: string }] {
  if (!isObject(value)) return [text(value, where), {}]
  checkKeys(value, ['error', 'cause'], where)
  const cause = member(value, 'cause')
  const error = text(member(value, 'error'), `${where}.error`)
  return [error, cause === undefined ? {} : { cause: text(cause, `${where}.cause`) }]
}

function readOptions(written: JsonObject, where: string): ReturnsOptions {
  const times = member(written, 'times')
  const delay = member(written, 'delay')
  if (times !== undefined && typeof times !== 'number')
    throw new UserError('usage', `${where}.times must be a whole number from 1`)
  if (delay !== undefined && typeof delay !== 'number' && typeof delay !== 'string') {
    throw new UserError('usage', `${where}.delay must be milliseconds or a duration such as "2s"`)
  }
  return { ...(times !== undefined && { times }), ...(delay !== undefined && { delay }) }
}

function text(value: Json | undefined, where: string): string {
  if (typeof value === 'string') return value
  throw new UserError('usage', `${where} must be a text, such as the error name "Carrier.Down"`)
}

function checkKeys(written: JsonObject, known: readonly string[], where: string): void {
  for (const key of Object.keys(written)) {
    if (known.includes(key)) continue
    const near = nearestOr(key, known, `it may have ${known.join(', ')}`)
    throw new UserError('usage', `${where} has an unknown member "${key}"`, near)
  }
}
