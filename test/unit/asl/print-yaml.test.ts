import { describe, expect, it } from 'vitest'
import { parseData, printYaml } from '../../../src/asl/parse.js'
import { actingLines, HOSTILE } from '../../e2e/hostile-names.js'

describe('printYaml', () => {
  it.each(Object.entries(HOSTILE))('lets nothing act, and is read back: %s', (_what, text) => {
    const value = { [text]: [text, { [`${text} too`]: `first line\n${text}\n` }] }
    const written = printYaml(value)
    expect(actingLines(written)).toEqual([])
    expect(parseData(written, 'data.yaml')).toEqual(value)
  })

  it('leaves texts of several lines, and tabs, as they are', () => {
    expect(printYaml({ condition: '$a\n\t= 1\n' })).toBe('condition: |\n  $a\n  \t= 1\n')
  })
})
