import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-dynamodb@3.1162.0. */
export const dynamodb: SdkModel = {
  prefix: 'DynamoDb',
  exceptions: `
    BackupInUseException BackupNotFoundException ConditionalCheckFailedException
    ContinuousBackupsUnavailableException DuplicateItemException ExportConflictException ExportNotFoundException
    GlobalTableAlreadyExistsException GlobalTableNotFoundException IdempotentParameterMismatchException
    ImportConflictException ImportNotFoundException IndexNotFoundException InternalServerError
    InvalidEndpointException:421 InvalidExportTimeException InvalidRestoreTimeException
    ItemCollectionSizeLimitExceededException LimitExceededException PointInTimeRecoveryUnavailableException
    PolicyNotFoundException ProvisionedThroughputExceededException ReplicaAlreadyExistsException
    ReplicaNotFoundException ReplicatedWriteConflictException RequestLimitExceeded ResourceInUseException
    ResourceNotFoundException TableAlreadyExistsException TableInUseException TableNotFoundException
    ThrottlingException:400 TransactionCanceledException TransactionConflictException TransactionInProgressException`,
  raisedBy: [
    [
      `InternalServerError InvalidEndpointException LimitExceededException ResourceInUseException
      ResourceNotFoundException`,
      `DeleteTable DisableKinesisStreamingDestination EnableKinesisStreamingDestination TagResource UntagResource
      UpdateKinesisStreamingDestination UpdateTable UpdateTimeToLive`,
    ],
    [`InternalServerError InvalidEndpointException`, `DescribeLimits ListBackups ListGlobalTables ListTables`],
    [
      `InternalServerError InvalidEndpointException ProvisionedThroughputExceededException RequestLimitExceeded
      ResourceNotFoundException ThrottlingException`,
      `BatchGetItem GetItem Query Scan`,
    ],
    [
      `InternalServerError InvalidEndpointException ResourceNotFoundException`,
      `DescribeKinesisStreamingDestination DescribeTable DescribeTimeToLive ListTagsOfResource`,
    ],
    [
      `InternalServerError ResourceNotFoundException`,
      `DescribeContributorInsights DescribeTableReplicaAutoScaling ListContributorInsights UpdateContributorInsights`,
    ],
    [
      `ConditionalCheckFailedException InternalServerError InvalidEndpointException
      ItemCollectionSizeLimitExceededException ProvisionedThroughputExceededException
      ReplicatedWriteConflictException RequestLimitExceeded ResourceNotFoundException ThrottlingException
      TransactionConflictException`,
      `DeleteItem PutItem UpdateItem`,
    ],
    [
      `GlobalTableNotFoundException InternalServerError InvalidEndpointException`,
      `DescribeGlobalTable DescribeGlobalTableSettings`,
    ],
    [
      `InternalServerError InvalidEndpointException LimitExceededException PolicyNotFoundException
      ResourceInUseException ResourceNotFoundException`,
      `DeleteResourcePolicy PutResourcePolicy`,
    ],
    [`InvalidEndpointException ResourceNotFoundException`, `CancelBulkOperation DescribeBulkOperation`],
    [
      `BackupInUseException BackupNotFoundException InternalServerError InvalidEndpointException
      LimitExceededException`,
      `DeleteBackup`,
    ],
    [
      `BackupInUseException BackupNotFoundException InternalServerError InvalidEndpointException
      LimitExceededException TableAlreadyExistsException TableInUseException`,
      `RestoreTableFromBackup`,
    ],
    [
      `BackupInUseException ContinuousBackupsUnavailableException InternalServerError InvalidEndpointException
      LimitExceededException TableInUseException TableNotFoundException`,
      `CreateBackup`,
    ],
    [`BackupNotFoundException InternalServerError InvalidEndpointException`, `DescribeBackup`],
    [
      `ConditionalCheckFailedException DuplicateItemException InternalServerError
      ItemCollectionSizeLimitExceededException ProvisionedThroughputExceededException RequestLimitExceeded
      ResourceNotFoundException ThrottlingException TransactionConflictException`,
      `ExecuteStatement`,
    ],
    [
      `ContinuousBackupsUnavailableException InternalServerError InvalidEndpointException TableNotFoundException`,
      `UpdateContinuousBackups`,
    ],
    [
      `ExportConflictException InternalServerError InvalidExportTimeException LimitExceededException
      PointInTimeRecoveryUnavailableException TableNotFoundException`,
      `ExportTableToPointInTime`,
    ],
    [`ExportNotFoundException InternalServerError LimitExceededException`, `DescribeExport`],
    [
      `GlobalTableAlreadyExistsException InternalServerError InvalidEndpointException LimitExceededException
      TableNotFoundException`,
      `CreateGlobalTable`,
    ],
    [
      `GlobalTableNotFoundException IndexNotFoundException InternalServerError InvalidEndpointException
      LimitExceededException ReplicaNotFoundException ResourceInUseException`,
      `UpdateGlobalTableSettings`,
    ],
    [
      `GlobalTableNotFoundException InternalServerError InvalidEndpointException ReplicaAlreadyExistsException
      ReplicaNotFoundException TableNotFoundException`,
      `UpdateGlobalTable`,
    ],
    [
      `IdempotentParameterMismatchException InternalServerError InvalidEndpointException
      ProvisionedThroughputExceededException RequestLimitExceeded ResourceNotFoundException ThrottlingException
      TransactionCanceledException TransactionInProgressException`,
      `TransactWriteItems`,
    ],
    [
      `IdempotentParameterMismatchException InternalServerError ProvisionedThroughputExceededException
      RequestLimitExceeded ResourceNotFoundException ThrottlingException TransactionCanceledException
      TransactionInProgressException`,
      `ExecuteTransaction`,
    ],
    [
      `IdempotentParameterMismatchException InvalidEndpointException LimitExceededException ResourceInUseException
      ResourceNotFoundException`,
      `StartBulkPutItems`,
    ],
    [`ImportConflictException LimitExceededException ResourceInUseException`, `ImportTable`],
    [`ImportNotFoundException`, `DescribeImport`],
    [
      `InternalServerError InvalidEndpointException InvalidRestoreTimeException LimitExceededException
      PointInTimeRecoveryUnavailableException TableAlreadyExistsException TableInUseException TableNotFoundException`,
      `RestoreTableToPointInTime`,
    ],
    [
      `InternalServerError InvalidEndpointException ItemCollectionSizeLimitExceededException
      ProvisionedThroughputExceededException ReplicatedWriteConflictException RequestLimitExceeded
      ResourceNotFoundException ThrottlingException`,
      `BatchWriteItem`,
    ],
    [`InternalServerError InvalidEndpointException LimitExceededException ResourceInUseException`, `CreateTable`],
    [
      `InternalServerError InvalidEndpointException PolicyNotFoundException ResourceNotFoundException`,
      `GetResourcePolicy`,
    ],
    [
      `InternalServerError InvalidEndpointException ProvisionedThroughputExceededException RequestLimitExceeded
      ResourceNotFoundException ThrottlingException TransactionCanceledException`,
      `TransactGetItems`,
    ],
    [`InternalServerError InvalidEndpointException TableNotFoundException`, `DescribeContinuousBackups`],
    [`InternalServerError LimitExceededException`, `ListExports`],
    [
      `InternalServerError LimitExceededException ResourceInUseException ResourceNotFoundException`,
      `UpdateTableReplicaAutoScaling`,
    ],
    [`InternalServerError RequestLimitExceeded ResourceNotFoundException ThrottlingException`, `SearchVectors`],
    [`InternalServerError RequestLimitExceeded ThrottlingException`, `BatchExecuteStatement`],
    [`InvalidEndpointException`, `ListBulkOperations`],
    [`LimitExceededException`, `ListImports`],
  ],
}
