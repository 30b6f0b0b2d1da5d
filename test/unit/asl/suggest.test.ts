import { describe, expect, it } from 'vitest'
import { didYouMean } from '../../../src/asl/suggest.js'

describe('didYouMean', () => {
  it.each([
    ['Shp', ['Charge', 'Ship'], 'Ship'],
    ['Shpi', ['Charge', 'Ship'], 'Ship'],
    ['ship', ['Charge', 'Ship'], 'Ship'],
    ['States.TaskFailedId', ['States.ALL', 'States.TaskFailed'], 'States.TaskFailed'],
    ['a', ['b', 'c'], 'b'],
  ])('takes %j of %j for %j', (name, candidates, meant) => {
    expect(didYouMean(name, candidates)).toBe(meant)
  })

  it('says nothing when nothing is near', () => {
    expect(didYouMean('Refund', ['Charge', 'Ship'])).toBeUndefined()
    expect(didYouMean('Ship', ['Ship'])).toBeUndefined()
    expect(didYouMean('Ship', [])).toBeUndefined()
    expect(didYouMean('x'.repeat(101), ['x'.repeat(100)])).toBeUndefined()
  })
})
