import { expect, it } from 'vitest'
import { parseResource } from '../../../src/asl/resource.js'
import { denialOf } from '../../../src/services/denials.js'

const denied = (action: string) => denialOf(parseResource(`arn:aws:states:::${action}`))

it.each([
  // By name where the model has it.
  ['ecs:runTask.sync', 'ECS.AccessDeniedException', 'AccessDeniedException', 400, 'ecs:RunTask'],
  ['aws-sdk:ecs:runTask', 'Ecs.AccessDeniedException', 'AccessDeniedException', 400, 'ecs:RunTask'],
  ['sns:publish', 'SNS.AuthorizationErrorException', 'AuthorizationError', 403, 'sns:Publish'],
  [
    'aws-sdk:comprehend:detectSentiment',
    'Comprehend.ComprehendException',
    'AccessDeniedException',
    400,
    'comprehend:DetectSentiment',
  ],
  // By the generic name elsewhere.
  ['batch:submitJob', 'Batch.AWSBatchException', 'AccessDeniedException', 403, 'batch:SubmitJob'],
  [
    'states:startExecution.sync:2',
    'StepFunctions.AWSStepFunctionsException',
    'AccessDeniedException',
    400,
    'states:StartExecution',
  ],
  ['aws-sdk:sfn:startExecution', 'Sfn.SfnException', 'AccessDeniedException', 400, 'states:StartExecution'],
  ['aws-sdk:ec2:describeInstances', 'Ec2.Ec2Exception', 'UnauthorizedOperation', 403, 'ec2:DescribeInstances'],
  ['aws-sdk:s3:getObject', 'S3.S3Exception', 'AccessDenied', 403, 's3:GetObject'],
  [
    'aws-sdk:cloudformation:describeStacks',
    'CloudFormation.CloudFormationException',
    'AccessDenied',
    403,
    'cloudformation:DescribeStacks',
  ],
  [
    'elasticmapreduce:addStep',
    'EMR.AmazonElasticMapReduceException',
    'AccessDeniedException',
    400,
    'elasticmapreduce:AddJobFlowSteps',
  ],
])('%s denies a call as %s', (action, error, code, status, permission) => {
  expect(denied(action)).toEqual({ error, code, status, permission })
})

it.each(['http:invoke', 'aws-sdk:nosuch:call'])('nobody knows how %s denies a call', (action) => {
  expect(denied(action)).toBeUndefined()
})
