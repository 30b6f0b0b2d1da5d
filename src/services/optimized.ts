import type { ServicePattern } from '../asl/resource.js'

/** How an optimized integration speaks of a service's errors: in the words of AWS SDK for Java v1. */
export interface OptimizedErrors {
  /** What the error's name begins with, e.g. `DynamoDB`. */
  readonly prefix: string
  /** The class that stands for every exception that the SDK does not model, e.g. `AmazonDynamoDBException`. */
  readonly generic: string
  /** What the cause calls the service, e.g. `AmazonDynamoDBv2`. */
  readonly service: string
}

export interface OptimizedAction {
  readonly patterns: readonly ServicePattern[]
  /** The operation behind it, as an AWS SDK integration writes it: `dynamodb:putItem`; undefined for what is no operation of an API. */
  readonly api?: string
  /**
   * Members of its input, in the words of `inputMembers`, where Step Functions has other ones than the API. With `api`, and
   * beginning with `+`, they come on top of the API's.
   */
  readonly input?: string
}

/** A service that a Task calls as `arn:aws:states:::service:action`. */
export interface OptimizedService {
  readonly errors?: OptimizedErrors
  readonly actions: Readonly<Record<string, OptimizedAction>>
}

const CALL: readonly ServicePattern[] = ['request-response']
const JOB: readonly ServicePattern[] = ['request-response', 'sync']
const CALLBACK: readonly ServicePattern[] = ['request-response', 'waitForTaskToken']
const JOB_OR_CALLBACK: readonly ServicePattern[] = ['request-response', 'sync', 'waitForTaskToken']
const CHILD: readonly ServicePattern[] = ['request-response', 'sync', 'sync:2', 'waitForTaskToken']

/** Actions that are named like the operations of one API. */
function actions(api: string, patterns: readonly ServicePattern[], names: string): [string, OptimizedAction][] {
  return names.split(' ').map((name) => [name, { patterns, api: `${api}:${name}` }])
}

const HTTP_INPUT = 'ApiEndpoint! Method! Headers QueryParameters RequestBody'

/**
 * The optimized integrations. Actions and patterns: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 * and the page of each service. Base classes of errors: recorded for DynamoDB and SQS, documented for Lambda, from AWS's
 * samples for the others; EventBridge's is an assumption, as are the names of services after `states`.
 */
