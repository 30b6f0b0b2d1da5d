import { type Simulation, fault, loadScenario, simulate, spike } from 'aslx'
import 'aslx/vitest'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('05-stack-fleets/naive/cdk.out')
const mended = await givenMachine('05-stack-fleets/mended/cdk.out')
const release = loadScenario(fileURLToPath(new URL('release.load.yaml', import.meta.url)))

/** Twelve pull requests at once. */
const beforeRelease = (machine: typeof naive): Simulation =>
  simulate(machine, { arrivals: spike({ at: 0, size: 12 }), scenario: release })

const done = ({ effects }: Simulation, state: string) => effects.find((effect) => effect.state === state)?.done ?? 0

const PREVIEW = [
  'CreateStack',
  'CreateDomain[0]',
  'CreateDomain[1]',
  'CreateDomain[2]',
  'MapDomain[0]',
  'MapDomain[1]',
  'MapDomain[2]',
  'AskForReview',
  'RemoveStack',
  'TellAuthor',
]

describe('either machine', () => {
  it('does the same work, but for its handling of errors', () => {
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it.each([naive, mended])('makes a preview and removes it on a normal day', async (machine) => {
    const run = await machine.run()
    expect(run).toSucceed()
    expect(run).toTake('21m')
    expect(effectsOf(run).toSorted()).toEqual(PREVIEW.toSorted())
  })
})

describe('the naive machine before a release', () => {
  const simulation = beforeRelease(naive)

  it('makes no preview for anybody', () => {
    expect(simulation.statuses).toEqual({ FAILED: 12 })
    expect(Object.keys(simulation.errors)).toEqual([
      'ApiGateway.TooManyRequestsException',
      'CloudFormation.CloudFormationException',
    ])
  })

  it('leaves every stack behind that it made', () => {
    expect(done(simulation, 'CreateStack')).toBe(10)
    expect(done(simulation, 'RemoveStack')).toBe(0)
    expect(done(simulation, 'TellAuthor')).toBe(0)
  })
})

describe('the mended machine before a release', () => {
  const simulation = beforeRelease(mended)

  it('makes all previews, as fast as API Gateway makes domains', () => {
    expect(simulation.statuses).toEqual({ SUCCEEDED: 12 })
    expect(done(simulation, 'CreateDomain')).toBe(36)
    expect(simulation.tookMs).toBeLessThan(3_600_000)
  })

  it('makes no stack twice, and leaves none behind', () => {
    expect(done(simulation, 'CreateStack')).toBe(12)
    expect(done(simulation, 'RemoveStack')).toBe(12)
    expect(simulation.effects.filter(({ duplicates }) => duplicates > 0)).toEqual([])
  })
})

describe('a reviewer who never answers', () => {
  it('keeps the naive machine, and its stack, for a year', async () => {
    const run = await naive.run({ faults: [fault('never').at('AskForReview')] })
    expect(run.status).toBe('TIMED_OUT')
    expect(effectsOf(run)).not.toContain('RemoveStack')
  })

  it('is given up by the mended one after an hour without a heartbeat, and the stack goes', async () => {
    const run = await mended.run({ faults: [fault('never').at('AskForReview')] })
    expect(run).toCatch('AskForReview', 'States.Timeout', { next: 'RemoveStack' })
    expect(run).toSucceed()
    expect(run).toTake('1h 1m')
    expect(effectsOf(run).slice(-2)).toEqual(['RemoveStack', 'TellAuthor'])
  })
})

describe('a domain that can never be had', () => {
  it('ends in a removed stack and a word to the author on the mended machine', async () => {
    const run = await mended.run({ faults: [fault('custom-domain-rate').at('CreateDomain').item(2)] })
    expect(run).toSucceed()
    expect(run).toCompensate({ CreateStack: 'RemoveStack' })
    expect(effectsOf(run)).toContain('TellAuthor')
  })
})
