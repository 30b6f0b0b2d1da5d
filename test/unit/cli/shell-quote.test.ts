import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { shellQuote } from '../../../src/cli/shell-quote.js'
import { actingLines, HOSTILE } from '../../e2e/hostile-names.js'

describe('shellQuote', () => {
  it.each([
    ['template.yaml#OrderFlow', 'template.yaml#OrderFlow'],
    ['#a', "'#a'"],
    ['', "''"],
    ["it's", `'it'\\''s'`],
    ['$(id)', "'$(id)'"],
    ['a\nb', String.raw`$'a\012b'`],
    ["\u001B[31m'\\", String.raw`$'\033[31m\'\\'`],
    ['\u202E7', String.raw`$'\342\200\2567'`],
    ['##[error]', String.raw`$'\043#[error]'`],
  ])('writes %j as %s', (text, quoted) => {
    expect(shellQuote(text)).toBe(quoted)
  })

  it.each(Object.entries(HOSTILE).filter(([, text]) => !text.includes('\uD800')))(
    'is read back by a shell: %s',
    (_, text) => {
      const quoted = shellQuote(text)
      expect(execFileSync('bash', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' })).toBe(text)
      expect(actingLines(`replay: ${quoted}`)).toEqual([])
    },
  )
})
