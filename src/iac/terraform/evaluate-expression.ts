import { type Environment, mayHold, made, expressionPosition, unknown } from './environment.js'
import { evaluateCall } from './evaluate-call.js'
import { evaluateFor } from './evaluate-for.js'
import { evaluatePath, evaluateSplat } from './evaluate-path.js'
import { evaluateTemplate } from './evaluate-template.js'
import { binary, unary } from './operators.js'
import type { Expression } from './hcl-syntax.js'
import { type ObjectMember, needText, NoValue, Unknown, type TerraformValue } from './terraform-values.js'

/**
 * The value of an expression. What cannot be known from the source is an `Unknown` with what stands in for it, and so
 * is whatever is made of one.
 */
export function evaluateExpression(expression: Expression, environment: Environment): TerraformValue {
  const { runtime } = environment
  runtime.spend(1)
  return runtime.deeper(
    () => {
      try {
        return evaluateKind(expression, environment)
      } catch (error) {
        if (!(error instanceof NoValue) || environment.strict) throw error
        return unknown(expression, environment)
      }
    },
    () => expressionPosition(expression),
  )
}

function evaluateKind(expression: Expression, environment: Environment): TerraformValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'template':
      return evaluateTemplate(expression, expression.parts, environment)
    case 'name':
    case 'member':
    case 'index':
      return evaluatePath(expression, environment)
    case 'splat':
      return evaluateSplat(evaluateExpression(expression.of, environment), expression, environment)
    case 'call':
      return evaluateCall(expression, environment)
    case 'unary': {
      const of = evaluateExpression(expression.of, environment)
      return made(expression, environment, [of], () => unary(expression.operator, of))
    }
    case 'binary': {
      const [left, right] = [
        evaluateExpression(expression.left, environment),
        evaluateExpression(expression.right, environment),
      ]
      return made(expression, environment, [left, right], () => binary(expression.operator, left, right))
    }
    case 'conditional':
      return evaluateConditional(expression, environment)
    case 'list':
      return expression.items.map((item) => evaluateExpression(item, environment))
    case 'object':
      return evaluateObject(expression, environment)
    case 'for':
    default:
      return evaluateFor(expression, environment)
  }
}

function evaluateConditional(
  expression: Extract<Expression, { kind: 'conditional' }>,
  environment: Environment,
): TerraformValue {
  const condition = evaluateExpression(expression.condition, environment)
  const chosen = evaluateExpression(mayHold(condition) ? expression.yes : expression.no, environment)
  return condition instanceof Unknown ? unknown(expression, environment, chosen) : chosen
}

function evaluateObject(
  { entries }: Extract<Expression, { kind: 'object' }>,
  environment: Environment,
): TerraformValue {
  const members = new Map<string, ObjectMember>()
  for (const { key, value } of entries) {
    members.set(needText(evaluateExpression(key, environment)), {
      value: evaluateExpression(value, environment),
      at: () => expressionPosition(key),
    })
  }
  return members
}
