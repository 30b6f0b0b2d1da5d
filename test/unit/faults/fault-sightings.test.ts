import { describe, expect, it } from 'vitest'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'
import { exampleForResource } from '../../../src/faults/example-targets.js'
import { distinctSightings, examplesFor, sightingsOf } from '../../../src/faults/fault-sightings.js'

describe('what a machine sees of a fault', () => {
  it('can be shown for every row that strikes a state', () => {
    const unseen = catalogue.filter((row) => row.effect.kind !== 'outside' && sightingsOf(row).length === 0)
    expect(unseen.map(({ id }) => id)).toEqual([])
    expect(catalogue.length).toBeGreaterThanOrEqual(200)
  })

  it('is filled in: no placeholder is left', () => {
    const left = catalogue.flatMap((row) =>
      sightingsOf(row).filter(({ error = '', cause = '' }) => /\{[a-z0-9_]+\}/.test(error + cause)),
    )
    expect(left).toEqual([])
  })

  it('is shown at what the fault applies to', () => {
    for (const row of catalogue) for (const { target } of examplesFor(row)) expect(row.appliesTo(target)).toBe(true)
  })

  it('is there for every runtime, and told once where all are alike', () => {
    const seen = sightingsOf(findFault('oom'))
    expect(seen.filter(({ style }) => style === 'Lambda ARN')).toHaveLength(6)
    expect(distinctSightings(seen)).toHaveLength(1)
    expect(distinctSightings(seen)[0]?.runtime).toBeUndefined()
  })

  it('can be had for one resource', () => {
    const example = exampleForResource('arn:aws:states:::aws-sdk:s3:getObject')
    const [only] = sightingsOf(findFault('s3-slowdown'), example)
    expect(only).toMatchObject({ style: 'aws-sdk', error: 'S3.S3Exception' })
  })
})
