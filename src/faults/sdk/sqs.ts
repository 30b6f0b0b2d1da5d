import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-sqs@3.1169.0. */
export const sqs: SdkModel = {
  prefix: 'Sqs',
  exceptions: `
    BatchEntryIdsNotDistinct:400 BatchRequestTooLong:400 EmptyBatchRequest:400 InvalidAddress:404
    InvalidAttributeName InvalidAttributeValue InvalidBatchEntryId:400 InvalidIdFormat InvalidMessageContents
    InvalidSecurity:403 KmsAccessDenied:400 KmsDisabled:400 KmsInvalidKeyUsage:400 KmsInvalidState:400
    KmsNotFound:400 KmsOptInRequired:403 KmsThrottled:400 MessageNotInflight:400 OverLimit:403
    PurgeQueueInProgress:403 QueueDeletedRecently:400 QueueDoesNotExist:400 QueueNameExists:400
    ReceiptHandleIsInvalid:404 RequestThrottled:403 ResourceNotFoundException:404 TooManyEntriesInBatchRequest:400
    UnsupportedOperation:400`,
  raisedBy: [
    [
      `InvalidAddress InvalidSecurity QueueDoesNotExist RequestThrottled UnsupportedOperation`,
      `DeleteQueue GetQueueUrl ListDeadLetterSourceQueues ListQueueTags RemovePermission TagQueue UntagQueue`,
    ],
    [
      `InvalidAddress InvalidSecurity RequestThrottled ResourceNotFoundException UnsupportedOperation`,
      `CancelMessageMoveTask ListMessageMoveTasks StartMessageMoveTask`,
    ],
    [
      `BatchEntryIdsNotDistinct EmptyBatchRequest InvalidAddress InvalidBatchEntryId InvalidSecurity
      QueueDoesNotExist RequestThrottled TooManyEntriesInBatchRequest UnsupportedOperation`,
      `ChangeMessageVisibilityBatch DeleteMessageBatch`,
    ],
    [
      `BatchEntryIdsNotDistinct BatchRequestTooLong EmptyBatchRequest InvalidAddress InvalidBatchEntryId
      InvalidSecurity KmsAccessDenied KmsDisabled KmsInvalidKeyUsage KmsInvalidState KmsNotFound KmsOptInRequired
      KmsThrottled QueueDoesNotExist RequestThrottled TooManyEntriesInBatchRequest UnsupportedOperation`,
      `SendMessageBatch`,
    ],
    [
      `InvalidAddress InvalidAttributeName InvalidAttributeValue InvalidSecurity OverLimit QueueDoesNotExist
      RequestThrottled UnsupportedOperation`,
      `SetQueueAttributes`,
    ],
    [
      `InvalidAddress InvalidAttributeName InvalidAttributeValue InvalidSecurity QueueDeletedRecently QueueNameExists
      RequestThrottled UnsupportedOperation`,
      `CreateQueue`,
    ],
    [
      `InvalidAddress InvalidAttributeName InvalidSecurity QueueDoesNotExist RequestThrottled UnsupportedOperation`,
      `GetQueueAttributes`,
    ],
    [
      `InvalidAddress InvalidIdFormat InvalidSecurity QueueDoesNotExist ReceiptHandleIsInvalid RequestThrottled
      UnsupportedOperation`,
      `DeleteMessage`,
    ],
    [
      `InvalidAddress InvalidMessageContents InvalidSecurity KmsAccessDenied KmsDisabled KmsInvalidKeyUsage
      KmsInvalidState KmsNotFound KmsOptInRequired KmsThrottled QueueDoesNotExist RequestThrottled
      UnsupportedOperation`,
      `SendMessage`,
    ],
    [
      `InvalidAddress InvalidSecurity KmsAccessDenied KmsDisabled KmsInvalidKeyUsage KmsInvalidState KmsNotFound
      KmsOptInRequired KmsThrottled OverLimit QueueDoesNotExist RequestThrottled UnsupportedOperation`,
      `ReceiveMessage`,
    ],
    [
      `InvalidAddress InvalidSecurity MessageNotInflight QueueDoesNotExist ReceiptHandleIsInvalid RequestThrottled
      UnsupportedOperation`,
      `ChangeMessageVisibility`,
    ],
    [
      `InvalidAddress InvalidSecurity OverLimit QueueDoesNotExist RequestThrottled UnsupportedOperation`,
      `AddPermission`,
    ],
    [
      `InvalidAddress InvalidSecurity PurgeQueueInProgress QueueDoesNotExist RequestThrottled UnsupportedOperation`,
      `PurgeQueue`,
    ],
    [`InvalidAddress InvalidSecurity RequestThrottled UnsupportedOperation`, `ListQueues`],
  ],
}
