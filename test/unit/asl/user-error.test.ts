import { expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'

it('a UserError is one line, whatever it quotes', () => {
  expect(new UserError('usage', 'cannot read "a\r\n b\u2028c": write d').message).toBe('cannot read "a b c": write d')
})
