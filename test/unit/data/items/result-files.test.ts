import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { type ChildResult, transformedResults, writerConfig } from '../../../../src/data/items/map-results.js'
import { type MapResults, resultFiles } from '../../../../src/data/items/result-files.js'

const child = (index: number, rest: Partial<ChildResult>): ChildResult => ({
  index,
  executionArn: `arn:aws:states:us-east-1:123456789012:execution:M/Each:c${index}`,
  stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:M/Each',
  name: `c${index}`,
  status: 'SUCCEEDED',
  input: { n: index },
  startMs: 0,
  stopMs: 1_500,
  ...rest,
})
const results = (config: Json, children: readonly ChildResult[]): MapResults => ({
  mapRunArn: 'arn:run',
  bucket: 'out',
  folder: 'jobs/id',
  config: writerConfig(config, 'NONE'),
  children: () => children,
})
const mixed = [
  child(0, { output: [1, 2] }),
  child(1, { status: 'FAILED', error: 'Bad', cause: 'so' }),
  child(2, { output: { ok: true } }),
]

describe('the files of a ResultWriter', () => {
  it('are a manifest and a list for each way that children went', () => {
    const { stopMs: _, ...running } = child(3, { status: 'PENDING' })
    const files = resultFiles(results({}, [...mixed, running]))
    expect(Object.keys(files)).toEqual([
      'jobs/id/FAILED_0.json',
      'jobs/id/PENDING_0.json',
      'jobs/id/SUCCEEDED_0.json',
      'jobs/id/manifest.json',
    ])
    const manifest = JSON.parse(files['jobs/id/manifest.json'] ?? '') as { readonly ResultFiles: Json }
    const Size = files['jobs/id/FAILED_0.json']?.length
    expect(manifest).toMatchObject({ DestinationBucket: 'out', MapRunArn: 'arn:run' })
    expect(manifest.ResultFiles).toMatchObject({ FAILED: [{ Key: 'jobs/id/FAILED_0.json', Size }] })
    expect(JSON.parse(files['jobs/id/FAILED_0.json'] ?? '')).toEqual([
      {
        Cause: 'so',
        Error: 'Bad',
        ExecutionArn: mixed[1]?.executionArn,
        Input: '{"n":1}',
        InputDetails: { Included: true },
        Name: 'c1',
        RedriveCount: 0,
        RedriveStatus: 'REDRIVABLE_BY_MAP_RUN',
        StartDate: '1970-01-01T00:00:00.000Z',
        StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:M/Each',
        Status: 'FAILED',
        StopDate: '1970-01-01T00:00:01.500Z',
      },
    ])
    expect(files['jobs/id/PENDING_0.json']).not.toContain('StopDate')
  })

  it('hold outputs alone when they are compact, and their elements when they are flattened', () => {
    const compact = resultFiles(results({ Transformation: 'COMPACT' }, mixed))
    expect(compact['jobs/id/SUCCEEDED_0.json']).toBe('[[1,2],{"ok":true}]')
    const lines = resultFiles(results({ Transformation: 'FLATTEN', OutputType: 'JSONL' }, mixed))
    expect(lines['jobs/id/SUCCEEDED_0.jsonl']).toBe('1\n2\n{"ok":true}\n')
  })

  it('are a manifest alone where there were no children', () => {
    expect(Object.keys(resultFiles(results({}, [])))).toEqual(['jobs/id/manifest.json'])
  })
})

it('results in the output of a state tell of a failed child what NONE tells', () => {
  const flat = transformedResults(mixed, 'FLATTEN')
  expect(flat).toMatchObject([1, 2, { Status: 'FAILED', Error: 'Bad' }, { ok: true }])
})
