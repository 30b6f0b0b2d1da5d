import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const end = { Type: 'Pass', End: true }

describe('reachability', () => {
  it('holds along Next, Choices, Default and Catch', () => {
    const states = {
      A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'B' }], Default: 'C' },
      B: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'D' }], Next: 'E' },
      C: { Type: 'Succeed' },
      D: { Type: 'Fail' },
      E: end,
    }
    expect(checked(machineOf(states))).toEqual([])
  })

  it('is missed by a state nothing leads to, in any machine', () => {
    const branch = machineOf({ B: end, C: { Type: 'Pass', Next: 'C' } })
    expect(checked(machineOf({ A: { Type: 'Parallel', Branches: [branch], End: true }, D: end }))).toEqual([
      'MISSING_TRANSITION_TARGET: State "D" is not reachable. at /States/D',
      'MISSING_TRANSITION_TARGET: State "C" is not reachable. at /States/A/Branches[0]/States/C',
    ])
  })

  it('is not judged where the machine cannot end, or its start is unknown', () => {
    expect(checked(machineOf({ A: { Type: 'Pass', Next: 'A' }, B: { Type: 'Pass', Next: 'B' } }))).toEqual([
      'MISSING_END_STATE: Workflow has no terminal state at /',
    ])
    expect(checked(taskOf({}, { StartAt: 7 }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The field 'StartAt' must be a string at /StartAt",
    ])
  })
})
