import { describe, expect, it } from 'vitest'
import { atMs, inferred, iso, metadata } from '../fixtures.js'

/** Members: API reference of Glue; those of a run as in causes of failed runs in public executions. */
describe('Glue', () => {
  it('starts a job', () => {
    const answer = inferred('glue:startJobRun', { JobName: 'etl' })
    expect(answer).toMatchObject({ JobRunId: expect.stringMatching(/^jr_[0-9a-f]{64}$/), ...metadata })
  })

  it('ends it well with .sync, with the run itself', () => {
    const { JobRunId } = inferred('aws-sdk:glue:startJobRun') as { JobRunId: string }
    expect(inferred('glue:startJobRun.sync', { JobName: 'etl', Arguments: { '--day': '1' } })).toMatchObject({
      Arguments: { '--day': '1' },
      CompletedOn: atMs,
      Id: JobRunId,
      JobName: 'etl',
      JobRunState: 'SUCCEEDED',
    })
    expect(inferred('aws-sdk:glue:getJobRun', { JobName: 'etl', RunId: 'jr_1' })).toMatchObject({
      JobRun: { CompletedOn: iso, Id: 'jr_1', JobRunState: 'SUCCEEDED' },
    })
  })

  it('has crawlers and workflows that are done', () => {
    expect(inferred('aws-sdk:glue:startCrawler', { Name: 'c' })).toEqual({})
    expect(inferred('aws-sdk:glue:getCrawler', { Name: 'c' })).toMatchObject({
      Crawler: { LastCrawl: { Status: 'SUCCEEDED' }, Name: 'c', State: 'READY' },
    })
    expect(inferred('aws-sdk:glue:getWorkflowRun', { Name: 'w', RunId: 'wr_1' })).toMatchObject({
      Run: { Status: 'COMPLETED', WorkflowRunId: 'wr_1' },
    })
  })

  it('has the tables that are asked for', () => {
    expect(inferred('aws-sdk:glue:getTable', { DatabaseName: 'd', Name: 't' })).toMatchObject({
      Table: { DatabaseName: 'd', Name: 't' },
    })
    expect(inferred('aws-sdk:glue:getPartition', { PartitionValues: ['2030'] })).toMatchObject({
      Partition: { Values: ['2030'] },
    })
    expect(inferred('aws-sdk:glue:getPartitions')).toEqual({ Partitions: [] })
  })
})
