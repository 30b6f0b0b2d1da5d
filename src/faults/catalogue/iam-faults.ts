import { isObject, member } from '../../asl/json.js'
import { anyServiceFault } from '../any-sdk-service.js'
import type { FaultDefinition } from '../fault-definition.js'
import { serviceFault } from '../service-fault.js'
import { allOf, callsFunction, isTask } from '../applies-to-resources.js'
import type { FaultTarget } from '../fault-target.js'
import { canBeDenied } from '../resource-texts.js'
import { dynamodbDeniedInLambda, s3DeniedInLambda, snsDeniedInLambda, sqsDeniedInLambda } from './denied-in-lambda.js'
import { s3Fault } from './s3-faults.js'

const family = 'iam'
const GENERIC = "AccessDenied is in no service's model, so that it has the generic name (recorded for other codes)"

const statesPermissions: FaultDefinition = {
  id: 'states-permissions',
  title: 'The state machine lacks a permission, by a name of the documents that no denied call shows',
  family,
  aliases: [],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'error', error: 'States.Permissions', cause: '{message}' },
  parameters: {
    message: { kind: 'text', default: "the state machine's role lacks a permission", help: 'the cause' },
  },
  matchedBy: ['States.Permissions', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice:
    "A denied call has a name of the service's, such as Lambda.AWSLambdaException or ECS.AccessDeniedException: list that, too.",
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'],
}

const roleAssumeDenied: FaultDefinition = {
  id: 'states-role-assume-denied',
  errorKind: 'denied',
  title: 'Step Functions may not take on the role in Credentials',
  family,
  aliases: ['assume-role-denied'],
  targets: 'tasks with Credentials',
  appliesTo: allOf(isTask, ({ definition }) => isObject(member(definition, 'Credentials'))),
  effect: {
    kind: 'error',
    error: 'States.TaskFailed',
    cause: "The role {execution_role_arn} is not authorized to assume the task state's role, {target_role_arn}.",
  },
  matchedBy: ['States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Permissions'],
  transient: false,
  sideEffect: 'none',
  advice: 'No retry: the role has to trust the role of the state machine, which in turn needs sts:AssumeRole.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: assign/test_assign_reference_variables'],
}

const denied = {
  family,
  generic: true,
  transient: false,
  evidence: 'inferred',
  source: [GENERIC],
} as const

const s3AccessDenied = s3Fault({
  ...denied,
  id: 's3-access-denied',
  title: 'The role may not do this with the object',
  targets: 'tasks that call S3 through aws-sdk:s3, and Lambda functions when the state is named',
  insideFunction: s3DeniedInLambda,
  aliases: ['s3-403'],
  code: 'AccessDenied',
  status: 403,
  message:
    'User: {caller_arn} is not authorized to perform: s3:{action} on resource: "arn:aws:s3:::{bucket}/{key}" because no identity-based policy allows the s3:{action} action',
  notMatchedBy: ['States.Permissions', 'S3.AccessDeniedException'],
  advice: 'No retry, though the name is that of Slow Down as well: read the status in the cause before trying again.',
})

const ddbAccessDenied = serviceFault({
  ...denied,
  id: 'ddb-access-denied',
  title: "The role may not call DynamoDB's API so",
  insideFunction: dynamodbDeniedInLambda,
  aliases: ['dynamodb-access-denied'],
  service: { optimized: 'dynamodb', sdk: 'dynamodb' },
  targets: 'tasks that call DynamoDB, and Lambda functions when the state is named',
  code: 'AccessDeniedException',
  status: 400,
  message:
    'User: {caller_arn} is not authorized to perform: dynamodb:{action} on resource: {table_arn} because no identity-based policy allows the dynamodb:{action} action',
  notMatchedBy: ['States.Permissions', 'DynamoDB.AccessDeniedException', 'DynamoDb.AccessDeniedException'],
  advice: 'No retry: grant the role the action on the table, and on its indexes.',
})

const sqsAccessDenied = serviceFault({
  ...denied,
  id: 'sqs-access-denied',
  title: "The role, or the queue's policy, does not allow the call",
  insideFunction: sqsDeniedInLambda,
  service: { optimized: 'sqs', sdk: 'sqs' },
  targets: 'tasks that call SQS, and Lambda functions when the state is named',
  code: 'AccessDenied',
  status: 403,
  message:
    'User: {caller_arn} is not authorized to perform: sqs:{lower_action} on resource: {queue_arn} because no identity-based policy allows the sqs:{lower_action} action',
  notMatchedBy: ['States.Permissions', 'SQS.AccessDeniedException', 'Sqs.AccessDeniedException'],
  advice: 'No retry: grant the role sqs:SendMessage, and kms:GenerateDataKey where the queue is encrypted.',
})

