import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const inTwoScopes = "ASLX_VARIABLE_IN_TWO_SCOPES: The variable 'n' is also assigned outside this Map or Parallel"

function nested(outer: Record<string, unknown>, config: unknown = { Mode: 'INLINE' }): unknown {
  const inside = machineOf({ I: { Type: 'Pass', Assign: { 'n.$': '$.n' }, End: true } }, { ProcessorConfig: config })
  return machineOf({ A: { Type: 'Pass', Next: 'M', ...outer }, M: { Type: 'Map', ItemProcessor: inside, End: true } })
}

describe('a variable', () => {
  it('has an identifier for a name', () => {
    expect(checked(taskOf({ Assign: { 'x.$': '$.x', _y2: 1, größe: 2, ['v'.repeat(80)]: 3 } }))).toEqual([])
    expect(checked(taskOf({ Assign: { 'a-b': 1, '1x': 2, 'a.b': 3, '': 4 } }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: 'a-b' is not a valid variable name at /States/A/Assign/a-b",
      "SCHEMA_VALIDATION_FAILED: '1x' is not a valid variable name at /States/A/Assign/1x",
      "SCHEMA_VALIDATION_FAILED: 'a.b' is not a valid variable name at /States/A/Assign/a.b",
      "SCHEMA_VALIDATION_FAILED: '' is not a valid variable name at /States/A/Assign/",
    ])
    expect(checked(taskOf({ Assign: { ['v'.repeat(81)]: 1 } }))[0]).toContain('at most 80 characters')
  })

  it('is not named states, wherever it is assigned', () => {
    expect(checked(taskOf({ Catch: [{ ErrorEquals: ['X'], Next: 'Handler', Assign: { states: 1 } }] }))[0]).toBe(
      "SCHEMA_VALIDATION_FAILED: The variable name 'states' is reserved at /States/A/Catch[0]/Assign/states",
    )
  })

  it('is better not assigned inside and outside a container', () => {
    expect(checked(nested({ Assign: { n: 1 } }), 'warning')).toEqual([
      `${inTwoScopes} at /States/M/ItemProcessor/States/I/Assign/n.$ (use another name here)`,
    ])
    expect(checked(nested({ Assign: { m: 1 } }), 'warning')).toEqual([])
  })

  it('of a distributed Map is its own, and the Catch of the container may use the same name', () => {
    expect(checked(nested({ Assign: { n: 1 } }, { Mode: 'DISTRIBUTED' }), 'warning')).toEqual([])
    const branch = machineOf({ B: { Type: 'Pass', Assign: { n: 1 }, End: true } })
    const parallel = {
      Type: 'Parallel',
      Branches: [branch],
      Catch: [{ ErrorEquals: ['X'], Next: 'C', Assign: { n: 2 } }],
      End: true,
    }
    expect(checked(machineOf({ A: parallel, C: { Type: 'Succeed' } }), 'warning')).toEqual([])
  })
})
