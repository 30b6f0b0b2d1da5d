import { describe, expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

const downgrade =
  "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine"

describe('the query language', () => {
  it('may be raised to JSONata by a state, and is not handed down to its inside', () => {
    const inside = machineOf({
      B: { Type: 'Pass', Parameters: {}, Next: 'C' },
      C: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true },
    })
    const map = { Type: 'Map', QueryLanguage: 'JSONata', ItemProcessor: inside, Items: [], End: true }
    expect(checked(machineOf({ A: map }))).toEqual([])
  })

  it('may not be lowered to JSONPath', () => {
    const lowered = { Type: 'Pass', QueryLanguage: 'JSONPath', End: true }
    expect(checked(machineOf({ A: lowered }, { QueryLanguage: 'JSONata' }))).toEqual([`${downgrade} at /States/A`])
    const parallel = { Type: 'Parallel', Branches: [machineOf({ B: lowered })], End: true }
    expect(checked(machineOf({ A: parallel }, { QueryLanguage: 'JSONata' }))).toEqual([
      `${downgrade} at /States/A/Branches[0]/States/B`,
    ])
  })
})
