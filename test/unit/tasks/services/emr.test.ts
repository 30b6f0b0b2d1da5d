import { describe, expect, it } from 'vitest'
import { inferred, metadata } from '../fixtures.js'

/** Members: API reference of EMR, Cluster and Step; Step Functions' page on EMR for the names of the actions. */
describe('EMR', () => {
  it('creates a cluster, with .sync until it waits', () => {
    const { ClusterId } = inferred('elasticmapreduce:createCluster') as { ClusterId: string }
    expect(ClusterId).toMatch(/^j-[0-9A-F]{13}$/)
    expect(inferred('elasticmapreduce:createCluster')).toMatchObject(metadata)
    expect(inferred('elasticmapreduce:createCluster.sync', { Name: 'spark' })).toMatchObject({
      Cluster: { Id: ClusterId, Name: 'spark', Status: { State: 'WAITING' } },
      ClusterArn: `arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/${ClusterId}`,
      ClusterId,
    })
    expect(inferred('aws-sdk:emr:runJobFlow')).toMatchObject({ JobFlowId: ClusterId })
  })

  it('adds a step, with .sync until it is complete', () => {
    const { StepId } = inferred('elasticmapreduce:addStep', { ClusterId: 'j-1' }) as { StepId: string }
    expect(inferred('elasticmapreduce:addStep.sync', { ClusterId: 'j-1' })).toMatchObject({
      Step: { Id: StepId, Status: { State: 'COMPLETED' } },
    })
    expect(inferred('aws-sdk:emr:addJobFlowSteps', { Steps: [{}, {}] })).toEqual({
      StepIds: [StepId, expect.stringMatching(/^s-/)],
    })
  })

  it('terminates a cluster', () => {
    expect(inferred('elasticmapreduce:terminateCluster', { ClusterId: 'j-1' })).toMatchObject(metadata)
    expect(inferred('elasticmapreduce:terminateCluster.sync', { ClusterId: 'j-1' })).toMatchObject({
      Cluster: { Id: 'j-1', Status: { State: 'TERMINATED' } },
    })
  })

  it('knows the cluster and step that are asked for', () => {
    expect(inferred('aws-sdk:emr:describeCluster', { ClusterId: 'j-1' })).toMatchObject({ Cluster: { Id: 'j-1' } })
    expect(inferred('aws-sdk:emr:describeStep', { StepId: 's-1' })).toMatchObject({
      Step: { Id: 's-1', Status: { State: 'COMPLETED' } },
    })
  })
})