/** SNS writes its name in capitals there (reported). */
const snsAccessDenied = serviceFault({
  family,
  id: 'sns-access-denied',
  title: "The role, or the topic's policy, does not allow the call",
  insideFunction: snsDeniedInLambda,
  service: { optimized: 'sns', sdk: 'sns' },
  targets: 'tasks that call SNS, and Lambda functions when the state is named',
  code: 'AuthorizationErrorException',
  wireCode: 'AuthorizationError',
  status: 403,
  message:
    'User: {caller_arn} is not authorized to perform: SNS:{action} on resource: {topic_arn} because no identity-based policy allows the SNS:{action} action',
  notMatchedBy: ['States.Permissions', 'SNS.AmazonSNSException', 'Sns.SnsException'],
  transient: false,
  advice: 'No retry: grant the role sns:Publish, and kms:GenerateDataKey where the topic is encrypted.',
  evidence: 'reported',
  source: ['the message: a public report; the name: the model of SNS'],
})

const passRoleDenied = serviceFault({
  family,
  id: 'ecs-pass-role-denied',
  title: "The state machine may not hand ECS the task's roles",
  aliases: ['pass-role'],
  service: { optimized: 'ecs', sdk: 'ecs' },
  actions: ['runTask'],
  targets: 'tasks that run an ECS task',
  code: 'AccessDeniedException',
  status: 400,
  message:
    'User: {caller_arn} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::{account}:role/{role}',
  parameters: { role: { kind: 'text', default: 'ecsTaskExecutionRole', help: 'the role that may not be handed on' } },
  notMatchedBy: ['States.Permissions', 'ECS.AmazonECSException', 'Ecs.EcsException'],
  transient: false,
  advice: 'No retry: grant the state machine iam:PassRole on the execution role and the task role.',
  evidence: 'reported',
  source: ['name and message: two public reports'],
})

/** Rows of their own, whose services need no other. */
const denials: readonly FaultDefinition[] = [s3AccessDenied, ddbAccessDenied, sqsAccessDenied, snsAccessDenied]

const serviceAccessDenied: FaultDefinition = {
  id: 'service-access-denied',
  errorKind: 'denied',
  title: 'The role may not make the call',
  family,
  aliases: ['permissions', 'denied'],
  targets: 'tasks on services without a row of their own for it',
  appliesTo: (target) =>
    callsService(target) && !callsFunction(target) && !denials.some(({ appliesTo }) => appliesTo(target)),
  effect: { kind: 'error', error: '{denied_error}', cause: '{denied_cause}' },
  matchedBy: ['{denied_error}', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Permissions'],
  transient: false,
  sideEffect: 'none',
  advice:
    'No retry: grant the role the action that the Cause names. The name is that of the service for it, or its generic one.',
  evidence: 'inferred',
  source: ['the models of services', 'names and messages reported for ECS, Lambda and SNS'],
}

function callsService({ type, resource }: FaultTarget): boolean {
  return type === 'Task' && resource !== undefined && canBeDenied(resource)
}

const expiredCredentials = anyServiceFault({
  id: 'expired-credentials',
  title: 'The session token that Step Functions calls with has expired',
  family,
  aliases: ['expired-token'],
  code: 'ExpiredTokenException',
  status: 403,
  message: 'The security token included in the request is expired',
  sideEffect: 'none',
  advice: 'One retry gets a fresh token. The name is the generic one, so that it stands for denied calls as well.',
  source: ['messages of AWS SDKs'],
})

/** Calls that are not allowed. */
export const iam: readonly FaultDefinition[] = [
  statesPermissions,
  roleAssumeDenied,
  s3AccessDenied,
  ddbAccessDenied,
  sqsAccessDenied,
  snsAccessDenied,
  passRoleDenied,
  serviceAccessDenied,
  s3DeniedInLambda,
  dynamodbDeniedInLambda,
  sqsDeniedInLambda,
  snsDeniedInLambda,
  expiredCredentials,
]
