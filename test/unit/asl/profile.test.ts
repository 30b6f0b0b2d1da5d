import { expect, it } from 'vitest'
import { PROFILE_FLAGS, errorNameUnder, isDocumented } from '../../../src/asl/profile.js'

it('the recorded profile follows documents in nothing, the documented one in every flag', () => {
  expect(PROFILE_FLAGS.filter((flag) => isDocumented('recorded', flag))).toEqual([])
  expect(PROFILE_FLAGS.filter((flag) => isDocumented('documented', flag))).toEqual(PROFILE_FLAGS)
})

it('a failure changes its name only with a reason, and only where documents are followed', () => {
  expect(errorNameUnder('recorded', 'States.Runtime', 'no-choice-name')).toBe('States.Runtime')
  expect(errorNameUnder('documented', 'States.Runtime', 'no-choice-name')).toBe('States.NoChoiceMatched')
  expect(errorNameUnder('documented', 'States.Runtime', 'parameter-path-name')).toBe('States.ParameterPathFailure')
  expect(errorNameUnder('documented', 'States.Runtime', 'intrinsic-name')).toBe('States.IntrinsicFailure')
  expect(errorNameUnder('documented', 'States.Runtime', undefined)).toBe('States.Runtime')
})
