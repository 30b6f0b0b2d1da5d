import { parseDuration } from '../../asl/duration.js'
import { isArray } from '../../asl/json.js'
import { UserError, withErrorPart } from '../../asl/user-error.js'
import { parseByteSize } from '../byte-size.js'
import { parseKind } from '../fault-text.js'
import { parseResourcePattern } from '../resource-pattern.js'
import { type OptionsOf, type OptionKind, type OptionTable, readOptions, type Values } from './model-options.js'

/** A number from 0. */
export const amount: OptionKind<number, number> = numbers('a number from 0', (value) => value >= 0)

/** A number over 0. */
export const positive: OptionKind<number, number> = numbers('a number over 0', (value) => value > 0)

/** A whole number from 0. */
export const count: OptionKind<number, number> = numbers(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && value >= 0,
)

/** A whole number from 1. */
export const ordinal: OptionKind<number, number> = numbers(
  'a whole number from 1',
  (value) => Number.isSafeInteger(value) && value >= 1,
)

/** A part of a whole: a number from 0 to 1, or a text such as `30%`. */
export const share: OptionKind<number | string, number> = {
  what: 'a share from 0 to 1, e.g. 0.3 or 30%',
  read: (raw) => {
    const percent = typeof raw === 'string' ? /^(\d{1,3}(?:\.\d{1,15})?)%$/.exec(raw)?.[1] : undefined
    const value = percent === undefined ? raw : Number(percent) / 100
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined
  },
}

/** Virtual ms, or a text such as `5s`. */
export const duration: OptionKind<number | string, number> = {
  what: 'a duration, e.g. 5s or 300 (ms)',
  read: (raw) => (typeof raw === 'string' || typeof raw === 'number' ? parseDuration(raw) : undefined),
}

/** A duration that is none at all is no mean time. */
export const longDuration: OptionKind<number | string, number> = {
  what: 'a duration over 0, e.g. 5s or 300 (ms)',
  read: (raw) => duration.read(raw) || undefined,
}

/** Several points in virtual time. */
export const durations: OptionKind<readonly (number | string)[], readonly number[]> = {
  what: 'a list of times, e.g. [10m, 20m]',
  read: (raw) => (isArray(raw) && raw.length <= MOST ? readAll(raw, duration).toSorted((a, b) => a - b) : undefined),
}

/** Megabytes of 1,048,576 bytes, as Lambda counts, or a text such as `512MB`. */
export const megabytes: OptionKind<number | string, number> = {
  what: 'a size in megabytes, e.g. 128 or 512MB',
  read: (raw) => {
    if (typeof raw === 'string' && raw.length <= 100) return parseByteSize(raw) / 1_048_576
    return typeof raw === 'number' && raw >= 0 && Number.isFinite(raw) ? raw : undefined
  },
}

export const textOption: OptionKind<string, string> = {
  what: 'text',
  read: (raw) => (typeof raw === 'string' && raw !== '' ? raw : undefined),
}

export const flag: OptionKind<boolean, boolean> = {
  what: 'true or false',
  read: (raw) => (typeof raw === 'boolean' ? raw : undefined),
}

/** A fault of the catalogue with its arguments, if it takes any: `s3-slowdown`, `error(Card.Busy)`. */
export const faultText: OptionKind<string, string> = {
  what: 'a fault, e.g. s3-slowdown',
  read: (raw) => {
    if (typeof raw !== 'string') return undefined
    parseKind(raw)
    return raw
  },
}

/** Calls by what they go to: `svc:s3`, `fn:Resize*`, `resource:arn:...`; one or several. */
export const selectors: OptionKind<string | readonly string[], readonly string[]> = {
  what: 'svc:s3, fn:Resize* or resource:arn:..., or a list of these',
  read: (raw) => {
    const list: readonly unknown[] = isArray(raw) ? raw : [raw]
    if (list.length === 0 || list.length > MOST) return undefined
    const texts = list.filter((entry) => typeof entry === 'string')
    for (const selector of texts) parseResourcePattern(selector)
    return texts.length === list.length ? texts : undefined
  },
}

/** One of these words. */
export function choice<T extends string>(...words: readonly T[]): OptionKind<T, T> {
  return { what: words.join(' or '), read: (raw) => words.find((word) => word === raw) }
}

/** A list of objects with these options. */
export function optionList<T extends OptionTable>(
  what: string,
  table: T,
): OptionKind<readonly OptionsOf<T>[], readonly Values<T>[]> {
  return {
    what: `a list of objects with ${Object.keys(table).join(', ')}`,
    read: (raw) =>
      isArray(raw) && raw.length <= MOST
        ? raw.map((entry, index) => readOptions(`${what} ${index + 1}`, table, entry))
        : undefined,
  }
}

/** Entries of a list at most. */
const MOST = 10_000

function readAll<In, Out>(raw: readonly unknown[], { what, read }: OptionKind<In, Out>): readonly Out[] {
  return raw.map((entry, index) =>
    withErrorPart(`entry ${index + 1}`, () => {
      const value = read(entry)
      if (value === undefined) throw new UserError('usage', `it must be ${what}`)
      return value
    }),
  )
}

function numbers(what: string, isOne: (value: number) => boolean): OptionKind<number, number> {
  return {
    what,
    read: (raw) => (typeof raw === 'number' && Number.isFinite(raw) && isOne(raw) ? raw : undefined),
  }
}
