import type { Json } from '../../asl/json.js'
import { isLong } from '../number-rules.js'
import { PathFailure } from './path-failure.js'

/** What an operator says of the order of its right-hand side and its left-hand side: below 0 if the right one comes first. */
const OPERATORS = {
  '==': (order: number) => order === 0,
  '!=': (order: number) => order !== 0,
  '<': (order: number) => order > 0,
  '<=': (order: number) => order >= 0,
  '>': (order: number) => order < 0,
  '>=': (order: number) => order <= 0,
}
export type Operator = keyof typeof OPERATORS

/** `actual operator expected` as a filter sees it: `expected` is the right-hand side. What cannot be compared is false. */
export function compare(expected: Json, operator: Operator, actual: Json): boolean | PathFailure {
  const isOrder = operator !== '==' && operator !== '!='
  if (isOrder && (expected === null) !== (actual === null)) return false
  const order = orderOf(expected, actual)
  if (order === undefined) return false
  return typeof order === 'number' ? OPERATORS[operator](order) : order
}

/** Below 0 if `expected` comes first. Text beside a number or boolean is read as one, but only on the right-hand side. */
function orderOf(expected: Json, actual: Json): number | undefined | PathFailure {
  if (isNullish(expected) || isNullish(actual)) return Number(isNullish(actual)) - Number(isNullish(expected))
  if (isBeyondLong(expected) || isBeyondLong(actual)) return undefined
  if (typeof expected === 'string') {
    if (typeof actual === 'string') return difference(expected, actual)
    if (typeof actual === 'boolean') return difference(expected.toLowerCase() === 'true', actual)
    if (typeof actual !== 'number') return undefined
    return isDecimal(expected) ? difference(Number(expected), actual) : notDecimal(expected)
  }
  if (typeof expected === 'number' && typeof actual === 'number') return difference(expected, actual)
  if (typeof expected === 'boolean' && typeof actual === 'boolean') return difference(expected, actual)
  return undefined
}

/** A whole number that no Java long holds: a BigInteger of Jackson's, which Jayway compares with nothing. */
function isBeyondLong(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !isLong(value)
}

/** The text "null" is null. */
function isNullish(value: Json): boolean {
  return value === null || value === 'null'
}

function difference<T extends string | number | boolean>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function isDecimal(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,10})?$/.test(text)
}

/** Why Java 17's BigDecimal cannot read the text; where it gives no reason it prints "null". */
function notDecimal(text: string): PathFailure {
  const unsigned = text.replace(/^[+-]/, '')
  const [, number = '', stop = '', rest = ''] = /^(\d*\.?\d*)(.?)(.*)/su.exec(unsigned) ?? []
  return new PathFailure('invalid-context', reason(text, number, stop, rest))
}

function reason(text: string, number: string, stop: string, rest: string): string {
  if (stop === 'e' || stop === 'E') return /^[+-]?.*\D/s.test(rest) ? 'Not a digit.' : 'null'
  if (text === '') return 'null'
  if (stop === '') return 'No digits found.'
  if (stop === '.' && number.includes('.')) return 'Character array contains more than one decimal point.'
  if (text.length > 18) return 'Character array is missing "e" notation exponential mark.'
  return `Character ${stop} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`
}
