import { describe, expect, it } from 'vitest'
import { inferred, metadata } from '../fixtures.js'

/** Members: API reference of CodeBuild, Build and BuildBatch; Step Functions' page on CodeBuild for `Build` in `.sync`. */
describe('CodeBuild', () => {
  it('starts a build', () => {
    expect(inferred('codebuild:startBuild', { ProjectName: 'site' })).toMatchObject({
      Build: {
        Arn: expect.stringMatching(/^arn:aws:codebuild:us-east-1:123456789012:build\/site:/),
        BuildStatus: 'IN_PROGRESS',
        Complete: false,
        ProjectName: 'site',
      },
      ...metadata,
    })
    expect(inferred('codebuild:startBuild')).not.toHaveProperty('Build.EndTime')
  })

  it('ends it well with .sync', () => {
    const { Build } = inferred('aws-sdk:codebuild:startBuild', { ProjectName: 'site' }) as { Build: { Id: string } }
    expect(inferred('codebuild:startBuild.sync', { ProjectName: 'site' })).toMatchObject({
      Build: { BuildStatus: 'SUCCEEDED', CurrentPhase: 'COMPLETED', Id: Build.Id },
    })
    expect(inferred('codebuild:startBuildBatch.sync')).toMatchObject({ BuildBatch: { BuildBatchStatus: 'SUCCEEDED' } })
  })

  it('knows the builds that are asked for', () => {
    expect(inferred('aws-sdk:codebuild:batchGetBuilds', { Ids: ['site:1'] })).toMatchObject({
      Builds: [{ BuildStatus: 'SUCCEEDED', Id: 'site:1', ProjectName: 'site' }],
    })
    expect(inferred('aws-sdk:codebuild:batchGetBuildBatches', { Ids: ['site:1'] })).toMatchObject({
      BuildBatches: [{ BuildBatchStatus: 'SUCCEEDED' }],
    })
    expect(inferred('codebuild:stopBuild', { Id: 'site:1' })).toMatchObject({ Build: { BuildStatus: 'STOPPED' } })
    expect(inferred('codebuild:batchDeleteBuilds', { Ids: ['site:1'] })).toMatchObject({ BuildsDeleted: ['site:1'] })
  })
})
