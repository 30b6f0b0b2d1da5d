import { expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

const end = { Type: 'Pass', End: true }

it('a state name has at most 80 characters, and some of them may take two units', () => {
  expect(checked(machineOf({ ['x'.repeat(80)]: end }))).toEqual([])
  expect(checked(machineOf({ ['😀'.repeat(80)]: end }))).toEqual([])
  expect(checked(machineOf({ ['x'.repeat(81)]: end }))).toEqual([
    `SCHEMA_VALIDATION_FAILED: State names must be at most 80 characters long at /States/${'x'.repeat(81)}`,
  ])
})

it('a state name is used once in a definition', () => {
  const branches = [machineOf({ B: end }), machineOf({ B: end })]
  expect(checked(machineOf({ A: { Type: 'Parallel', Branches: branches, End: true } }))).toEqual([
    'DUPLICATE_STATE_NAME: Duplicate State name: B at /States/A/Branches[1]/States/B',
  ])
})
