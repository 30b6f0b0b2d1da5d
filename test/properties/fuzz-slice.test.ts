import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingIn } from '../fuzz/target.js'
import { targets } from '../fuzz/targets.js'
import type { Json } from '../../src/asl/json.js'

/** A first look: `npm run fuzz` goes on from there. */
const SEED = 20_300_101
/** How much of a slice of `npm run fuzz` is tried. */
const PART = 1 / 8

describe('whatever comes, aslx refuses it or runs it to its end, twice alike', () => {
  it.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    for (const drawn of fc.sample(target.cases, { seed: SEED, numRuns: Math.ceil(target.slice * PART) })) {
      const given = JSON.parse(JSON.stringify(drawn)) as Json
      const finding = await findingIn(target, given)
      expect(finding, JSON.stringify(given)).toBeUndefined()
    }
  })
})
