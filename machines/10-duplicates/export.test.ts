import { fault, returns } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'

const naive = await givenMachine('10-duplicates/template.yaml')
const mended = await givenMachine('10-duplicates/template.mended.yaml')

/** The function pushes everything, and its answer comes too late. */
const late = fault('late-success').at('PushChanges')

describe('the naive export', () => {
  it('pushes the same changes twice when an answer is lost, and calls that a success', async () => {
    const run = await naive.run({ faults: [late.attempts(1)] })
    expect(run).toRetry('PushChanges', { times: 1, on: 'States.Timeout' })
    expect(run).toSucceed()
    expect(run).toHaveEffects({ PushChanges: 2, AnnounceBatch: 1, MarkExported: 1 })
    expect(run).not.toHaveNoDuplicates()
  })

  it('pushes them four times when there are always too many, and marks none: the next run begins again', async () => {
    const run = await naive.run({ faults: [late] })
    expect(run).toFail('States.Timeout')
    expect(run).toHaveEffects({ PushChanges: 4, MarkExported: 0 })
  })

  it('pushes them twice when the function fails behind its work', async () => {
    const run = await naive.run({ faults: ['answer-lost@PushChanges.1'] })
    expect(run).toHaveEffects({ PushChanges: 2 })
  })

  it('announces a batch under a new id with each try, so that the queue cannot tell them apart', async () => {
    const run = await naive.run({ faults: ['late-success@AnnounceBatch.1'] })
    expect(run).toHaveEffects({ AnnounceBatch: 2 })
    const ids = run.effects.flatMap(({ idempotencyToken }) => idempotencyToken ?? [])
    expect(new Set(ids).size).toBe(2)
  })
})

describe('the mended export', () => {
  it('does on a normal day what the naive one does', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    expect(effectsOf(after)).toEqual(effectsOf(before))
    expect(after.output).toEqual(before.output)
  })

  it.each([
    ['late-success', 'States.Timeout'],
    ['answer-lost', 'Error'],
  ])('asks whether the batch was pushed when the answer is lost (%s), and pushes it once', async (kind, error) => {
    const run = await mended.run({ faults: [`${kind}@PushChanges`] })
    expect(run).toCatch('PushChanges', error, { next: 'WasItPushed' })
    expect(run).toSucceed({ exported: 3 })
    expect(run).toHaveEffects({ PushChanges: 1, AnnounceBatch: 1, MarkExported: 1 })
    expect(run).toHaveNoDuplicates()
  })

  it('pushes again when it was not', async () => {
    const run = await mended.run({ faults: ['timeout@PushChanges#1'], tasks: { WasItPushed: returns({}) } })
    expect(run).toVisit('PushChanges', 'WasItPushed', 'PushChanges', 'AnnounceBatch')
    expect(run).toHaveEffects({ PushChanges: 1, MarkExported: 1 })
    expect(run).toHaveNoDuplicates()
  })

  it('gives up after three pushes that did not arrive, with the error of the last', async () => {
    const run = await mended.run({ faults: ['oom@PushChanges'], tasks: { WasItPushed: returns({}) } })
    expect(run).toFail('Runtime.ExitError')
    expect(run).toVisit('PushChanges', { times: 3 })
    expect(run).toHaveEffects({ AnnounceBatch: 0, MarkExported: 0 })
  })

  it('announces under the id of the batch, which makes a second message none', async () => {
    const run = await mended.run({ faults: ['late-success@AnnounceBatch.1'] })
    expect(sentBy(run, 'AnnounceBatch')).toMatchObject([
      { MessageDeduplicationId: 'changes-2030-01-07T09:15:00Z' },
      { MessageDeduplicationId: 'changes-2030-01-07T09:15:00Z' },
    ])
    expect(run).toHaveNoDuplicates()
  })
})
