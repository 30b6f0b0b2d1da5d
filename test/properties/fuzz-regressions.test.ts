import { describe, expect, it } from 'vitest'
import { keptRegressions } from '../fuzz/regressions.js'
import { findingIn } from '../fuzz/target.js'
import { targetNamed } from '../fuzz/targets.js'

describe('what npm run fuzz has found once', () => {
  it.each(keptRegressions())('is found no more: %s', async (_, { target, given }) => {
    expect(await findingIn(targetNamed(target), given)).toBeUndefined()
  })
})
