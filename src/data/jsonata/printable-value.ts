import { MAX_NESTING } from '../../asl/nesting.js'
import { Budget, tooLarge } from './evaluation-limits.js'
import { Callable, type Value } from './jsonata-values.js'

/** The error with a value that its message can quote: one of any size or, after a transform, one that contains itself becomes null. */
export function printableValue(error: object): object {
  if (!('value' in error) || typeof error.value !== 'object' || canPrint(error.value)) return error
  const message = 'message' in error ? error.message : undefined
  return Object.assign(Object.create(null), error, { message, value: null })
}

function canPrint(value: Value): boolean {
  try {
    walk(new Budget(), value, 0)
    return true
  } catch {
    return false
  }
}

function walk(budget: Budget, value: Value, depth: number): void {
  budget.spend(1)
  if (depth > MAX_NESTING) throw tooLarge()
  if (typeof value === 'string') budget.spendText(value.length)
  if (typeof value !== 'object' || value === null || value instanceof Callable) return
  for (const member of Object.values(value)) walk(budget, member, depth + 1)
}
