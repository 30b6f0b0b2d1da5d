import { UserError } from '../asl/user-error.js'
import { splitOutsideQuotes, unquote } from './quoted-text.js'
import { parseSite, printSite, type Site } from './site.js'

/** Consecutive attempts of one visit that one fault struck: `Resize[2]#1=Runtime.ExitError*2`. */
export interface ResolvedStrike {
  readonly state: string
  /** Indexes of the Map items around the state, outermost first; empty outside Maps. */
  readonly items: readonly number[]
  readonly visit: number
  /** The first attempt struck, from 1. */
  readonly attempt: number
  /** How many attempts in a row, at least 1. */
  readonly times: number
  /** An error's name or a fault's id; see `strikeName`. */
  readonly name: string
}

/** One attempt struck: what a run writes down as it goes. */
export type StruckAttempt = Omit<ResolvedStrike, 'times'>

/** What tells one run of a base scenario from another: all that replays it. */
export interface ScenarioString {
  /** The first 8 hex digits of the hash of the base scenario's canonical JSON. */
  readonly base: string
  /** In the order of their first attempts. */
  readonly strikes: readonly ResolvedStrike[]
  /** A whole number from 0. */
  readonly seed: number
}

/** The site of the attempts a strike covers. */
export function siteOfStrike({ state, items, visit, attempt, times }: ResolvedStrike): Site {
  const attempts = { from: attempt, to: attempt + times - 1 }
  return items.length === 0 ? { state, visit, attempts } : { state, items, visit, attempts }
}

/** Joins attempts of one site that follow on each other and have one name, whatever was struck in between. */
export function foldStrikes(struck: readonly StruckAttempt[]): readonly ResolvedStrike[] {
  const folded: ResolvedStrike[] = []
  const lastOfVisit = new Map<string, number>()
  for (const { state, items, visit, attempt, name } of struck) {
    const key = printVisit(state, items, visit)
    const at = lastOfVisit.get(key)
    const last = at === undefined ? undefined : folded[at]
    if (at !== undefined && last?.name === name && last.attempt + last.times === attempt) {
      folded[at] = { ...last, times: last.times + 1 }
    } else {
      lastOfVisit.set(key, folded.length)
      folded.push({ state, items, visit, attempt, times: 1, name })
    }
  }
  return folded
}

/** The canonical text: `aslx:1;base=3f9ac01b;Resize#1=Runtime.ExitError*2;seed=7`. */
export function printScenario({ base, strikes, seed }: ScenarioString): string {
  return ['aslx:1', `base=${base}`, ...strikes.map(printStrike), `seed=${seed}`].join(';')
}

/** Reads a scenario string; UserError if it is none. */
export function parseScenario(text: string): ScenarioString {
  const [version = '', ...entries] = splitOutsideQuotes(text, ';')
  checkVersion(version, text)
  const fields = new Map<string, string>()
  const strikes: ResolvedStrike[] = []
  for (const entry of entries) {
    const field = /^(base|seed|order)=(.*)$/su.exec(entry)
    if (field === null) strikes.push(parseStrike(entry))
    else fields.set(field[1] ?? '', field[2] ?? '')
  }
  if (fields.has('order'))
    throw new UserError('unsupported', `the scenario "${text}" has an order, which is not supported yet`)
  const base = fields.get('base') ?? ''
  const seed = fields.get('seed') ?? ''
  if (!/^[0-9a-f]{8}$/.test(base)) throw new UserError('usage', `the scenario "${text}" needs base= and 8 hex digits`)
  if (!/^\d+$/.test(seed) || !Number.isSafeInteger(Number(seed))) {
    throw new UserError('usage', `the scenario "${text}" needs seed= and a whole number`)
  }
  return { base, strikes, seed: Number(seed) }
}

function checkVersion(version: string, text: string): void {
  if (version === 'aslx:1') return
  if (/^aslx:\d+$/.test(version)) {
    throw new UserError(
      'unsupported',
      `the scenario "${text}" is of a version that this aslx does not know (it knows aslx:1)`,
    )
  }
  throw new UserError('usage', `"${text}" is not a scenario: one begins with aslx:1;base=`)
}

function printVisit(state: string, items: readonly number[], visit: number): string {
  return printSite(items.length === 0 ? { state, visit } : { state, items, visit })
}

function printStrike({ state, items, visit, attempt, times, name }: ResolvedStrike): string {
  const from = attempt === 1 ? '' : `.${attempt}`
  return `${printVisit(state, items, visit)}${from}=${printName(name)}${times === 1 ? '' : `*${times}`}`
}

const BARE_NAME = /^[^*;="\p{Cc}\p{Cs}]+$/u

function printName(name: string): string {
  return BARE_NAME.test(name) ? name : JSON.stringify(name)
}

/** A strike without `#` is of the first visit, one without `.` begins with the first attempt. */
function parseStrike(entry: string): ResolvedStrike {
  const [where = '', what, ...more] = splitOutsideQuotes(entry, '=')
  if (what === undefined || more.length > 0) throw badStrike(entry)
  const { state, items = [], visit = 1, attempts = { from: 1, to: 1 } } = parseSite(where)
  if (typeof state !== 'string' || attempts.to !== attempts.from) throw badStrike(entry)
  const { name, times } = parseName(entry, what)
  return { state, items, visit, attempt: attempts.from, times, name }
}

const NAME_AND_TIMES = /^("(?:[^"\\]|\\.)*"|[^*;="]+)(?:\*(\d{1,9}))?$/

function parseName(entry: string, text: string): { readonly name: string; readonly times: number } {
  const [, written = '', digits = '1'] = NAME_AND_TIMES.exec(text) ?? []
  const name = written.startsWith('"') ? unquote(written) : written
  const times = Number(digits)
  if (name === undefined || name === '' || times < 1) throw badStrike(entry)
  return { name, times }
}

function badStrike(entry: string): UserError {
  return new UserError('usage', `cannot read "${entry}" in the scenario: a strike is State#visit=Error.Name*times`)
}
