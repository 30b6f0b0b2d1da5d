import type { Equals } from './verdict.js'

/**
 * Whether a value has all that the expected one has: objects may have more members, lists may not have more elements.
 * `equals` judges everything that is no plain object or list, the test runner's own matchers included.
 */
export function containsSubset(actual: unknown, expected: unknown, equals: Equals): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((element, index) => containsSubset(actual[index], element, equals))
    )
  }
  if (!isPlain(expected)) return equals(actual, expected)
  if (!isPlain(actual)) return false
  return Object.keys(expected).every(
    (key) => Object.hasOwn(actual, key) && containsSubset(actual[key], expected[key], equals),
  )
}

/** A matcher of the test runner is an object, too, but of a class of its own. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
