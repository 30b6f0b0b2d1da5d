import { isArray, isObject, type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { compileJsonata } from './jsonata.js'
import { MAX_NESTING, nestsDeeperThan, printedJson } from '../asl/nesting.js'
import { jsonataText } from '../asl/query-language.js'
import type { Scope } from './scope.js'

/** A compiled template; `location` is the field of the state it stands in, e.g. `Output`. */
export type JsonataEvaluator = (scope: Scope, location: string) => Json | QueryFailure

/**
 * Compiles a value in which any string, at any depth, may be an expression. Keys are never expressions, and what holds
 * none is handed out as it is, never copied. The first failure, in the order of the definition, is the answer.
 */
export function compileJsonataTemplate(source: Json): JsonataEvaluator {
  if (nestsDeeperThan(source, MAX_NESTING)) {
    throw new InvalidExpressionError(`A template is nested more than ${MAX_NESTING} deep`)
  }
  return compilePart(source, '') ?? (() => source)
}

/** Undefined if there is no expression in the part. `suffix` is its place within the field: `/a/b`, `/x[0]`. */
function compilePart(source: Json, suffix: string): JsonataEvaluator | undefined {
  if (isArray(source)) return compileArray(source, suffix)
  if (isObject(source)) return compileObject(Object.entries(source), suffix)
  const text = jsonataText(source)
  if (text === undefined) return undefined
  const expression = compileJsonata(text)
  return (scope, location) => expression.evaluate(scope, location + suffix)
}

function compileArray(source: readonly Json[], suffix: string): JsonataEvaluator | undefined {
  const parts = source.map((item, index) => ({ item, evaluate: compilePart(item, `${suffix}[${index}]`) }))
  if (parts.every((part) => part.evaluate === undefined)) return undefined
  return (scope, location) => {
    const array: Json[] = []
    for (const { item, evaluate } of parts) {
      const value = evaluate ? evaluate(scope, location) : item
      if (value instanceof QueryFailure) return value
      array.push(value)
    }
    return array
  }
}

function compileObject(members: readonly (readonly [string, Json])[], suffix: string): JsonataEvaluator | undefined {
  const parts = members.map(([key, member]) => ({ key, member, evaluate: compilePart(member, `${suffix}/${key}`) }))
  if (parts.every((part) => part.evaluate === undefined)) return undefined
  return (scope, location) => {
    const object: JsonObjectBuilder = {}
    for (const { key, member, evaluate } of parts) {
      const value = evaluate ? evaluate(scope, location) : member
      if (value instanceof QueryFailure) return value
      setMember(object, key, value)
    }
    return object
  }
}

/** The type of a value, as causes name it. */
export type JsonataType = 'array' | 'object' | 'string' | 'number' | 'boolean' | 'null'

function typeOf(value: Json): JsonataType {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  return isObject(value) ? 'object' : (typeof value as JsonataType)
}

/** The failure of an expression that gave another type than its field takes; the cause is recorded. Undefined if it fits. */
export function expectType(
  value: Json,
  expected: JsonataType,
  text: string,
  location: string,
): QueryFailure | undefined {
  return typeOf(value) === expected ? undefined : unexpectedType(value, expected, text, location)
}

/** The failure itself; `expected` also names what is no type of JSON, such as an integer. */
export function unexpectedType(value: Json, expected: string, text: string, location: string): QueryFailure {
  const cause =
    `The JSONata expression '${text}' specified for the field '${location}' returned an unexpected result type. ` +
    `Expected '${expected}', but was '${typeOf(value)}' for value: ${printedJson(value)}`
  return new QueryFailure('States.QueryEvaluationError', cause, location)
}
