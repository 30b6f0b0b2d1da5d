import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { delay, fails, hangs, replyAt, returns, type TaskMock } from '../../../src/tasks/script.js'

const usage = (message: string) => expect.objectContaining({ kind: 'usage', message: expect.stringContaining(message) })

const given = (value: unknown) => {
  const reply = returns(value as Json)
  return reply.kind === 'returns' ? reply.output : undefined
}

const kinds = (mock: TaskMock, calls: number) =>
  Array.from({ length: calls }, (_, i) => {
    const reply = replyAt(mock, i)
    return typeof reply === 'function' ? 'function' : (reply?.kind ?? 'nothing')
  })

describe('a reply', () => {
  it('is plain data', () => {
    expect(returns({ parcel: 'p-1' })).toEqual({ kind: 'returns', output: { parcel: 'p-1' }, delayMs: 0 })
    expect(fails('Carrier.Down', { cause: 'no answer', times: 2, delay: '1.5s' })).toEqual({
      kind: 'fails',
      error: 'Carrier.Down',
      cause: 'no answer',
      times: 2,
      delayMs: 1500,
    })
    expect(hangs()).toEqual({ kind: 'hangs' })
  })

  it('can be made to come later', () => {
    expect(delay('2m', returns(1, { delay: 500 }))).toEqual(returns(1, { delay: 120_500 }))
    expect(delay('2m', fails('Late'))).toEqual(fails('Late', { delay: '2m' }))
    expect(delay('2m', hangs())).toEqual(hangs())
  })

  it('cannot be changed, and does not change with the value it was made from', () => {
    const parcel = { ids: ['p-1'] }
    const reply = returns(parcel)
    parcel.ids.push('p-2')
    expect(reply).toEqual(returns({ ids: ['p-1'] }))
    expect(Object.isFrozen(reply)).toBe(true)
    expect(reply.kind === 'returns' && Object.isFrozen((reply.output as { ids: Json }).ids)).toBe(true)
  })

  it('with numbers that cannot be is refused', () => {
    expect(() => returns(1, { times: 0 })).toThrowError(usage('times is 0'))
    expect(() => fails('A', { times: 1.5 })).toThrowError(usage('times is 1.5'))
    expect(() => returns(1, { delay: -1 })).toThrowError(usage('not a duration'))
    expect(() => delay('soon', returns(1))).toThrowError(usage('not a duration'))
  })
})

describe('what a reply returns', () => {
  it('keeps members in order, drops undefined ones, and takes any name for one', () => {
    const value = JSON.parse('{"b":[1,{"c":null}],"a":true,"__proto__":{"x":1}}') as Json
    expect(JSON.stringify(given(value))).toBe('{"b":[1,{"c":null}],"a":true,"__proto__":{"x":1}}')
    expect(given({ a: 1, b: undefined })).toEqual({ a: 1 })
  })

  it('may share parts', () => {
    const part = { x: [1] }
    expect(given({ a: part, b: [part, part] })).toEqual({ a: part, b: [part, part] })
  })

  it('may be nested 1,000 levels deep and no deeper', () => {
    const nested = (levels: number): Json => {
      let deep: Json = 'end'
      for (let i = 0; i < levels; i++) deep = [deep]
      return deep
    }
    expect(JSON.stringify(given(nested(1000)))).toHaveLength(2005)
    expect(() => given(nested(100_000))).toThrowError(/is nested more than 1000 levels deep/)
  })

  it('must be JSON', () => {
    expect(() => given({ at: [new Date(0)] })).toThrowError(usage('the value at /at/0 is an instance of Date'))
    expect(() => given({ f: () => 1 })).toThrowError(usage('the value at /f is function'))
    expect(() => given(Number.NaN)).toThrowError(usage('it is NaN'))
    expect(() => given(undefined)).toThrowError(usage('it is undefined'))
    expect(() => given([undefined])).toThrowError(usage('the value at /0 is undefined'))
    const loop: { self?: unknown } = {}
    loop.self = [loop]
    expect(() => given(loop)).toThrowError(usage('the value at /self/0 is part of itself'))
  })
})

describe('a script', () => {
  it('of one reply answers every call', () => {
    expect(kinds(returns(1), 3)).toEqual(['returns', 'returns', 'returns'])
    expect(kinds(() => 1, 2)).toEqual(['function', 'function'])
  })

  it('gives each call its entry, and repeats the last for ever', () => {
    expect(kinds([fails('A'), hangs(), returns(1)], 5)).toEqual(['fails', 'hangs', 'returns', 'returns', 'returns'])
  })

  it('repeats an entry as often as it says', () => {
    expect(kinds([fails('A', { times: 2 }), () => 1, returns(1)], 4)).toEqual(['fails', 'fails', 'function', 'returns'])
  })

  it('is used up when its last entry says how often', () => {
    expect(kinds(fails('A', { times: 2 }), 3)).toEqual(['fails', 'fails', 'nothing'])
    expect(kinds([returns(1), hangs({ times: 1 })], 3)).toEqual(['returns', 'hangs', 'nothing'])
    expect(kinds([], 1)).toEqual(['nothing'])
  })
})
