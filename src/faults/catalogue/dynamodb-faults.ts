import { type Json, type JsonObject, isArray, isObject, member } from '../../asl/json.js'
import { changedMembers } from '../changed-answer.js'
import type { FaultContext } from '../fault-context.js'
import type { FaultDefinition } from '../fault-definition.js'
import { serviceFault } from '../service-fault.js'
import { callsThroughSdk } from '../applies-to-resources.js'

const family = 'dynamodb'
const MODEL = '@aws-sdk/client-dynamodb: errors of the operation'
const ENVELOPES =
  'envelopes: LocalStack snapshots recorded against AWS: error_handling/test_task_service_dynamodb and test_aws_sdk'
const BACK_OFF = 'Back off exponentially with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts'

const PUT_UPDATE_DELETE = ['putItem', 'updateItem', 'deleteItem']
const BATCHES = ['batchGetItem', 'batchWriteItem']
const TRANSACTIONS = ['transactGetItems', 'transactWriteItems']
const ON_DATA = ['getItem', ...PUT_UPDATE_DELETE, 'query', 'scan', ...BATCHES, ...TRANSACTIONS]

const onData = {
  family,
  service: { optimized: 'dynamodb', sdk: 'dynamodb' },
  actions: ON_DATA,
  targets: 'tasks that read or write items in DynamoDB',
  status: 400,
  evidence: 'inferred',
  source: [ENVELOPES, MODEL],
} as const

const provisionedThroughput = serviceFault({
  ...onData,
  id: 'ddb-provisioned-throughput',
  title: "The table's provisioned capacity is used up, or one hot partition's is",
  aliases: ['throughput', 'ddb-hot-partition'],
  code: 'ProvisionedThroughputExceededException',
  message:
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  transient: true,
  advice: `${BACK_OFF}; spread the keys, or lower MaxConcurrency upstream.`,
})

const throttlingOnDemand = serviceFault({
  ...onData,
  id: 'ddb-throttling-on-demand',
  title: 'An on-demand table is asked for more than it has grown to yet',
  aliases: ['ddb-throttle', 'ddb-throttled'],
  code: 'ThrottlingException',
  message:
    'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly.',
  transient: true,
  advice: `${BACK_OFF}: the table grows within minutes. The optimized integration may give the generic name for it: list both.`,
})

const requestLimit = serviceFault({
  ...onData,
  id: 'ddb-request-limit',
  title: "The account's throughput limit in the Region is reached",
  aliases: ['ddb-account-limit'],
  code: 'RequestLimitExceeded',
  message: 'Throughput exceeds the current throughput limit for your account.',
  transient: true,
  advice: `${BACK_OFF}, and have the quota raised. Through aws-sdk: the name ends in Exception, without it does not.`,
})

const conditionalCheck = serviceFault({
  ...onData,
  id: 'ddb-conditional-check-failed',
  title: 'The ConditionExpression of a write does not hold',
  aliases: ['conditional-check', 'condition', 'optimistic-lock'],
  actions: PUT_UPDATE_DELETE,
  targets: 'tasks that write an item to DynamoDB',
  code: 'ConditionalCheckFailedException',
  message: 'The conditional request failed',
  transient: false,
  advice:
    'Never retry it. Often it says that this very work is done: a write that was applied and then timed out fails like this on its retry.',
})

const tableNotFound = serviceFault({
  ...onData,
  id: 'ddb-table-not-found',
  title: 'There is no such table in this Region',
  aliases: ['no-table'],
  code: 'ResourceNotFoundException',
  message: 'Requested resource not found',
  transient: false,
  advice: 'No retry finds it: take the name from the template that makes the table, and look at the Region.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/aws_sdk.dynamodb_put_item_no_such_table-68972a09.json',
    id: 'v2/error_handling/test_aws_sdk.py::TestAwsSdk::test_dynamodb_put_item_no_such_table',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: ['the recording', ENVELOPES],
})

const validation = serviceFault({
  ...onData,
  id: 'ddb-validation',
  title: 'DynamoDB does not understand the request',
  aliases: ['ddb-invalid'],
  code: 'ValidationException',
  generic: true,
  message: "1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null",
  notMatchedBy: ['DynamoDB.ValidationException', 'DynamoDb.ValidationException'],
  transient: false,
  advice:
    'No retry mends it. Mind the names: DynamoDB.AmazonDynamoDBException here, DynamoDb.DynamoDbException through aws-sdk:.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/task_service_dynamodb.invalid_param-4583e798.json',
    id: 'v2/error_handling/test_task_service_dynamodb.py::TestTaskServiceDynamoDB::test_invalid_param',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: ['the recording', ENVELOPES],
})

