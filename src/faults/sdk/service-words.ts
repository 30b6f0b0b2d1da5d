import { type Resource, isLambda } from '../../asl/resource.js'
import { SDK_MODELS } from './models.js'
import { sdkPrefix } from './prefixes.js'
import { type SdkModel, javaClassName } from './sdk-model.js'

/** How an integration speaks of a service's errors. */
export interface ServiceWords {
  /** What the error's name begins with, e.g. `DynamoDB` (optimized) or `DynamoDb` (AWS SDK). */
  readonly prefix: string
  /** The class that stands for every exception that the SDK does not model: `S3Exception`, `AmazonDynamoDBException`. */
  readonly generic: string
  /** What the cause calls the service, e.g. `AmazonDynamoDBv2`. */
  readonly service: string
  readonly style: 'optimized' | 'aws-sdk'
  /** Undefined where the service's model is not in the table: then any name may be true. */
  readonly model: SdkModel | undefined
}

interface OptimizedService {
  readonly prefix: string
  readonly generic: string
  readonly service: string
  readonly model: string
}

/**
 * Optimized integrations go through AWS SDK for Java v1. Base classes: recorded for DynamoDB and SQS, documented for
 * Lambda, from AWS's samples for the others; EventBridge's is an assumption, as are the services' names after `states`.
 */
const OPTIMIZED: Readonly<Record<string, OptimizedService>> = {
  lambda: { prefix: 'Lambda', generic: 'AWSLambdaException', service: 'AWSLambda', model: 'lambda' },
  dynamodb: { prefix: 'DynamoDB', generic: 'AmazonDynamoDBException', service: 'AmazonDynamoDBv2', model: 'dynamodb' },
  sqs: { prefix: 'SQS', generic: 'AmazonSQSException', service: 'AmazonSQS', model: 'sqs' },
  sns: { prefix: 'SNS', generic: 'AmazonSNSException', service: 'AmazonSNS', model: 'sns' },
  states: { prefix: 'StepFunctions', generic: 'AWSStepFunctionsException', service: 'AWSStepFunctions', model: 'sfn' },
  ecs: { prefix: 'ECS', generic: 'AmazonECSException', service: 'AmazonECS', model: 'ecs' },
  batch: { prefix: 'Batch', generic: 'AWSBatchException', service: 'AWSBatch', model: 'batch' },
  glue: { prefix: 'Glue', generic: 'AWSGlueException', service: 'AWSGlue', model: 'glue' },
  athena: { prefix: 'Athena', generic: 'AmazonAthenaException', service: 'AmazonAthena', model: 'athena' },
  elasticmapreduce: {
    prefix: 'EMR',
    generic: 'AmazonElasticMapReduceException',
    service: 'AmazonElasticMapReduce',
    model: 'emr',
  },
  sagemaker: {
    prefix: 'SageMaker',
    generic: 'AmazonSageMakerException',
    service: 'AmazonSageMaker',
    model: 'sagemaker',
  },
  codebuild: { prefix: 'CodeBuild', generic: 'AWSCodeBuildException', service: 'AWSCodeBuild', model: 'codebuild' },
  events: {
    prefix: 'EventBridge',
    generic: 'AmazonEventBridgeException',
    service: 'AmazonEventBridge',
    model: 'eventbridge',
  },
  bedrock: { prefix: 'Bedrock', generic: 'AmazonBedrockException', service: 'AmazonBedrock', model: 'bedrockruntime' },
}

/** How errors of this resource are told; undefined for what is no service's API (activities, HTTP endpoints, ...). */
export function serviceWords(resource: Resource): ServiceWords | undefined {
  if (resource.kind === 'aws-sdk') return sdkWords(resource.service)
  const service = isLambda(resource) || resource.kind === 'unknown' ? 'lambda' : optimizedService(resource)
  const words = service !== undefined && Object.hasOwn(OPTIMIZED, service) ? OPTIMIZED[service] : undefined
  return words && { ...words, style: 'optimized', model: modelOf(words.model) }
}

function optimizedService(resource: Resource): string | undefined {
  return resource.kind === 'optimized' ? resource.service : undefined
}

function sdkWords(service: string): ServiceWords | undefined {
  const model = modelOf(service)
  const prefix = model?.prefix ?? sdkPrefix(service)
  return prefix === undefined
    ? undefined
    : { prefix, generic: `${prefix}Exception`, service: prefix, style: 'aws-sdk', model }
}

function modelOf(service: string): SdkModel | undefined {
  return Object.hasOwn(SDK_MODELS, service) ? SDK_MODELS[service] : undefined
}

/** The error's name at this integration, for a modelled exception or the generic class. */
export function errorNameFor({ prefix, style }: ServiceWords, exception: string): string {
  return `${prefix}.${style === 'aws-sdk' ? javaClassName(exception) : exception}`
}
