import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-kinesis@3.1143.0. */
export const kinesis: SdkModel = {
  prefix: 'Kinesis',
  exceptions: `
    AccessDeniedException DryRunOperationException ExpiredIteratorException ExpiredNextTokenException
    InternalFailureException InvalidArgumentException KMSAccessDeniedException KMSDisabledException
    KMSInvalidStateException KMSNotFoundException KMSOptInRequired KMSThrottlingException LimitExceededException
    ProvisionedThroughputExceededException ResourceInUseException ResourceNotFoundException ValidationException`,
  raisedBy: [
    [
      `AccessDeniedException InvalidArgumentException LimitExceededException ResourceInUseException
      ResourceNotFoundException`,
      `AddTagsToStream DecreaseStreamRetentionPeriod DeleteResourcePolicy DeleteStream DisableEnhancedMonitoring
      EnableEnhancedMonitoring GetResourcePolicy IncreaseStreamRetentionPeriod ListTagsForResource PutResourcePolicy
      RemoveTagsFromStream StopStreamEncryption TagResource UntagResource`,
    ],
    [
      `AccessDeniedException InvalidArgumentException LimitExceededException ResourceInUseException
      ResourceNotFoundException ValidationException`,
      `MergeShards SplitShard UpdateChannel UpdateMaxRecordSize UpdateShardCount
      UpdateStreamRecordDistributionStrategy UpdateStreamWarmThroughput`,
    ],
    [
      `AccessDeniedException InvalidArgumentException LimitExceededException ResourceNotFoundException`,
      `DescribeStream DescribeStreamSummary ListTagsForStream`,
    ],
    [
      `AccessDeniedException DryRunOperationException InternalFailureException InvalidArgumentException
      KMSAccessDeniedException KMSDisabledException KMSInvalidStateException KMSNotFoundException KMSOptInRequired
      KMSThrottlingException ProvisionedThroughputExceededException ResourceNotFoundException`,
      `PutRecord PutRecords`,
    ],
    [
      `AccessDeniedException InvalidArgumentException LimitExceededException ResourceNotFoundException
      ValidationException`,
      `DeleteChannel DescribeChannel`,
    ],
    [
      `InvalidArgumentException LimitExceededException ResourceNotFoundException`,
      `DeregisterStreamConsumer DescribeStreamConsumer`,
    ],
    [`LimitExceededException`, `DescribeAccountSettings DescribeLimits`],
    [
      `AccessDeniedException DryRunOperationException ExpiredIteratorException InternalFailureException
      InvalidArgumentException KMSAccessDeniedException KMSDisabledException KMSInvalidStateException
      KMSNotFoundException KMSOptInRequired KMSThrottlingException ProvisionedThroughputExceededException
      ResourceNotFoundException`,
      `GetRecords`,
    ],
    [
      `AccessDeniedException DryRunOperationException InternalFailureException InvalidArgumentException
      ProvisionedThroughputExceededException ResourceNotFoundException`,
      `GetShardIterator`,
    ],
    [
      `AccessDeniedException DryRunOperationException InvalidArgumentException LimitExceededException
      ResourceInUseException ResourceNotFoundException`,
      `SubscribeToShard`,
    ],
    [
      `AccessDeniedException ExpiredNextTokenException InvalidArgumentException LimitExceededException
      ResourceInUseException ResourceNotFoundException`,
      `ListShards`,
    ],
    [
      `AccessDeniedException ExpiredNextTokenException InvalidArgumentException LimitExceededException
      ValidationException`,
      `ListChannels`,
    ],
    [
      `AccessDeniedException InvalidArgumentException KMSAccessDeniedException KMSDisabledException
      KMSInvalidStateException KMSNotFoundException KMSOptInRequired KMSThrottlingException LimitExceededException
      ResourceInUseException ResourceNotFoundException`,
      `StartStreamEncryption`,
    ],
    [
      `AccessDeniedException InvalidArgumentException KMSAccessDeniedException KMSDisabledException
      KMSInvalidStateException KMSNotFoundException KMSOptInRequired KMSThrottlingException LimitExceededException
      ResourceInUseException ResourceNotFoundException ValidationException`,
      `CreateChannel`,
    ],
    [`ExpiredNextTokenException InvalidArgumentException LimitExceededException`, `ListStreams`],
    [
      `ExpiredNextTokenException InvalidArgumentException LimitExceededException ResourceInUseException
      ResourceNotFoundException`,
      `ListStreamConsumers`,
    ],
    [
      `InvalidArgumentException LimitExceededException ResourceInUseException ResourceNotFoundException`,
      `RegisterStreamConsumer`,
    ],
    [
      `InvalidArgumentException LimitExceededException ResourceInUseException ResourceNotFoundException
      ValidationException`,
      `UpdateStreamMode`,
    ],
    [`InvalidArgumentException LimitExceededException ResourceInUseException ValidationException`, `CreateStream`],
    [`InvalidArgumentException LimitExceededException ValidationException`, `UpdateAccountSettings`],
  ],
}
