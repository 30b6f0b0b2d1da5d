import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-secrets-manager@3.1162.0. */
export const secretsmanager: SdkModel = {
  prefix: 'SecretsManager',
  exceptions: `
    DecryptionFailure EncryptionFailure InternalServiceError InvalidNextTokenException InvalidParameterException
    InvalidRequestException LimitExceededException MalformedPolicyDocumentException PreconditionNotMetException
    PublicPolicyException ResourceExistsException ResourceNotFoundException`,
  raisedBy: [
    [
      `InternalServiceError InvalidParameterException InvalidRequestException ResourceNotFoundException`,
      `CancelRotateSecret DeleteResourcePolicy DeleteSecret GetResourcePolicy RemoveRegionsFromReplication
      ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica TagResource UntagResource`,
    ],
    [
      `DecryptionFailure EncryptionFailure InternalServiceError InvalidParameterException InvalidRequestException
      LimitExceededException MalformedPolicyDocumentException PreconditionNotMetException ResourceExistsException
      ResourceNotFoundException`,
      `CreateSecret UpdateSecret`,
    ],
    [
      `DecryptionFailure EncryptionFailure InternalServiceError InvalidParameterException InvalidRequestException
      LimitExceededException ResourceExistsException ResourceNotFoundException`,
      `PutSecretValue`,
    ],
    [
      `DecryptionFailure InternalServiceError InvalidNextTokenException InvalidParameterException
      InvalidRequestException ResourceNotFoundException`,
      `BatchGetSecretValue`,
    ],
    [
      `DecryptionFailure InternalServiceError InvalidParameterException InvalidRequestException
      ResourceNotFoundException`,
      `GetSecretValue`,
    ],
    [`InternalServiceError InvalidNextTokenException InvalidParameterException InvalidRequestException`, `ListSecrets`],
    [
      `InternalServiceError InvalidNextTokenException InvalidParameterException ResourceNotFoundException`,
      `ListSecretVersionIds`,
    ],
    [`InternalServiceError InvalidParameterException InvalidRequestException`, `GetRandomPassword`],
    [
      `InternalServiceError InvalidParameterException InvalidRequestException LimitExceededException
      ResourceNotFoundException`,
      `UpdateSecretVersionStage`,
    ],
    [
      `InternalServiceError InvalidParameterException InvalidRequestException MalformedPolicyDocumentException
      PublicPolicyException ResourceNotFoundException`,
      `PutResourcePolicy`,
    ],
    [
      `InternalServiceError InvalidParameterException InvalidRequestException MalformedPolicyDocumentException
      ResourceNotFoundException`,
      `ValidateResourcePolicy`,
    ],
    [`InternalServiceError InvalidParameterException ResourceNotFoundException`, `DescribeSecret`],
  ],
}
