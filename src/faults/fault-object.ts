import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { nearestOr } from '../asl/suggest.js'
import { type ErrorPlace, UserError, withErrorPart, withErrorPlace } from '../asl/user-error.js'
import { timeText, whereText } from './conditions.js'
import { checkComplete, argumentsAsText } from './fault-arguments.js'
import { type Fault, fault, type ItemSelection } from './fault.js'
import { type ItemPattern, printItems } from './item-pattern.js'
import { resourcePatternText } from './resource-pattern.js'
import { readAttempts } from './site.js'
import { globText, isEveryState } from './state-pattern.js'

const KEYS = [
  'fault',
  'at',
  'on',
  'items',
  'visit',
  'attempts',
  'placement',
  'chance',
  'nth',
  'where',
  'between',
  'with',
] as const
type Key = (typeof KEYS)[number]

/** Where a member of the object stands, or the object itself, and what it is called: `faults[0].at`. */
export type MemberPlace = (key?: string) => { readonly at?: ErrorPlace | undefined; readonly part: string }

/**
 * Reads a fault as scenario files may have it: `{ fault: lambda-oom, at: Resize, items: 2, attempts: '1..2', placement: after,
 * chance: 0.5, nth: 12000, where: '$[?(@.size > 10)]', between: [12s, 30s], on: 'svc:s3', with: { by: 5s } }`, of which only
 * `fault` has to be there. UserError for anything else; `place` says in messages where the object stands.
 */
export function faultFromObject(
  written: JsonObject,
  place: MemberPlace = (key = 'the fault') => ({ part: key }),
): Fault {
  for (const key of Object.keys(written)) if (!KEYS.some((known) => known === key)) throw unknownKey(key, place)
  const kind = member(written, 'fault')
  if (typeof kind !== 'string') {
    const { at, part } = place('fault')
    throw new UserError('usage', 'name a fault, e.g. fault: lambda-oom', { at, parts: [part] })
  }
  let read = told('fault', place, () => fault(kind))
  for (const key of KEYS) {
    const value = member(written, key)
    const before = read
    if (key !== 'fault' && value !== undefined) read = told(key, place, () => READERS[key](before, value))
  }
  told('fault', place, () => checkComplete(read.definition, read.args))
  return read
}

const READERS: Readonly<Record<Exclude<Key, 'fault'>, (fault: Fault, value: Json) => Fault>> = {
  at: (fault, value) => fault.at(textOf(value)),
  on: (fault, value) => fault.on(textOf(value)),
  items: (fault, value) => fault.item(...itemsOf(value)),
  visit: (fault, value) => fault.visit(numberOf(value)),
  attempts: (fault, value) => attemptsOf(fault, value),
  placement: (fault, value) => {
    if (value !== 'before' && value !== 'after') throw wrong('before or after')
    return fault.placed(value)
  },
  chance: (fault, value) => fault.chance(chanceOf(value)),
  nth: (fault, value) => fault.nth(numberOf(value)),
  where: (fault, value) => fault.where(textOf(value)),
  between: (fault, value) => {
    const [from, to, ...more] = isArray(value) ? value : textOf(value).split('..')
    if (more.length > 0) throw wrong('two times, e.g. [12s, 30s]')
    return fault.between(timeOf(from) ?? 0, timeOf(to))
  },
  with: (fault, value) => {
    if (!isObject(value)) throw wrong('an object: the arguments by their names')
    return fault.with(value)
  },
}

function wrong(what: string): UserError {
  return new UserError('usage', `it must be ${what}`)
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value
  throw wrong('text')
}

function numberOf(value: Json): number {
  if (typeof value === 'number') return value
  throw wrong('a number')
}

/** A scalar is about the innermost known Map; a list has an entry for each Map, outermost first. */
function itemsOf(value: Json): readonly [ItemSelection, ...ItemSelection[]] {
  const [first, ...more] = (isArray(value) ? value : [value]).map((entry) =>
    isArray(entry) ? entry.map(itemOf) : itemOf(entry),
  )
  if (first === undefined) throw wrong('items, e.g. 2, first or 5..7')
  return [first, ...more]
}

function itemOf(value: Json): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  throw wrong('items, e.g. 2, first or 5..7')
}

function attemptsOf(fault: Fault, value: Json): Fault {
  const text = typeof value === 'number' ? String(value) : textOf(value)
  if (!/^\d+(?:\.\.\d*)?$/.test(text)) throw wrong('attempts, e.g. 2, 1..2 or 3..')
  const { attempts } = readAttempts(text)
  return attempts ? fault.attempts(attempts.from, attempts.to ?? Infinity) : fault.always()
}

function chanceOf(value: Json): number {
  const percent = typeof value === 'string' ? /^(\d{1,15}(?:\.\d{1,15})?)%$/.exec(value)?.[1] : undefined
  return percent === undefined ? numberOf(value) : Number(percent) / 100
}

/** Null and nothing are no bound. */
function timeOf(value: Json | undefined): string | number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string' || typeof value === 'number') return value
  throw wrong('a time, e.g. 12s')
}

function told<T>(key: string, place: MemberPlace, read: () => T): T {
  const { at, part } = place(key)
  return withErrorPlace(at, () => withErrorPart(part, read))
}

function unknownKey(key: string, place: MemberPlace): UserError {
  const { at, part } = place(key)
  const near = nearestOr(key, KEYS, `it may have ${KEYS.join(', ')}`)
  return new UserError('usage', `${part} is no part of a fault`, { at, ...near })
}

/**
 * The object that `faultFromObject` reads back.
 * @internal for tests
 */
export function faultAsObject({ definition, args, site, conditions }: Fault): JsonObject {
  const { items, visit, attempts } = site
  const { on, placement, chance, nth, where, window } = conditions
  return {
    fault: definition.id,
    ...(!isEveryState(site.state) && { at: globText(site.state) }),
    ...(on && { on: resourcePatternText(on) }),
    ...(items && { items: items.map(itemAsJson) }),
    ...(visit !== undefined && { visit }),
    ...(attempts && {
      attempts: attempts.from === attempts.to ? attempts.from : `${attempts.from}..${attempts.to ?? ''}`,
    }),
    ...(placement && { placement }),
    ...(chance !== undefined && { chance }),
    ...(nth !== undefined && { nth }),
    ...(where && { where: whereText(where) }),
    ...(window && { between: [window.fromMs, ...(window.toMs === undefined ? [] : [window.toMs])].map(timeText) }),
    ...(Object.keys(args).length > 0 && { with: argumentsAsText(definition, args) }),
  }
}

function itemAsJson(pattern: ItemPattern): Json {
  return typeof pattern === 'number' ? pattern : printItems(pattern)
}
