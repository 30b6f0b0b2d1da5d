import { describe, expect, it } from 'vitest'
import { atMs, inferred, iso, metadata } from '../fixtures.js'

const arn = (kind: string) => `arn:aws:ecs:us-east-1:123456789012:${kind}`

/** Members: API reference of ECS, Task and Service; `.sync` gives one task, as LocalStack's test_ecs_task_service recorded. */
describe('ECS', () => {
  const run = {
    Cluster: arn('cluster/jobs'),
    LaunchType: 'EC2',
    Overrides: { ContainerOverrides: [{ Name: 'worker' }, 5] },
    TaskDefinition: arn('task-definition/report:3'),
  }

  it('places a task', () => {
    const answer = inferred('ecs:runTask', run)
    expect(answer).toMatchObject({
      Failures: [],
      Tasks: [{ ClusterArn: run.Cluster, Containers: [{ Name: 'worker' }], LastStatus: 'PROVISIONING' }],
      ...metadata,
    })
    expect(Object.keys(answer as object)).toEqual(['Failures', 'SdkHttpMetadata', 'SdkResponseMetadata', 'Tasks'])
    expect(answer).not.toHaveProperty('Tasks.0.StopCode')
  })

  it('stops it well with .sync', () => {
    expect(inferred('ecs:runTask.sync', run)).toMatchObject({
      Containers: [{ ExitCode: 0, LastStatus: 'STOPPED', Name: 'worker' }],
      Group: 'family:report',
      LastStatus: 'STOPPED',
      LaunchType: 'EC2',
      StopCode: 'EssentialContainerExited',
      StoppedAt: atMs,
      TaskArn: expect.stringMatching(/:task\/jobs\/[0-9a-f]{32}$/),
      TaskDefinitionArn: run.TaskDefinition,
    })
    expect(inferred('ecs:runTask.sync')).toMatchObject({ Containers: [{ Name: 'container' }] })
  })

  it('knows the tasks and services that are asked for', () => {
    const task = arn('task/jobs/0123')
    expect(inferred('aws-sdk:ecs:describeTasks', { Cluster: 'jobs', Tasks: [task] })).toMatchObject({
      Tasks: [{ LastStatus: 'STOPPED', StoppedAt: iso, TaskArn: task }],
    })
    expect(inferred('aws-sdk:ecs:stopTask', { Cluster: 'jobs', Task: '0123' })).toMatchObject({
      Task: { TaskArn: task },
    })
    expect(inferred('aws-sdk:ecs:updateService', { Service: 'web', DesiredCount: 3 })).toMatchObject({
      Service: { RunningCount: 3, ServiceArn: arn('service/default/web'), Status: 'ACTIVE' },
    })
    expect(inferred('aws-sdk:ecs:describeServices', { Services: ['web'] })).toMatchObject({
      Services: [{ Deployments: [{ RolloutState: 'COMPLETED' }], ServiceName: 'web' }],
    })
  })
})
