import { expect, it } from 'vitest'
import { LIMITS } from '../../../src/asl/limits.js'

it('has a positive value and a source for every limit', () => {
  const odd = Object.values(LIMITS).filter(({ value, source }) => !(value > 0 && /^https:|^recorded/.test(source)))
  expect(odd).toEqual([])
})

it('has the figures that recordings confirm', () => {
  expect(LIMITS.payloadBytes.value).toBe(262_144)
  expect(LIMITS.historyEvents.value).toBe(25_000)
  expect(LIMITS.waitSecondsCeiling.value).toBe(2 ** 31)
})
