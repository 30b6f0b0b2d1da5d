import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-firehose@3.1169.0. */
export const firehose: SdkModel = {
  prefix: 'Firehose',
  exceptions: `
    ConcurrentModificationException InvalidArgumentException InvalidKMSResourceException InvalidSourceException
    LimitExceededException ResourceInUseException ResourceNotFoundException ServiceUnavailableException:503`,
  raisedBy: [
    [
      `InvalidArgumentException LimitExceededException ResourceInUseException ResourceNotFoundException`,
      `StopDeliveryStreamEncryption TagDeliveryStream UntagDeliveryStream`,
    ],
    [
      `InvalidArgumentException InvalidKMSResourceException InvalidSourceException ResourceNotFoundException
      ServiceUnavailableException`,
      `PutRecord PutRecordBatch`,
    ],
    [
      `ConcurrentModificationException InvalidArgumentException ResourceInUseException ResourceNotFoundException`,
      `UpdateDestination`,
    ],
    [
      `InvalidArgumentException InvalidKMSResourceException LimitExceededException ResourceInUseException`,
      `CreateDeliveryStream`,
    ],
    [
      `InvalidArgumentException InvalidKMSResourceException LimitExceededException ResourceInUseException
      ResourceNotFoundException`,
      `StartDeliveryStreamEncryption`,
    ],
    [`InvalidArgumentException LimitExceededException ResourceNotFoundException`, `ListTagsForDeliveryStream`],
    [`ResourceInUseException ResourceNotFoundException`, `DeleteDeliveryStream`],
    [`ResourceNotFoundException`, `DescribeDeliveryStream`],
  ],
}
