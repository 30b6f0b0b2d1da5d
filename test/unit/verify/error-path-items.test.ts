import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/asl/json.js'
import { errorPathItems } from '../../../src/verify/error-path-items.js'
import { lambdaTask } from './factory.js'

function idsOf(fields: JsonObject): readonly string[] {
  return errorPathItems({ StartAt: 'A', States: { A: lambdaTask(fields) } }).map(({ id }) => id)
}

describe('the error paths of a state', () => {
  it('are an unhandled error where it has no handler', () => {
    expect(idsOf({})).toEqual(['/States/A unhandled'])
  })

  it('are each retrier hit, recovered from and used up, and each catcher', () => {
    const Retry = [{ ErrorEquals: ['X'] }]
    const Catch = [{ ErrorEquals: ['X'], Next: 'A' }]
    expect(idsOf({ Retry, Catch })).toEqual([
      '/States/A/Retry/0 retry',
      '/States/A/Retry/0 recovered',
      '/States/A/Retry/0 exhausted',
      '/States/A/Catch/0 catch',
      '/States/A unhandled',
    ])
  })

  it('have no retry where MaxAttempts is 0, and nothing unhandled where a catcher takes all', () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'A' }]
    expect(idsOf({ Retry: [{ ErrorEquals: ['X'], MaxAttempts: 0 }], Catch })).toEqual([
      '/States/A/Retry/0 exhausted',
      '/States/A/Catch/0 catch',
    ])
  })

  it('are the times that it has, from the input, too', () => {
    expect(idsOf({ TimeoutSecondsPath: '$.t', HeartbeatSeconds: 5 }).slice(0, 2)).toEqual([
      '/States/A/TimeoutSecondsPath timeout',
      '/States/A/HeartbeatSeconds heartbeat',
    ])
  })

  it('leave a handler no names that earlier ones take', () => {
    const Retry = [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X', 'States.TaskFailed'] }]
    const names = errorPathItems({ StartAt: 'A', States: { A: lambdaTask({ Retry }) } }).map((item) => item.names)
    expect(names.slice(0, 4)).toEqual([['States.ALL'], ['States.ALL'], ['States.ALL'], []])
  })

  it('are found inside Maps and branches, and the machine has a time of its own', () => {
    const inner = { StartAt: 'B', States: { B: lambdaTask() } }
    const States = { M: { Type: 'Map', ItemProcessor: inner, End: true }, P: { Type: 'Pass', End: true } }
    expect(errorPathItems({ StartAt: 'M', TimeoutSeconds: 60, States }).map(({ id }) => id)).toEqual([
      '/States/M/ItemProcessor/States/B unhandled',
      '/TimeoutSeconds execution-timeout',
    ])
  })

  it('are none in what is no definition', () => {
    expect([
      errorPathItems(null),
      errorPathItems('x'),
      errorPathItems({ States: { A: { Type: 'Task', Retry: 1 } } }).length,
    ]).toEqual([[], [], 1])
  })
})
