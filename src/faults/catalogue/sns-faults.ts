import type { FaultDefinition } from '../fault-definition.js'
import { type ServiceFault, serviceFault } from '../service-fault.js'

/** Publishing through either integration. */
function publishFault(row: Omit<ServiceFault, 'family' | 'service' | 'actions' | 'targets'>): FaultDefinition {
  return serviceFault({
    family: 'sns',
    service: { optimized: 'sns', sdk: 'sns' },
    actions: ['publish'],
    targets: 'tasks that publish to SNS',
    ...row,
  })
}

const topicMissing = publishFault({
  id: 'sns-topic-missing',
  title: 'The topic does not exist',
  aliases: ['topic-missing'],
  code: 'NotFoundException',
  wireCode: 'NotFound',
  status: 404,
  message: 'Topic does not exist',
  notMatchedBy: ['SNS.NotFound', 'SNS.AmazonSNSException'],
  transient: false,
  advice: 'No retry: the ARN is wrong, or of another Region. Take it from the template (Ref).',
  evidence: 'recorded',
  recording: {
    file: 'cases/services/sns_task_service.publish_base_error_topic_arn-4d77e6ba.json',
    id: 'v2/services/test_sns_task_service.py::TestTaskServiceSns::test_publish_base_error_topic_arn',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: ['LocalStack snapshots recorded against AWS: services/test_sns_task_service'],
})

const INVALID = { code: 'InvalidParameterException', wireCode: 'InvalidParameter', status: 400 } as const

const invalidParameter = publishFault({
  ...INVALID,
  id: 'sns-invalid-parameter',
  title: 'A message to a FIFO topic has no MessageGroupId',
  aliases: ['sns-fifo'],
  message: 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics',
  transient: false,
  advice: 'No retry: give MessageGroupId, and MessageDeduplicationId unless the topic takes it from the content.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: services/test_sns_task_service::test_fifo_message_attribute'],
})

const messageTooLong = publishFault({
  ...INVALID,
  id: 'sns-message-too-long',
  title: 'The message is larger than 256 KiB',
  aliases: ['message-too-long'],
  message: 'Invalid parameter: Message too long',
  transient: false,
  advice: 'No retry: put the data into S3, and its key into the message.',
  evidence: 'inferred',
  source: ['message: LocalStack snapshots recorded against AWS: sns/test_sns::test_publish_too_long_message'],
})

const throttled = publishFault({
  id: 'sns-throttled',
  title: 'More messages a second than the account may publish',
  aliases: ['sns-throttle'],
  code: 'Throttling',
  generic: true,
  status: 400,
  message: 'Rate exceeded',
  notMatchedBy: ['SNS.ThrottledException', 'Sns.ThrottledException'],
  transient: true,
  advice: 'Back off exponentially with FULL jitter, or publish in batches of ten.',
  evidence: 'inferred',
  source: ['generic names are recorded for other services'],
})

/** What goes wrong at SNS. */
export const sns: readonly FaultDefinition[] = [topicMissing, invalidParameter, messageTooLong, throttled]
