import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { jsonLines } from '../../../src/report/json-lines.js'

const text = (value: Json, levels: number): string => [...jsonLines(value, levels)].join('')

describe('JSON in lines', () => {
  it('gives the outermost levels lines of their own, and keeps what is deeper compact', () => {
    expect(
      text({ version: 1, run: { status: 'OK', history: [{ id: 1, in: { a: [] } }, { id: 2 }] }, none: [] }, 3),
    ).toBe(
      `{
  "version": 1,
  "run": {
    "status": "OK",
    "history": [
      {"id":1,"in":{"a":[]}},
      {"id":2}
    ]
  },
  "none": []
}`,
    )
  })

  it.each([null, 'x', 17, [], {}, [1, [2]], { a: { b: [true] }, '__proto__ "': 'é\n' }])('is JSON: %j', (value) => {
    for (const levels of [0, 1, 2, 5]) expect(JSON.parse(text(value, levels))).toEqual(value)
  })

  it('leaves out members without a value', () => {
    const optional = { a: 1, b: undefined } as unknown as Json
    expect(text(optional, 1)).toBe('{\n  "a": 1\n}')
  })

  it('takes values of any depth', () => {
    let deep: Json = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(text({ deep }, 1)).toHaveLength(200_015)
  })
})
