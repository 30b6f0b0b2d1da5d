import { describe, expect, it } from 'vitest'
import { firstJavaDouble, firstJavaInt } from '../../../src/data/java-random.js'

describe('java.util.Random', () => {
  // What Java 17 gives; the last from the first nextDouble, as no int bound is so large.
  it.each([
    [42, 100, 30],
    [42, 10, 0],
    [-7, 10, 2],
    [3, 999, 239],
    [0, 2 ** 30, 784_870_680],
    [123_456_789_012_345, 2_000_000_000, 1_436_980_174],
    [42, 2 ** 40, Math.floor(0.727_563_680_032_868_1 * 2 ** 40)],
  ])('with seed %d begins below %d with %d', (seed, bound, value) => {
    expect(firstJavaInt(seed, bound)).toBe(value)
  })

  it.each([
    [42, 0.727_563_680_032_868_1],
    [42.9, 0.727_563_680_032_868_1],
    [0, 0.730_967_787_376_657],
    [-1, 0.268_942_630_880_504_96],
    [Number.NaN, 0.730_967_787_376_657],
  ])('with seed %d begins with the double %d', (seed, value) => {
    expect(firstJavaDouble(seed)).toBe(value)
  })
})
