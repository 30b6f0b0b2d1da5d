import { describe, expect, it } from 'vitest'
import { TaskError, fails, machine, returns } from '../../../../src/index.js'
import type { Json } from '../../../../src/index.js'

const Work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', End: true }
const exported = { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'jobs' } }

function each(map: Record<string, unknown>, inner: Record<string, unknown> = Work, name = 'Work') {
  return {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: name,
      States: { [name]: inner },
    },
    ...map,
  }
}

const Gone = { Type: 'Pass', End: true }
const caught = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Gone' }] }
const alone = (map: Record<string, unknown>, inner?: Record<string, unknown>) =>
  machine({ StartAt: 'Each', States: { Each: { ...each({ ...caught, ...map }, inner), End: true }, Gone } })

const failsOnTwo = (input: Json): Json => {
  if (input === 2) throw new TaskError('Bad', 'two')
  return { got: input }
}
const parsed = (text: string | undefined): Json => JSON.parse(text ?? 'null') as Json

describe('a ResultWriter', () => {
  it('writes a manifest and the results of its children, and hands on where', async () => {
    const run = await alone({ ResultWriter: exported, ToleratedFailureCount: 1 }).run({
      input: [1, 2, 3],
      tasks: { Work: failsOnTwo },
    })
    const { MapRunArn, ResultWriterDetails } = run.output as { MapRunArn: string; ResultWriterDetails: { Key: string } }
    const folder = `jobs/${MapRunArn.split(':').at(-1)}`
    expect(ResultWriterDetails).toEqual({ Bucket: 'out', Key: `${folder}/manifest.json` })
    expect(Object.keys(run.written?.['out'] ?? {})).toEqual([
      `${folder}/FAILED_0.json`,
      `${folder}/SUCCEEDED_0.json`,
      `${folder}/manifest.json`,
    ])
    expect(parsed(run.written?.['out']?.[ResultWriterDetails.Key])).toMatchObject({
      DestinationBucket: 'out',
      MapRunArn,
      ResultFiles: { FAILED: [{ Key: `${folder}/FAILED_0.json` }], PENDING: [] },
    })
    expect(parsed(run.written?.['out']?.[`${folder}/SUCCEEDED_0.json`])).toMatchObject([
      { Status: 'SUCCEEDED', Input: '1', Output: '{"got":1}' },
      { Status: 'SUCCEEDED', Input: '3', Output: '{"got":3}' },
    ])
    expect(run.effects.filter(({ action }) => action === 'putObject')).toMatchObject([
      { state: 'Each', parameters: { Bucket: 'out', Prefix: 'jobs' } },
    ])
  })

  it('writes what a later state of the same run reads', async () => {
    const Second = {
      ...each(
        {
          ItemReader: {
            Resource: 'arn:aws:states:::s3:listObjectsV2',
            ReaderConfig: { InputType: 'JSONL', Transformation: 'LOAD_AND_FLATTEN' },
            Parameters: { Bucket: 'out', 'Prefix.$': '$.folder' },
          },
        },
        { Type: 'Pass', End: true },
        'Keep',
      ),
      End: true,
    }
    const Folder = {
      Type: 'Pass',
      Parameters: {
        'folder.$': "States.Format('{}SUCCEEDED', States.ArrayGetItem(States.StringSplit($.Key, 'm'), 0))",
      },
      InputPath: '$.ResultWriterDetails',
      Next: 'Second',
    }
    const WriterConfig = { Transformation: 'FLATTEN', OutputType: 'JSONL' }
    const First = {
      ...each({ ResultWriter: { Resource: exported.Resource, Parameters: { Bucket: 'out' }, WriterConfig } }),
      Next: 'Where',
    }
    const run = await machine({ StartAt: 'First', States: { First, Where: Folder, Second } }).run({
      input: [1, 2],
      tasks: { Work: (input) => [input, { twice: Number(input) * 2 }] },
    })
    expect(run.status).toBe('SUCCEEDED')
    expect(run.output).toEqual([1, { twice: 2 }, 2, { twice: 4 }])
  })

  it('that cannot write fails the Map with States.ResultWriterFailed, for a Catch to take', async () => {
    const run = await alone({ ResultWriter: exported }).run({
      input: [1],
      tasks: { Each: fails('S3.NoSuchBucketException', { cause: 'no such bucket' }), Work: returns({}) },
    })
    expect(run.output).toEqual({ Error: 'States.ResultWriterFailed', Cause: 'no such bucket' })
    expect(run.history.map(({ type }) => type).slice(3, 6)).toEqual(['MapRunStarted', 'MapRunFailed', 'MapStateFailed'])
    expect(run.written).toBeUndefined()
  })

  it('is answered after the ItemReader of the same state', async () => {
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Parameters: { Bucket: 'in', Key: 'k' },
    }
    const tasks = { Each: [returns({ Body: [1] }), fails('S3.SlowDown')], Work: returns({}) }
    const run = await alone({ ItemReader, ResultWriter: exported }).run({ tasks })
    expect(run.output).toEqual({ Error: 'States.ResultWriterFailed', Cause: 'S3.SlowDown' })
  })

  it('writes the results of a Map Run that failed, too, those that had not ended among them', async () => {
    const slow = { Type: 'Wait', Seconds: 60, End: true }
    const choice = {
      StartAt: 'Which',
      States: {
        Which: { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 2, Next: 'Bad' }], Default: 'Work' },
        Bad: { Type: 'Fail', Error: 'Bad' },
        Work: slow,
      },
    }
    const ItemProcessor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...choice }
    const Each = { Type: 'Map', ItemProcessor, ResultWriter: exported, End: true }
    const run = await machine({ StartAt: 'Each', States: { Each } }).run({ input: [1, 2] })
    expect(run.error).toBe('States.ExceedToleratedFailureThreshold')
    const files = Object.entries(run.written?.['out'] ?? {}).map(([key, text]) => [
      key.replace(/.*\//, ''),
      parsed(text),
    ])
    expect(Object.fromEntries(files)).toMatchObject({
      'FAILED_0.json': [{ Error: 'Bad', Input: '2' }],
      'PENDING_0.json': [{ Status: 'PENDING', Input: '1' }],
    })
  })

  it('without a Resource transforms the results that the state hands on', async () => {
    const tasks = { Work: (input: Json): Json => [input, input] }
    const run = (WriterConfig: Json) => alone({ ResultWriter: { WriterConfig } }).run({ input: [1, 2], tasks })
    expect((await run({ Transformation: 'FLATTEN' })).output).toEqual([1, 1, 2, 2])
    expect((await run({ OutputType: 'JSON' })).output).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect((await run({ Transformation: 'NONE' })).output).toMatchObject([{ Output: '[1,1]' }, { Output: '[2,2]' }])
    expect((await run({ Transformation: 'FLATTEN' })).written).toBeUndefined()
  })
})
