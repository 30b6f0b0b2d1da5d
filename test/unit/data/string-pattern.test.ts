import { expect, it } from 'vitest'
import { compileStringPattern } from '../../../src/data/string-pattern.js'

it.each([
  ['log-*.txt', 'log-1.txt', true],
  ['log-*.txt', 'log-.txt', true],
  ['log-*.txt', 'log-1.txt.gz', false],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['*b*c*', 'abxc', true],
  ['*b*c*', 'acxb', false],
  ['*ab*ba*', 'aba', false],
  ['a**b', 'ab', true],
  ['a?c', 'abc', false],
  ['a.c', 'abc', false],
  ['\\*', '*', true],
  ['\\*', 'x', false],
  ['\\\\*', '\\x', true],
  ['a\\*b*', 'a*bc', true],
  ['a\\b', 'a\\b', true],
  ['a\\', 'a\\', true],
  ['x*', 'x\ny', true],
])('the pattern %j on %j: %s', (pattern, text, matches) => {
  expect(compileStringPattern(pattern)(text)).toBe(matches)
})

it('stays fast where backtracking would not end', () => {
  expect(compileStringPattern('*a'.repeat(2_000) + '*b')('a'.repeat(100_000))).toBe(false)
})
