import { describe, expect, it } from 'vitest'
import { isReservedErrorName, matchesError } from '../../../src/asl/error-names.js'
import type { MatchableError } from '../../../src/asl/error-names.js'
import type { Profile } from '../../../src/asl/profile.js'

const task = (name: string | undefined): MatchableError => ({ name, duringTask: true })
const query = (name: string): MatchableError => ({ name, duringTask: false })
const heartbeat: MatchableError = { name: 'States.Timeout', heartbeat: true, duringTask: true }

describe('ErrorEquals selects', () => {
  const cases: [string, readonly string[], MatchableError, boolean, Profile?][] = [
    ['a name that is equal', ['Carrier.Down'], task('Carrier.Down'), true],
    ['no name in other case', ['carrier.down'], task('Carrier.Down'), false],
    ['no name by its beginning', ['Carrier'], task('Carrier.Down'), false],
    ['any of several names', ['A', 'B'], task('B'), true],
    ['nothing when it is empty', [], task('B'), false],
    ['any error by States.ALL', ['States.ALL'], task('Carrier.Down'), true],
    ['timeouts by States.ALL', ['States.ALL'], task('States.Timeout'), true],
    ['nameless failures by States.ALL', ['States.ALL'], task(undefined), true],
    ['query failures by States.ALL', ['States.ALL'], query('States.QueryEvaluationError'), true],
    ['oversized results by States.ALL', ['States.ALL'], task('States.DataLimitExceeded'), true],
    [
      'no oversized result by States.ALL as documented',
      ['States.ALL'],
      task('States.DataLimitExceeded'),
      false,
      'documented',
    ],
    [
      'oversized results by name as documented',
      ['States.DataLimitExceeded'],
      task('States.DataLimitExceeded'),
      true,
      'documented',
    ],
    ['no runtime error by States.ALL', ['States.ALL'], query('States.Runtime'), false],
    ['no runtime error by its own name', ['States.Runtime'], query('States.Runtime'), false],
    ['no runtime error as documented', ['States.Runtime', 'States.ALL'], query('States.Runtime'), false, 'documented'],
    ['task failures by States.TaskFailed', ['States.TaskFailed'], task('Carrier.Down'), true],
    ['States.TaskFailed itself', ['States.TaskFailed'], task('States.TaskFailed'), true],
    ['no timeout by States.TaskFailed', ['States.TaskFailed'], task('States.Timeout'), false],
    ['no heartbeat by States.TaskFailed', ['States.TaskFailed'], heartbeat, false],
    ['no nameless failure by States.TaskFailed', ['States.TaskFailed'], task(undefined), false],
    ['no query failure by States.TaskFailed', ['States.TaskFailed'], query('States.QueryEvaluationError'), false],
    ['a missed heartbeat by States.Timeout', ['States.Timeout'], heartbeat, true],
    ['a missed heartbeat by States.HeartbeatTimeout', ['States.HeartbeatTimeout'], heartbeat, true],
    ['a heartbeat by its own name as States.Timeout', ['States.Timeout'], task('States.HeartbeatTimeout'), true],
    ['no plain timeout by States.HeartbeatTimeout', ['States.HeartbeatTimeout'], task('States.Timeout'), false],
    ['nothing by a typo', ['State.ALL', 'States.All'], task('Carrier.Down'), false],
    ['no inherited names', ['toString', '__proto__'], task(undefined), false],
  ]
  it.each(cases)('%s', (_about, errorEquals, error, expected, profile) => {
    expect(matchesError(errorEquals, error, profile)).toBe(expected)
  })
})

it('knows the names that Step Functions itself uses', () => {
  expect(isReservedErrorName('States.QueryEvaluationError')).toBe(true)
  expect(isReservedErrorName('States.Http.StatusCode.404')).toBe(true)
  expect(isReservedErrorName('States.TaskFailedId')).toBe(false)
  expect(isReservedErrorName('Lambda.Unknown')).toBe(false)
})
