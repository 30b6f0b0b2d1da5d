import { type Json, isArray, isObject } from './json.js'

/** 1e21: from here on JavaScript writes whole numbers with an exponent, too. */
const EXPONENT_FROM = 1e21

/**
 * A number as Jackson writes it. A fraction is a double, and reads as Java prints one: plain from 0.001 up to 10,000,000,
 * else with an exponent (`8.88E-16`, `1.23456789E7`). A whole number is taken for one that was written in digits.
 */
export function jacksonNumber(value: number): string {
  const size = Math.abs(value)
  if (Number.isInteger(value) ? size < EXPONENT_FROM : size >= 1e-3 && size < 1e7) return String(value)
  if (!Number.isFinite(value)) return String(value)
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`
}

/** Compact JSON with numbers as Jackson writes them. The value is nested no deeper than the stack allows. */
export function jacksonText(value: Json): string {
  return hasOtherText(value) ? written(value) : JSON.stringify(value)
}

/** Whether a number in it is written in another way than JavaScript has it. */
function hasOtherText(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && jacksonNumber(value) !== String(value)
  if (isArray(value)) return value.some(hasOtherText)
  return isObject(value) && Object.values(value).some(hasOtherText)
}

function written(value: Json): string {
  if (typeof value === 'number') return Number.isFinite(value) ? jacksonNumber(value) : 'null'
  if (isArray(value)) return `[${value.map(written).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`)
    .join(',')}}`
}
