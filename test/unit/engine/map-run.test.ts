import { describe, expect, it } from 'vitest'
import { TaskError, fails, fault, machine, returns } from '../../../src/index.js'
import type { Json } from '../../../src/index.js'

const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { 'Payload.$': '$' } }

function distributed(map: Record<string, unknown>, states: Record<string, unknown> = { Work: { ...TASK, End: true } }) {
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: Object.keys(states)[0],
    States: states,
  }
  const Each = { Type: 'Map', ItemProcessor, End: true, ...map }
  return machine({ StartAt: 'Each', States: { Each, Gone: { Type: 'Pass', End: true } } })
}

function unreached(map: Record<string, unknown>) {
  return { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Gone' }], ...map }
}

const double = (input: Json): Json => ({ twice: Number((input as { readonly n: string | number }).n) * 2 })
const failsOnTwo = (input: Json): Json => {
  if ((input as { readonly n: number }).n === 2) throw new TaskError('Bad')
  return input
}
const failsOn150 = (input: Json): Json => {
  if (input === 150) throw new TaskError('Bad')
  return {}
}
const csv = { s3: { inbox: { 'rows.csv': 'n\n1\n2\n3\n' } } }
const fromCsv = {
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
    Parameters: { Bucket: 'inbox', Key: 'rows.csv' },
  },
}
const types = (run: { readonly history: readonly { readonly type: string }[] }) => run.history.map(({ type }) => type)

