import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const end = { Type: 'Pass', End: true }

describe('a state that goes on', () => {
  it('has Next or End', () => {
    expect(checked(machineOf({ A: { Type: 'Pass', Next: 'B' }, B: end }))).toEqual([])
    expect(checked(machineOf({ A: { Type: 'Pass', Next: 'B', End: false }, B: end }))).toEqual([])
    expect(checked(machineOf({ A: { Type: 'Pass' }, B: end }))).toContain(
      'SCHEMA_VALIDATION_FAILED: One of these fields is required: [Next, End] at /States/A',
    )
    expect(checked(machineOf({ A: { Type: 'Pass', Next: 'B', End: true }, B: end }))[0]).toBe(
      'SCHEMA_VALIDATION_FAILED: Only one of these fields may be given: [Next, End] at /States/A',
    )
  })
})

describe('a target', () => {
  it('is a state of the same machine', () => {
    const states = {
      A: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.x', IsPresent: true, Next: 'NOPE' },
          { Variable: '$.y', IsPresent: true, Next: 'B' },
        ],
        Default: 'Gone',
      },
      B: { Type: 'Parallel', Branches: [machineOf({ C: { Type: 'Pass', Next: 'A' }, D: end })], Next: 'D' },
    }
    expect(checked(machineOf(states)).filter((line) => line.includes('target'))).toEqual([
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/A/Choices[0]/Next",
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: Gone at /States/A/Default",
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: D at /States/B/Next (did you mean 'A'?)",
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /States/B/Branches[0]/States/C/Next (did you mean 'C'?)",
    ])
  })

  it('of StartAt and of a Catch is checked too', () => {
    expect(checked({ StartAt: 'Shp', States: { Ship: end } })).toEqual([
      "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: Shp at /StartAt (did you mean 'Ship'?)",
    ])
    expect(checked(taskOf({ Catch: [{ ErrorEquals: ['X'], Next: 'Elsewhere' }] }))[0]).toBe(
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: Elsewhere at /States/A/Catch[0]/Next",
    )
  })

  it('is no inherited name', () => {
    expect(checked(machineOf({ A: { Type: 'Pass', Next: 'toString' }, B: end }))[0]).toContain(
      "Missing 'Next' target: toString",
    )
  })
})
