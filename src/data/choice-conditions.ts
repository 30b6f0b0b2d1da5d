import { isArray, isObject, member, type Json, type JsonObject } from '../asl/json.js'
import { COMPARISONS, TYPE_TESTS, type Comparison } from './choice-comparisons.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { PathFailure } from './jsonpath/path-failure.js'
import { compilePathExpression } from './path-expression.js'
import { compilePresentRead } from './present-value.js'
import type { Scope } from './scope.js'
import { compileStringPattern } from './string-pattern.js'

/** Whether a rule of a Choice applies; a failure if a path it needs leads nowhere. */
export type ChoiceTest = (scope: Scope) => boolean | QueryFailure

type Read = (scope: Scope) => Json | PathFailure

interface Operand {
  readonly text: string
  readonly read: Read
}

/** How deep And, Or and Not may be nested. Chosen; machines people write stay below 10. */
const MAX_DEPTH = 100

const NOT_OPERATORS: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment', 'Assign'])

/**
 * Compiles a JSONPath rule: a comparison, or And, Or and Not of rules. https://states-language.net/#choice-state
 *
 * A value of another type makes a comparison false, never an error (recorded, every operator with every type). And and
 * Or stop at the first rule that decides, so `IsPresent` guards what follows it. A path that leads nowhere fails, except
 * under `IsPresent`. Two assumptions: an index past the end leads nowhere for every operator, and `IsPresent` takes a
 * path that cannot be applied at all, such as `[0]` to a number, for absent.
 *
 * @throws InvalidExpressionError if the rule is malformed.
 */
export function compileChoiceRule(rule: JsonObject): ChoiceTest {
  return compileRule(rule, 1)
}

function compileRule(rule: Json, depth: number): ChoiceTest {
  if (!isObject(rule)) throw new InvalidExpressionError('A choice rule must be an object')
  if (depth > MAX_DEPTH) throw new InvalidExpressionError(`Choice rules are nested more than ${MAX_DEPTH} deep`)
  const name = operatorOf(rule)
  const value = member(rule, name) ?? null
  switch (name) {
    case 'And':
      return allOf(compileRules(name, value, depth))
    case 'Or':
      return anyOf(compileRules(name, value, depth))
    case 'Not':
      return negated(compileRule(value, depth + 1))
    default:
      return compileDataTest(name, value, compileOperand('Variable', member(rule, 'Variable')))
  }
}

function operatorOf(rule: JsonObject): string {
  const names = Object.keys(rule).filter((key) => !NOT_OPERATORS.has(key))
  const [name] = names
  if (name === undefined) throw new InvalidExpressionError('A choice rule must have a comparison, And, Or or Not')
  if (names.length > 1) {
    throw new InvalidExpressionError(`A choice rule must have one comparison, and this has ${names.join(' and ')}`)
  }
  return name
}

function compileRules(name: string, rules: Json, depth: number): readonly ChoiceTest[] {
  if (!isArray(rules) || rules.length === 0) {
    throw new InvalidExpressionError(`${name} must be an array of at least one choice rule`)
  }
  return rules.map((rule) => compileRule(rule, depth + 1))
}

function allOf(tests: readonly ChoiceTest[]): ChoiceTest {
  return (scope) => {
    for (const test of tests) {
      const result = test(scope)
      if (result !== true) return result
    }
    return true
  }
}

function anyOf(tests: readonly ChoiceTest[]): ChoiceTest {
  return (scope) => {
    for (const test of tests) {
      const result = test(scope)
      if (result !== false) return result
    }
    return false
  }
}

function negated(test: ChoiceTest): ChoiceTest {
  return (scope) => {
    const result = test(scope)
    return typeof result === 'boolean' ? !result : result
  }
}

function compileOperand(field: string, path: Json | undefined): Operand {
  if (typeof path !== 'string') throw new InvalidExpressionError(`${field} must be a path`)
  return { text: path, read: compilePresentRead(compilePathExpression(path)) }
}

function compileDataTest(name: string, expected: Json, variable: Operand): ChoiceTest {
  if (name === 'IsPresent') return isPresent(variable, flag(name, expected))
  const typeTest = TYPE_TESTS.get(name)
  if (typeTest !== undefined) {
    const wanted = flag(name, expected)
    return valueTest(variable, (value) => typeTest(value) === wanted)
  }
  if (name === 'StringMatches') return stringMatches(variable, expected)
  const comparison = COMPARISONS.get(name)
  if (comparison !== undefined) return compareWithLiteral(name, comparison, expected, variable)
  const withPath = name.endsWith('Path') ? COMPARISONS.get(name.slice(0, -'Path'.length)) : undefined
  if (withPath !== undefined) return compareWithPath(withPath, compileOperand(name, expected), variable)
  throw new InvalidExpressionError(`${name} is no comparison of a choice rule`)
}

function flag(name: string, value: Json): boolean {
  if (typeof value !== 'boolean') throw new InvalidExpressionError(`${name} must be true or false`)
  return value
}

function isPresent(variable: Operand, wanted: boolean): ChoiceTest {
  return (scope) => !(variable.read(scope) instanceof PathFailure) === wanted
}

function valueTest(variable: Operand, test: (value: Json) => boolean): ChoiceTest {
  const { read } = variable
  return (scope) => {
    const value = read(scope)
    return value instanceof PathFailure ? invalidReference(variable) : test(value)
  }
}

function stringMatches(variable: Operand, pattern: Json): ChoiceTest {
  if (typeof pattern !== 'string') throw new InvalidExpressionError('StringMatches must be a string')
  const matches = compileStringPattern(pattern)
  return valueTest(variable, (value) => typeof value === 'string' && matches(value))
}

function compareWithLiteral(name: string, comparison: Comparison, literal: Json, variable: Operand): ChoiceTest {
  const { operand, holds, expected } = comparison
  const right = operand(literal)
  if (right === undefined) throw new InvalidExpressionError(`${name} must be ${expected}`)
  return valueTest(variable, (value) => {
    const left = operand(value)
    return left !== undefined && holds(left, right)
  })
}

function compareWithPath(comparison: Comparison, reference: Operand, variable: Operand): ChoiceTest {
  const { operand, holds } = comparison
  return (scope) => {
    const value = variable.read(scope)
    if (value instanceof PathFailure) return invalidReference(variable)
    const other = reference.read(scope)
    if (other instanceof PathFailure) return invalidReference(reference)
    const left = operand(value)
    const right = operand(other)
    return left !== undefined && right !== undefined && holds(left, right)
  }
}

/** The wording is AWS's as people report it; no recording has it. */
function invalidReference(operand: Operand): QueryFailure {
  return new QueryFailure(
    'States.Runtime',
    `Invalid path '${operand.text}': The choice state's condition path references an invalid value.`,
  )
}
