import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { bareCause, chainOf, drive, machineOf, timesOf } from './drive.js'

const DAY_SECONDS = 86_400
const wait = (fields: Readonly<Record<string, Json>>, more: Readonly<Record<string, Json>> = {}) =>
  machineOf({ W: { Type: 'Wait', End: true, ...fields } }, more)

const branch = (seconds: number) => ({
  StartAt: `W${seconds}`,
  States: { [`W${seconds}`]: { Type: 'Wait', Seconds: seconds, End: true } },
})

describe('Wait', () => {
  it('waits 364 days in no real time', () => {
    const run = drive(wait({ Seconds: 364 * DAY_SECONDS }))
    expect(run.status).toBe('SUCCEEDED')
    expect(timesOf(run)).toEqual([
      'ExecutionStarted 0',
      'WaitStateEntered 0',
      `WaitStateExited ${364 * DAY_SECONDS}`,
      `ExecutionSucceeded ${364 * DAY_SECONDS}`,
    ])
  })

  it('is cut off after the year that an execution may take', () => {
    const machine = machineOf({
      A: { Type: 'Wait', Seconds: 364 * DAY_SECONDS, Next: 'B' },
      B: { Type: 'Wait', Seconds: 2 * DAY_SECONDS, End: true },
    })
    const run = drive(machine)
    expect(run.status).toBe('TIMED_OUT')
    expect(timesOf(run, 'ExecutionTimedOut')).toEqual([`ExecutionTimedOut ${365 * DAY_SECONDS}`])
  })

  it('waits no time at all with Seconds 0 and until a moment that is past', () => {
    expect(timesOf(drive(wait({ Seconds: 0 })), 'WaitStateExited')).toEqual(['WaitStateExited 0'])
    expect(timesOf(drive(wait({ Timestamp: '2029-12-31T23:59:59Z' })), 'WaitStateExited')).toEqual([
      'WaitStateExited 0',
    ])
  })

  it('waits until a moment, written or by path, with an offset from UTC', () => {
    const at = '2030-01-01T03:00:00.500+02:00'
    expect(timesOf(drive(wait({ Timestamp: at })), 'WaitStateExited')).toEqual(['WaitStateExited 3600.5'])
    const byPath = drive(wait({ TimestampPath: '$.at' }), { input: { at } })
    expect(timesOf(byPath, 'WaitStateExited')).toEqual(['WaitStateExited 3600.5'])
  })

  it('hands its input on through InputPath and OutputPath', () => {
    const run = drive(wait({ Seconds: 1, InputPath: '$.a', OutputPath: '$.b' }), { input: { a: { b: 3 } } })
    expect(run.output).toBe(3)
  })

  it.each<[unknown, string]>([
    [-1, 'The SecondsPath parameter references a negative value: $.s == -1'],
    [1.5, 'The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5'],
    [-1.5, 'The SecondsPath parameter cannot be parsed as a long value: $.s == -1.5'],
    [24_856 * DAY_SECONDS, 'Wait state delay is too long.'],
  ])('fails for SecondsPath %j', (s, cause) => {
    const run = drive(wait({ SecondsPath: '$.s' }), { input: { s: s as Json } })
    expect(run.error).toBe('States.Runtime')
    expect(bareCause(run)).toBe(cause)
    expect(chainOf(run).at(-1)).toBe('3<2 ExecutionFailed')
  })

  it('waits 24,855 days if the execution may last that long', () => {
    const options = { input: { s: 24_855 * DAY_SECONDS }, limits: { executionSeconds: 30_000 * DAY_SECONDS } }
    expect(drive(wait({ SecondsPath: '$.s' }), options).status).toBe('SUCCEEDED')
  })

  it('fails for a TimestampPath without a zone', () => {
    const run = drive(wait({ TimestampPath: '$.at' }), { input: { at: '2030-01-01T00:00:01' } })
    expect(bareCause(run)).toMatch(
      /^The TimestampPath parameter does not reference a valid ISO-8601 .*: \$\.at == 2030/,
    )
  })

  it('takes Seconds and Timestamp from JSONata', () => {
    const jsonata = { QueryLanguage: 'JSONata' }
    const input = { n: 2, at: '2030-01-01T00:00:09Z' }
    const seconds = drive(wait({ Seconds: '{% $states.input.n * 3 %}' }, jsonata), { input })
    expect(timesOf(seconds, 'WaitStateExited')).toEqual(['WaitStateExited 6'])
    const moment = drive(wait({ Timestamp: '{% $states.input.at %}' }, jsonata), { input })
    expect(timesOf(moment, 'WaitStateExited')).toEqual(['WaitStateExited 9'])
    const bad = drive(wait({ Timestamp: '{% "soon" %}' }, jsonata))
    expect(bad.error).toBe('States.QueryEvaluationError')
    expect(chainOf(bad).slice(2)).toEqual(['3<2 EvaluationFailed', '4<3 ExecutionFailed'])
  })

  it('lets two branches wait side by side', () => {
    const run = drive(machineOf({ P: { Type: 'Parallel', Branches: [branch(60), branch(59)], End: true } }))
    expect(timesOf(run, 'WaitStateExited', 'ParallelStateExited')).toEqual([
      'WaitStateExited 59',
      'WaitStateExited 60',
      'ParallelStateExited 60',
    ])
  })
})
