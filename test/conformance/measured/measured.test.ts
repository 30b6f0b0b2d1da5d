import { describe, expect, it } from 'vitest'
import { checkMeasured } from './check-measured.js'
import { defaultMeasuredDir, loadMeasuredCases } from './measured-case.js'

const dir = defaultMeasuredDir()
const isThere = loadMeasuredCases(dir) !== undefined

describe.skipIf(!isThere)(`facts about AWS that others measured${isThere ? '' : `: absent (${dir})`}`, () => {
  it('hold', async () => {
    expect((await checkMeasured(dir))?.failed).toEqual([])
  })
})
