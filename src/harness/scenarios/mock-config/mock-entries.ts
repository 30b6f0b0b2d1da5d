import { isObject, type Json, type JsonObject, member } from '../../../asl/json.js'
import { type ErrorPlace, UserError } from '../../../asl/user-error.js'
import type { MockEntry, Reader } from './mock-config.js'

/** The numbered entries of a mocked response, which must count from 0 without a gap. UserError with the place. */
export function readEntries(
  written: JsonObject,
  name: string,
  where: readonly string[],
  { at }: Reader,
): readonly MockEntry[] {
  const entries = Object.entries(written)
    .map(([key, value]) => readEntry(key, value, at(...where, key)))
    .sort((a, b) => a.first - b.first)
  let next = 0
  for (const { first, last, key } of entries) {
    if (first !== next) {
      const what = first < next ? `"${key}" repeats number ${first}` : `number ${next} is missing before "${key}"`
      throw new UserError('usage', `${what}: the responses of "${name}" count from 0 without a gap`, {
        at: at(...where, key),
      })
    }
    next = last + 1
  }
  return entries
}

function readEntry(key: string, value: Json, at: ErrorPlace): MockEntry {
  const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(key) ?? []
  const [first, last] = [Number(from), Number(to)]
  if (from === '' || !Number.isSafeInteger(last) || last < first) {
    throw new UserError('usage', `"${key}" must be a number such as "0", or numbers from and to such as "1-2"`, {
      at: at,
    })
  }
  return { first, last, key, reply: readReply(value, key, at) }
}

function readReply(value: Json, key: string, at: ErrorPlace): MockEntry['reply'] {
  const has = isObject(value) ? Object.keys(value) : []
  const [kind, second] = has
  if (!isObject(value) || second !== undefined || (kind !== 'Return' && kind !== 'Throw')) {
    throw new UserError('usage', `response "${key}" must have exactly one of Return and Throw`, { at: at })
  }
  const given = member(value, kind) ?? null
  if (kind === 'Return') return { kind, value: given }
  const error = isObject(given) ? member(given, 'Error') : undefined
  const cause = isObject(given) ? member(given, 'Cause') : undefined
  const isWhole = isObject(given) && Object.keys(given).length === 2
  if (isWhole && typeof error === 'string' && typeof cause === 'string') return { kind, error, cause }
  throw new UserError('usage', `Throw of response "${key}" must have the texts Error and Cause, and nothing else`, {
    at: at,
  })
}
