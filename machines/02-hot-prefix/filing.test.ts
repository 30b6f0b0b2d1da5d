import { type Simulation, fault, loadScenario, simulate, steady } from 'aslx'
import 'aslx/vitest'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('02-hot-prefix/template.yaml')
const mended = await givenMachine('02-hot-prefix/template.mended.yaml')
const report = loadScenario(fileURLToPath(new URL('report.load.yaml', import.meta.url)))

/** A batch every minute, on the day of the report. */
const onTheDay = (machine: typeof naive): Simulation =>
  simulate(machine, { arrivals: steady({ every: '1m' }), duration: '45m', scenario: report })

const done = ({ effects }: Simulation, state: string) => effects.find((effect) => effect.state === state)

describe('either machine', () => {
  it('does the same work, but for its handling of errors', () => {
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it.each([naive, mended])('files a batch on a normal day', async (machine) => {
    const run = await machine.run()
    expect(run).toSucceed()
    expect(effectsOf(run).filter((effect) => !effect.startsWith('ClassifyDocument'))).toEqual([
      'WriteClass[0]',
      'WriteClass[1]',
      'WriteClass[2]',
      'RecordBatch',
      'Announce',
    ])
  })
})

describe('the naive machine, while a report reads the whole day', () => {
  const simulation = onTheDay(naive)

  it('fails for as long as the report runs, and at no other time', () => {
    expect(simulation.statuses).toEqual({ SUCCEEDED: 30, FAILED: 15 })
    expect(simulation.errors).toEqual({ 'S3.S3Exception': 15 })
    const failedAt = simulation.buckets.filter(({ failed }) => failed > 0).map(({ fromMs }) => fromMs / 60_000)
    expect(Math.min(...failedAt)).toBeGreaterThanOrEqual(10)
    expect(Math.max(...failedAt)).toBeLessThanOrEqual(25)
  })

  it('records none of the batches that failed, nor says a word', () => {
    expect(done(simulation, 'RecordBatch')).toMatchObject({ done: 30 })
    expect(done(simulation, 'Announce')).toMatchObject({ done: 30 })
  })
})

describe('the mended machine, while a report reads the whole day', () => {
  const simulation = onTheDay(mended)

  it('files every document of every batch, once', () => {
    expect(simulation.statuses).toEqual({ SUCCEEDED: 45 })
    expect(done(simulation, 'WriteClass')).toMatchObject({ done: 135, duplicates: 0 })
    expect(done(simulation, 'RecordBatch')).toMatchObject({ done: 45, duplicates: 0 })
    expect(done(simulation, 'PostponeDocument')).toBeUndefined()
  })

  it('spreads its further attempts, so that no two of one batch come back together', async () => {
    const run = await mended.run({ faults: [fault('s3-slowdown').at('ReadDocument').attempts(1, 3)] })
    const again = run.calls.filter(({ state, attempt }) => state === 'ReadDocument' && attempt > 1)
    expect(again).toHaveLength(9)
    expect(new Set(again.map(({ atMs }) => atMs)).size).toBe(9)
  })

  it('postpones a document that cannot be read at all, and files the others', async () => {
    const run = await mended.run({ faults: [fault('s3-slowdown').at('ReadDocument').item(1)] })
    expect(run).toSucceed()
    expect(run).toCatch('ReadDocument', 'S3.S3Exception', { next: 'PostponeDocument' })
    const filed = effectsOf(run).filter((effect) => !effect.startsWith('ClassifyDocument'))
    expect(filed.toSorted()).toEqual([
      'Announce',
      'PostponeDocument[1]',
      'RecordBatch',
      'WriteClass[0]',
      'WriteClass[2]',
    ])
  })
})
