import { hasUnprintable } from '../asl/unprintable.js'
import { UserError } from '../asl/user-error.js'
import type { Placement } from './conditions.js'
import { closingParenthesis, QUOTED, quoted, splitOutsideQuotes, unquote } from './quoted-text.js'
import { shown } from './shown-text.js'
import { parseSite, printSite, type SiteOfCall } from './site.js'

/** Consecutive attempts of one visit that one fault struck: `Resize[2]#1=Runtime.ExitError*2`, `Ship#1=slow-response(5s)`. */
export interface ResolvedStrike {
  readonly state: string
  /** Indexes of the Map items around the state, outermost first; empty outside Maps. */
  readonly items: readonly number[]
  readonly visit: number
  /** The first attempt struck, from 1. */
  readonly attempt: number
  /** How many attempts in a row, at least 1. */
  readonly times: number
  /** It strikes every attempt from this visit on, which begins with it: `Lock#1..=DynamoDb.DynamoDbException`. `times` is 1. */
  readonly persists?: true
  /** An error's name or a fault's id; see `strikeName`. */
  readonly name: string
  /** The fault's arguments, as they stand in its parentheses; absent where it has none but its defaults. */
  readonly args?: string
  /** Absent where it is the fault's own. */
  readonly placement?: Placement
}

/** One attempt struck: what a run writes down as it goes. */
export type StrikeAttempt = Omit<ResolvedStrike, 'times'>

/** What tells one run of a base scenario from another: all that replays it. */
export interface ScenarioString {
  /** The first 8 hex digits of the hash of the base scenario's canonical JSON. */
  readonly base: string
  /** In the order of their first attempts. */
  readonly strikes: readonly ResolvedStrike[]
  /** A whole number from 0. */
  readonly seed: number
  /** How often the run was redriven, whose scenario it is; by default never. */
  readonly redrives?: number
}

/** Whether a strike covers an attempt. */
export function coversAttempt(strike: ResolvedStrike, call: SiteOfCall): boolean {
  const { state, items, visit, attempt, times } = strike
  if (state !== call.state || items.length !== call.items.length) return false
  if (!items.every((index, depth) => call.items[depth]?.index === index)) return false
  if (strike.persists) return call.visit >= visit
  return call.visit === visit && attempt <= call.attempt && call.attempt < attempt + times
}

/** Joins attempts of one site that follow on each other and were struck alike, whatever was struck in between. */
export function foldStrikes(struck: readonly StrikeAttempt[]): readonly ResolvedStrike[] {
  const folded: ResolvedStrike[] = []
  const lastOfVisit = new Map<string, number>()
  for (const attempt of struck) {
    const key = `${printVisit(attempt.state, attempt.items, attempt.visit)}${attempt.persists ? '..' : ''}`
    const at = lastOfVisit.get(key)
    const last = at === undefined ? undefined : folded[at]
    if (last && isRepeated(last, attempt)) continue
    if (at !== undefined && last && isNextOf(last, attempt)) {
      folded[at] = { ...last, times: last.times + 1 }
    } else {
      lastOfVisit.set(key, folded.length)
      folded.push({ ...attempt, times: 1 })
    }
  }
  return folded
}

/** A strike that persists, and one at a distributed Map whose children begin anew, hit what has the same site again. */
function isRepeated(last: ResolvedStrike, { attempt, name, args, placement }: StrikeAttempt): boolean {
  const alike = last.name === name && last.args === args && last.placement === placement
  return alike && (last.persists === true || (last.attempt <= attempt && attempt < last.attempt + last.times))
}

function isNextOf(last: ResolvedStrike, { attempt, name, args, placement }: StrikeAttempt): boolean {
  const alike = last.name === name && last.args === args && last.placement === placement
  return alike && last.attempt + last.times === attempt
}

/** The canonical text: `aslx:1;base=3f9ac01b;Resize#1=Runtime.ExitError*2;seed=7`. */
export function printScenario({ base, strikes, seed, redrives = 0 }: ScenarioString): string {
  const redriven = redrives === 0 ? [] : [`redrive=${redrives}`]
  return ['aslx:1', `base=${base}`, ...redriven, ...strikes.map(printStrike), `seed=${seed}`].join(';')
}

