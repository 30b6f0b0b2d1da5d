import { describe, expect, it } from 'vitest'
import { SiteChance, keyedUuid } from '../../../src/engine/random.js'

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const chanceAt = (site: string, seed = 0) => new SiteChance(seed, () => site)

const draw = (seed: number, site: string) => chanceAt(site, seed).number('jitter')

describe('chance', () => {
  it('is spread evenly over [0, 1), also for sites that hardly differ', () => {
    const numbers = Array.from({ length: 10_000 }, (_, i) => chanceAt(`/States/T#1.${i}`).number('jitter'))
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
    for (let tenth = 0; tenth < 10; tenth++) {
      const count = numbers.filter((number) => Math.floor(number * 10) === tenth).length
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1_150)
    }
  })

  it('is the same again for the same seed and site, and another for any other', () => {
    expect(draw(1, 'a')).toBe(draw(1, 'a'))
    expect(new Set([draw(1, 'a'), draw(2, 'a'), draw(1, 'b')]).size).toBe(3)
  })

  it('counts draws by purpose: one more of another purpose shifts nothing', () => {
    const alone = chanceAt('/States/A#1.1')
    const mixed = chanceAt('/States/A#1.1')
    const first = alone.number('jitter')
    mixed.uuid('id')
    expect(mixed.number('jitter')).toBe(first)
    expect(alone.number('jitter')).not.toBe(first)
  })

  it('gives version 4 UUIDs that do not repeat', () => {
    const uuids = Array.from({ length: 10_000 }, (_, i) => keyedUuid(`key ${i}`))
    expect(new Set(uuids).size).toBe(10_000)
    expect(uuids.every((uuid) => VERSION_4.test(uuid))).toBe(true)
    expect(keyedUuid('key 1')).toBe(uuids[1])
  })
})
