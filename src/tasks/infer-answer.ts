import type { Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { Call } from '../engine/ports.js'
import { apiOf } from '../services/operations.js'
import { inferItems } from './infer-items.js'
import { inferredChild } from './child-execution.js'
import { asObject, type InferService, type ServiceCall } from './service-call.js'
import { inferApiGateway } from './services/apigateway.js'
import { finishAthena, inferAthena } from './services/athena.js'
import { finishBatch, inferBatch } from './services/batch.js'
import { finishBedrock, inferBedrock } from './services/bedrock.js'
import { finishCodeBuild, inferCodeBuild } from './services/codebuild.js'
import { inferDynamoDb } from './services/dynamodb.js'
import { finishEcs, inferEcs } from './services/ecs.js'
import { finishEmr, inferEmr } from './services/emr.js'
import { inferEvents } from './services/events.js'
import { inferFirehose } from './services/firehose.js'
import { finishGlue, inferGlue } from './services/glue.js'
import { inferHttp } from './services/http.js'
import { inferKinesis } from './services/kinesis.js'
import { inferLambda } from './services/lambda.js'
import { inferS3 } from './services/s3.js'
import { finishSageMaker, inferSageMaker } from './services/sagemaker.js'
import { inferSns } from './services/sns.js'
import { inferSqs } from './services/sqs.js'
import { inferStates } from './services/states.js'
import { finishStatus, inferStatus } from './services/statuses.js'
import {
  inferComprehend,
  inferParameters,
  inferRekognition,
  inferSecretsManager,
  inferTranslate,
} from './services/texts.js'

/** By the API that is called, as AWS SDK integrations name it; what is no API of a service by its name in the resource. */
const services: ReadonlyMap<string, InferService> = new Map([
  ['apigateway', inferApiGateway],
  ['athena', inferAthena],
  ['batch', inferBatch],
  ['bedrock', inferBedrock],
  ['bedrockruntime', inferBedrock],
  ['codebuild', inferCodeBuild],
  ['comprehend', inferComprehend],
  ['dynamodb', inferDynamoDb],
  ['ecs', inferEcs],
  ['emr', inferEmr],
  ['eventbridge', inferEvents],
  ['firehose', inferFirehose],
  ['glue', inferGlue],
  ['http', inferHttp],
  ['kinesis', inferKinesis],
  ['lambda', inferLambda],
  ['rekognition', inferRekognition],
  ['s3', inferS3],
  ['sagemaker', inferSageMaker],
  ['secretsmanager', inferSecretsManager],
  ['sfn', inferStates],
  ['sns', inferSns],
  ['sqs', inferSqs],
  ['ssm', inferParameters],
  ['translate', inferTranslate],
])

/** What `.sync` gives when a service's job has ended well. */
const jobs: ReadonlyMap<string, InferService> = new Map([
  ['athena', finishAthena],
  ['batch', finishBatch],
  ['bedrock', finishBedrock],
  ['codebuild', finishCodeBuild],
  ['ecs', finishEcs],
  ['emr', finishEmr],
  ['glue', finishGlue],
  ['sagemaker', finishSageMaker],
])

/**
 * A plausible result of a call that nobody mocked: everything goes well, functions, activities and callbacks give back
 * what they got, services take every write and have nothing stored, jobs are done at once; `{}` where nothing better is
 * known. A guess for a first look, never for a test. Deterministic for the attempt.
 */
export function inferAnswer(call: Call): Json {
  if (call.purpose === 'items') return inferItems(call)
  const { resource } = call
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return call.parameters
  if (resource.pattern === 'waitForTaskToken') return call.input
  if (resource.pattern === 'request-response') return inferSubmission(call)
  const isChild = resource.service === 'states' && resource.action === 'startExecution'
  if (isChild) return inferredChild(call, resource.pattern === 'sync:2')
  const service = serviceCall(call, resource)
  return jobs.get(apiService(resource))?.(service) ?? finishStatus(service) ?? {}
}

/** What the service itself says when `.sync` or `.waitForTaskToken` calls it: the output of `TaskSubmitted`. */
export function inferSubmission(call: Call): Json {
  const { resource } = call
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return {}
  const service = serviceCall(call, resource)
  return services.get(apiService(resource))?.(service) ?? inferStatus(service) ?? {}
}

type Integration = Extract<Resource, { readonly service: string }>

function apiService(resource: Integration): string {
  return apiOf(resource)?.service ?? resource.service
}

function serviceCall(call: Call, resource: { readonly kind: string; readonly action: string }): ServiceCall {
  return {
    call,
    action: resource.action,
    optimized: resource.kind === 'optimized',
    parameters: asObject(call.parameters),
  }
}
