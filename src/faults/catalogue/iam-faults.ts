import { isObject, member } from '../../asl/json.js'
import { anyServiceFault } from '../any-sdk-service.js'
import type { FaultDefinition } from '../fault-definition.js'
import { serviceFault } from '../service-fault.js'
import { allOf, isTask } from '../applies-to-resources.js'
import { s3Fault } from './s3-faults.js'

const family = 'iam'
const GENERIC = "AccessDenied is in no service's model, so that it has the generic name (recorded for other codes)"

const statesPermissions: FaultDefinition = {
  id: 'states-permissions',
  title: 'The state machine lacks a permission, by the name that the documents give it',
  family,
  aliases: ['permissions'],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'error', error: 'States.Permissions', cause: '{message}' },
  parameters: {
    message: { kind: 'text', default: "the state machine's role lacks a permission", help: 'the cause' },
  },
  matchedBy: ['States.Permissions', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice: "In practice a denied call has the service's generic name, such as Lambda.AWSLambdaException: list both.",
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
  aliases: ['dynamodb-access-denied'],
  service: { optimized: 'dynamodb', sdk: 'dynamodb' },
  targets: 'tasks that call DynamoDB',
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
  service: { optimized: 'sqs', sdk: 'sqs' },
  targets: 'tasks that call SQS',
  code: 'AccessDenied',
  status: 403,
  message:
    'User: {caller_arn} is not authorized to perform: sqs:{lower_action} on resource: {queue_arn} because no identity-based policy allows the sqs:{lower_action} action',
  notMatchedBy: ['States.Permissions', 'SQS.AccessDeniedException', 'Sqs.AccessDeniedException'],
  advice: 'No retry: grant the role sqs:SendMessage, and kms:GenerateDataKey where the queue is encrypted.',
})

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
  expiredCredentials,
]
