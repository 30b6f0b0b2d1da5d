import { describe, expect, it } from 'vitest'
import { call, detailOf } from './call.js'

it.each([
  [1, 2, 3],
  [1.49, 1.5, 3],
  [-1.5, -1.51, -3],
  [-0.4, 0, 0],
])('States.MathAdd of %d and %d is %d', (a, b, sum) => {
  expect(call('States.MathAdd($.a, $.b)', { a, b })).toBe(sum)
})

it('States.MathAdd takes numbers', () => {
  expect(detailOf("States.MathAdd('1', 2)")).toBe('Argument 1 must be a number and not a string')
})

describe('States.MathRandom', () => {
  it.each([
    [0, 10],
    [0.5, 15],
    [0.999_999, 19],
  ])('where chance is %d gives %d', (number, value) => {
    expect(call('States.MathRandom(10, 20)', {}, { numbers: [number] })).toBe(value)
  })

  it('rounds its ends', () => {
    expect(call('States.MathRandom(12.5, 44.51)')).toBe(13)
  })

  it('draws anew in each call of an expression', () => {
    const text = 'States.Array(States.MathRandom(0, 10), States.MathRandom(0, 10))'
    expect(call(text, {}, { numbers: [0.1, 0.9] })).toEqual([1, 9])
  })

  it('needs an end after its start', () => {
    expect(detailOf('States.MathRandom(5, 5)')).toBe('The end 5 must be greater than the start 5')
  })

  it('with a seed gives what java.util.Random gives, and no chance', () => {
    expect(call('States.MathRandom(100, 200, 42)', {}, { numbers: [0.9] })).toBe(130)
    expect(call('States.MathRandom(-5, 5, -7)')).toBe(-3)
  })
})
