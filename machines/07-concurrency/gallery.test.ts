import { type Simulation, bursts, fault, loadScenario, simulate } from 'aslx'
import 'aslx/vitest'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('07-concurrency/template.yaml')
const mended = await givenMachine('07-concurrency/template.mended.yaml')
const evening = loadScenario(fileURLToPath(new URL('evening.load.yaml', import.meta.url)))

/** Ten uploads every five minutes, while another team's job comes and goes. */
const inTheEvening = (machine: typeof naive): Simulation =>
  simulate(machine, { arrivals: bursts({ every: '5m', size: 10, jitter: '10s' }), duration: '40m', scenario: evening })

const done = ({ effects }: Simulation, state: string) => effects.find((effect) => effect.state === state)?.done ?? 0

describe('either machine', () => {
  it('does the same work, but for its handling of errors', () => {
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it.each([naive, mended])('makes a gallery on a normal day', async (machine) => {
    const run = await machine.run()
    expect(run).toSucceed()
    expect(effectsOf(run).filter((effect) => effect.startsWith('ResizeImage'))).toHaveLength(4)
    expect(effectsOf(run).at(-1)).toBe('Announce')
  })
})

describe('the naive machine in the evening', () => {
  const simulation = inTheEvening(naive)

  it('loses uploads to the limit of the account, whichever function happens to be called at it', () => {
    const { SUCCEEDED = 0, FAILED = 0 } = simulation.statuses
    expect(SUCCEEDED + FAILED).toBe(80)
    expect(FAILED).toBeGreaterThan(10)
    expect(simulation.errors).toEqual({ 'Lambda.TooManyRequestsException': FAILED })
    expect(new Set(simulation.struck.map(({ state }) => state)).size).toBeGreaterThan(1)
    expect(done(simulation, 'Announce')).toBe(SUCCEEDED)
  })

  it('pays for images that are in no gallery', () => {
    expect(done(simulation, 'ResizeImage')).toBeGreaterThan(40 * done(simulation, 'BuildGallery'))
  })
})

describe('the mended machine in the evening', () => {
  const simulation = inTheEvening(mended)

  it('is throttled as well, and finishes every gallery', () => {
    expect(simulation.struck.map(({ fault: id }) => id)).toContain('lambda-throttled-account')
    expect(simulation.statuses).toEqual({ SUCCEEDED: 80 })
    expect(done(simulation, 'Announce')).toBe(80)
  })

  it('leaves no image out and makes none twice', () => {
    expect(done(simulation, 'ResizeImage')).toBe(3200)
    expect(done(simulation, 'DescribeImage')).toBe(3200)
    expect(simulation.effects.filter(({ duplicates }) => duplicates > 0)).toEqual([])
  })

  it('takes no more of the account than ten invocations for each upload', () => {
    expect(simulation.models[0]?.most['running']).toBeLessThanOrEqual(100)
  })

  it('leaves out an image that is throttled for good, and reports an upload that is', async () => {
    const image = await mended.run({ faults: [fault('throttle').at('ResizeImage').item(1)] })
    expect(image).toCatch('ResizeImage', 'Lambda.TooManyRequestsException', { next: 'ImageSkipped' })
    expect(effectsOf(image).at(-1)).toBe('Announce')
    const upload = await mended.run({ faults: [fault('throttle').at('BuildGallery')] })
    expect(upload).toSucceed()
    expect(sentBy(upload, 'ReportFailure')).toHaveLength(1)
    expect(effectsOf(upload)).not.toContain('Announce')
  })
})
