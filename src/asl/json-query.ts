import { createRequire } from 'node:module'
import type * as JsonPathPlus from 'jsonpath-plus'
import { isArray, type Json } from './json.js'
import { UserError } from './user-error.js'

let loaded: typeof JsonPathPlus | undefined

/** Most runs never ask: the package is loaded for the first that does. */
function jsonPathPlus(): typeof JsonPathPlus {
  loaded ??= createRequire(import.meta.url)('jsonpath-plus') as typeof JsonPathPlus
  return loaded
}

/**
 * All that a JSONPath query in jsonpath-plus's rich dialect finds, e.g. `$.orders[?(@.total > 100)].id`; empty if nothing
 * matches. Filters are interpreted, never compiled to code. A machine's own paths follow AWS's dialect instead. Throws what
 * the package throws for a query that it cannot read.
 */
export function findAll(json: object, path: string): readonly unknown[] {
  const found: unknown = jsonPathPlus().JSONPath({ path, json, eval: 'safe', wrap: true })
  return Array.isArray(found) ? found : []
}

/** A query that only says yes or no of a value: see `matchesCondition`. */
const MAX_CONDITION = 500

const QUOTED = `'[^'\\\\]*'|"[^"\\\\]*"`
const NESTED = `\\((?:[^()'"]|${QUOTED})*\\)`
const FILTER = `(?:[^()'"]|${QUOTED}|${NESTED})+`
const STEP = `(?:\\.?\\.(?:[\\p{L}\\p{N}_-]+|\\*)|(?:\\.\\.)?\\[(?:\\*|-?\\d+|-?\\d*:-?\\d*|${QUOTED}|\\?\\(${FILTER}\\))\\])`
const CONDITION = new RegExp(`^\\$(?:${STEP})+$`, 'u')
const FILTERS = new RegExp(`\\[\\?\\((${FILTER})\\)\\]`, 'gu')

/** Calls that cost no more than the text they look at. */
const CHEAP_CALLS = new Set(['startsWith', 'endsWith', 'includes', 'indexOf'])

/**
 * UserError unless the text is a query that `matchesCondition` answers in time that is bounded by the value's size: a path
 * from `$` of names, indexes, slices, wildcards and filters, with at most one `..`, without regular expressions, unions and
 * ways back up.
 */
export function checkCondition(text: string): void {
  const mistake = conditionMistake(text)
  if (mistake !== undefined)
    throw new UserError('usage', `cannot use the query ${JSON.stringify(text.slice(0, 80))}: ${mistake}`)
}

function conditionMistake(text: string): string | undefined {
  if (text.length > MAX_CONDITION) return `it is longer than ${MAX_CONDITION} characters`
  if (!CONDITION.test(text)) return 'write a JSONPath such as $.order.total, $[?(@.size > 10)] or $.items[?(@.id == 7)]'
  if (text.split('..').length > 2) return 'more than one ".." would take too long'
  for (const [, filter = ''] of text.matchAll(FILTERS)) {
    const call = [...filter.matchAll(/([\w$]*)\s*\(/g)]
      .map((match) => match[1] ?? '')
      .find((name) => name !== '' && !CHEAP_CALLS.has(name))
    if (call !== undefined) return `a filter may not call ${call}()`
    if (/[[;`]|(?:^|[(,=!<>&|?:])\s*\/|(?<![=!<>])=(?!=)/.test(withoutTexts(filter)))
      return `the filter ${filter} is more than a comparison`
    try {
      jsonPathPlus().JSONPath({ path: `$[?(${filter})]`, json: [{}], eval: 'safe', ignoreEvalErrors: true })
    } catch {
      return `the filter ${filter} cannot be read`
    }
  }
  return undefined
}

function withoutTexts(filter: string): string {
  return filter.replaceAll(/'[^']*'|"[^"]*"/g, "''")
}

/**
 * Whether a value meets a condition that `checkCondition` let pass: whether the query finds anything in it. A filter at the
 * root, `$[?(@.size > 10)]`, is asked of the value itself, or of each element if it is a list. What a filter cannot read
 * (a member of what is not there) is not met.
 */
export function matchesCondition(value: Json, path: string): boolean {
  const json = path.startsWith('$[?') && !isArray(value) ? [value] : value
  if (typeof json !== 'object' || json === null) return false
  const found: unknown = jsonPathPlus().JSONPath({
    path,
    json,
    eval: 'safe',
    wrap: true,
    ignoreEvalErrors: true,
  })
  return Array.isArray(found) && found.length > 0
}
