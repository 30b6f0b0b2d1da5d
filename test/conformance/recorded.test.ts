import { describe, expect, it } from 'vitest'
import { defaultRecordingsDir, loadCases } from './case.js'
import { runCase, summaryOf } from './run-case.js'

/** As many recordings as agree today: raise it whenever more do, and never lower it. */
const FLOOR = 885

const dir = defaultRecordingsDir()
const cases = loadCases(dir)
const absent = cases ? '' : `: the corpus is absent (${dir})`

describe.skipIf(cases === undefined)(`the recordings of AWS${absent}`, () => {
  it(`agree in at least ${FLOOR} cases`, () => {
    const results = (cases ?? []).map((source) => ({ source, verdict: runCase(source) }))
    expect(summaryOf(results).passed).toBeGreaterThanOrEqual(FLOOR)
  })
})
