import { equal, needBoolean, needNumber, NoValue, type TerraformValue } from './terraform-values.js'

/** https://developer.hashicorp.com/terraform/language/expressions/operators */
export function unary(operator: string, value: TerraformValue): TerraformValue {
  return operator === '!' ? !needBoolean(value) : -needNumber(value)
}

const NUMBERS: Readonly<Record<string, (left: number, right: number) => TerraformValue>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
}

export function binary(operator: string, left: TerraformValue, right: TerraformValue): TerraformValue {
  if (operator === '==') return equal(left, right)
  if (operator === '!=') return !equal(left, right)
  if (operator === '&&') return needBoolean(left) && needBoolean(right)
  if (operator === '||') return needBoolean(left) || needBoolean(right)
  const result = NUMBERS[operator]?.(needNumber(left), needNumber(right))
  if (result === undefined || (typeof result === 'number' && !Number.isFinite(result)))
    throw new NoValue(`${operator} has no result here`)
  return result
}
