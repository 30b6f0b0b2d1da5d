import { isArray, isObject, pointer } from '../../asl/json.js'
import type { Json, JsonObject } from '../../asl/json.js'
import { InvalidExpressionError } from '../../data/failure.js'
import { compilePathExpression } from '../../data/path-expression.js'
import { compileDynamicValue } from '../../data/payload-template.js'

/**
 * Where, in a payload template that is refused, the first member stands that is: its JSON Pointer, below `at`. Undefined
 * if no single one is. For checked definitions, which are nested no deeper than recursion can go.
 */
export function templateFocus(template: Json, at: string): string | undefined {
  return firstIn(template, at, (name, value, place) => {
    if (!name.endsWith('.$')) return templateFocus(value, place)
    return typeof value === 'string' && compiles(() => compileDynamicValue(name, value)) ? undefined : place
  })
}

/** As `templateFocus`, of a Choice rule: the path in it, or in a rule of its And, Or or Not. */
export function ruleFocus(rule: JsonObject, at: string): string | undefined {
  return firstIn(rule, at, (name, value, place) => {
    if (name === 'And' || name === 'Or' || name === 'Not') return rulesFocus(value, place)
    const isPath = typeof value === 'string' && (name === 'Variable' || name.endsWith('Path'))
    return isPath && !compiles(() => compilePathExpression(value)) ? place : undefined
  })
}

function rulesFocus(value: Json, at: string): string | undefined {
  if (isArray(value)) return firstIn(value, at, (_, rule, place) => rulesFocus(rule, place))
  return isObject(value) ? ruleFocus(value, at) : undefined
}

function firstIn(
  value: Json,
  at: string,
  find: (name: string, value: Json, place: string) => string | undefined,
): string | undefined {
  const members = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : []
  for (const [key, item] of members) {
    const found = find(String(key), item, pointer(at, key))
    if (found !== undefined) return found
  }
  return undefined
}

function compiles(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch (error) {
    if (error instanceof InvalidExpressionError) return false
    throw error
  }
}
