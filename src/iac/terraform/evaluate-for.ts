import { elements, type Environment, holds, made, placeOf, scoped } from './environment.js'
import type { Expression, ForExpression } from './syntax.js'
import { type Member, needList, needText, type Value } from './values.js'

/** `[for ...]` and `{for ...}`: https://developer.hashicorp.com/terraform/language/expressions/for */
export function evaluateFor(expression: ForExpression & Expression, environment: Environment): Value {
  const of = environment.evaluate(expression.of, environment)
  const kept = elements(of, environment.runtime)
    .map(([key, value]) => scoped(expression, key, value, environment))
    .filter((inner) => expression.condition === undefined || holds(environment.evaluate(expression.condition, inner)))
  const { key: keyExpression } = expression
  if (keyExpression === undefined) {
    const list = kept.map((inner) => environment.evaluate(expression.value, inner))
    return made(expression, environment, [of], () => list)
  }
  const members = new Map<string, Member>()
  for (const inner of kept) {
    const key = needText(environment.evaluate(keyExpression, inner))
    const value = environment.evaluate(expression.value, inner)
    const before = expression.grouped ? members.get(key)?.value : undefined
    const all = before === undefined ? [value] : [...needList(before), value]
    members.set(key, { value: expression.grouped ? all : value, at: () => placeOf(keyExpression) })
  }
  return made(expression, environment, [of], () => members)
}
