import { describe, expect, it } from 'vitest'
import { call, detailOf } from './call.js'

it('States.Array makes an array of its arguments', () => {
  expect(call("States.Array(1, 'a', true, null, $.o)", { o: { k: [] } })).toEqual([1, 'a', true, null, { k: [] }])
  expect(call('States.Array()')).toEqual([])
})

describe('States.ArrayPartition', () => {
  it.each([
    ['States.ArrayPartition($, 2)', [1, 2, 3], [[1, 2], [3]]],
    ['States.ArrayPartition($, 1.5)', [1, 2, 3], [[1, 2], [3]]],
    ['States.ArrayPartition($, 9)', [1], [[1]]],
    ['States.ArrayPartition($, 9)', [], []],
  ])('%s on %j is %j', (text, input, chunks) => {
    expect(call(text, input)).toEqual(chunks)
  })

  it.each(['0', '-1', '0.4'])('refuses the chunk size %s', (size) => {
    expect(detailOf(`States.ArrayPartition($, ${size})`, [])).toMatch(/^The chunk size must be a positive integer/)
  })
})

describe('States.ArrayContains', () => {
  it.each([
    [[], null, false],
    [[[1, 2, 3], 2], [1, 2, 3], true],
    [[{ a: 1, b: 2 }], { b: 2, a: 1 }, true],
    [[{ a: 1 }], { a: 2 }, false],
    [['1'], 1, false],
    [['[1]'], [1], false],
    [[null], null, true],
  ])('%j has %j: %s', (array, value, found) => {
    expect(call('States.ArrayContains($.array, $.value)', { array, value })).toBe(found)
  })
})

describe('States.ArrayRange', () => {
  it.each([
    ['0, 10, 3', [0, 3, 6, 9]],
    ['0, 9, 3', [0, 3, 6, 9]],
    ['1, 1, 1', [1]],
    ['5, 1, -2', [5, 3, 1]],
    ['1, 5, -1', []],
    ['0.5, 2.4, 1.2', [1, 2]],
  ])('(%s) is %j', (args, items) => {
    expect(call(`States.ArrayRange(${args})`)).toEqual(items)
  })

  it('has 1,000 items at most', () => {
    expect(call('States.ArrayRange(1, 1000, 1)')).toHaveLength(1_000)
    expect(detailOf('States.ArrayRange(1, 1001, 1)')).toBe('The range must have no more than 1000 items')
    expect(detailOf('States.ArrayRange(0, 1e300, 1)')).toBe('The range must have no more than 1000 items')
  })

  it('has a step', () => {
    expect(detailOf('States.ArrayRange(1, 9, 0)')).toBe('The step must not be 0')
  })

  it('refuses a number beyond all bounds', () => {
    expect(detailOf('States.ArrayRange(1, 1e999, 1)')).toBe('Argument 2 is too large a number')
  })
})

it('States.ArrayGetItem counts from 0 and refuses what is outside', () => {
  expect(call('States.ArrayGetItem($, 1)', ['a', null])).toBe(null)
  expect(detailOf('States.ArrayGetItem($, 2)', ['a', null])).toBe('The index 2 is outside the array of 2 items')
  expect(detailOf('States.ArrayGetItem($, -1)', ['a'])).toBe('The index -1 is outside the array of 1 items')
})

it('States.ArrayLength counts', () => {
  expect(call('States.ArrayLength($)', [1, [2, 3]])).toBe(2)
})

it('States.ArrayUnique keeps the first of equal items', () => {
  const input = [null, 1, 'a', null, '1', { a: 1, b: 2 }, { b: 2, a: 1 }, [1], ['1'], [1], true, false, true, 1.1]
  expect(call('States.ArrayUnique($)', input)).toEqual([
    null,
    1,
    'a',
    '1',
    { a: 1, b: 2 },
    [1],
    ['1'],
    true,
    false,
    1.1,
  ])
})

it('States.ArrayUnique is quick with many items', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => [index % 50_000])
  expect(call('States.ArrayUnique($)', many)).toHaveLength(50_000)
})
