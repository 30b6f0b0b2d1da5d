import { describe, expect, it } from 'vitest'
import { UserError, withErrorPart, withErrorPlace, withUserError } from '../../../src/asl/user-error.js'

const at = { file: 'orders.yaml', line: 3, column: 5 }

function refuse(): never {
  throw new UserError('definition', 'must be a number', { hint: 'write 1' })
}

describe('UserError', () => {
  it.each([
    [{}, 'is wrong'],
    [{ at }, 'orders.yaml:3:5: is wrong'],
    [{ at: { file: 'orders.yaml' } }, 'orders.yaml: is wrong'],
    [{ at, parts: ['tasks.Ship', 'entry 1'] }, 'orders.yaml:3:5: tasks.Ship: entry 1: is wrong'],
    [{ hint: 'mend it' }, 'is wrong; mend it'],
    [{ nearest: 'Charge' }, 'is wrong; did you mean "Charge"?'],
    [{ nearest: '--fault', hint: 'did you mean --fault?' }, 'is wrong; did you mean --fault?'],
  ])('makes its message of its members: %j', (details, message) => {
    expect(new UserError('usage', 'is wrong', details)).toMatchObject({ what: 'is wrong', message, ...details })
  })

  it('is one line whatever it quotes', () => {
    expect(new UserError('usage', 'a\r\nb\u2028 c').message).toBe('a b c')
  })

  it('is placed, and of a place that it had the message tells as well', () => {
    const error = new UserError('definition', 'there is no such file', { at: { file: 'a.json' } })
    expect(error.placedAt(at)).toMatchObject({ at, message: 'orders.yaml:3:5: a.json: there is no such file' })
    expect(error.movedTo(at)).toMatchObject({ at, message: 'orders.yaml:3:5: there is no such file' })
    expect(error.placedAt(undefined)).toBe(error)
  })

  it('is told as one of a part, of a place, and as another', () => {
    const found = (action: () => unknown): unknown => {
      try {
        return action()
      } catch (error) {
        return error
      }
    }
    expect(found(() => withErrorPlace(at, () => withErrorPart('seed', refuse)))).toMatchObject({
      kind: 'definition',
      at,
      parts: ['seed'],
      hint: 'write 1',
      message: 'orders.yaml:3:5: seed: must be a number; write 1',
    })
    expect(found(() => withUserError(refuse, (error) => error.ofKind('usage')))).toMatchObject({ kind: 'usage' })
    const bug = new RangeError('a bug')
    expect(
      found(() =>
        withErrorPlace(at, () => {
          throw bug
        }),
      ),
    ).toBe(bug)
  })
})
