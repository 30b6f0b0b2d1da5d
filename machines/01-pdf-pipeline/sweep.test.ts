import { type Machine, type Run, replay } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { type SweepStrike, Sweeper, strikeStates } from '../../src/explore/sweep.js'
import { findFault } from '../../src/faults/catalogue.js'
import { parseFault } from '../../src/faults/fault.js'
import { mended, naive, notifications, pages } from './pipelines.js'

const faults = ['oom', 'lambda-timeout', 'throttle', 'tmp-full', 'exception', 's3-429', 'timeout']

/** Every Task that the fault applies to, struck once and always. */
async function strikes(machine: Machine, fault: string): Promise<readonly SweepStrike[]> {
  const sweeper = await Sweeper.over(machine, machine.defaults)
  return await sweeper.sweep(parseFault(fault), strikeStates(machine, findFault(fault)))
}

/** The runs that strikes led to, from their scenarios. */
async function runsOf(machine: Machine, struck: readonly SweepStrike[]): Promise<readonly Run[]> {
  return await Promise.all(struck.map(({ run }) => machine.run(replay(run.scenario))))
}

const outcomes = (struck: readonly SweepStrike[]) =>
  struck.map(({ state, times, fate }) => `${state} ${times}: ${fate?.outcome ?? 'never struck'}`)

describe.each(faults)('%s, at every state that it can strike', (fault) => {
  it('is unhandled wherever it strikes the naive pipeline', async () => {
    const struck = await strikes(naive, fault)
    expect(struck).not.toHaveLength(0)
    expect(outcomes(struck).filter((outcome) => !outcome.endsWith(': unhandled'))).toEqual([])
  })

  it('is recovered or caught wherever it strikes the mended one, which always ends well', async () => {
    const struck = await strikes(mended, fault)
    expect(struck).not.toHaveLength(0)
    expect(outcomes(struck).filter((outcome) => !/: (?:recovered|caught)$/.test(outcome))).toEqual([])
    for (const { run } of struck) expect(run.status).toBe('SUCCEEDED')
  })

  it('leaves no page of the mended one untold, and tells it once', async () => {
    const struck = (await strikes(mended, fault)).filter(({ state }) => state !== 'Notify')
    for (const run of await runsOf(mended, struck)) {
      const [told, second] = notifications(run)
      const split = told?.pdfs.filter((pdf) => pdf.status !== 'NOT_SPLIT') ?? []
      const failed = split.flatMap((pdf) => pdf.failedPages)
      expect(told?.pdfs).toHaveLength(3)
      expect(pages(run, 'ANALYSED').length + failed.length).toBe(split.length * 3)
      expect(second).toBeUndefined()
    }
  })
})

describe('the notification', () => {
  it('gets through when SNS is silent once, and is given up when it stays silent', async () => {
    const [once, always] = (await strikes(mended, 'timeout')).filter(({ state }) => state === 'Notify')
    expect(once?.fate?.outcome).toBe('recovered')
    const [run] = await runsOf(mended, once ? [once] : [])
    expect(run?.effects.filter(({ state }) => state === 'Notify')).toHaveLength(1)
    expect(always?.fate?.outcome).toBe('caught')
    expect(always?.run.status).toBe('SUCCEEDED')
  })
})
