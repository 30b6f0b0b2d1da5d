import type { FaultDefinition } from '../fault-definition.js'
import { answerInLists, failedParameter } from '../partial-answer.js'
import { serviceFault } from '../service-fault.js'
import { anyOf, callsOptimized, callsThroughSdk } from '../applies-to-resources.js'

const family = 'sqs'
const SERVICE = { optimized: 'sqs', sdk: 'sqs' }
const SENDS = 'tasks that send a message to SQS'
const SQS_TESTS = 'LocalStack snapshots recorded against AWS: sqs/test_sqs'
const STEP_FUNCTIONS_TESTS = 'LocalStack snapshots recorded against AWS: error_handling/test_task_service_sqs'

const throttled = serviceFault({
  id: 'sqs-throttled',
  title: 'SQS throttles the call',
  family,
  aliases: ['sqs-throttle'],
  service: SERVICE,
  targets: 'tasks that call SQS',
  code: 'RequestThrottled',
  generic: 'optimized',
  status: 403,
  message: 'Request is throttled.',
  notMatchedBy: ['SQS.RequestThrottled', 'SQS.ThrottlingException'],
  transient: true,
  advice:
    'Back off exponentially with FULL jitter and send in batches. FIFO queues take 300 calls a second and action.',
  evidence: 'inferred',
  source: ['@aws-sdk/client-sqs'],
})

const queueMissing = serviceFault({
  id: 'sqs-queue-missing',
  title: 'The queue does not exist',
  family,
  aliases: ['queue-missing'],
  service: SERVICE,
  actions: ['sendMessage', 'sendMessageBatch', 'receiveMessage', 'deleteMessage'],
  targets: 'tasks that send to SQS, receive or delete',
  code: 'QueueDoesNotExistException',
  wireCode: 'AWS.SimpleQueueService.NonExistentQueue',
  status: 400,
  message: 'The specified queue does not exist.',
  notMatchedBy: ['SQS.AmazonSQSException', 'SQS.NonExistentQueue'],
  transient: false,
  advice: 'No retry: take the URL from the template (Ref). A deleted queue may take a minute to come back.',
  evidence: 'inferred',
  source: [`${SQS_TESTS}::test_non_existent_queue`],
})

const UNRESOLVED = { error: 'SQS.SdkClientException', cause: 'Unable to execute HTTP request: {queue_host}: {reason}' }

const hostUnresolvable: FaultDefinition = {
  id: 'sqs-host-unresolvable',
  title: "The host in the queue's URL does not resolve",
  family,
  aliases: ['sqs-dns'],
  targets: 'tasks that send a message to SQS',
  appliesTo: anyOf(callsOptimized('sqs', 'sendMessage'), callsThroughSdk('sqs', 'sendMessage')),
  effect: {
    kind: 'service-error',
    optimized: UNRESOLVED,
    sdk: { ...UNRESOLVED, error: 'Sqs.SdkClientException' },
  },
  parameters: { reason: { kind: 'text', default: 'Name or service not known', help: 'what the network says' } },
  matchedBy: ['SQS.SdkClientException', 'Sqs.SdkClientException', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['SQS.AmazonSQSException', 'SQS.QueueDoesNotExistException'],
  transient: true,
  sideEffect: 'none',
  advice: 'Retry: DNS fails now and then. If it goes on, QueueUrl is a name or an ARN in place of a URL.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/task_service_sqs.send_message_no_such_queue-2ba0ea6b.json',
    id: 'v2/error_handling/test_task_service_sqs.py::TestTaskServiceSqs::test_send_message_no_such_queue',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: [STEP_FUNCTIONS_TESTS],
}

const missingParameter = serviceFault({
  id: 'sqs-missing-parameter',
  title: 'The message has no body',
  family,
  aliases: ['empty-message'],
  service: SERVICE,
  actions: ['sendMessage'],
  targets: SENDS,
  code: 'MissingParameter',
  generic: true,
  status: 400,
  message: 'The request must contain the parameter MessageBody.',
  notMatchedBy: ['SQS.MissingParameterException'],
  transient: false,
  advice: 'No retry: the path that MessageBody is taken from leads to nothing. Check it in a Choice before.',
  evidence: 'reported',
  source: [`${STEP_FUNCTIONS_TESTS}::test_send_message_empty_body`],
})

const messageTooLarge = serviceFault({
  id: 'sqs-message-too-large',
  title: 'The message is larger than the queue takes (1 MiB; 256 KiB until August 2025)',
  family,
  aliases: ['message-too-large'],
  service: SERVICE,
  actions: ['sendMessage'],
  targets: SENDS,
  code: 'InvalidParameterValue',
  generic: true,
  status: 400,
  message: 'One or more parameters are invalid. Reason: Message must be shorter than {limit} bytes.',
  parameters: { limit: { kind: 'bytes', default: 1_048_576, help: "the queue's limit" } },
  transient: false,
  advice: 'No retry: put the data into S3, and its key into the message.',
  evidence: 'inferred',
  source: [`${SQS_TESTS}::test_send_oversized_message`],
})

const batchTooLong = serviceFault({
  id: 'sqs-batch-too-long',
  title: "A batch's messages are together larger than the limit",
  family,
  aliases: ['batch-too-long'],
  service: { sdk: 'sqs' },
  actions: ['sendMessageBatch'],
  targets: 'tasks on aws-sdk:sqs:sendMessageBatch',
  code: 'BatchRequestTooLong',
  status: 400,
  message: 'Batch requests cannot be longer than 1048576 bytes. You have sent {sent} bytes.',
  parameters: { sent: { kind: 'bytes', default: 1_048_577, help: 'size of the batch' } },
  notMatchedBy: ['Sqs.BatchRequestTooLong', 'SQS.BatchRequestTooLongException'],
  transient: false,
  advice: 'No retry: send fewer messages at a time, by a Map with ItemBatcher for instance.',
  evidence: 'inferred',
  source: [`${SQS_TESTS}::test_send_message_batch_with_oversized_contents`],
})

const batchPartial: FaultDefinition = {
  id: 'sqs-batch-partial',
  title: 'sendMessageBatch answers 200, and some messages are not sent',
  family,
  aliases: ['batch-partial', 'partial-batch'],
  targets: 'tasks on aws-sdk:sqs:sendMessageBatch',
  appliesTo: callsThroughSdk('sqs', 'sendMessageBatch'),
  effect: {
    kind: 'answer',
    change: answerInLists({
      request: ['Entries'],
      key: 'Id',
      succeeded: { list: 'Successful', entry: (id) => ({ MessageId: id }) },
      failed: {
        list: 'Failed',
        entry: () => ({ SenderFault: false, Code: 'InternalError', Message: 'An internal error occurred.' }),
      },
    }),
  },
  parameters: failedParameter,
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice: 'No error tells of it: look at $.Failed in a Choice, and send those messages again, and only those.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html'],
}

/** What goes wrong at SQS. */
export const sqs: readonly FaultDefinition[] = [
  throttled,
  queueMissing,
  hostUnresolvable,
  missingParameter,
  messageTooLarge,
  batchTooLong,
  batchPartial,
]
