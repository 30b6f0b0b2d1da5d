import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-sfn@3.1162.0. */
export const sfn: SdkModel = {
  prefix: 'Sfn',
  exceptions: `
    ActivityAlreadyExists ActivityDoesNotExist ActivityLimitExceeded ActivityWorkerLimitExceeded
    ConflictException:409 ExecutionAlreadyExists ExecutionDoesNotExist ExecutionLimitExceeded ExecutionNotRedrivable
    InvalidArn InvalidDefinition InvalidEncryptionConfiguration InvalidExecutionInput InvalidLoggingConfiguration
    InvalidName InvalidOutput InvalidToken InvalidTracingConfiguration KmsAccessDeniedException
    KmsInvalidStateException KmsThrottlingException MissingRequiredParameter ResourceNotFound:404
    ServiceQuotaExceededException:402 StateMachineAlreadyExists StateMachineDeleting StateMachineDoesNotExist
    StateMachineLimitExceeded StateMachineTypeNotSupported TaskDoesNotExist TaskTimedOut TooManyTags:400
    ValidationException:400`,
  raisedBy: [
    [`InvalidArn ResourceNotFound`, `DescribeMapRun ListTagsForResource UntagResource`],
    [
      `ExecutionDoesNotExist InvalidArn KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException`,
      `DescribeExecution DescribeStateMachineForExecution`,
    ],
    [`InvalidArn ResourceNotFound ValidationException`, `DescribeStateMachineAlias UpdateMapRun`],
    [`InvalidToken`, `ListActivities ListStateMachines`],
    [
      `ActivityAlreadyExists ActivityLimitExceeded InvalidEncryptionConfiguration InvalidName
      KmsAccessDeniedException KmsThrottlingException TooManyTags`,
      `CreateActivity`,
    ],
    [
      `ActivityDoesNotExist ActivityWorkerLimitExceeded InvalidArn KmsAccessDeniedException KmsInvalidStateException
      KmsThrottlingException`,
      `GetActivityTask`,
    ],
    [`ActivityDoesNotExist InvalidArn`, `DescribeActivity`],
    [
      `ConflictException InvalidArn InvalidDefinition InvalidEncryptionConfiguration InvalidLoggingConfiguration
      InvalidName InvalidTracingConfiguration KmsAccessDeniedException KmsThrottlingException
      StateMachineAlreadyExists StateMachineDeleting StateMachineLimitExceeded StateMachineTypeNotSupported
      TooManyTags ValidationException`,
      `CreateStateMachine`,
    ],
    [
      `ConflictException InvalidArn InvalidDefinition InvalidEncryptionConfiguration InvalidLoggingConfiguration
      InvalidTracingConfiguration KmsAccessDeniedException KmsThrottlingException MissingRequiredParameter
      ServiceQuotaExceededException StateMachineDeleting StateMachineDoesNotExist ValidationException`,
      `UpdateStateMachine`,
    ],
    [
      `ConflictException InvalidArn InvalidName ResourceNotFound ServiceQuotaExceededException StateMachineDeleting
      ValidationException`,
      `CreateStateMachineAlias`,
    ],
    [
      `ConflictException InvalidArn ResourceNotFound StateMachineDeleting ValidationException`,
      `UpdateStateMachineAlias`,
    ],
    [`ConflictException InvalidArn ResourceNotFound ValidationException`, `DeleteStateMachineAlias`],
    [
      `ConflictException InvalidArn ServiceQuotaExceededException StateMachineDeleting StateMachineDoesNotExist
      ValidationException`,
      `PublishStateMachineVersion`,
    ],
    [`ConflictException InvalidArn ValidationException`, `DeleteStateMachineVersion`],
    [
      `ExecutionAlreadyExists ExecutionLimitExceeded InvalidArn InvalidExecutionInput InvalidName
      KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException StateMachineDeleting
      StateMachineDoesNotExist ValidationException`,
      `StartExecution`,
    ],
    [
      `ExecutionDoesNotExist ExecutionLimitExceeded ExecutionNotRedrivable InvalidArn ValidationException`,
      `RedriveExecution`,
    ],
    [`ExecutionDoesNotExist InvalidArn InvalidToken`, `ListMapRuns`],
    [
      `ExecutionDoesNotExist InvalidArn InvalidToken KmsAccessDeniedException KmsInvalidStateException
      KmsThrottlingException`,
      `GetExecutionHistory`,
    ],
    [
      `ExecutionDoesNotExist InvalidArn KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException
      ValidationException`,
      `StopExecution`,
    ],
    [`InvalidArn`, `DeleteActivity`],
    [`InvalidArn InvalidDefinition InvalidExecutionInput ValidationException`, `TestState`],
    [
      `InvalidArn InvalidExecutionInput InvalidName KmsAccessDeniedException KmsInvalidStateException
      KmsThrottlingException StateMachineDeleting StateMachineDoesNotExist StateMachineTypeNotSupported`,
      `StartSyncExecution`,
    ],
    [
      `InvalidArn InvalidToken ResourceNotFound StateMachineDeleting StateMachineDoesNotExist`,
      `ListStateMachineAliases`,
    ],
    [
      `InvalidArn InvalidToken ResourceNotFound StateMachineDoesNotExist StateMachineTypeNotSupported
      ValidationException`,
      `ListExecutions`,
    ],
    [`InvalidArn InvalidToken ValidationException`, `ListStateMachineVersions`],
    [
      `InvalidArn KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException StateMachineDoesNotExist`,
      `DescribeStateMachine`,
    ],
    [`InvalidArn ResourceNotFound TooManyTags`, `TagResource`],
    [`InvalidArn ValidationException`, `DeleteStateMachine`],
    [
      `InvalidOutput InvalidToken KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException
      TaskDoesNotExist TaskTimedOut`,
      `SendTaskSuccess`,
    ],
    [
      `InvalidToken KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException TaskDoesNotExist
      TaskTimedOut`,
      `SendTaskFailure`,
    ],
    [`InvalidToken TaskDoesNotExist TaskTimedOut`, `SendTaskHeartbeat`],
    [`ValidationException`, `ValidateStateMachineDefinition`],
  ],
}
