import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { judgeAnswer } from '../../../../src/tasks/answer-outcome.js'
import { inferAnswer } from '../../../../src/tasks/infer-answer.js'
import { callOf } from '../fixtures.js'

const judge = (service: string, value: Json) => judgeAnswer(callOf(`arn:aws:states:::${service}`), value)
const failed = (value: Json, carriedOut = true) => ({
  outcome: { failure: { error: 'States.TaskFailed', cause: JSON.stringify(value) } },
  carriedOut,
})

/** Error and cause: recorded for ECS and child executions. Statuses: API references of the services. */
describe('a job that a mock lets end badly', () => {
  const ends: readonly (readonly [string, Json])[] = [
    ['athena:startQueryExecution', { QueryExecution: { Status: { State: 'FAILED' } } }],
    ['batch:submitJob', { JobId: 'j-1', Status: 'FAILED' }],
    ['bedrock:createModelCustomizationJob', { Status: 'Failed' }],
    ['codebuild:startBuild', { Build: { BuildStatus: 'TIMED_OUT' } }],
    ['codebuild:startBuildBatch', { BuildBatch: { BuildBatchStatus: 'FAULT' } }],
    ['elasticmapreduce:addStep', { Step: { Status: { State: 'FAILED' } } }],
    ['elasticmapreduce:createCluster', { Cluster: { Status: { State: 'TERMINATED_WITH_ERRORS' } } }],
    ['emr-serverless:startJobRun', { JobRun: { State: 'FAILED' } }],
    ['glue:startJobRun', { ErrorMessage: 'no', JobRunState: 'TIMEOUT' }],
    ['sagemaker:createTrainingJob', { FailureReason: 'AlgorithmError', TrainingJobStatus: 'Failed' }],
    ['ecs:runTask', { Containers: [{ ExitCode: 0 }, { ExitCode: 137 }] }],
  ]

  it.each(ends)('fails its Task with the answer as cause: %s', (action, end) => {
    expect(judge(`${action}.sync`, end)).toEqual(failed(end))
    expect(judge(action, end).outcome).toMatchObject({ output: end })
  })

  it('has done nothing where a task of ECS did not start', () => {
    const end = { Containers: [{}], StopCode: 'TaskFailedToStart' }
    expect(judge('ecs:runTask.sync', end)).toEqual(failed(end, false))
  })
})

it.each([
  'athena:startQueryExecution',
  'batch:submitJob',
  'bedrock:createModelCustomizationJob',
  'codebuild:startBuild',
  'ecs:runTask',
  'elasticmapreduce:addStep',
  'elasticmapreduce:createCluster',
  'elasticmapreduce:terminateCluster',
  'emr-serverless:startJobRun',
  'glue:startJobRun',
  'sagemaker:createTrainingJob',
  'sagemaker:createTransformJob',
])('what is inferred of %s.sync is a success', (action) => {
  const call = callOf(`arn:aws:states:::${action}.sync`)
  const answer = inferAnswer(call)
  expect(judgeAnswer(call, answer)).toEqual({ outcome: { output: answer }, carriedOut: true })
})

it('an answer without a status, or that is no object, is a success', () => {
  for (const value of [{}, { JobRunState: 5 }, 'text', null, []]) {
    expect(judge('glue:startJobRun.sync', value).outcome).toEqual({ output: value })
    expect(judge('ecs:runTask.sync', value).outcome).toEqual({ output: value })
  }
})
