import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { fails, hangs, returns } from '../../../src/tasks/script.js'
import { parseTaskMock } from '../../../src/tasks/task-mock-object.js'

describe('a script in a scenario file', () => {
  it.each<[Json, unknown]>([
    [{ returns: { parcel: 'p-9' } }, returns({ parcel: 'p-9' })],
    [{ returns: null, times: 2, delay: '1s' }, returns(null, { times: 2, delay: 1000 })],
    [{ fails: 'Carrier.Down', times: 2 }, fails('Carrier.Down', { times: 2 })],
    [{ fails: { error: 'A', cause: 'why' }, delay: 5 }, fails('A', { cause: 'why', delay: 5 })],
    [{ fails: { error: 'A' } }, fails('A')],
    [{ hangs: true }, hangs()],
    [{ hangs: true, times: 1 }, hangs({ times: 1 })],
    [
      [{ fails: 'A' }, { returns: 1 }],
      [fails('A'), returns(1)],
    ],
  ])('%j is what a test would write', (written, mock) => {
    expect(parseTaskMock(written, 'tasks.Ship')).toEqual(mock)
  })

  it.each<[Json, string]>([
    [{}, 'tasks.Ship must have exactly one of returns, fails or hangs'],
    ['Carrier.Down', 'tasks.Ship must have exactly one of'],
    [null, 'tasks.Ship must have exactly one of'],
    [{ returns: 1, hangs: true }, 'exactly one of'],
    [{ retruns: 1 }, 'tasks.Ship has an unknown member "retruns"; did you mean "returns"?'],
    [{ returns: 1, time: 2 }, 'did you mean "times"?'],
    [{ fails: { Error: 'A' } }, 'tasks.Ship.fails has an unknown member "Error"; did you mean "error"?'],
    [{ fails: { cause: 'why' } }, 'tasks.Ship.fails.error must be a text'],
    [{ fails: 5 }, 'tasks.Ship.fails must be a text'],
    [{ hangs: false }, 'tasks.Ship.hangs must be true'],
    [{ hangs: true, delay: 5 }, 'unknown member "delay"'],
    [{ returns: 1, times: 0 }, 'tasks.Ship: times is 0'],
    [{ returns: 1, times: 'twice' }, 'tasks.Ship.times must be a whole number'],
    [{ returns: 1, delay: 'soon' }, 'tasks.Ship: not a duration'],
    [{ returns: 1, delay: true }, 'tasks.Ship.delay must be'],
    [[], 'tasks.Ship is an empty list'],
    [[{ returns: 1 }, [{ returns: 2 }]], 'tasks.Ship[1] must have exactly one of'],
    [JSON.parse('{"returns":1,"__proto__":2}') as Json, 'unknown member "__proto__"'],
  ])('%j is refused', (written, message) => {
    expect(() => parseTaskMock(written, 'tasks.Ship')).toThrowError(
      expect.objectContaining({ kind: 'usage', message: expect.stringContaining(message) }),
    )
  })
})
