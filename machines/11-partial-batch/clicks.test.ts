import { type Run, fault } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'

const naive = await givenMachine('11-partial-batch/template.yaml')
const mended = await givenMachine('11-partial-batch/template.mended.yaml')

interface Sent {
  readonly Records: readonly { readonly Data: string }[]
}

/** The pages of the clicks that each call sent. */
function pagesSent(run: Run): readonly (readonly string[])[] {
  const calls = sentBy(run, 'PutClicks') as unknown as readonly Sent[]
  return calls.map(({ Records }) => Records.map(({ Data }) => (JSON.parse(Data) as { page: string }).page))
}

describe('the naive feed', () => {
  it('loses the records that the answer refuses, says that it sent them, and never collects them again', async () => {
    const run = await naive.run({ faults: ['kinesis-partial([0,2])@PutClicks'] })
    expect(run).toSucceed({ sent: 5 })
    expect(run).toHaveEffects({ PutClicks: 1, NoteCheckpoint: 1 })
    expect(sentBy(run, 'NoteCheckpoint')).toMatchObject([{ Item: { collectedUpTo: { S: '2030-01-07T09:00:58Z' } } }])
  })

  it('stumbles over the missing number when the last record is among them', async () => {
    const run = await naive.run({ faults: [fault('kinesis-partial').at('PutClicks')] })
    expect(run).toFail('States.QueryEvaluationError', { cause: 'Records[-1].SequenceNumber' })
    expect(run).toHaveEffects({ NoteCheckpoint: 0 })
  })
})

describe('the mended feed', () => {
  it('does on a normal day what the naive one does', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    expect(effectsOf(after)).toEqual(effectsOf(before))
    expect(after.output).toEqual(before.output)
    expect(pagesSent(after)).toEqual(pagesSent(before))
  })

  it('sends again what was refused, and only that', async () => {
    const run = await mended.run({ faults: ['kinesis-partial([0,2])@PutClicks#1', 'kinesis-partial@PutClicks#2'] })
    expect(pagesSent(run)).toEqual([
      ['/mugs', '/cups', '/mugs/blue', '/sale', '/basket'],
      ['/mugs', '/mugs/blue'],
      ['/mugs/blue'],
    ])
    expect(run).toSucceed({ sent: 5 })
    expect(run).toTake('3s')
    expect(run).toHaveEffects({ NoteCheckpoint: 1, KeepRefused: 0 })
  })

  it('waits longer and longer while nearly everything is refused', async () => {
    const run = await mended.run({ faults: [1, 2, 3, 4, 5].map((visit) => `kinesis-partial(4)@PutClicks#${visit}`) })
    expect(pagesSent(run).map((pages) => pages.length)).toEqual([5, 4, 4, 4, 4, 4])
    expect(run).toSucceed({ sent: 5 })
    expect(run).toTake('31s')
  })

  it('keeps what the stream does not take before it moves the checkpoint', async () => {
    const run = await mended.run({ faults: ['kinesis-partial([0])@PutClicks'] })
    expect(run).toVisit('PutClicks', { times: 6 })
    expect(run).toVisit('KeepRefused', 'NoteCheckpoint')
    expect(sentBy(run, 'KeepRefused')).toMatchObject([{ MessageBody: { source: 'shop', clicks: [{ page: '/mugs' }] } }])
    expect(run).toSucceed({ sent: 4 })
  })
})
