import { elements, type Environment, mayHold, made, expressionPosition, scoped } from './environment.js'
import type { Expression, ForExpression } from './hcl-syntax.js'
import { type ObjectMember, needList, needText, type TerraformValue } from './terraform-values.js'

/** `[for ...]` and `{for ...}`: https://developer.hashicorp.com/terraform/language/expressions/for */
export function evaluateFor(expression: ForExpression & Expression, environment: Environment): TerraformValue {
  const of = environment.evaluate(expression.of, environment)
  const kept = elements(of, environment.runtime)
    .map(([key, value]) => scoped(expression, key, value, environment))
    .filter((inner) => expression.condition === undefined || mayHold(environment.evaluate(expression.condition, inner)))
  const { key: keyExpression } = expression
  if (keyExpression === undefined) {
    const list = kept.map((inner) => environment.evaluate(expression.value, inner))
    return made(expression, environment, [of], () => list)
  }
  const members = new Map<string, ObjectMember>()
  for (const inner of kept) {
    const key = needText(environment.evaluate(keyExpression, inner))
    const value = environment.evaluate(expression.value, inner)
    const before = expression.grouped ? members.get(key)?.value : undefined
    const all = before === undefined ? [value] : [...needList(before), value]
    members.set(key, { value: expression.grouped ? all : value, at: () => expressionPosition(keyExpression) })
  }
  return made(expression, environment, [of], () => members)
}
