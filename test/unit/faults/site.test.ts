import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { matchesSite, parseSite, printSite, type Site } from '../../../src/faults/site.js'
import type { ItemChoice, ItemPattern } from '../../../src/faults/item-pattern.js'
import { globOf } from '../../../src/faults/state-pattern.js'

const call = (state: string, at: { items?: number[]; visit?: number; attempt?: number } = {}) => ({
  state,
  items: (at.items ?? []).map((index) => ({ map: 'Pages', index })),
  visit: at.visit ?? 1,
  attempt: at.attempt ?? 1,
})

const ordinal = fc.integer({ min: 1, max: 999_999_999 })
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('ab1 []#.!~*:@;="\\\n')) }),
)
const glob = fc.array(text, { minLength: 2, maxLength: 5 }).map(globOf)
const attempts = fc.oneof(
  ordinal.map((from) => ({ from, to: from })),
  fc.tuple(ordinal, ordinal).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  ordinal.filter((from) => from > 1).map((from) => ({ from })),
)
const index = fc.nat(999_999_999)
const choice: fc.Arbitrary<ItemChoice> = fc.oneof(
  index,
  fc.constant('last' as const),
  index.map((from) => ({ from })),
  fc.tuple(index, index).map(([a, b]) => (a === b ? a : { from: Math.min(a, b), to: Math.max(a, b) })),
  fc.tuple(ordinal, ordinal).map(([a, b]) => ({ turn: Math.min(a, b), every: Math.max(a, b) })),
)
const items: fc.Arbitrary<ItemPattern> = fc.oneof(choice, fc.array(choice, { minLength: 2, maxLength: 4 }))
const site: fc.Arbitrary<Site> = fc.record(
  {
    state: fc.oneof(text, glob),
    items: fc.array(items, { minLength: 1, maxLength: 4 }),
    visit: ordinal,
    attempts,
  },
  { requiredKeys: ['state'], noNullPrototype: true },
)

const selects = (text: string, where: ReturnType<typeof call>) => matchesSite(parseSite(text), where)

const struck = (text: string) => [1, 2, 3, 4].filter((attempt) => selects(text, call('Resize', { attempt })))

