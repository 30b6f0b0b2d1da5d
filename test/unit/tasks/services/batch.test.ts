import { describe, expect, it } from 'vitest'
import { atMs, inferred, metadata } from '../fixtures.js'

const arn = (kind: string) => `arn:aws:batch:us-east-1:123456789012:${kind}`

/** Members: API reference of Batch, SubmitJob and JobDetail; causes of failed jobs in public executions. */
describe('Batch', () => {
  const job = {
    JobName: 'nightly',
    JobDefinition: 'report:3',
    JobQueue: arn('job-queue/low'),
    ContainerOverrides: { Command: ['run'], Vcpus: 2 },
  }

  it('submits a job', () => {
    const answer = inferred('batch:submitJob', job) as { JobId: string }
    expect(answer).toMatchObject({ JobArn: arn(`job/${answer.JobId}`), JobName: 'nightly', ...metadata })
    expect(Object.keys(answer)).toEqual(['JobArn', 'JobId', 'JobName', 'SdkHttpMetadata', 'SdkResponseMetadata'])
  })

  it('ends it well with .sync, with what DescribeJobs knows of it', () => {
    const { JobId } = inferred('batch:submitJob', job) as { JobId: string }
    expect(inferred('batch:submitJob.sync', job)).toMatchObject({
      Attempts: [{ Container: { ExitCode: 0 }, StartedAt: atMs }],
      Container: { Command: ['run'], ExitCode: 0 },
      JobDefinition: arn('job-definition/report:3'),
      JobId,
      JobName: 'nightly',
      JobQueue: arn('job-queue/low'),
      Status: 'SUCCEEDED',
    })
  })

  it('describes the jobs that are asked for', () => {
    expect(inferred('aws-sdk:batch:describeJobs', { Jobs: ['a', 'b'] })).toMatchObject({
      Jobs: [
        { JobId: 'a', Status: 'SUCCEEDED' },
        { JobId: 'b', Status: 'SUCCEEDED' },
      ],
    })
    expect(inferred('aws-sdk:batch:listJobs')).toEqual({ JobSummaryList: [] })
  })
})