const OPTIMIZED: Readonly<Record<string, OptimizedService>> = {
  apigateway: {
    actions: {
      invoke: { patterns: CALLBACK, input: `${HTTP_INPUT} Stage Path AllowNullValues AuthType` },
    },
  },
  athena: {
    errors: { prefix: 'Athena', generic: 'AmazonAthenaException', service: 'AmazonAthena' },
    actions: Object.fromEntries([
      ...actions('athena', JOB, 'startQueryExecution'),
      ...actions('athena', CALL, 'stopQueryExecution getQueryExecution getQueryResults'),
    ]),
  },
  batch: {
    errors: { prefix: 'Batch', generic: 'AWSBatchException', service: 'AWSBatch' },
    actions: Object.fromEntries(actions('batch', JOB, 'submitJob')),
  },
  bedrock: {
    errors: { prefix: 'Bedrock', generic: 'AmazonBedrockException', service: 'AmazonBedrock' },
    actions: {
      invokeModel: { patterns: CALLBACK, api: 'bedrockruntime:invokeModel', input: '+Input Output' },
      createModelCustomizationJob: { patterns: JOB, api: 'bedrock:createModelCustomizationJob' },
    },
  },
  bedrockagentcore: { actions: Object.fromEntries(actions('bedrockagentcore', CALL, 'invokeHarness')) },
  codebuild: {
    errors: { prefix: 'CodeBuild', generic: 'AWSCodeBuildException', service: 'AWSCodeBuild' },
    actions: Object.fromEntries([
      ...actions('codebuild', JOB, 'startBuild startBuildBatch retryBuildBatch'),
      ...actions('codebuild', CALL, 'stopBuild stopBuildBatch deleteBuildBatch batchDeleteBuilds batchGetReports'),
    ]),
  },
  databrew: { actions: Object.fromEntries(actions('databrew', JOB, 'startJobRun')) },
  dynamodb: {
    errors: { prefix: 'DynamoDB', generic: 'AmazonDynamoDBException', service: 'AmazonDynamoDBv2' },
    actions: Object.fromEntries(actions('dynamodb', CALL, 'getItem putItem deleteItem updateItem')),
  },
  ecs: {
    errors: { prefix: 'ECS', generic: 'AmazonECSException', service: 'AmazonECS' },
    actions: Object.fromEntries(actions('ecs', JOB_OR_CALLBACK, 'runTask')),
  },
  eks: {
    actions: {
      ...Object.fromEntries(
        actions(
          'eks',
          JOB,
          'createCluster deleteCluster createFargateProfile deleteFargateProfile createNodegroup deleteNodegroup',
        ),
      ),
      runJob: {
        patterns: JOB_OR_CALLBACK,
        input: 'ClusterName! CertificateAuthority! Endpoint! Job! Namespace LogOptions',
      },
      call: {
        patterns: CALLBACK,
        input: 'ClusterName! CertificateAuthority! Endpoint! Method! Path! QueryParameters RequestBody',
      },
    },
  },
  elasticmapreduce: {
    errors: { prefix: 'EMR', generic: 'AmazonElasticMapReduceException', service: 'AmazonElasticMapReduce' },
    actions: {
      createCluster: { patterns: JOB, api: 'emr:runJobFlow' },
      terminateCluster: { patterns: JOB, api: 'emr:terminateJobFlows', input: 'ClusterId!' },
      setClusterTerminationProtection: {
        patterns: CALL,
        api: 'emr:setTerminationProtection',
        input: 'ClusterId! TerminationProtected!',
      },
      addStep: { patterns: JOB, api: 'emr:addJobFlowSteps', input: 'ClusterId! Step! ExecutionRoleArn' },
      cancelStep: { patterns: CALL, api: 'emr:cancelSteps', input: 'ClusterId! StepId! StepCancellationOption' },
      modifyInstanceFleetByName: {
        patterns: CALL,
        api: 'emr:modifyInstanceFleet',
        input: 'ClusterId! InstanceFleetName! InstanceFleet!',
      },
      modifyInstanceGroupByName: {
        patterns: CALL,
        api: 'emr:modifyInstanceGroups',
        input: 'ClusterId! InstanceGroupName! InstanceGroup!',
      },
    },
  },
  'emr-containers': {
    actions: Object.fromEntries([
      ...actions('emrcontainers', CALL, 'createVirtualCluster'),
      ...actions('emrcontainers', JOB, 'deleteVirtualCluster startJobRun'),
    ]),
  },
  'emr-serverless': {
    actions: Object.fromEntries(
      actions(
        'emrserverless',
        JOB,
        'createApplication startApplication stopApplication deleteApplication startJobRun cancelJobRun',
      ),
    ),
  },
  events: {
    errors: { prefix: 'EventBridge', generic: 'AmazonEventBridgeException', service: 'AmazonEventBridge' },
    actions: Object.fromEntries(actions('eventbridge', CALLBACK, 'putEvents')),
  },
  glue: {
    errors: { prefix: 'Glue', generic: 'AWSGlueException', service: 'AWSGlue' },
    actions: Object.fromEntries(actions('glue', JOB, 'startJobRun')),
  },
  http: {
    actions: { invoke: { patterns: CALL, input: `${HTTP_INPUT} Authentication InvocationConfig Transform` } },
  },
  lambda: {
    errors: { prefix: 'Lambda', generic: 'AWSLambdaException', service: 'AWSLambda' },
    actions: Object.fromEntries(actions('lambda', CALLBACK, 'invoke')),
  },
  mediaconvert: { actions: Object.fromEntries(actions('mediaconvert', JOB, 'createJob')) },
  sagemaker: {
    errors: { prefix: 'SageMaker', generic: 'AmazonSageMakerException', service: 'AmazonSageMaker' },
    actions: Object.fromEntries([
      ...actions('sagemaker', CALL, 'createEndpoint createEndpointConfig createModel updateEndpoint'),
      ...actions(
        'sagemaker',
        JOB,
        'createHyperParameterTuningJob createLabelingJob createProcessingJob createTrainingJob createTransformJob',
      ),
    ]),
  },
  sns: {
    errors: { prefix: 'SNS', generic: 'AmazonSNSException', service: 'AmazonSNS' },
    actions: Object.fromEntries(actions('sns', CALLBACK, 'publish')),
  },
  sqs: {
    errors: { prefix: 'SQS', generic: 'AmazonSQSException', service: 'AmazonSQS' },
    actions: Object.fromEntries(actions('sqs', CALLBACK, 'sendMessage')),
  },
  states: {
    errors: { prefix: 'StepFunctions', generic: 'AWSStepFunctionsException', service: 'AWSStepFunctions' },
    actions: { startExecution: { patterns: CHILD, api: 'sfn:startExecution' } },
  },
}

/** A row of the optimized integrations by its name in resources; undefined if there is none. */
export function optimizedService(name: string): OptimizedService | undefined {
  return Object.hasOwn(OPTIMIZED, name) ? OPTIMIZED[name] : undefined
}

export function optimizedServices(): readonly string[] {
  return Object.keys(OPTIMIZED)
}

/** An action of a row; undefined if it has no such action. */
export function optimizedAction(service: string, action: string): OptimizedAction | undefined {
  const actions = optimizedService(service)?.actions
  return actions && Object.hasOwn(actions, action) ? actions[action] : undefined
}