/** The site, or undefined where the reader tells the user that it is none. */
function readable(text: string): Site | undefined {
  try {
    return parseSite(text)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

describe('a site', () => {
  it('is read back from its own text', () => {
    fc.assert(
      fc.property(site, (site) => {
        expect(parseSite(printSite(site))).toEqual(site)
      }),
      { numRuns: 1000 },
    )
  })

  it('never makes the reader fail with anything but a UserError', () => {
    fc.assert(
      fc.property(text, (text) => {
        const site = readable(text)
        expect(site && parseSite(printSite(site))).toEqual(site)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['Resize', { state: 'Resize' }],
    ['Ship order', { state: 'Ship order' }],
    ['Resize.2', { state: 'Resize', attempts: { from: 2, to: 2 } }],
    ['Resize.1..2', { state: 'Resize', attempts: { from: 1, to: 2 } }],
    ['Resize.3..', { state: 'Resize', attempts: { from: 3 } }],
    ['Resize[2]#1', { state: 'Resize', items: [2], visit: 1 }],
    ['Resize[0|5..7|last]', { state: 'Resize', items: [[0, { from: 5, to: 7 }, 'last' as const]] }],
    ['Resize[1/3,5..]', { state: 'Resize', items: [{ turn: 1, every: 3 }, { from: 5 }] }],
    ['Resize[2,5]#3.1', { state: 'Resize', items: [2, 5], visit: 3, attempts: { from: 1, to: 1 } }],
    ['"Step 1.5".2', { state: 'Step 1.5', attempts: { from: 2, to: 2 } }],
    ['"say \\"hi\\""', { state: 'say "hi"' }],
    ['*', { state: ['', ''] }],
    ['Page*', { state: ['Page', ''] }],
    ['*Page*#2', { state: ['', 'Page', ''], visit: 2 }],
    ['"Step 1."*', { state: ['Step 1.', ''] }],
    ['Page*"2"', { state: ['Page', '2'] }],
    ['"a*b"', { state: 'a*b' }],
  ])('%s is canonical', (text, site) => {
    expect(parseSite(text)).toEqual(site)
    expect(printSite(site)).toBe(text)
  })

  it.each([
    ['Resize*2', 'Resize.1..2'],
    ['Resize[first]', 'Resize[0]'],
    ['Resize[4..4]', 'Resize[4]'],
    ['Resize.2*3', 'Resize.2..4'],
    ['**3', '*.1..3'],
    ['Resize.1..', 'Resize'],
    ['Page**', 'Page*'],
    ['Page*2#1', 'Page*"2"#1'],
  ])('%s means %s', (text, canonical) => {
    expect(printSite(parseSite(text))).toBe(canonical)
  })

  it.each([
    ['', 'names no state'],
    ['#2', 'names no state'],
    ['Resize.x', 'cannot read ".x"'],
    ['Resize.1...2', 'cannot read'],
    ['Resize[]', 'cannot read the items ""'],
    ['Resize[3..1]', 'as in 1..3'],
    ['Resize[4/3]', '1/3 is the first of every three'],
    ['Resize[0/3]', '1/3 is the first of every three'],
    ['Resize[x]', 'cannot read the items "x"'],
    ['Resize#0', 'a visit counts from 1'],
    ['Resize.0', 'an attempt counts from 1'],
    ['Resize.3..2', 'there are no attempts 3 to 2'],
    ['Resize.1..2*3', 'drop one of them'],
    ['Resize.99999999999999999999', 'to 999999999'],
    ['"open', 'cannot read'],
  ])('"%s" is refused', (text, message) => {
    expect(() => parseSite(text)).toThrowError(
      expect.objectContaining({ kind: 'usage', message: expect.stringContaining(message) }),
    )
  })

  it.each(['Ship!after', 'Ship~12s..30s', 'Ship:50%', 'Ship.1..2:0.5'])('%s is more than a site', (text) => {
    expect(() => parseSite(text)).toThrow('cannot read')
  })
})

describe('what a site selects', () => {
  it('is every attempt, visit and item, unless it says otherwise', () => {
    expect(selects('Resize', call('Resize', { items: [7], visit: 3, attempt: 9 }))).toBe(true)
    expect(selects('Resize', call('Ship'))).toBe(false)
  })

  it('is the attempts of a range', () => {
    expect(struck('Resize.2')).toEqual([2])
    expect(struck('Resize.2..3')).toEqual([2, 3])
    expect(struck('Resize.3..')).toEqual([3, 4])
  })

  it('is the items of the outer Map when inner ones are left out', () => {
    expect(selects('Resize[2]', call('Resize', { items: [2, 5] }))).toBe(true)
    expect(selects('Resize[2,5]', call('Resize', { items: [2, 5] }))).toBe(true)
    expect(selects('Resize[2,5]', call('Resize', { items: [2, 4] }))).toBe(false)
    expect(selects('Resize[2,5]', call('Resize', { items: [2] }))).toBe(false)
    expect(selects('Resize[0]', call('Resize'))).toBe(false)
  })

  it('is several items, a range of them, the last one, or one of every so many', () => {
    const struck = (text: string) =>
      [0, 1, 2, 3, 4, 5].filter((index) =>
        matchesSite(parseSite(text), { ...call('Resize'), items: [{ map: 'Pages', index, of: 6 }] }),
      )
    expect(struck('Resize[0|4]')).toEqual([0, 4])
    expect(struck('Resize[1..2|last]')).toEqual([1, 2, 5])
    expect(struck('Resize[4..]')).toEqual([4, 5])
    expect(struck('Resize[1/3]')).toEqual([0, 3])
    expect(struck('Resize[3/3]')).toEqual([2, 5])
    expect(selects('Resize[last]', call('Resize', { items: [5] }))).toBe(false)
  })

  it('is the states of a glob', () => {
    expect(selects('Page*', call('PageResize'))).toBe(true)
    expect(selects('*Resize', call('PageResize'))).toBe(true)
    expect(selects('P*a*s*e', call('PageResize'))).toBe(true)
    expect(selects('Pag*ageResize', call('PageResize'))).toBe(false)
    expect(selects('*', call('anything at all'))).toBe(true)
    expect(selects('"*"', call('anything at all'))).toBe(false)
  })
})
