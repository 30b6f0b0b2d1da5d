import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const retry = (...lists: readonly (readonly string[])[]): string[] =>
  checked(taskOf({ HeartbeatSeconds: 5, Retry: lists.map((ErrorEquals) => ({ ErrorEquals })) }), 'warning')

const to = (...ErrorEquals: string[]): unknown => ({ ErrorEquals, Next: 'Handler' })

describe('a retrier', () => {
  it('after States.TaskFailed is never used for errors of the task', () => {
    expect(retry(['States.TaskFailed'], ['Lambda.ServiceException', 'Lambda.SdkClientException'])).toEqual([
      'ASLX_UNREACHABLE_RETRIER: This retrier is never used: retrier 0 takes every error it names at /States/A/Retry[1] (move it before retrier 0)',
    ])
  })

  it('after a retrier with the same name is never used', () => {
    expect(retry(['A'], ['B', 'A'], ['A', 'B'])).toEqual([
      "ASLX_SHADOWED_ERROR_NAME: 'A' never reaches this retrier: retrier 0 takes it at /States/A/Retry[1]/ErrorEquals[1]",
      'ASLX_UNREACHABLE_RETRIER: This retrier is never used: retrier 0 takes every error it names at /States/A/Retry[2] (move it before retrier 0)',
    ])
  })

  it.each([
    [['States.TaskFailed'], ['States.Timeout']],
    [['States.TaskFailed'], ['States.DataLimitExceeded']],
    [['States.TaskFailed'], ['States.ALL']],
    [['A'], ['States.TaskFailed']],
    [['States.HeartbeatTimeout'], ['States.Timeout']],
    [['A'], ['B']],
  ])('%j leaves %j its errors', (first, second) => {
    expect(retry(first, second)).toEqual([])
  })

  it('after States.Timeout gets no missed heartbeats', () => {
    expect(retry(['States.Timeout'], ['States.HeartbeatTimeout'])).toHaveLength(1)
  })

  it('of a Map or Parallel is given the benefit of the doubt', () => {
    const Retry = [{ ErrorEquals: ['States.TaskFailed'] }, { ErrorEquals: ['Carrier.Down'] }]
    const branch = machineOf({ B: { Type: 'Pass', End: true } })
    expect(checked(machineOf({ A: { Type: 'Parallel', Branches: [branch], Retry, End: true } }), 'warning')).toEqual([])
  })
})

it('a catcher is shadowed in the same way, and not by retriers', () => {
  expect(checked(taskOf({ Retry: [{ ErrorEquals: ['A'] }], Catch: [to('A'), to('A')] }), 'warning')).toEqual([
    'ASLX_UNREACHABLE_CATCHER: This catcher is never used: catcher 0 takes every error it names at /States/A/Catch[1] (move it before catcher 0)',
  ])
})
