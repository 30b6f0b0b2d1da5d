import { describe, expect, it } from 'vitest'
import { advance, historyOf, pending } from '../../../src/engine.js'
import { begin, chainOf, drive, machineOf, taskState, typesOf } from './drive.js'

const loop = machineOf({
  A: { Type: 'Pass', Next: 'C' },
  C: { Type: 'Choice', Choices: [{ Variable: '$', IsPresent: true, Next: 'A' }], Default: 'Z' },
  Z: { Type: 'Succeed' },
})

describe('the limit of a history', () => {
  it('makes event 25,000 ExecutionFailed, hung on event 24,999', () => {
    const run = drive(loop)
    const history = historyOf(run)
    expect(history).toHaveLength(25_000)
    expect(history.at(-1)).toMatchObject({
      id: 25_000,
      previousEventId: 24_999,
      type: 'ExecutionFailed',
      details: {
        error: 'States.Runtime',
        cause: 'The execution reached the maximum number of history events (25000).',
      },
    })
    expect(run.status).toBe('FAILED')
  })

  it('counts the events of iterations and branches', () => {
    const map = {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: machineOf({ A: { Type: 'Pass', End: true } }),
      End: true,
    }
    const input = Array.from({ length: 7_000 }, () => 0)
    expect(historyOf(drive(machineOf({ M: map }), { input }))).toHaveLength(25_000)
  })

  it('lets nothing go on after it, wherever it strikes', () => {
    const parallel = { Type: 'Parallel', Branches: [machineOf({ T: taskState() }), loop], End: true }
    for (let historyEvents = 2; historyEvents < 12; historyEvents++) {
      const x = advance(begin(machineOf({ P: parallel }), { limits: { historyEvents } }))
      if (x.status === 'RUNNING') continue
      expect(historyOf(x)).toHaveLength(historyEvents)
      expect(chainOf(x).at(-1)).toBe(`${historyEvents}<${historyEvents - 1} ExecutionFailed`)
      expect([x.strands, x.ready, pending(x)]).toEqual([[], [], []])
    }
  })

  it('lets an execution end with its last event in good time', () => {
    const machine = machineOf({ A: { Type: 'Pass', End: true } })
    expect(drive(machine, { limits: { historyEvents: 5 } }).status).toBe('SUCCEEDED')
    expect(typesOf(drive(machine, { limits: { historyEvents: 4 } })).at(-1)).toBe('ExecutionFailed')
  })
})
