import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultRecordingsDir, loadCases } from './case.js'
import { behaviourPart, fidelityDocument } from './fidelity.js'
import { runCase } from './run-case.js'

const dir = defaultRecordingsDir()
const cases = loadCases(dir)
const absent = cases ? '' : `: the corpus is absent (${dir})`

describe('docs/fidelity.md, which npm run conformance -- --fidelity docs/fidelity.md writes anew,', () => {
  let page: string
  beforeAll(() => {
    page = readFileSync(join(import.meta.dirname, '../../docs/fidelity.md'), 'utf8')
  })

  it('tells the behaviours as the table has them', async () => {
    const part = await behaviourPart()
    const [heading = ''] = part.split('\n')
    expect(page.slice(page.indexOf(heading))).toBe(part)
  })

  it.skipIf(cases === undefined)(`tells how many recordings agree${absent}`, async () => {
    const results = (cases ?? []).map((source) => ({ source, verdict: runCase(source) }))
    expect(page).toBe(await fidelityDocument(results))
  })
})
