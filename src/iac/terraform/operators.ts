import { equal, needBoolean, needNumber, NoValue, type Value } from './values.js'

/** https://developer.hashicorp.com/terraform/language/expressions/operators */
export function unary(operator: string, value: Value): Value {
  return operator === '!' ? !needBoolean(value) : -needNumber(value)
}

const NUMBERS: Readonly<Record<string, (left: number, right: number) => Value>> = {
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

export function binary(operator: string, left: Value, right: Value): Value {
  if (operator === '==') return equal(left, right)
  if (operator === '!=') return !equal(left, right)
  if (operator === '&&') return needBoolean(left) && needBoolean(right)
  if (operator === '||') return needBoolean(left) || needBoolean(right)
  const result = NUMBERS[operator]?.(needNumber(left), needNumber(right))
  if (result === undefined || (typeof result === 'number' && !Number.isFinite(result)))
    throw new NoValue(`${operator} has no result here`)
  return result
}
