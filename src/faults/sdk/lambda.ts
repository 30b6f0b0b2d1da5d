import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-lambda@3.1162.0. */
export const lambda: SdkModel = {
  prefix: 'Lambda',
  exceptions: `
    AliasLimitExceededException:400 CallbackTimeoutException:400 CapacityProviderLimitExceededException:400
    CodeArtifactUserDeletedException:409 CodeArtifactUserFailedException:409 CodeArtifactUserPendingException:409
    CodeSigningConfigNotFoundException:404 CodeStorageExceededException:400 CodeVerificationFailedException:400
    DurableExecutionAlreadyStartedException:409 EC2AccessDeniedException:502 EC2ThrottledException:502
    EC2UnexpectedException:502 EFSIOException:410 EFSMountConnectivityException:408 EFSMountFailureException:403
    EFSMountTimeoutException:408 ENILimitReachedException:502 ENINotReadyException:502
    FunctionVersionsPerCapacityProviderLimitExceededException:400 InvalidCodeSignatureException:400
    InvalidParameterValueException:400 InvalidRequestContentException:400 InvalidRuntimeException:502
    InvalidSecurityGroupIDException:502 InvalidSubnetIDException:502 InvalidZipFileException:502
    KMSAccessDeniedException:502 KMSDisabledException:502 KMSInvalidStateException:502 KMSNotFoundException:502
    ModeNotSupportedException:400 NoPublishedVersionException:400 PolicyLengthExceededException:400
    PreconditionFailedException:412 ProvisionedConcurrencyConfigNotFoundException:404 PublicPolicyException:400
    RecursiveInvocationException:400 RequestTooLargeException:413 ResourceConflictException:409
    ResourceInUseException:400 ResourceNotFoundException:404 ResourceNotReadyException:502
    S3FilesMountConnectivityException:408 S3FilesMountFailureException:403 S3FilesMountTimeoutException:408
    SerializedRequestEntityTooLargeException:413 ServiceException:500 ServiceQuotaExceededException:402
    SnapStartException:400 SnapStartNotReadyException:409 SnapStartRegenerationFailureException:409
    SnapStartTimeoutException:408 SubnetIPAddressLimitReachedException:502 TooManyRequestsException:429
    UnsupportedMediaTypeException:415`,
  raisedBy: [
    [
      `InvalidParameterValueException ResourceNotFoundException ServiceException TooManyRequestsException`,
      `DeleteLayerVersion GetAlias GetCapacityProvider GetEventSourceMapping GetFunction GetFunctionConcurrency
      GetFunctionConfiguration GetFunctionEventInvokeConfig GetFunctionRecursionConfig GetFunctionScalingConfig
      GetFunctionUrlConfig GetLayerVersion GetLayerVersionByArn GetLayerVersionPolicy GetPolicy GetResourcePolicy
      GetRuntimeManagementConfig ListAliases ListDurableExecutionsByFunction ListEventSourceMappings
      ListFunctionEventInvokeConfigs ListFunctionUrlConfigs ListFunctionVersionsByCapacityProvider ListLayerVersions
      ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction`,
    ],
    [
      `InvalidParameterValueException ResourceConflictException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `CreateEventSourceMapping CreateFunctionUrlConfig DeleteAlias DeleteCapacityProvider DeleteFunction
      DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteFunctionUrlConfig
      DeleteProvisionedConcurrencyConfig PutFunctionConcurrency PutFunctionEventInvokeConfig
      PutFunctionRecursionConfig PutFunctionScalingConfig PutProvisionedConcurrencyConfig PutRuntimeManagementConfig
      TagResource UntagResource UpdateCapacityProvider UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig`,
    ],
    [
      `InvalidParameterValueException KMSAccessDeniedException KMSDisabledException KMSInvalidStateException
      KMSNotFoundException ResourceNotFoundException ServiceException TooManyRequestsException`,
      `GetDurableExecution GetDurableExecutionHistory StopDurableExecution`,
    ],
    [
      `InvalidParameterValueException ResourceNotFoundException ServiceException`,
      `GetCodeSigningConfig ListFunctionsByCodeSigningConfig UpdateCodeSigningConfig`,
    ],
    [
      `InvalidParameterValueException ServiceException TooManyRequestsException`,
      `ListCapacityProviders ListFunctions ListLayers`,
    ],
    [
      `CallbackTimeoutException InvalidParameterValueException KMSAccessDeniedException KMSDisabledException
      KMSInvalidStateException KMSNotFoundException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `SendDurableExecutionCallbackFailure SendDurableExecutionCallbackSuccess`,
    ],
    [
      `CodeSigningConfigNotFoundException InvalidParameterValueException ResourceConflictException
      ResourceNotFoundException ServiceException TooManyRequestsException`,
      `DeleteFunctionCodeSigningConfig PutFunctionCodeSigningConfig`,
    ],
    [
      `InvalidParameterValueException KMSAccessDeniedException KMSDisabledException KMSInvalidStateException
      KMSNotFoundException ServiceException TooManyRequestsException`,
      `CheckpointDurableExecution GetDurableExecutionState`,
    ],
    [
      `InvalidParameterValueException PolicyLengthExceededException PreconditionFailedException PublicPolicyException
      ResourceConflictException ResourceNotFoundException ServiceException TooManyRequestsException`,
      `AddPermission PutResourcePolicy`,
    ],
    [
      `InvalidParameterValueException PreconditionFailedException ResourceConflictException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `DeleteResourcePolicy UpdateAlias`,
    ],
    [
      `InvalidParameterValueException ResourceConflictException ResourceInUseException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `DeleteEventSourceMapping UpdateEventSourceMapping`,
    ],
    [`InvalidParameterValueException ServiceException`, `CreateCodeSigningConfig ListCodeSigningConfigs`],
    [
      `AliasLimitExceededException InvalidParameterValueException ResourceConflictException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `CreateAlias`,
    ],
    [
      `CallbackTimeoutException InvalidParameterValueException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `SendDurableExecutionCallbackHeartbeat`,
    ],
    [
      `CapacityProviderLimitExceededException InvalidParameterValueException ResourceConflictException
      ServiceException TooManyRequestsException`,
      `CreateCapacityProvider`,
    ],
    [
      `CodeArtifactUserDeletedException CodeArtifactUserFailedException CodeArtifactUserPendingException
      DurableExecutionAlreadyStartedException EC2AccessDeniedException EC2ThrottledException EC2UnexpectedException
      EFSIOException EFSMountConnectivityException EFSMountFailureException EFSMountTimeoutException
      ENILimitReachedException ENINotReadyException InvalidParameterValueException InvalidRequestContentException
      InvalidRuntimeException InvalidSecurityGroupIDException InvalidSubnetIDException InvalidZipFileException
      KMSAccessDeniedException KMSDisabledException KMSInvalidStateException KMSNotFoundException
      ModeNotSupportedException NoPublishedVersionException RecursiveInvocationException RequestTooLargeException
      ResourceConflictException ResourceNotFoundException ResourceNotReadyException
      S3FilesMountConnectivityException S3FilesMountFailureException S3FilesMountTimeoutException
      SerializedRequestEntityTooLargeException ServiceException ServiceQuotaExceededException SnapStartException
      SnapStartNotReadyException SnapStartRegenerationFailureException SnapStartTimeoutException
      SubnetIPAddressLimitReachedException TooManyRequestsException UnsupportedMediaTypeException`,
      `Invoke`,
    ],
    [
      `CodeArtifactUserDeletedException CodeArtifactUserFailedException CodeArtifactUserPendingException
      EC2AccessDeniedException EC2ThrottledException EC2UnexpectedException EFSIOException
      EFSMountConnectivityException EFSMountFailureException EFSMountTimeoutException ENILimitReachedException
      InvalidParameterValueException InvalidRequestContentException InvalidRuntimeException
      InvalidSecurityGroupIDException InvalidSubnetIDException InvalidZipFileException KMSAccessDeniedException
      KMSDisabledException KMSInvalidStateException KMSNotFoundException NoPublishedVersionException
      RecursiveInvocationException RequestTooLargeException ResourceConflictException ResourceNotFoundException
      ResourceNotReadyException S3FilesMountConnectivityException S3FilesMountFailureException
      S3FilesMountTimeoutException SerializedRequestEntityTooLargeException ServiceException
      ServiceQuotaExceededException SnapStartException SnapStartNotReadyException
      SnapStartRegenerationFailureException SnapStartTimeoutException SubnetIPAddressLimitReachedException
      TooManyRequestsException UnsupportedMediaTypeException`,
      `InvokeWithResponseStream`,
    ],
    [
      `CodeSigningConfigNotFoundException CodeStorageExceededException CodeVerificationFailedException
      FunctionVersionsPerCapacityProviderLimitExceededException InvalidCodeSignatureException
      InvalidParameterValueException ResourceConflictException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `CreateFunction`,
    ],
    [
      `CodeSigningConfigNotFoundException CodeStorageExceededException CodeVerificationFailedException
      InvalidCodeSignatureException InvalidParameterValueException PreconditionFailedException
      ResourceConflictException ResourceNotFoundException ServiceException TooManyRequestsException`,
      `UpdateFunctionCode`,
    ],
    [
      `CodeSigningConfigNotFoundException CodeVerificationFailedException InvalidCodeSignatureException
      InvalidParameterValueException PreconditionFailedException ResourceConflictException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `UpdateFunctionConfiguration`,
    ],
    [
      `CodeSigningConfigNotFoundException InvalidParameterValueException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `GetFunctionCodeSigningConfig`,
    ],
    [
      `CodeStorageExceededException FunctionVersionsPerCapacityProviderLimitExceededException
      InvalidParameterValueException PreconditionFailedException ResourceConflictException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `PublishVersion`,
    ],
    [
      `CodeStorageExceededException InvalidParameterValueException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `PublishLayerVersion`,
    ],
    [
      `EC2AccessDeniedException EC2ThrottledException EC2UnexpectedException EFSIOException
      EFSMountConnectivityException EFSMountFailureException EFSMountTimeoutException ENILimitReachedException
      InvalidRequestContentException InvalidRuntimeException InvalidSecurityGroupIDException
      InvalidSubnetIDException KMSAccessDeniedException KMSDisabledException KMSInvalidStateException
      KMSNotFoundException ModeNotSupportedException ResourceConflictException ResourceNotFoundException
      S3FilesMountConnectivityException S3FilesMountFailureException S3FilesMountTimeoutException ServiceException
      ServiceQuotaExceededException SnapStartException SnapStartNotReadyException
      SnapStartRegenerationFailureException SnapStartTimeoutException SubnetIPAddressLimitReachedException`,
      `InvokeAsync`,
    ],
    [
      `InvalidParameterValueException PolicyLengthExceededException PreconditionFailedException
      ResourceConflictException ResourceNotFoundException ServiceException TooManyRequestsException`,
      `AddLayerVersionPermission`,
    ],
    [
      `InvalidParameterValueException PreconditionFailedException PublicPolicyException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `RemovePermission`,
    ],
    [
      `InvalidParameterValueException PreconditionFailedException ResourceNotFoundException ServiceException
      TooManyRequestsException`,
      `RemoveLayerVersionPermission`,
    ],
    [
      `InvalidParameterValueException ProvisionedConcurrencyConfigNotFoundException ResourceNotFoundException
      ServiceException TooManyRequestsException`,
      `GetProvisionedConcurrencyConfig`,
    ],
    [
      `InvalidParameterValueException ResourceConflictException ResourceNotFoundException ServiceException`,
      `DeleteCodeSigningConfig`,
    ],
    [`ServiceException TooManyRequestsException`, `GetAccountSettings`],
  ],
}
