import { isObject, member, type Json } from '../../asl/json.js'
import { jsonText } from '../task-json.js'
import { listParameter } from '../service-call.js'
import type { JudgeService } from '../service-failure.js'

/** Where the end of a job stands in what `.sync` gives, and the ends that are no success. */
type JobEnd = readonly [path: readonly string[], bad: readonly string[]]

const BUILD = ['FAILED', 'FAULT', 'STOPPED', 'TIMED_OUT']
const SAGEMAKER = ['Failed', 'Stopped']

/** By integration. Paths and statuses from the API references of the services, under https://docs.aws.amazon.com. */
const ENDS: readonly (readonly [string, JobEnd])[] = [
  [
    'athena:startQueryExecution',
    [
      ['QueryExecution', 'Status', 'State'],
      ['CANCELLED', 'FAILED'],
    ],
  ],
  ['batch:submitJob', [['Status'], ['FAILED']]],
  ['bedrock:createModelCustomizationJob', [['Status'], ['Failed', 'Stopped']]],
  ['codebuild:startBuild', [['Build', 'BuildStatus'], BUILD]],
  ['codebuild:startBuildBatch', [['BuildBatch', 'BuildBatchStatus'], BUILD]],
  ['codebuild:retryBuildBatch', [['BuildBatch', 'BuildBatchStatus'], BUILD]],
  ['databrew:startJobRun', [['State'], ['FAILED', 'STOPPED', 'TIMEOUT']]],
  [
    'elasticmapreduce:addStep',
    [
      ['Step', 'Status', 'State'],
      ['CANCELLED', 'FAILED', 'INTERRUPTED'],
    ],
  ],
  [
    'elasticmapreduce:createCluster',
    [
      ['Cluster', 'Status', 'State'],
      ['TERMINATED', 'TERMINATED_WITH_ERRORS'],
    ],
  ],
  [
    'emr-serverless:startJobRun',
    [
      ['JobRun', 'State'],
      ['CANCELLED', 'FAILED'],
    ],
  ],
  ['glue:startJobRun', [['JobRunState'], ['ERROR', 'FAILED', 'STOPPED', 'TIMEOUT']]],
  ['sagemaker:createHyperParameterTuningJob', [['HyperParameterTuningJobStatus'], SAGEMAKER]],
  ['sagemaker:createLabelingJob', [['LabelingJobStatus'], SAGEMAKER]],
  ['sagemaker:createProcessingJob', [['ProcessingJobStatus'], SAGEMAKER]],
  ['sagemaker:createTrainingJob', [['TrainingJobStatus'], SAGEMAKER]],
  ['sagemaker:createTransformJob', [['TransformJobStatus'], SAGEMAKER]],
]

/**
 * A mock of a `.sync` job gives the job as it has ended: with a status that is no success the Task fails with
 * `States.TaskFailed`, and the whole answer is the cause, as recorded for ECS and for child executions. The job has run all
 * the same. By service, action and pattern.
 */
export const JOB_JUDGES: readonly (readonly [string, JudgeService])[] = ENDS.map(([integration, [path, bad]]) => [
  `${integration}.sync`,
  (value) => {
    const status = valueAt(value, path)
    return typeof status === 'string' && bad.includes(status) ? jobFailed(value) : undefined
  },
])

/** A task of ECS that could not start, or one of whose containers ended with another code than 0 (recorded). */
export const judgeEcsTask: JudgeService = (value) => {
  if (!isObject(value)) return undefined
  const failedToStart = member(value, 'StopCode') === 'TaskFailedToStart'
  const codes = listParameter(value, 'Containers').map((container) => valueAt(container, ['ExitCode']))
  const failed = codes.some((code) => typeof code === 'number' && code !== 0)
  return failedToStart || failed ? { ...jobFailed(value), carriedOut: !failedToStart } : undefined
}

function jobFailed(value: Json) {
  return { failure: { error: 'States.TaskFailed', cause: jsonText(value) }, carriedOut: true }
}

function valueAt(value: Json, path: readonly string[]): Json | undefined {
  let at: Json | undefined = value
  for (const name of path) at = at !== undefined && isObject(at) ? member(at, name) : undefined
  return at
}
