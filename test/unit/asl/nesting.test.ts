import { expect, it } from 'vitest'
import { nestsDeeperThan, printedJson } from '../../../src/asl/nesting.js'
import { nestedArray } from '../data/intrinsics/call.js'

it.each([
  ['a string', 'x', 0, false],
  ['an empty array', [], 0, true],
  ['an empty array', [], 1, false],
  ['an array in an object', { a: [1] }, 1, true],
  ['an array in an object', { a: [1] }, 2, false],
])('%s is nested as deep as its brackets (%j, %d levels: %s)', (_what, value, levels, deeper) => {
  expect(nestsDeeperThan(value, levels)).toBe(deeper)
})

it('measures a value of any depth', () => {
  expect(nestsDeeperThan(nestedArray(100_000), 99_999)).toBe(true)
})

it('prints a value that is too deep as a note', () => {
  expect(printedJson({ a: [1] })).toBe('{"a":[1]}')
  expect(printedJson(nestedArray(100_000))).toBe('(JSON nested more than 1000 deep)')
})
