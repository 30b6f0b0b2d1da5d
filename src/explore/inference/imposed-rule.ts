import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { COMPARISONS, type Comparison, TYPE_TESTS } from '../../data/choice-comparisons.js'
import { compileStringPattern } from '../../data/string-pattern.js'
import { valueAtPath } from './path-value.js'
import type { ValueScope } from './value-scope.js'
import { absent, impose, jsonOf, present, type OpenValue } from './open-value.js'
import { around, equalTo, TIME_EXAMPLE, type Want } from './wanted-value.js'

/** What is imposed next: what was imposed before is taken back and done otherwise where that fails. */
type Then = () => boolean

/** A rule, and whether it has to hold. */
export interface RuleGoal {
  readonly rule: Json
  readonly holds: boolean
}

/** Comparisons that are tried for one way of a Choice, in all combinations. */
const MOST_TESTS = 400

/**
 * Sees to it that rules of a JSONPath Choice hold, or do not. False if it cannot be, also where a path that they need leads
 * nowhere. What a failed try has changed may be left: see `Trail.attempt`.
 */
export function imposeRules(goals: readonly RuleGoal[], scope: ValueScope): boolean {
  return new RuleSolver(scope).all(goals, () => true)
}

/** Goes through the ways in which rules can hold or fail, until one goes together with all that is known. */
class RuleSolver {
  readonly #scope: ValueScope
  #tests = 0

  constructor(scope: ValueScope) {
    this.#scope = scope
  }

  all([first, ...rest]: readonly RuleGoal[], then: Then): boolean {
    if (!first) return then()
    return this.#rule(first, () => this.all(rest, then))
  }

  #rule({ rule, holds }: RuleGoal, then: Then): boolean {
    if (!isObject(rule)) return false
    const all = member(rule, 'And')
    const any = member(rule, 'Or')
    const rules = isArray(all) ? all : isArray(any) ? any : undefined
    if (rules) return isArray(all) === holds ? this.all(goalsOf(rules, holds), then) : this.#one(rules, holds, then)
    const not = member(rule, 'Not')
    if (not !== undefined) return this.#rule({ rule: not, holds: !holds }, then)
    this.#tests += 1
    if (this.#tests > MOST_TESTS) return false
    return this.#scope.trail.attempt(() => imposeTest(rule, holds, this.#scope) && then())
  }

  /** The one rule that decides comes after rules that do not. For `And` the last is tried first: those before it guard it. */
  #one(rules: readonly Json[], holds: boolean, then: Then): boolean {
    const indexes = rules.map((_, index) => index)
    return (holds ? indexes : indexes.reverse()).some((index) => {
      const before = goalsOf(rules.slice(0, index), !holds)
      return this.all([...before, { rule: rules[index] ?? null, holds }], then)
    })
  }
}

function goalsOf(rules: readonly Json[], holds: boolean): readonly RuleGoal[] {
  return rules.map((rule) => ({ rule, holds }))
}

const NO_TEST: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment', 'Assign'])

function imposeTest(rule: JsonObject, holds: boolean, scope: ValueScope): boolean {
  const path = member(rule, 'Variable')
  const name = Object.keys(rule).find((key) => !NO_TEST.has(key))
  if (typeof path !== 'string' || name === undefined) return false
  const expected = member(rule, name) ?? null
  if (name === 'IsPresent') {
    const place = valueAtPath(path, scope, true)
    return (expected === true) === holds ? present(place) : absent(place)
  }
  const value = valueAtPath(path, scope)
  if (!value) return false
  const reference = name.endsWith('Path') ? COMPARISONS.get(name.slice(0, -'Path'.length)) : undefined
  if (reference && typeof expected === 'string') return imposeReference(value, reference, expected, holds, scope)
  const want = wantOf(name, expected)
  return want !== undefined && impose(value, keyed(holds ? want : negated(want), name, expected, holds), scope.trail)
}

function keyed(want: Want, name: string, expected: Json, holds: boolean): Want {
  return { ...want, key: `${name} ${JSON.stringify(expected)} ${holds}` }
}

function wantOf(name: string, expected: Json): Want | undefined {
  const comparison = COMPARISONS.get(name)
  if (comparison) return compared(comparison, expected)
  const type = TYPE_TESTS.get(name)
  if (type) return { test: (value) => type(value) === expected, examples: TYPE_EXAMPLES.get(name) ?? [] }
  if (name !== 'StringMatches' || typeof expected !== 'string') return undefined
  const matches = compileStringPattern(expected)
  return { test: (value) => typeof value === 'string' && matches(value), examples: [patternExample(expected)] }
}

const TYPE_EXAMPLES: ReadonlyMap<string, readonly Json[]> = new Map<string, readonly Json[]>([
  ['IsNull', [null]],
  ['IsNumeric', [1]],
  ['IsBoolean', [true]],
  ['IsTimestamp', [TIME_EXAMPLE]],
])

/** A text that the pattern matches: every star is a run of no characters. */
function patternExample(pattern: string): string {
  return pattern.replaceAll(/\\([*\\])|\*/g, (_, escaped: string | undefined) => escaped ?? '')
}

function compared({ operand, holds }: Comparison, literal: Json): Want {
  const right = operand(literal)
  const test = (value: Json): boolean => {
    const left = operand(value)
    return left !== undefined && right !== undefined && holds(left, right)
  }
  return { test, examples: around(literal) }
}

/** Not so, if possible by another value of the same kind. */
function negated({ test, examples }: Want): Want {
  return { test: (value) => !test(value), examples: examples.filter((value) => !test(value)) }
}

/** A comparison with what is at another path: one side is chosen, the other follows it. */
function imposeReference(
  left: OpenValue,
  comparison: Comparison,
  path: string,
  holds: boolean,
  scope: ValueScope,
): boolean {
  const right = valueAtPath(path, scope)
  if (!right) return false
  const { trail } = scope
  const flipped: Comparison = { ...comparison, holds: (a, b) => comparison.holds(b, a) }
  const wanted = (rule: Comparison, json: Json): Want => {
    const want = compared(rule, json)
    return holds ? want : negated(want)
  }
  const settles = (fixed: OpenValue, other: OpenValue, rule: Comparison): boolean =>
    kindExamples(comparison).some((example) =>
      trail.attempt(() => {
        const of = { test: (json: Json) => comparison.operand(json) !== undefined, examples: [example] }
        if (!impose(fixed, of, trail)) return false
        const json = jsonOf(fixed)
        if (json === undefined || !impose(fixed, equalTo(json), trail)) return false
        return impose(other, wanted(rule, json), trail)
      }),
    )
  return settles(right, left, comparison) || settles(left, right, flipped)
}

function kindExamples({ operand }: Comparison): readonly Json[] {
  return ['text', 1, true, TIME_EXAMPLE].filter((json) => operand(json) !== undefined)
}
