import { describe, expect, it } from 'vitest'
import { COLOUR_CODES, terminalColour } from '../../../src/report/colour.js'
import { screenText } from '../../../src/report/screen-text.js'
import { linesText } from '../../../src/verify/printable.js'
import { actingLines, HOSTILE } from '../../e2e/hostile-names.js'

describe('linesText', () => {
  it.each(Object.entries(HOSTILE))('keeps each line one line on which nothing acts: %s', (_what, text) => {
    const printed = linesText([text, `  ${text}`, 'end'])
    expect(printed.split('\n')).toHaveLength(3)
    expect(actingLines(printed)).toEqual([])
  })

  it('shows what it holds back', () => {
    expect(linesText(['::error::a', '  ::b', 'c::d', '\u001B[2J##[x]'])).toBe(
      String.raw`\u003a:error::a` + '\n' + String.raw`  \u003a:b` + '\nc::d\n' + String.raw`\u001b[2J\u0023#[x]`,
    )
  })
})

describe('screenText', () => {
  const colour = terminalColour(true)

  it('leaves the codes of colours where there are colours, and a command behind them acts no more', () => {
    expect(screenText([colour('red', 'a'), colour('bold', '::error::b')], colour)).toBe(
      `\u001B[31ma\u001B[39m\n\u001B[1m${String.raw`\u003a:error::b`}\u001B[22m`,
    )
  })

  it('leaves no code where there are none', () => {
    expect(screenText([colour('red', 'a')], terminalColour(false))).toBe(String.raw`\u001b[31ma\u001b[39m`)
    expect(screenText([colour('red', 'a')])).toBe(String.raw`\u001b[31ma\u001b[39m`)
  })

  it.each(['red', 'green', 'yellow', 'dim', 'bold', 'cyan'] as const)('knows the codes of %s', (style) => {
    const nested = colour('bold', colour(style, 'a'))
    expect(
      nested
        .split(COLOUR_CODES)
        .filter((_, index) => index % 2 === 0)
        .join(''),
    ).toBe('a')
  })
})
