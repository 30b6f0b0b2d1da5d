import type { Code } from './callables.js'
import type { Compile } from './constructors.js'
import { equals } from './equality.js'
import { EvaluationError, nameOperator } from './evaluation-error.js'
import { stringify } from './stringify.js'
import type { JsonataRun } from './jsonata-run.js'
import type { BinaryNode } from './syntax-node.js'
import { isNumeric, isTrue, Sequence, type Value } from './jsonata-values.js'

type Operator = (run: JsonataRun, left: Value, right: Value) => Value

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': numeric((left, right) => left + right),
  '-': numeric((left, right) => left - right),
  '*': numeric((left, right) => left * right),
  '/': numeric((left, right) => left / right),
  '%': numeric((left, right) => left % right),
  '=': (run, left, right) => isGiven(left, right) && equals(run, left, right),
  '!=': (run, left, right) => isGiven(left, right) && !equals(run, left, right),
  '<': comparison((left, right) => left < right),
  '<=': comparison((left, right) => left <= right),
  '>': comparison((left, right) => left > right),
  '>=': comparison((left, right) => left >= right),
  '&': concatenate,
  '..': range,
  in: includes,
}

export function compileBinary(node: BinaryNode, compile: Compile): Code {
  const left = compile(node.lhs)
  const right = compile(node.rhs)
  if (node.value === 'and' || node.value === 'or') return compileLogic(node.value, left, right)
  const operator = OPERATORS[node.value]
  if (!operator) return () => undefined
  return (run, input, frame) => {
    const leftValue = left(run, input, frame)
    const rightValue = right(run, input, frame)
    try {
      return operator(run, leftValue, rightValue)
    } catch (error) {
      nameOperator(error, node.value)
      throw error
    }
  }
}

/** `and` and `or` look at the right side only if the left one does not decide. */
function compileLogic(operator: 'and' | 'or', left: Code, right: Code): Code {
  const decides = operator === 'or'
  return (run, input, frame) => {
    const leftValue = left(run, input, frame)
    try {
      return isTrue(leftValue) === decides ? decides : isTrue(right(run, input, frame))
    } catch (error) {
      nameOperator(error, operator)
      throw error
    }
  }
}

function isGiven(left: Value, right: Value): boolean {
  return left !== undefined && right !== undefined
}

function numeric(compute: (left: number, right: number) => number): Operator {
  return (_run, left, right) => {
    if (left !== undefined && !isNumeric(left)) throw new EvaluationError('T2001', { value: left })
    if (right !== undefined && !isNumeric(right)) throw new EvaluationError('T2002', { value: right })
    return left === undefined || right === undefined ? undefined : compute(left, right)
  }
}

function isComparable(value: Value): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function comparison(compare: (left: string | number, right: string | number) => boolean): Operator {
  return (_run, left, right) => {
    for (const side of [left, right]) {
      if (side !== undefined && !isComparable(side)) {
        throw new EvaluationError('T2010', { value: isComparable(left) ? right : left })
      }
    }
    if (!isComparable(left) || !isComparable(right)) return undefined
    if (typeof left !== typeof right) throw new EvaluationError('T2009', { value: left, value2: right })
    return compare(left, right)
  }
}

function concatenate(run: JsonataRun, left: Value, right: Value): string {
  const text = (stringify(run, left) ?? '') + (stringify(run, right) ?? '')
  run.spendText(text.length)
  return text
}

function range(run: JsonataRun, from: Value, to: Value): Value {
  if (from !== undefined && !Number.isInteger(from)) throw new EvaluationError('T2003', { value: from })
  if (to !== undefined && !Number.isInteger(to)) throw new EvaluationError('T2004', { value: to })
  if (typeof from !== 'number' || typeof to !== 'number' || from > to) return undefined
  const size = to - from + 1
  if (size > 1e7) throw new EvaluationError('D2014', { value: size })
  run.spendItems(size)
  const numbers = new Sequence()
  for (let index = 0; index < size; index++) numbers.push(from + index)
  return numbers
}

function includes(run: JsonataRun, left: Value, right: Value): boolean {
  if (!isGiven(left, right)) return false
  if (!Array.isArray(right)) return left === right
  run.spend(right.length)
  return right.includes(left) && !Number.isNaN(left)
}
