import { describe, expect, it } from 'vitest'
import { firstJavaRandom } from '../../../../src/data/intrinsics/java-random.js'
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

// The first nextInt(bound) on Java 17; the last from the first nextDouble, as no int bound is so large.
it.each([
  [42, 100, 30],
  [42, 10, 0],
  [-7, 10, 2],
  [3, 999, 239],
  [0, 2 ** 30, 784_870_680],
  [123_456_789_012_345, 2_000_000_000, 1_436_980_174],
  [42, 2 ** 40, Math.floor(0.727_563_680_032_868_1 * 2 ** 40)],
])('java.util.Random with seed %d below %d begins with %d', (seed, bound, value) => {
  expect(firstJavaRandom(seed, bound)).toBe(value)
})
