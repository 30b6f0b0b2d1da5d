import { parseDuration } from '../../asl/duration.js'
import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { didYouMean } from '../../asl/suggest.js'
import { UserError } from '../../asl/user-error.js'
import { printable, printableJson } from '../../verify/printable.js'
import { type Arrival, type Arrivals, bursts, listed, spike, steady } from './arrivals.js'

/** What is written of arrivals, by name; a number or a text each. */
type Fields = ReadonlyMap<string, Json>

/** How each kind is read, and what it takes. */
const KINDS: Readonly<
  Record<string, { readonly takes: readonly string[]; readonly read: (fields: Fields) => Arrivals }>
> = {
  bursts: {
    takes: ['every', 'size', 'jitter'],
    read: (fields) =>
      bursts({ every: duration(fields, 'every'), size: count(fields, 'size'), jitter: duration(fields, 'jitter', 0) }),
  },
  steady: {
    takes: ['perSecond', 'every'],
    read: (fields) =>
      steady({
        ...(fields.has('perSecond') && { perSecond: count(fields, 'perSecond') }),
        ...(fields.has('every') && { every: duration(fields, 'every') }),
      }),
  },
  spike: {
    takes: ['at', 'size', 'over'],
    read: (fields) =>
      spike({ at: duration(fields, 'at'), size: count(fields, 'size'), over: duration(fields, 'over', 0) }),
  },
}

const EXAMPLE = 'bursts(every=5m, size=100)'

/** Reads `bursts(every=5m, size=100)`. UserError of one line, with the nearest name, for anything else. */
export function parseArrivals(text: string): Arrivals {
  const [, kind, written] = text.length > 1000 ? [] : (/^\s*([\w-]+)\s*\(([^()]*)\)\s*$/.exec(text) ?? [])
  if (kind === undefined || written === undefined) {
    const names = Object.keys(KINDS).join(', ')
    throw new UserError('usage', `not arrivals: "${printable(text)}"; write ${EXAMPLE}; there are ${names}`)
  }
  const fields = new Map<string, Json>()
  for (const part of written.split(',')) {
    if (part.trim() === '' && written.trim() === '') continue
    const at = part.indexOf('=')
    const [name, value] = [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()]
    if (at < 1 || name === '' || value === '') {
      throw new UserError('usage', `${kind} takes name=value, and got "${printable(part.trim())}"; write ${EXAMPLE}`)
    }
    if (fields.has(name)) throw new UserError('usage', `${kind} has ${printable(name)} twice`)
    fields.set(name, value)
  }
  return ofKind(kind, fields)
}

/**
 * Reads arrivals as a scenario file has them: a text as `parseArrivals` takes it, `{ bursts: { every: 5m, size: 100 } }`, a list of
 * such, or a list of `{ atMs: 300000, input: ... }`, where `at: 5m` says the same.
 */
export function readArrivals(written: Json): readonly Arrivals[] {
  if (!isArray(written)) return [readOne(written)]
  const single = written.filter(isSingle)
  const others = written.filter((one) => !isSingle(one)).map(readOne)
  return single.length === 0 ? others : [listed(single.map(readSingle)), ...others]
}

function isSingle(written: Json): written is JsonObject {
  return isObject(written) && (Object.hasOwn(written, 'atMs') || Object.hasOwn(written, 'at'))
}

function readSingle(written: JsonObject): Arrival {
  const unknown = Object.keys(written).find((key) => key !== 'at' && key !== 'atMs' && key !== 'input')
  if (unknown !== undefined) throw new UserError('usage', `an arrival has atMs and input, and no ${printable(unknown)}`)
  const atMs = member(written, 'atMs')
  const at = member(written, 'at')
  const input = member(written, 'input')
  if (atMs !== undefined && typeof atMs !== 'number') {
    throw new UserError('usage', `atMs of an arrival must be a number, and it is ${printableJson(atMs)}`)
  }
  const ms = atMs ?? parseDuration(typeof at === 'number' || typeof at === 'string' ? at : printableJson(at ?? null))
  return { atMs: ms, ...(input !== undefined && { input }) }
}

function readOne(written: Json): Arrivals {
  if (typeof written === 'string') return parseArrivals(written)
  const [entry, ...others] = isObject(written) ? Object.entries(written) : []
  if (!entry || others.length > 0 || !isObject(entry[1])) {
    throw new UserError('usage', `not arrivals: ${printableJson(written)}; write ${EXAMPLE}`)
  }
  return ofKind(entry[0], new Map(Object.entries(entry[1])))
}

function ofKind(kind: string, fields: Fields): Arrivals {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (!known) throw unknownName(`there are no arrivals "${printable(kind)}"`, kind, Object.keys(KINDS))
  for (const name of fields.keys()) {
    if (!known.takes.includes(name)) throw unknownName(`${kind} has no ${printable(name)}`, name, known.takes)
  }
  return known.read(fields)
}

function unknownName(told: string, name: string, names: readonly string[]): UserError {
  const nearest = didYouMean(name, names)
  const hint = nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`
  return new UserError('usage', told, { nearest, hint })
}

function duration(fields: Fields, name: string, byDefault?: number): number {
  const value = fields.get(name) ?? byDefault
  if (value === undefined) throw new UserError('usage', `${name} is missing; write ${EXAMPLE}`)
  return parseDuration(typeof value === 'number' || typeof value === 'string' ? value : printableJson(value))
}

function count(fields: Fields, name: string): number {
  const value = fields.get(name)
  if (value === undefined) throw new UserError('usage', `${name} is missing; write ${EXAMPLE}`)
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
  if (typeof number === 'number') return number
  throw new UserError('usage', `${name} must be a number, and it is ${printableJson(value)}`)
}
