import { type Simulation, fault, lambdaPool, loadScenario, simulate, steady } from 'aslx'
import 'aslx/vitest'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('12-leaks/naive/main.tf')
const mended = await givenMachine('12-leaks/mended/main.tf')
const monthEnd = loadScenario(fileURLToPath(new URL('month-end.load.yaml', import.meta.url)))

/** A letter every two seconds. */
const atMonthEnd = (machine: typeof naive, more: typeof monthEnd = {}): Simulation =>
  simulate(machine, { arrivals: steady({ every: '2s' }), duration: '40m', scenario: { ...monthEnd, ...more } })

const done = ({ effects }: Simulation, state: string) => effects.find((effect) => effect.state === state)?.done ?? 0

const LEAK = { on: 'fn:render', baseMb: 60, peakMb: 250, leakMbPerInvocation: 0.2021, pressureFrom: 1 }

describe('either machine', () => {
  it('does the same work, but for its handling of errors', () => {
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it.each([naive, mended])('sends a letter on a normal day', async (machine) => {
    const run = await machine.run()
    expect(run).toSucceed()
    expect(effectsOf(run)).toEqual(['RenderLetter', 'StoreLetter', 'MailLetter'])
  })
})

describe('the naive machine at the end of the month', () => {
  const simulation = atMonthEnd(naive)

  it('sends a thousand letters and loses the 1,001st', () => {
    expect(simulation.statuses).toEqual({ SUCCEEDED: 1199, FAILED: 1 })
    expect(simulation.firstFailure).toMatchObject({ index: 1000, error: 'Runtime.ExitError', state: 'RenderLetter' })
    expect(done(simulation, 'MailLetter')).toBe(1199)
  })

  it('sends the lost one, too, when it is started again: nobody can see why it failed', async () => {
    expect(await naive.run({ models: [lambdaPool(LEAK)] })).toSucceed()
  })

  it('loses none where a deployment replaces the instances in time', () => {
    const deployed = atMonthEnd(naive, { models: [lambdaPool({ ...LEAK, deployAtMs: ['30m'] })] })
    expect(deployed.statuses).toEqual({ SUCCEEDED: 1200 })
  })
})

describe('the mended machine at the end of the month', () => {
  it('has the 1,001st letter rendered again, and sends every one once', () => {
    const simulation = atMonthEnd(mended)
    expect(simulation.statuses).toEqual({ SUCCEEDED: 1200 })
    expect(simulation.retries).toBe(1)
    expect(done(simulation, 'MailLetter')).toBe(1200)
    expect(done(simulation, 'PutAside')).toBe(0)
  })

  it('puts a letter aside that cannot be rendered at all', async () => {
    const run = await mended.run({ faults: [fault('oom').at('RenderLetter')] })
    expect(run).toSucceed()
    expect(run).toRetry('RenderLetter', { times: 3, on: 'Runtime.ExitError' })
    expect(effectsOf(run).at(-1)).toBe('PutAside')
    expect(effectsOf(run)).not.toContain('MailLetter')
  })
})
