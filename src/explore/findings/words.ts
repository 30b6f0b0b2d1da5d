import type { ErrorKind } from '../../services/error-kind.js'
import type { ErrorFamily } from './error-family.js'
import type { Place } from './finding.js'

/** How many names of a list are said before the rest is counted. */
const NAMES_SAID = 4

/** `a`, `a and b`, `a, b and c`, `a, b, c, d and 3 more`. */
export function namesInWords(names: readonly string[]): string {
  const rest = names.length - NAMES_SAID
  if (rest > 1) return `${names.slice(0, NAMES_SAID).join(', ')} and ${rest} more`
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Kinds whose words differ from their names. */
const KIND_WORDS: Partial<Readonly<Record<ErrorKind, string>>> = {
  'service-fault': 'service fault',
  'bad-answer': 'bad answer',
  other: 'any other error',
}

/** How many names of errors are said beside their kinds; more are too many to read. */
const ERRORS_SAID = 2

/** The kinds of errors of places, each once, with the names where they are few: `service fault (SNS.InternalErrorException)`. */
export function kindsOf(places: readonly Place[]): string {
  const kinds = new Set(places.flatMap((place) => place.kinds))
  const names = [...new Set(places.flatMap(({ errors }) => errors))].filter((name) => name !== '*')
  const few = names.length > 0 && names.length <= ERRORS_SAID ? ` (${names.join(', ')})` : ''
  return `${namesInWords([...kinds].map(kindInWords))}${few}`
}

export function kindInWords(kind: ErrorKind): string {
  return KIND_WORDS[kind] ?? kind
}

/** Families that are told otherwise than by their kind. */
const FAMILY_WORDS: Partial<Readonly<Record<ErrorFamily, string>>> = {
  throttled: 'throttles',
  'service-fault': 'faults of the service',
  connection: 'lost connections',
  timeout: 'timeouts',
  killed: 'functions and tasks that are killed',
  other: "the callee's own errors",
  nameless: 'functions that end without a name',
  rare: 'errors that only few set-ups meet',
}

export function familyInWords(family: ErrorFamily): string {
  return FAMILY_WORDS[family] ?? family
}

/** `; left behind: ChargeCard (invoke)`, or nothing. */
export function leftBehindOf(places: readonly Place[]): string {
  const left = [...new Set(places.flatMap((place) => place.leftBehind))]
  return left.length === 0 ? '' : `; left behind: ${namesInWords(left)}`
}

/** What the places say for themselves, each once. */
export function detailsOf(places: readonly Place[]): string {
  return [...new Set(places.flatMap(({ detail }) => detail ?? []))].slice(0, NAMES_SAID).join('; ')
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** A time as people say it, in its largest unit: `12 hours`, `1 minute`, `under a second`. */
export function timeInWords(ms: number): string {
  for (const [unit, unitMs] of UNITS) {
    const count = Math.round((ms / unitMs) * 10) / 10
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'}`
  }
  return 'under a second'
}

export function longestOf(places: readonly Place[]): number {
  return Math.max(0, ...places.map(({ longestMs = 0 }) => longestMs))
}
