import { describe, expect, it } from 'vitest'
import { errorRule, namesThatMatch } from '../../../src/report/error-rules.js'
import { RESERVED_ERROR_NAMES } from '../../../src/asl/error-names.js'
import type { Profile } from '../../../src/asl/profile.js'

function takers(name: string, profile: Profile = 'recorded'): readonly string[] {
  const error = errorRule(name)?.seen[profile]
  return error ? namesThatMatch(error, profile, name) : []
}

describe('the rule of an error', () => {
  it('is there for every name of Step Functions, and for no other', () => {
    expect(RESERVED_ERROR_NAMES.map((name) => errorRule(name)?.name)).toEqual(RESERVED_ERROR_NAMES)
    expect(errorRule('States.Http.StatusCode.503')?.raisedBy).toBe('an HTTP Task that was answered with status 503')
    expect([errorRule('Carrier.Down'), errorRule('States.All'), errorRule('toString')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('says what takes the error, as the engine matches it', () => {
    expect(takers('States.TaskFailed')).toEqual(['States.TaskFailed', 'States.ALL'])
    expect(takers('States.Timeout')).toEqual(['States.Timeout', 'States.ALL'])
    expect(takers('States.HeartbeatTimeout')).toEqual(['States.HeartbeatTimeout', 'States.Timeout', 'States.ALL'])
    expect(takers('States.QueryEvaluationError')).toEqual(['States.QueryEvaluationError', 'States.ALL'])
    expect(takers('States.Runtime')).toEqual([])
  })

  it('knows that an oversize result is not for States.ALL as documented', () => {
    expect(takers('States.DataLimitExceeded')).toContain('States.ALL')
    expect(takers('States.DataLimitExceeded', 'documented')).not.toContain('States.ALL')
  })

  it.each(['States.BranchFailed', 'States.IntrinsicFailure', 'States.NoChoiceMatched', 'States.ParameterPathFailure'])(
    'knows that only documents have %s',
    (name) => {
      expect(takers(name)).toEqual([])
      expect(takers(name, 'documented')).toEqual(expect.arrayContaining([name, 'States.ALL']))
    },
  )
})