describe('a distributed Map', () => {
  it('runs its items as executions of their own, outside its history', async () => {
    const run = await distributed(unreached({})).run({ input: [{ n: 1 }, { n: 2 }], tasks: { Work: double } })
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ])
    expect(run.history.map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3, 4, 5, 4, 7])
    expect(run.mapRuns?.[0]).toMatchObject({ status: 'SUCCEEDED', counts: { total: 2, succeeded: 2, failed: 0 } })
    expect(run.mapRuns?.[0]?.children.map((child) => types(child).length)).toEqual([7, 7])
  })

  it('reads its items from an object, as text', async () => {
    const run = await distributed(unreached(fromCsv)).run({ ...csv, tasks: { Work: double } })
    expect(run.output).toMatchObject([{ Payload: { twice: 2 } }, { Payload: { twice: 4 } }, { Payload: { twice: 6 } }])
  })

  it('reads no more than MaxItems', async () => {
    const ReaderConfig = { ...fromCsv.ItemReader.ReaderConfig, MaxItems: 2 }
    const run = await distributed(unreached({ ItemReader: { ...fromCsv.ItemReader, ReaderConfig } })).run({
      ...csv,
      tasks: { Work: double },
    })
    expect(run.mapRuns?.[0]?.counts.total).toBe(2)
  })

  it('fails with States.ItemReaderFailed when the object cannot be read, for a Catch to take', async () => {
    const run = await distributed(unreached(fromCsv)).run({
      tasks: { Each: fails('S3.NoSuchKeyException', { cause: 'no such key' }), Work: double },
    })
    expect(types(run).slice(3, 6)).toEqual(['MapRunStarted', 'MapRunFailed', 'MapStateFailed'])
    expect(run.output).toEqual({ Error: 'States.ItemReaderFailed', Cause: 'no such key' })
  })

  it('fails with one failed child unless failures are tolerated', async () => {
    const input = [{ n: 1 }, { n: 2 }, { n: 3 }]
    const strict = await distributed(unreached({ MaxConcurrency: 1 })).run({ input, tasks: { Work: failsOnTwo } })
    expect(strict.output).toMatchObject({ Error: 'States.ExceedToleratedFailureThreshold' })
    expect(strict.calls).toHaveLength(2)
    const tolerant = await distributed(unreached({ ToleratedFailureCount: 1 })).run({
      input,
      tasks: { Work: failsOnTwo },
    })
    expect(tolerant.status).toBe('SUCCEEDED')
    expect(tolerant.mapRuns?.[0]?.counts).toEqual({ total: 3, succeeded: 2, failed: 1 })
    const percentage = await distributed(unreached({ ToleratedFailurePercentage: 33 })).run({
      input,
      tasks: { Work: failsOnTwo },
    })
    expect(percentage.error ?? percentage.output).toMatchObject({ Error: 'States.ExceedToleratedFailureThreshold' })
  })

  it('hands its items on in batches', async () => {
    const map = { ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { why: 'test' } } }
    const run = await distributed(unreached(map)).run({
      input: [{ n: 1 }, { n: 2 }, { n: 3 }],
      tasks: { Work: (batch) => ({ got: batch }) },
    })
    expect(run.output).toMatchObject([
      { Payload: { got: { BatchInput: { why: 'test' }, Items: [{ n: 1 }, { n: 2 }] } } },
      { Payload: { got: { BatchInput: { why: 'test' }, Items: [{ n: 3 }] } } },
    ])
  })

  it('hides the variables around it from its children, and gives each its own context object', async () => {
    const Work = { Type: 'Pass', Parameters: { 'id.$': '$$.Execution.Id', 'input.$': '$$.Execution.Input' }, End: true }
    const run = await distributed(unreached({ Label: 'Mine' }), { Work }).run({ input: ['a', 'b'] })
    const output = run.output as readonly { readonly id: string; readonly input: Json }[]
    expect(output.map(({ input }) => input)).toEqual(['a', 'b'])
    expect(output[0]?.id).toMatch(/:execution:StateMachine\/Mine:/)
    expect(output[0]?.id).not.toBe(output[1]?.id)
  })

  it('keeps the virtual time of children that wait, and no more of them at once than MaxConcurrency', async () => {
    const states = { Rest: { Type: 'Wait', Seconds: 10, End: true } }
    const one = await distributed(unreached({ MaxConcurrency: 1 }), states).run({ input: [1, 2, 3] })
    const all = await distributed(unreached({}), states).run({ input: [1, 2, 3] })
    expect([one.tookMs, all.tookMs]).toEqual([30_000, 10_000])
  })

  it('retries inside its children', async () => {
    const Work = { ...TASK, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }], End: true }
    const run = await distributed(unreached({}), { Work }).run({
      input: [{ n: 1 }, { n: 2 }],
      tasks: { Work: [fails('Busy', { times: 2 }), returns({ ok: true })] },
    })
    expect(run.status).toBe('SUCCEEDED')
    expect(run.tookMs).toBe(3000)
  })

  it('is struck in one child alone', async () => {
    const run = await distributed(unreached({ ToleratedFailureCount: 1 })).run({
      input: [{ n: 1 }, { n: 2 }],
      tasks: { Work: double },
      faults: [fault('oom').at('Work').item(1)],
    })
    expect(run.mapRuns?.[0]?.children.map(({ status }) => status)).toEqual(['SUCCEEDED', 'FAILED'])
    expect(run.scenario).toContain('Work[1]#1=Runtime.ExitError')
  })

  it('writes the place of its results where a ResultWriter is asked for', async () => {
    const ResultWriter = { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'jobs' } }
    const run = await distributed(unreached({ ResultWriter })).run({ input: [{ n: 1 }], tasks: { Work: double } })
    const { MapRunArn, ResultWriterDetails } = run.output as { MapRunArn: string; ResultWriterDetails: object }
    const runId = MapRunArn.split(':').at(-1)
    expect(ResultWriterDetails).toEqual({ Bucket: 'out', Key: `jobs/${runId}/manifest.json` })
  })

  it('keeps the histories of the first hundred children and of those that failed', async () => {
    const run = await distributed(unreached({ ToleratedFailureCount: 1 })).run({
      input: Array.from({ length: 200 }, (_, i) => i),
      tasks: { Work: failsOn150 },
    })
    const kept = run.mapRuns?.[0]?.children.map(({ index }) => index)
    expect(kept).toEqual([...Array.from({ length: 100 }, (_, i) => i), 150])
  })
})
