import { isObject, member } from './json.js'
import type { QueryLanguage } from './types.js'

/** The query languages there are; the first is the default. */
export const QUERY_LANGUAGES: readonly QueryLanguage[] = ['JSONPath', 'JSONata']

/** The language that a machine or state names itself; undefined if it names none, or none that there is. */
export function ownLanguageOf(holder: unknown): QueryLanguage | undefined {
  const name = isObject(holder) ? member(holder, 'QueryLanguage') : undefined
  return QUERY_LANGUAGES.find((language) => language === name)
}

/**
 * The language in force: a state's own, else that of the whole machine, else JSONPath. What a Map or Parallel says is
 * not handed down to the states inside it (measured). For the language of a machine, leave out `machine`.
 */
export function languageOf(holder: unknown, machine?: unknown): QueryLanguage {
  return ownLanguageOf(holder) ?? ownLanguageOf(machine) ?? 'JSONPath'
}

/** Whether JSONata is the language in force; see `languageOf`. */
export function isJsonata(holder: unknown, machine?: unknown): boolean {
  return languageOf(holder, machine) === 'JSONata'
}

/**
 * The text of a JSONata expression, trimmed, if the value is a string that begins with exactly `{%` and ends with exactly
 * `%}`; any other value is literal (measured: blanks around the delimiters make a literal).
 */
export function jsonataText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length < 4 || !value.startsWith('{%') || !value.endsWith('%}'))
    return undefined
  return value.slice(2, -2).trim()
}

/** Whether a JSONata state evaluates the value as an expression. */
export function isExpression(value: unknown): value is string {
  return jsonataText(value) !== undefined
}
