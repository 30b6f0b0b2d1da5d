import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_ENTRIES, examplesAsTests, examplesFile, examplesOf } from './examples.js'

describe.each(EXAMPLE_ENTRIES)('what %s exports', (entry) => {
  it('has an example in its doc comment', () => {
    const values = examplesOf(entry)
    expect(values.length).toBeGreaterThan(10)
    expect(values.filter(({ code }) => code === undefined).map(({ file, name }) => `${file}: ${name}`)).toEqual([])
  })

  it('has examples that are run as tests (npm run docs:examples writes them)', async () => {
    expect(readFileSync(examplesFile(entry), 'utf8')).toBe(await examplesAsTests(entry))
  })
})
