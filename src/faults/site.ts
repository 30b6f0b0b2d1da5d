import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import { QUOTED, quoteIfNeeded, unquote } from './quoted-text.js'
import { globOf, matchesState, type StatePattern } from './state-pattern.js'

/** Attempts of one visit, the first being 1. Without `to` there is no end. */
export interface AttemptRange {
  readonly from: number
  readonly to?: number
}

/**
 * Where faults strike, written `State[item]#visit.attempts`: `Resize`, `Resize.1..2`, `Resize[2,5]#1.3..`, `Page*`.
 * A part that is absent restricts nothing: `Resize` is every attempt of every visit for every item.
 */
export interface Site {
  readonly state: StatePattern
  /** Indexes (from 0) of the Map items around the state, outermost first; inner ones may be left out. Never empty. */
  readonly items?: readonly number[]
  /** 1 for the first time the state is entered (with the same items). */
  readonly visit?: number
  readonly attempts?: AttemptRange
}

/** The part of a call that says where it stands. */
export type SiteOfCall = Pick<Call, 'state' | 'items' | 'visit' | 'attempt'>

export function matchesSite(site: Site, call: SiteOfCall): boolean {
  const { state, items, visit, attempts } = site
  return (
    matchesState(state, call.state) &&
    (items === undefined || items.every((index, depth) => call.items[depth]?.index === index)) &&
    (visit === undefined || visit === call.visit) &&
    (attempts === undefined || (attempts.from <= call.attempt && call.attempt <= (attempts.to ?? Infinity)))
  )
}

/** The attempts `from` to `to` (Infinity: no end); undefined if these are all. UserError unless 1 <= from <= to. */
export function attemptRange(from: number, to: number): AttemptRange | undefined {
  if (!isOrdinal(from) || !(isOrdinal(to) || to === Infinity) || to < from) {
    throw new UserError('usage', `there are no attempts ${from} to ${to}: they count from 1, and the first comes first`)
  }
  if (to !== Infinity) return { from, to }
  return from === 1 ? undefined : { from }
}

const DETAILS = /^(?:\[(\d+(?:,\d+)*)\])?(?:#(\d+))?(?:\.(\d+(?:\.\.\d*)?))?(?:\*(\d+))?$/

/**
 * Reads a site. A state name with a syntax character in it stands in double quotes, as a JSON string. `*n` at the end
 * means n attempts in a row: `Resize.2*3` is `Resize.2..4`. UserError if the text is not a site.
 */
export function parseSite(text: string): Site {
  const { state, rest } = readState(text)
  const match = DETAILS.exec(rest)
  if (match === null) throw unreadable(text, rest)
  const [, items, visit, range, times] = match
  const attempts = readAttempts(text, range, times)
  return {
    state,
    ...(items !== undefined && { items: items.split(',').map((index) => readNumber(text, 'an item', index, 0)) }),
    ...(visit !== undefined && { visit: readNumber(text, 'a visit', visit, 1) }),
    ...(attempts !== undefined && { attempts }),
  }
}

/** The site's canonical text, which `parseSite` reads back. */
export function printSite(site: Site): string {
  const { state, items, visit, attempts } = site
  const where = items === undefined ? '' : `[${items.join(',')}]`
  return `${printState(state)}${where}${visit === undefined ? '' : `#${visit}`}${printAttempts(attempts)}`
}

function printAttempts(attempts: AttemptRange | undefined): string {
  if (attempts === undefined) return ''
  const { from, to } = attempts
  if (to === undefined) return `.${from}..`
  return from === to ? `.${from}` : `.${from}..${to}`
}

function printState(state: StatePattern): string {
  if (typeof state === 'string') return quoteIfNeeded(state)
  const last = state.length - 1
  return state
    .map((piece, i) => (piece === '' ? '' : i === last && /^\d+$/.test(piece) ? `"${piece}"` : quoteIfNeeded(piece)))
    .join('*')
}

const BARE = /^[^[\]#.!~*:@;="]+/

/** The state pattern at the start, quoted and bare runs in any order, and what follows it. */
function readState(text: string): { readonly state: StatePattern; readonly rest: string } {
  const pieces: string[] = ['']
  let rest = text
  while (rest !== '') {
    if (rest.startsWith('*') && !/^\*\d+$/.test(rest)) {
      pieces.push('')
      rest = rest.slice(1)
      continue
    }
    const quoted = QUOTED.exec(rest)?.[0]
    const run = quoted ?? BARE.exec(rest)?.[0]
    if (run === undefined) break
    const literal = quoted === undefined ? run : unquote(quoted)
    if (literal === undefined) throw unreadable(text, rest)
    pieces.push((pieces.pop() ?? '') + literal)
    rest = rest.slice(run.length)
  }
  if (rest === text && !text.startsWith('"'))
    throw new UserError('usage', `the site "${text}" names no state: write for example Resize.1..2, or *`)
  const [name = '', ...more] = pieces
  return { state: more.length === 0 ? name : globOf(pieces), rest }
}

function readAttempts(text: string, range: string | undefined, times: string | undefined): AttemptRange | undefined {
  if (range === undefined && times === undefined) return undefined
  const [first = '', last] = (range ?? '1').split('..')
  const from = readNumber(text, 'an attempt', first, 1)
  if (times === undefined) {
    return attemptRange(
      from,
      last === undefined ? from : last === '' ? Infinity : readNumber(text, 'an attempt', last, 1),
    )
  }
  if (last !== undefined) {
    throw new UserError('usage', `the site "${text}" gives both a range of attempts and "*${times}": drop one of them`)
  }
  return attemptRange(from, from + readNumber(text, 'a number of attempts', times, 1) - 1)
}

/** More digits than these are a slip, and would not stay exact. */
const MAX_DIGITS = 9

function readNumber(text: string, what: string, digits: string, least: number): number {
  const value = Number(digits)
  if (digits.length <= MAX_DIGITS && value >= least) return value
  throw new UserError('usage', `the site "${text}" has ${digits} where ${what} counts from ${least} to 999999999`)
}

function isOrdinal(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}

const LATER: ReadonlyMap<string, string> = new Map([
  ['!', 'a placement (!after)'],
  ['~', 'a time window (~from..to)'],
  [':', 'a probability (:p)'],
])

function unreadable(text: string, rest: string): UserError {
  const later = /[!~:]/.exec(rest)?.[0]
  if (later !== undefined) {
    return new UserError('unsupported', `the site "${text}" has ${LATER.get(later)}, which is not supported yet`)
  }
  const quote = 'a state name with any of []#.!~*:@;=" in it stands in double quotes'
  return new UserError(
    'usage',
    `cannot read "${rest}" in the site "${text}": a site is State[item]#visit.attempts, and ${quote}`,
  )
}
