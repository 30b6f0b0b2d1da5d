import { describe, expect, it } from 'vitest'
import { fault } from '../../../../src/faults/fault.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'

const pages = machine({
  StartAt: 'Pages',
  States: {
    Pages: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: 'in', Key: 'pages.json' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Page',
        States: { Page: { Type: 'Pass', End: true } },
      },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'p' } },
      End: true,
    },
  },
})
const strike = async (id: string) => await pages.run({ s3: { in: { 'pages.json': '[1,2]' } }, faults: [fault(id)] })

describe('a distributed Map', () => {
  it('fails before any item if its reader cannot read', async () => {
    const run = await strike('map-item-reader-failed("CSV headers cannot contain duplicates.")')
    expect(run).toMatchObject({ error: 'States.ItemReaderFailed', cause: 'CSV headers cannot contain duplicates.' })
    expect(run.mapRuns?.[0]?.counts.succeeded).toBe(0)
  })

  it('fails after its items if its results cannot be written, and nothing is', async () => {
    const run = await strike('map-result-writer-failed')
    expect(run).toMatchObject({ error: 'States.ResultWriterFailed', cause: 'Please reduce your request rate.' })
    expect(run.mapRuns?.[0]).toMatchObject({ status: 'FAILED', counts: { total: 2, succeeded: 2 } })
    expect(run.written).toBeUndefined()
  })

  it('fails before its items if it may not write, which a test manifest shows', async () => {
    const run = await strike('test-manifest')
    expect(run).toMatchObject({ error: 'States.ResultWriterFailed', cause: 'Access Denied' })
    expect(run.mapRuns ?? []).toEqual([])
  })

  it('fails as a whole', async () => {
    expect(await strike('threshold')).toMatchObject({
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    })
    await expect(strike('map-iteration-failed')).rejects.toThrow('map-iteration-failed')
  })
})
