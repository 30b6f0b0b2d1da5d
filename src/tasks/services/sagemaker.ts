import { member, type JsonObject } from '../../asl/json.js'
import { JSON_1_1, type AnswerTable, answersOf, answersWithMetadata, dateOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedHex } from '../derived-id.js'
import { asObject, textParameter, type ServiceCall } from '../service-call.js'

/** What SageMaker makes: the word in its members' names, the one in its ARN, and the status that says it is done. */
interface Made {
  readonly word: string
  readonly arn: string
  readonly done?: string
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference */
const MADE = {
  trainingJob: { word: 'TrainingJob', arn: 'training-job', done: 'Completed' },
  transformJob: { word: 'TransformJob', arn: 'transform-job', done: 'Completed' },
  processingJob: { word: 'ProcessingJob', arn: 'processing-job', done: 'Completed' },
  labelingJob: { word: 'LabelingJob', arn: 'labeling-job', done: 'Completed' },
  tuningJob: { word: 'HyperParameterTuningJob', arn: 'hyper-parameter-tuning-job', done: 'Completed' },
  autoMlJob: { word: 'AutoMLJob', arn: 'automl-job', done: 'Completed' },
  endpoint: { word: 'Endpoint', arn: 'endpoint', done: 'InService' },
  endpointConfig: { word: 'EndpointConfig', arn: 'endpoint-config' },
  model: { word: 'Model', arn: 'model' },
} satisfies Readonly<Record<string, Made>>

/** Everything is made, and is done at once: `create*` answers with an ARN, `describe*` with a status as well. */
const table: AnswerTable = {
  ...Object.fromEntries(
    Object.values<Made>(MADE).flatMap((made) => [
      [`create${made.word}`, (service: ServiceCall) => ({ [`${made.word}Arn`]: madeArn(service, made) })],
      [`describe${made.word}`, (service: ServiceCall) => described(service, made)],
    ]),
  ),
  updateEndpoint: (service) => ({ EndpointArn: madeArn(service, MADE.endpoint) }),
  startPipelineExecution: (service) => ({ PipelineExecutionArn: pipelineArn(service) }),
  describePipelineExecution: (service) => ({
    PipelineExecutionArn: pipelineArn(service),
    PipelineExecutionStatus: 'Succeeded',
  }),
}

export const inferSageMaker = answersWithMetadata(table, JSON_1_1)

/** `.sync` gives what the job's Describe action answers. https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html */
export const finishSageMaker = answersOf({
  createTrainingJob: (service) => described(service, MADE.trainingJob),
  createTransformJob: (service) => described(service, MADE.transformJob),
  createProcessingJob: (service) => described(service, MADE.processingJob),
  createLabelingJob: (service) => described(service, MADE.labelingJob),
  createHyperParameterTuningJob: (service) => described(service, MADE.tuningJob),
})

function described(service: ServiceCall, made: Made): JsonObject {
  const { word, done } = made
  const date = dateOf(service)
  return {
    ...service.parameters,
    CreationTime: date,
    ...(done !== undefined && { [`${word}Status`]: done, LastModifiedTime: date }),
    ...resultsOf(service, made),
    [`${word}Arn`]: madeArn(service, made),
    [`${word}Name`]: madeName(service, made),
  }
}

/** What machines read of a job that is done: where the model lies, and which training was the best. */
function resultsOf(service: ServiceCall, made: Made): JsonObject {
  const name = madeName(service, made)
  if (made === MADE.trainingJob) {
    const root = textParameter(asObject(member(service.parameters, 'OutputDataConfig') ?? {}), 'S3OutputPath')
    const artifacts = `${(root ?? 's3://models').replace(/\/$/, '')}/${name}/output/model.tar.gz`
    return { ModelArtifacts: { S3ModelArtifacts: artifacts }, SecondaryStatus: 'Completed' }
  }
  if (made !== MADE.tuningJob) return {}
  const best = `${name}-001`
  const TrainingJobArn = arnOf(service.call, 'sagemaker', 'training-job/', best)
  return { BestTrainingJob: { TrainingJobArn, TrainingJobName: best, TrainingJobStatus: 'Completed' } }
}

function madeName({ call, parameters }: ServiceCall, { word, arn }: Made): string {
  return textParameter(parameters, `${word}Name`) ?? `${arn}-${derivedHex(call, word, 8)}`
}

function madeArn(service: ServiceCall, made: Made): string {
  return arnOf(service.call, 'sagemaker', `${made.arn}/`, madeName(service, made))
}

function pipelineArn({ call, parameters }: ServiceCall): string {
  const known = textParameter(parameters, 'PipelineExecutionArn')
  const name = textParameter(parameters, 'PipelineName') ?? 'pipeline'
  return known ?? arnOf(call, 'sagemaker', `pipeline/${name}/execution/`, derivedHex(call, 'pipeline execution', 12))
}
