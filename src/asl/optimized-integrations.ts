/**
 * The actions of each service that a Task can call as `arn:aws:states:::service:action`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export const OPTIMIZED_ACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['apigateway', ['invoke']],
  ['athena', ['startQueryExecution', 'stopQueryExecution', 'getQueryExecution', 'getQueryResults']],
  ['batch', ['submitJob']],
  ['bedrock', ['invokeModel', 'createModelCustomizationJob']],
  [
    'codebuild',
    [
      'startBuild',
      'stopBuild',
      'batchDeleteBuilds',
      'batchGetReports',
      'startBuildBatch',
      'stopBuildBatch',
      'retryBuildBatch',
      'deleteBuildBatch',
    ],
  ],
  ['databrew', ['startJobRun']],
  ['dynamodb', ['getItem', 'putItem', 'deleteItem', 'updateItem']],
  ['ecs', ['runTask']],
  [
    'eks',
    [
      'createCluster',
      'deleteCluster',
      'createFargateProfile',
      'deleteFargateProfile',
      'createNodegroup',
      'deleteNodegroup',
      'runJob',
      'call',
    ],
  ],
  [
    'elasticmapreduce',
    [
      'createCluster',
      'terminateCluster',
      'setClusterTerminationProtection',
      'addStep',
      'cancelStep',
      'modifyInstanceFleetByName',
      'modifyInstanceGroupByName',
    ],
  ],
  ['emr-containers', ['createVirtualCluster', 'deleteVirtualCluster', 'startJobRun']],
  [
    'emr-serverless',
    ['createApplication', 'startApplication', 'stopApplication', 'deleteApplication', 'startJobRun', 'cancelJobRun'],
  ],
  ['events', ['putEvents']],
  ['glue', ['startJobRun']],
  ['http', ['invoke']],
  ['lambda', ['invoke']],
  ['mediaconvert', ['createJob']],
  [
    'sagemaker',
    [
      'createEndpoint',
      'createEndpointConfig',
      'createHyperParameterTuningJob',
      'createLabelingJob',
      'createModel',
      'createProcessingJob',
      'createTrainingJob',
      'createTransformJob',
      'updateEndpoint',
    ],
  ],
  ['sns', ['publish']],
  ['sqs', ['sendMessage']],
  ['states', ['startExecution']],
])
