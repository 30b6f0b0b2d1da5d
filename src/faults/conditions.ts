import { parseDuration, printDuration } from '../asl/duration.js'
import { checkCondition, matchesCondition } from '../asl/json-query.js'
import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import { quoted, unquote } from './quoted-text.js'
import type { ResourcePattern } from './resource-pattern.js'
import { shown } from './shown-text.js'

/** Virtual time since the execution's start, in ms: `fromMs` included, `toMs` not; without `toMs` there is no end. */
export interface TimeWindow {
  readonly fromMs: number
  readonly toMs?: number
}

/** `before`: the error comes instead of the work. `after`: the work is done, and its answer is lost. */
export type Placement = 'before' | 'after'

/** What a query is asked of: the state's effective input, or what the service is sent. */
export interface InputCondition {
  readonly of: 'input' | 'parameters'
  /** A JSONPath query: see `checkCondition`. It holds where it finds anything. */
  readonly query: string
}

/** Everything that narrows a fault down besides its site. What is absent restricts nothing. */
export interface Conditions {
  readonly on?: ResourcePattern
  /** Default: as the row says; an error whose side effect has happened comes after it. */
  readonly placement?: Placement
  /** Over 0, at most 1: how likely each call is struck, decided by the run's seed. */
  readonly chance?: number
  /** Only the n-th call of the run that everything else here takes, chance aside; 1 is the first. */
  readonly nth?: number
  readonly where?: InputCondition
  readonly window?: TimeWindow
}

/** Whether the conditions that only need the call and the time since the start hold. */
export function conditionsHold(
  { where, window }: Conditions,
  call: Pick<Call, 'input' | 'parameters'>,
  sinceMs: number,
): boolean {
  if (window && (sinceMs < window.fromMs || sinceMs >= (window.toMs ?? Infinity))) return false
  return where === undefined || matchesCondition(call[where.of], where.query)
}

/** A probability; UserError unless it is over 0 and at most 1. Undefined for certainty. */
export function checkedChance(chance: number, written: string = String(chance)): number | undefined {
  if (chance > 0 && chance <= 1) return chance === 1 ? undefined : chance
  throw new UserError('usage', `there is no chance of ${written}: it is over 0 and at most 100%, e.g. 0.5 or 50%`)
}

export function checkedNth(nth: number, written: string = String(nth)): number {
  if (Number.isSafeInteger(nth) && nth >= 1) return nth
  throw new UserError('usage', `there is no call number ${written}: calls count from 1`)
}

/** UserError for times that are none, and for a window that is empty. Undefined for a window without an end from 0 on. */
export function checkedWindow(from: number | string, to?: number | string): TimeWindow | undefined {
  const fromMs = readTime(from)
  const toMs = to === undefined || to === Infinity ? undefined : readTime(to)
  if (toMs !== undefined && toMs <= fromMs) {
    throw new UserError(
      'usage',
      `there is no time between ${timeText(fromMs)} and ${timeText(toMs)}: the earlier one comes first, as in ~12s..30s`,
    )
  }
  if (toMs !== undefined) return { fromMs, toMs }
  return fromMs === 0 ? undefined : { fromMs }
}

function readTime(time: number | string): number {
  if (typeof time === 'string' && time.length > 100) throw new UserError('usage', `not a duration: ${shown(time)}`)
  return parseDuration(time)
}

/** As `parseDuration` reads it, without spaces. */
export function timeText(ms: number): string {
  return printDuration(ms).replaceAll(' ', '')
}

/** Reads `$[?(@.size > 10)]`, or the same after `parameters:`. UserError for a query that is none, or that could take long. */
export function parseWhere(text: string): InputCondition {
  const [, of = 'input', query = ''] = /^(?:(input|parameters):)?(.*)$/su.exec(text) ?? []
  checkCondition(query)
  return { of: of === 'parameters' ? 'parameters' : 'input', query }
}

export function whereText({ of, query }: InputCondition): string {
  return of === 'input' ? query : `${of}:${query}`
}

/** `!after:0.5:12000th:"$.a"~12s..30s`: the conditions as `readConditions` reads them, without the resource. */
export function printConditions({ placement, chance, nth, where, window }: Conditions): string {
  return [
    placement === undefined ? '' : `!${placement}`,
    chance === undefined ? '' : `:${chance}`,
    nth === undefined ? '' : `:${nth}${ordinalSuffix(nth)}`,
    where === undefined ? '' : `:${quoted(whereText(where))}`,
    window === undefined
      ? ''
      : `~${timeText(window.fromMs)}..${window.toMs === undefined ? '' : timeText(window.toMs)}`,
  ].join('')
}

function ordinalSuffix(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
}

const NUMBER = '\\d{1,15}(?:\\.\\d{1,25})?(?:e-\\d{1,3})?'
const TIME = '(?:\\d+(?:\\.\\d+)?(?:ms|[dhms]))+'
const CONDITION = new RegExp(
  `^(?:!(before|after)|:(\\d{1,15})(?:st|nd|rd|th)|:(${NUMBER})(%?)|:("(?:[^"\\\\]|\\\\.)*")|~(${TIME})?\\.\\.(${TIME})?)`,
  'u',
)

/**
 * Reads conditions in any order, each once at most: `!after`, `:50%`, `:3rd`, `:"$.a"`, `~12s..30s`. `rest` is what follows
 * the last one that could be read. UserError for one that cannot be.
 */
export function readConditions(text: string): { readonly conditions: Conditions; readonly rest: string } {
  let conditions: Conditions = {}
  const seen = new Set<string>()
  let rest = text
  for (;;) {
    const match = CONDITION.exec(rest)
    if (match === null) return { conditions, rest }
    const [name, read] = readCondition(match)
    if (seen.has(name)) throw new UserError('usage', `${shown(match[0])} is the second ${name}: drop one of them`)
    seen.add(name)
    conditions = { ...conditions, ...read }
    rest = rest.slice(match[0].length)
  }
}

function readCondition(match: RegExpExecArray): readonly [name: string, read: Conditions] {
  const [text, placement, nth, number, percent, where, from, to] = match
  if (placement === 'before' || placement === 'after') return ['placement', { placement }]
  if (nth !== undefined) return ['number of a call', { nth: checkedNth(Number(nth), text.slice(1)) }]
  if (number !== undefined) {
    const chance = checkedChance(percent === '%' ? Number(number) / 100 : Number(number), text.slice(1))
    return ['chance', chance === undefined ? {} : { chance }]
  }
  if (where !== undefined) {
    const query = unquote(where)
    if (query === undefined) throw new UserError('usage', `cannot read the query ${shown(where)}: it is a JSON string`)
    return ['query', { where: parseWhere(query) }]
  }
  const window = checkedWindow(from ?? 0, to)
  return ['time window', window === undefined ? {} : { window }]
}
