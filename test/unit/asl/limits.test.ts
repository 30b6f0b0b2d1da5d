import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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

it('has no row that nobody reads', () => {
  const src = join(import.meta.dirname, '../../../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const read = new Set(
    files.flatMap((path) =>
      [...readFileSync(join(src, path), 'utf8').matchAll(/\bLIMITS\.(\w+)/g)].map(([, row]) => row),
    ),
  )
  expect(Object.keys(LIMITS).filter((row) => !read.has(row))).toEqual([])
})
