import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { InvalidExpressionError } from '../../../../src/data/failure.js'
import { compilePattern } from '../../../../src/data/jsonpath/pattern.js'

function matches(source: string, text: string, ignoreCase = false): boolean {
  return compilePattern(source, ignoreCase)(text)
}

describe('a pattern', () => {
  it('must match the whole text', () => {
    expect(matches('ab', 'ab')).toBe(true)
    expect(matches('ab', 'cab')).toBe(false)
    expect(matches('', '')).toBe(true)
  })

  it.each([
    ['a|bc|', ['a', 'bc', ''], ['b', 'abc']],
    ['(?:ab){2,3}', ['abab', 'ababab'], ['ab', 'abababab']],
    ['a{2}', ['aa'], ['a', 'aaa']],
    ['a{2,}?', ['aa', 'aaaa'], ['a']],
    ['(a*)*b+', ['b', 'aab', 'bb'], ['a']],
    ['[^\\d\\-x]+', ['ab'], ['a1', '-', 'x']],
    ['[a-c.\\]]*', ['a.c]', ''], ['d']],
    ['\\w+@\\w+\\.\\w{2,}', ['me@example.org'], ['me@example', 'm e@x.org']],
    ['^\\s*\\p{Lu}.*$', ['  Été'], ['été', '\u00a0A']],
    ['.', ['😀', 'x'], ['\n', 'xy']],
    ['a\\/b\\"', ['a/b"'], ['a\\/b"']],
    ['(?<year>\\d{4})-\\x30\\u0031', ['2030-01'], ['2030-10']],
  ])('%s', (source, accepted, refused) => {
    for (const text of accepted) expect(`${text}: ${matches(source, text)}`).toBe(`${text}: true`)
    for (const text of refused) expect(`${text}: ${matches(source, text)}`).toBe(`${text}: false`)
  })

  it('ignores case only when asked to', () => {
    expect(matches('.*REES[a-z]', 'Nigel ReesX', true)).toBe(true)
    expect(matches('.*REES', 'Nigel Rees')).toBe(false)
  })

  it('agrees with the JavaScript engine on small patterns', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '(a|b)',
      '(ab|)',
      '(?:a|ba)',
      '\\w',
      '\\d',
      '(a*b)',
      '$',
      '^',
    )
    const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?')
    const part = fc.tuple(atom, quantifier).map(([text, times]) => ('^$'.includes(text) ? text : text + times))
    const pattern = fc.array(fc.oneof(part, fc.constant('|')), { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 6 }), (source, text) => {
        expect(matches(source, text)).toBe(new RegExp(`^(?:${source})$`, 'u').test(text))
      }),
      { numRuns: 2_000, seed: 7 },
    )
  })
})

describe('a hostile pattern', () => {
  it.each(['(a+)+', '(a|a)*', '(a|aa)+', '(.*)*', '.*.*.*.*.*.*x?'])(
    '%s takes time in proportion to the text',
    (source) => {
      const program = compilePattern(`${source}!`, false)
      expect(program('a'.repeat(20_000))).toBe(false)
    },
  )

  it.each([
    'a++',
    '(?=a)',
    '(?i)a',
    '\\1',
    '\\bA',
    '(a',
    'a)',
    '*a',
    '[a',
    '[a[b]]',
    'a{3,2}',
    'a{9999}',
    '((a{99}){99}){99}',
    '\\p{Nope}',
  ])('%s is refused', (source) => {
    expect(() => compilePattern(source, false)).toThrow(InvalidExpressionError)
  })

  it('groups nested 10,000 deep are refused', () => {
    expect(() => compilePattern('('.repeat(10_000) + ')'.repeat(10_000), false)).toThrow('more than 50 levels')
    expect(() => compilePattern('a|'.repeat(10_000), false)).toThrow('it is too long')
  })
})
