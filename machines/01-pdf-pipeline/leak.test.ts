import { bursts, fault, lambdaPool, loadScenario, simulate, steady } from 'aslx'
import 'aslx/vitest'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mended, naive } from './pipelines.js'

const leak = loadScenario(fileURLToPath(new URL('leak.load.yaml', import.meta.url)))
const LEAK = { on: 'fn:AnalysePageFunction', fileDescriptorLeak: 1, fileDescriptors: 11_999 }
const PINNED = { ...LEAK, reservedConcurrency: 1, maxLifeMs: '24h' }
const onePageEvery5s = { arrivals: steady({ every: '5s' }), duration: '16h 45m', scenario: leak } as const

/** The same leak, to a tenth: the 1,200th page fails, of 1,206. */
function aTenth(pool: typeof PINNED & { readonly deployAtMs?: readonly string[] }) {
  const models = [lambdaPool({ ...pool, fileDescriptors: 1_199 })]
  return { ...onePageEvery5s, duration: '1h 40m 30s', scenario: { ...leak, models } }
}

describe('the leak, with the page function pinned to one instance', () => {
  it('ends the 12,000th page of the naive pipeline, and only that', () => {
    const simulation = simulate(naive, onePageEvery5s)
    expect(simulation.statuses).toEqual({ SUCCEEDED: 12_059, FAILED: 1 })
    expect(simulation.firstFailure).toMatchObject({ index: 11_999, error: 'OSError', state: 'AnalysePage' })
    expect(simulation.struck).toMatchObject([{ fault: 'lambda-too-many-open-files', state: 'AnalysePage', calls: 1 }])
    expect(simulation.models).toMatchObject([{ model: 'warm instances', most: { instance: 1, served: 12_000 } }])
  })

  it('costs the mended pipeline one more attempt', () => {
    const simulation = simulate(mended, aTenth(PINNED))
    expect(simulation.statuses).toEqual({ SUCCEEDED: 1_206 })
    expect(simulation.retries).toBe(1)
  })

  it('does not show when a deployment replaces the instance on the way', () => {
    expect(simulate(naive, aTenth(PINNED)).statuses).toEqual({ SUCCEEDED: 1_205, FAILED: 1 })
    const deployed = simulate(naive, aTenth({ ...PINNED, deployAtMs: ['48m'] }))
    expect(deployed.statuses).toEqual({ SUCCEEDED: 1_206 })
  })
})

describe('the leak, with bursts', () => {
  it('does not show: many instances share the pages, and quiet minutes replace them', () => {
    const arrivals = bursts({ every: '15m', size: 20 })
    const simulation = simulate(naive, { arrivals, duration: '4h', scenario: { models: [lambdaPool(LEAK)] } })
    expect(simulation.statuses).toEqual({ SUCCEEDED: 320 })
  })
})

describe('the page that failed', () => {
  it('goes well when its execution is started again, on a new instance', async () => {
    const failed = await naive.run({ ...leak, models: [], faults: [fault('emfile').at('AnalysePage').attempts(1)] })
    expect(failed).toFail('OSError')
    expect(await naive.run(leak)).toSucceed()
  })
})