/** Reads a scenario string; UserError if it is none. */
export function parseScenario(text: string): ScenarioString {
  const [version = '', ...entries] = splitOutsideQuotes(text, ';')
  checkVersion(version, text)
  const fields = new Map<string, string>()
  const strikes: ResolvedStrike[] = []
  for (const entry of entries) {
    const field = /^(?:(base|seed|order)=(.*)|(redrive)=(\d{1,9}))$/su.exec(entry)
    if (field === null) strikes.push(parseStrike(entry))
    else fields.set(field[1] ?? field[3] ?? '', field[2] ?? field[4] ?? '')
  }
  if (fields.has('order'))
    throw new UserError('unsupported', `the scenario ${shown(text)} has an order, which is not supported yet`)
  const base = fields.get('base') ?? ''
  const seed = fields.get('seed') ?? ''
  if (!/^[0-9a-f]{8}$/.test(base))
    throw new UserError('usage', `the scenario ${shown(text)} needs base= and 8 hex digits`)
  if (!/^\d+$/.test(seed) || !Number.isSafeInteger(Number(seed))) {
    throw new UserError('usage', `the scenario ${shown(text)} needs seed= and a whole number`)
  }
  const redrives = fields.get('redrive')
  return { base, strikes, seed: Number(seed), ...(redrives !== undefined && { redrives: Number(redrives) }) }
}

function checkVersion(version: string, text: string): void {
  if (version === 'aslx:1') return
  if (/^aslx:\d+$/.test(version)) {
    throw new UserError(
      'unsupported',
      `the scenario ${shown(text)} is of a version that this aslx does not know (it knows aslx:1)`,
    )
  }
  throw new UserError('usage', `${shown(text)} is not a scenario: one begins with aslx:1;base=`)
}

function printVisit(state: string, items: readonly number[], visit: number): string {
  return printSite(items.length === 0 ? { state, visit } : { state, items, visit })
}

function printStrike({ state, items, visit, attempt, times, persists, ...what }: ResolvedStrike): string {
  const from = persists ? '..' : attempt === 1 ? '' : `.${attempt}`
  return `${printVisit(state, items, visit)}${from}=${printStrikeName(what)}${times === 1 ? '' : `*${times}`}`
}

const BARE_NAME = /^[^*;="()!\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/u

/** What strikes, as it stands behind `=`: `Runtime.ExitError`, `slow-response(5s)`, and `!after` where a placement is given. */
export function printStrikeName({
  name,
  args,
  placement,
}: Pick<ResolvedStrike, 'name' | 'args' | 'placement'>): string {
  const bare = BARE_NAME.exec(name)?.[0] === name && !hasUnprintable(name) ? name : quoted(name)
  return `${bare}${args === undefined ? '' : `(${args})`}${placement === undefined ? '' : `!${placement}`}`
}

/** What strikes, read back from the text behind `=`. UserError. */
export function parseStrikeName(text: string): Pick<ResolvedStrike, 'name' | 'args' | 'placement'> {
  const { times: _once, ...what } = parseWhat(text, text)
  return what
}

/** A strike without `#` is of the first visit, one without `.` begins with the first attempt. */
function parseStrike(entry: string): ResolvedStrike {
  const [where = '', ...parts] = splitOutsideQuotes(entry, '=')
  if (parts.length === 0) throw badStrike(entry)
  const first = PERSISTS.exec(where)?.[1]
  const { state, items = [], visit = 1, attempts = { from: 1, to: 1 } } = parseSite(first ?? where)
  const indexes = items.filter((item) => typeof item === 'number')
  if (typeof state !== 'string' || attempts.to !== attempts.from || indexes.length < items.length)
    throw badStrike(entry)
  const what = parseWhat(entry, parts.join('='))
  if (first !== undefined && what.times > 1) throw badStrike(entry)
  return {
    state,
    items: indexes,
    visit,
    attempt: attempts.from,
    ...what,
    ...(first !== undefined && { persists: true }),
  }
}

/** A visit, and all that follow. */
const PERSISTS = /^(.*#\d+)\.\.$/su

const PLACEMENT_AND_TIMES = /^(?:!(before|after))?(?:\*(\d{1,9}))?$/

function parseWhat(entry: string, text: string): Pick<ResolvedStrike, 'name' | 'args' | 'placement' | 'times'> {
  const written = QUOTED.exec(text)?.[0] ?? BARE_NAME.exec(text)?.[0] ?? ''
  const name = written.startsWith('"') ? unquote(written) : written
  const behind = text.slice(written.length)
  const end = behind.startsWith('(') ? closingParenthesis(behind) + 1 : 0
  const args = end === 0 ? undefined : behind.slice(1, end - 1)
  const [all, placement, digits = '1'] = PLACEMENT_AND_TIMES.exec(behind.slice(end)) ?? []
  const times = Number(digits)
  if (name === undefined || name === '' || args === '' || all === undefined || times < 1) throw badStrike(entry)
  return {
    name,
    ...(args !== undefined && { args }),
    ...((placement === 'before' || placement === 'after') && { placement }),
    times,
  }
}

function badStrike(entry: string): UserError {
  const form = 'State#visit=Error.Name(args)!after*times, where arguments, placement and times may be absent'
  return new UserError('usage', `cannot read ${shown(entry)} in the scenario: a strike is ${form}`)
}