const itemTooLarge = serviceFault({
  ...onData,
  id: 'ddb-item-too-large',
  title: 'The item would be larger than 400 KB',
  aliases: ['item-too-large', '400kb'],
  actions: ['putItem', 'updateItem', 'batchWriteItem'],
  targets: 'tasks that write items to DynamoDB',
  code: 'ValidationException',
  generic: true,
  message: 'Item size has exceeded the maximum allowed size',
  transient: false,
  advice: 'Put what is large into S3 and its key into the item; the name is the generic one, so look at the Cause.',
})

const transactionCanceled = serviceFault({
  ...onData,
  id: 'ddb-transaction-canceled',
  title: 'A transaction is called off because one of its parts cannot be done',
  aliases: ['transaction', 'transaction-cancelled'],
  service: { sdk: 'dynamodb' },
  actions: TRANSACTIONS,
  targets: 'tasks that run a transaction in DynamoDB',
  code: 'TransactionCanceledException',
  message:
    'Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]',
  transient: 'depends',
  advice: 'Read the reasons in the Cause: TransactionConflict and throttling may pass, ConditionalCheckFailed stays.',
})

const transactionConflict = serviceFault({
  ...onData,
  id: 'ddb-transaction-conflict',
  title: 'A transaction is at work on the same item',
  aliases: ['ddb-conflict'],
  actions: PUT_UPDATE_DELETE,
  targets: 'tasks that write an item to DynamoDB',
  code: 'TransactionConflictException',
  message: 'Transaction is ongoing for the item',
  transient: true,
  advice: 'Retry after a short wait with FULL jitter: it is over soon.',
})

const internalError = serviceFault({
  ...onData,
  id: 'ddb-internal-server-error',
  title: 'DynamoDB fails for reasons of its own',
  aliases: ['ddb-500'],
  code: 'InternalServerError',
  status: 500,
  message: 'Internal server error',
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry with backoff, and expect that the first write was applied: make it conditional or idempotent.',
})

const batchUnprocessed: FaultDefinition = {
  id: 'ddb-batch-unprocessed',
  title: 'A batch succeeds, and its last entry was not processed',
  family,
  aliases: ['unprocessed', 'unprocessed-items', 'unprocessed-keys'],
  targets: 'tasks on aws-sdk:dynamodb:batchWriteItem and batchGetItem',
  appliesTo: callsThroughSdk('dynamodb', ...BATCHES),
  effect: { kind: 'answer', change: changedMembers(withUnprocessed) },
  matchedBy: [],
  transient: true,
  sideEffect: 'happened',
  advice:
    'Neither Retry nor Catch sees it: loop with a Choice and a Wait while UnprocessedItems or UnprocessedKeys hold something.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html'],
}

function withUnprocessed(answer: JsonObject, { call }: FaultContext): JsonObject {
  const requests = isObject(call.parameters) ? member(call.parameters, 'RequestItems') : undefined
  const [table, request] = Object.entries(isObject(requests ?? null) ? (requests as JsonObject) : {}).at(-1) ?? []
  if (table === undefined || request === undefined) return answer
  if (isArray(request)) return { ...answer, UnprocessedItems: { [table]: request.slice(-1) } }
  const keys = isObject(request) ? member(request, 'Keys') : undefined
  if (!isObject(request) || keys === undefined || !isArray(keys)) return answer
  const unprocessed = { UnprocessedKeys: { [table]: { ...request, Keys: keys.slice(-1) } } }
  return { ...answer, ...unprocessed, Responses: withoutLast(member(answer, 'Responses'), table, keys.length) }
}

/** The answer has no item for the key that was not processed: at most one item for each of the others. */
function withoutLast(responses: Json | undefined, table: string, keys: number): JsonObject {
  const known = responses !== undefined && isObject(responses) ? responses : {}
  const items = member(known, table)
  return items !== undefined && isArray(items) ? { ...known, [table]: items.slice(0, keys - 1) } : known
}

/** DynamoDB. */
export const dynamodb: readonly FaultDefinition[] = [
  provisionedThroughput,
  throttlingOnDemand,
  conditionalCheck,
  requestLimit,
  tableNotFound,
  validation,
  itemTooLarge,
  transactionCanceled,
  transactionConflict,
  internalError,
  batchUnprocessed,
]
