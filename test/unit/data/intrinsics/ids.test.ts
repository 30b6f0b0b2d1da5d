import { expect, it } from 'vitest'
import { SOME_UUID } from '../scope-with.js'
import { call } from './call.js'

it('States.UUID comes from the run', () => {
  expect(call('States.UUID()')).toBe(SOME_UUID)
})
