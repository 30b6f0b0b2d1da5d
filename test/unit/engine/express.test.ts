import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { compile } from '../../../src/engine.js'
import { drive, machineOf, taskState, timesOf, tokenState, typesOf } from './drive.js'

const loop = machineOf({
  A: { Type: 'Pass', Next: 'C' },
  C: { Type: 'Choice', Choices: [{ Variable: '$', IsPresent: true, Next: 'A' }], Default: 'Z' },
  Z: { Type: 'Succeed' },
})

describe('an EXPRESS execution', () => {
  it('writes the history of a STANDARD one', () => {
    const machine = machineOf({ A: { Type: 'Pass', End: true } })
    expect(typesOf(drive(machine, { type: 'EXPRESS' }))).toEqual(typesOf(drive(machine)))
  })

  it('may take 300 seconds', () => {
    const run = drive(machineOf({ W: { Type: 'Wait', Seconds: 301, End: true } }), { type: 'EXPRESS' })
    expect(timesOf(run).at(-1)).toBe('ExecutionTimedOut 300')
    expect(drive(machineOf({ W: { Type: 'Wait', Seconds: 300, End: true } }), { type: 'EXPRESS' }).status).toBe(
      'SUCCEEDED',
    )
    const task = machineOf({ T: taskState() })
    expect(timesOf(drive(task, { type: 'EXPRESS', answers: { T: 'never' } })).at(-1)).toBe('ExecutionTimedOut 300')
  })

  it('has no limit of 25,000 events', () => {
    const map = { Type: 'Map', ItemProcessor: machineOf({ A: { Type: 'Pass', End: true } }), End: true }
    const input = Array.from({ length: 10_000 }, () => 0)
    expect(drive(machineOf({ M: map }), { input, type: 'EXPRESS' }).status).toBe('SUCCEEDED')
  })

  it('that loops for ever is a mistake that is told, not a hang', () => {
    expect(() => drive(loop, { type: 'EXPRESS' })).toThrow(UserError)
    const limits = { historyEvents: 1_000 }
    expect(() => drive(loop, { type: 'EXPRESS', limits })).toThrow(
      'the execution has written 1000 events without coming to an end: does it loop for ever?',
    )
  })

  it('has no callbacks, which is refused when the machine is compiled', () => {
    expect(() => compile(machineOf({ T: tokenState() }), { type: 'EXPRESS' })).toThrow(
      "Express state machine does not support '.waitForTaskToken' service integration",
    )
  })
})
