import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import { type ItemPattern, matchesItem, parseItems, printItems } from './item-pattern.js'
import { QUOTED, quoted, quoteIfNeeded, unquote } from './quoted-text.js'
import { shown } from './shown-text.js'
import { globOf, matchesState, type StatePattern } from './state-pattern.js'

/** Attempts of one visit, the first being 1. Without `to` there is no end. */
export interface AttemptRange {
  readonly from: number
  readonly to?: number
}

/**
 * Where faults strike, written `State[item]#visit.attempts`: `Resize`, `Resize.1..2`, `Resize[2,5]#1.3..`, `Page*`,
 * `Resize[0|5..7]`. A comma goes one Map further in: `[2,5]` is item 5 of the Map inside item 2 of the outer one.
 * A part that is absent restricts nothing: `Resize` is every attempt of every visit for every item.
 */
export interface Site {
  readonly state: StatePattern
  /** Items of the Maps around the state, one pattern for each Map, outermost first; inner ones may be left out. Never empty. */
  readonly items?: readonly ItemPattern[]
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
    (items === undefined || items.every((pattern, depth) => isItem(pattern, call.items[depth]))) &&
    (visit === undefined || visit === call.visit) &&
    (attempts === undefined || (attempts.from <= call.attempt && call.attempt <= (attempts.to ?? Infinity)))
  )
}

function isItem(pattern: ItemPattern, step: SiteOfCall['items'][number] | undefined): boolean {
  return step !== undefined && matchesItem(pattern, step.index, step.of)
}

/** The attempts `from` to `to` (Infinity: no end); undefined if these are all. UserError unless 1 <= from <= to. */
export function attemptRange(from: number, to: number): AttemptRange | undefined {
  if (!isOrdinal(from) || !(isOrdinal(to) || to === Infinity) || to < from) {
    throw new UserError('usage', `there are no attempts ${from} to ${to}: they count from 1, and the first comes first`)
  }
  if (to !== Infinity) return { from, to }
  return from === 1 ? undefined : { from }
}

const DETAILS = /^(?:\[([^\]"]*)\])?(?:#(\d+))?(?:\.(\d+(?:\.\.\d*)?))?/

/**
 * Reads a site. A state name with a syntax character in it stands in double quotes, as a JSON string. `*n` at the end
 * means n attempts in a row: `Resize.2*3` is `Resize.2..4`. UserError if the text is not a site.
 */
export function parseSite(text: string): Site {
  const { state, rest } = readState(text)
  const { details, rest: end } = readDetails(rest)
  const site = { state, ...details }
  return end === '' ? site : repeatedAttempts(site, end)
}

/** Reads the state pattern at the start of a text: quoted and bare runs and stars in any order. */
export function readState(text: string): { readonly state: StatePattern; readonly rest: string } {
  const pieces: string[] = ['']
  let rest = text
  while (rest !== '') {
    if (rest.startsWith('*') && !/^\*\d+$/.test(rest)) {
      pieces.push('')
      rest = rest.slice(1)
      continue
    }
    const inQuotes = QUOTED.exec(rest)?.[0]
    const run = inQuotes ?? BARE.exec(rest)?.[0]
    if (run === undefined) break
    const literal = inQuotes === undefined ? run : unquote(inQuotes)
    if (literal === undefined) throw unreadableRest(rest)
    pieces.push((pieces.pop() ?? '') + literal)
    rest = rest.slice(run.length)
  }
  if (rest === text && !text.startsWith('"'))
    throw new UserError('usage', `${shown(text)} names no state: write for example Resize.1..2, or *`)
  const [name = '', ...more] = pieces
  return { state: more.length === 0 ? name : globOf(pieces), rest }
}

const BARE = /^[^[\]#.!~*:@;="]+/

/** Reads `[items]#visit.attempts` at the start of a text, any of which may be absent. */
export function readDetails(text: string): { readonly details: Omit<Site, 'state'>; readonly rest: string } {
  const [all = '', items, visit, range] = DETAILS.exec(text) ?? []
  const details = {
    ...(items !== undefined && { items: items.split(',').map(parseItems) }),
    ...(visit !== undefined && { visit: readNumber('a visit', visit) }),
    ...readAttempts(range),
  }
  return { details, rest: text.slice(all.length) }
}

/** The site with `*n` taken for n attempts in a row. UserError if the text is anything else. */
export function repeatedAttempts<T extends Pick<Site, 'attempts'>>(site: T, text: string): T {
  const times = /^\*(\d+)$/.exec(text)?.[1]
  if (times === undefined) throw unreadableRest(text)
  const { from, to } = site.attempts ?? { from: 1, to: 1 }
  if (from !== to) {
    throw new UserError(
      'usage',
      `a range of attempts and "${shown(text).slice(1, -1)}" say the same twice: drop one of them`,
    )
  }
  return { ...site, attempts: { from, to: from + readNumber('a number of attempts', times) - 1 } }
}

/** The site's canonical text, which `parseSite` reads back. */
export function printSite(site: Site): string {
  return `${printState(site.state)}${printDetails(site)}`
}

/** The canonical text of what follows the state. */
export function printDetails({ items, visit, attempts }: Omit<Site, 'state'>): string {
  const where = items === undefined ? '' : `[${items.map(printItems).join(',')}]`
  return `${where}${visit === undefined ? '' : `#${visit}`}${printAttempts(attempts)}`
}

/** `2`, `1..2` or `3..`, with a dot before it. */
function printAttempts(attempts: AttemptRange | undefined): string {
  if (attempts === undefined) return ''
  const { from, to } = attempts
  if (to === undefined) return `.${from}..`
  return from === to ? `.${from}` : `.${from}..${to}`
}

/** The canonical text of a state pattern; `isWord` says which names mean something else, so that they stand in quotes. */
export function printState(state: StatePattern, isWord: (name: string) => boolean = () => false): string {
  if (typeof state === 'string') return isWord(state) ? quoted(state) : quoteIfNeeded(state)
  const last = state.length - 1
  return state
    .map((piece, i) => (piece === '' ? '' : i === last && /^\d+$/.test(piece) ? `"${piece}"` : quoteIfNeeded(piece)))
    .join('*')
}

/** Reads `2`, `1..2` or `3..`; nothing for all attempts. UserError. */
export function readAttempts(range: string | undefined): { readonly attempts?: AttemptRange } {
  if (range === undefined) return {}
  const [first = '', last] = range.split('..')
  const from = readNumber('an attempt', first)
  const to = last === undefined ? from : last === '' ? Infinity : readNumber('an attempt', last)
  const attempts = attemptRange(from, to)
  return attempts === undefined ? {} : { attempts }
}

/** More digits than these are a slip, and would not stay exact. */
const MAX_DIGITS = 9

function readNumber(what: string, digits: string): number {
  const value = Number(digits)
  if (digits.length <= MAX_DIGITS && value >= 1) return value
  throw new UserError('usage', `there is no ${shown(digits)} where ${what} counts from 1 to 999999999`)
}

function isOrdinal(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}

/** The message for what cannot be read where a fault says where and when it strikes. */
function unreadableRest(rest: string): UserError {
  const quote = 'a name with any of []#.!~*:@;=" in it stands in double quotes'
  const form = 'State[item]#visit.attempts!after:50%:3rd~12s..30s'
  return new UserError('usage', `cannot read ${shown(rest)}: write ${form}, any part of which may be absent; ${quote}`)
}
