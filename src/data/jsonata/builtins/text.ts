import { apply, type NativeBody } from '../callables.js'
import { EvaluationError } from '../evaluation-error.js'
import { MAX_STRING_LENGTH, tooLarge } from '../evaluation-limits.js'
import { matchAsValue, asResult, findFirst, type Match } from '../regex-match.js'
import type { JsonataRun } from '../jsonata-run.js'
import { Callable, Sequence, type Value } from '../jsonata-values.js'

/** A limit argument: a negative one is an error, none is no limit. */
function readLimit(limit: Value, code: string, index: number): number {
  if (typeof limit !== 'number') return Infinity
  if (limit < 0) throw new EvaluationError(code, { value: limit, index })
  return limit
}

/** `replacement` with `$0`, `$1`, ... filled in from the match; `$$` is a dollar sign. */
function substitute(replacement: string, match: Match): string {
  const groupCount = match.groups.length
  const maxDigits = groupCount === 0 ? 1 : Math.floor(Math.log10(groupCount)) + 1
  let result = ''
  let position = 0
  while (position < replacement.length) {
    const dollar = replacement.indexOf('$', position)
    if (dollar < 0) break
    result += replacement.slice(position, dollar)
    position = dollar + 1
    const next = replacement.charAt(position)
    if (next === '$' || next === '0') {
      result += next === '$' ? '$' : match.text
      position++
      continue
    }
    const number = readGroupNumber(replacement, position, maxDigits, groupCount)
    if (number === undefined) {
      result += '$'
      continue
    }
    const group = match.groups[number - 1]
    if (typeof group === 'string') result += group
    position += String(number).length
  }
  return result + replacement.slice(position)
}

/** As many digits as the highest group number has, one less if that names no group. */
function readGroupNumber(text: string, at: number, maxDigits: number, groupCount: number): number | undefined {
  let number = Number.parseInt(text.slice(at, at + maxDigits), 10)
  if (maxDigits > 1 && number > groupCount) number = Number.parseInt(text.slice(at, at + maxDigits - 1), 10)
  return Number.isNaN(number) ? undefined : number
}

function replacementFor(run: JsonataRun, replacement: Value, match: Match): string {
  if (typeof replacement === 'string') return substitute(replacement, match)
  const text = apply(run, replacement, [matchAsValue(match)], null)
  if (typeof text !== 'string') throw new EvaluationError('D3012', { value: text })
  return text
}

function replaceText(run: JsonataRun, text: string, pattern: string, replacement: Value, limit: number): string {
  let result = ''
  let position = 0
  let index = text.indexOf(pattern)
  for (let count = 0; index >= 0 && count < limit; count++) {
    if (replacement !== undefined && typeof replacement !== 'string') {
      throw new EvaluationError('D3012', { value: replacement })
    }
    // Nothing is inserted as the word: so does 2.0.6.
    result += text.slice(position, index) + String(replacement)
    run.spend(1)
    if (result.length > MAX_STRING_LENGTH) throw tooLarge()
    position = index + pattern.length
    index = text.indexOf(pattern, position)
  }
  return result + text.slice(position)
}

function replaceMatches(run: JsonataRun, text: string, pattern: Value, replacement: Value, limit: number): string {
  let result = ''
  let position = 0
  let match = findFirst(run, pattern, text)
  for (let count = 0; match && count < limit; count++) {
    result += text.slice(position, match.start) + replacementFor(run, replacement, match)
    if (result.length > MAX_STRING_LENGTH) throw tooLarge()
    position = match.start + match.text.length
    match = match.next()
  }
  return result + text.slice(position)
}

function splitMatches(run: JsonataRun, text: string, separator: Value, limit: number): readonly string[] {
  const parts: string[] = []
  let start = 0
  let match = findFirst(run, separator, text)
  while (match && parts.length < limit) {
    parts.push(text.slice(start, match.start))
    start = match.end
    match = match.next()
  }
  if (parts.length < limit) parts.push(text.slice(start))
  return parts
}

/** Functions on strings that take regular expressions, or need a limit of their own, by name. */
export const TEXT: Readonly<Record<string, NativeBody>> = {
  contains(run, [text, token]) {
    if (typeof text !== 'string') return undefined
    return typeof token === 'string' ? text.includes(token) : findFirst(run, token, text) !== undefined
  },

  match(run, [text, matcher, limit]) {
    if (typeof text !== 'string') return undefined
    const most = readLimit(limit, 'D3040', 3)
    const results = new Sequence()
    if (most === 0) return results
    let match = findFirst(run, matcher, text)
    while (match && results.length < most) {
      results.push(asResult(match))
      match = match.next()
    }
    return results
  },

  /** The package's own makes the filler times the width first: a long filler would crash the process. */
  pad(run, [text, width, filler]) {
    if (typeof text !== 'string' || typeof width !== 'number') return text
    if (Math.abs(width) > MAX_STRING_LENGTH) throw tooLarge()
    const missing = Math.trunc(Math.abs(width)) - Array.from(text).length
    if (missing <= 0) return text
    run.spend(missing)
    const characters = typeof filler === 'string' && filler !== '' ? Array.from(filler) : [' ']
    const rest = characters.slice(0, missing % characters.length).join('')
    const padding = characters.join('').repeat(Math.floor(missing / characters.length)) + rest
    const padded = width > 0 ? text + padding : padding + text
    run.spendText(padded.length)
    return padded
  },

  replace(run, [text, pattern, replacement, limit]) {
    if (typeof text !== 'string') return undefined
    if (pattern === '') throw new EvaluationError('D3010', { value: pattern, index: 2 })
    const most = readLimit(limit, 'D3011', 4)
    if (most === 0) return text
    if (typeof pattern === 'string') return replaceText(run, text, pattern, replacement, most)
    return replaceMatches(run, text, pattern, replacement, most)
  },

  split(run, [text, separator, limit]) {
    if (typeof text !== 'string') return undefined
    const most = readLimit(limit, 'D3020', 3)
    if (most === 0) return []
    if (separator instanceof Callable) return splitMatches(run, text, separator, most)
    return text.split(String(separator), most === Infinity ? undefined : most)
  },
}
