import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-sns@3.1169.0. */
export const sns: SdkModel = {
  prefix: 'Sns',
  exceptions: `
    AuthorizationErrorException:403 BatchEntryIdsNotDistinctException:400 BatchRequestTooLongException:400
    ConcurrentAccessException:400 EmptyBatchRequestException:400 EndpointDisabledException:400
    FilterPolicyLimitExceededException:403 InternalErrorException:500 InvalidBatchEntryIdException:400
    InvalidParameterException:400 InvalidParameterValueException:400 InvalidSecurityException:403
    InvalidStateException:400 KMSAccessDeniedException:400 KMSDisabledException:400 KMSInvalidStateException:400
    KMSNotFoundException:400 KMSOptInRequired:403 KMSThrottlingException:400 NotFoundException:404
    OptedOutException:400 PlatformApplicationDisabledException:400 ReplayLimitExceededException:403
    ResourceNotFoundException:404 StaleTagException:400 SubscriptionLimitExceededException:403
    TagLimitExceededException:400 TagPolicyException:400 ThrottledException:429
    TooManyEntriesInBatchRequestException:400 TopicLimitExceededException:403 UserErrorException:400
    ValidationException:400 VerificationException`,
  raisedBy: [
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException NotFoundException`,
      `AddPermission CreatePlatformEndpoint GetEndpointAttributes GetPlatformApplicationAttributes
      GetSubscriptionAttributes ListEndpointsByPlatformApplication ListSubscriptionsByTopic RemovePermission
      SetEndpointAttributes SetPlatformApplicationAttributes`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException`,
      `CreatePlatformApplication DeleteEndpoint DeletePlatformApplication ListPlatformApplications ListSubscriptions
      ListTopics`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException InvalidSecurityException
      NotFoundException`,
      `GetDataProtectionPolicy GetTopicAttributes PutDataProtectionPolicy SetTopicAttributes Unsubscribe`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException ThrottledException`,
      `CheckIfPhoneNumberIsOptedOut GetSMSAttributes ListPhoneNumbersOptedOut OptInPhoneNumber SetSMSAttributes`,
    ],
    [
      `AuthorizationErrorException ConcurrentAccessException InvalidParameterException ResourceNotFoundException
      StaleTagException TagLimitExceededException TagPolicyException`,
      `TagResource UntagResource`,
    ],
    [
      `AuthorizationErrorException BatchEntryIdsNotDistinctException BatchRequestTooLongException
      EmptyBatchRequestException EndpointDisabledException InternalErrorException InvalidBatchEntryIdException
      InvalidParameterException InvalidParameterValueException InvalidSecurityException KMSAccessDeniedException
      KMSDisabledException KMSInvalidStateException KMSNotFoundException KMSOptInRequired KMSThrottlingException
      NotFoundException PlatformApplicationDisabledException TooManyEntriesInBatchRequestException
      ValidationException`,
      `PublishBatch`,
    ],
    [
      `AuthorizationErrorException ConcurrentAccessException InternalErrorException InvalidParameterException
      InvalidSecurityException StaleTagException TagLimitExceededException TagPolicyException
      TopicLimitExceededException`,
      `CreateTopic`,
    ],
    [
      `AuthorizationErrorException ConcurrentAccessException InternalErrorException InvalidParameterException
      InvalidStateException NotFoundException StaleTagException TagPolicyException`,
      `DeleteTopic`,
    ],
    [
      `AuthorizationErrorException ConcurrentAccessException InvalidParameterException ResourceNotFoundException
      TagPolicyException`,
      `ListTagsForResource`,
    ],
    [
      `AuthorizationErrorException EndpointDisabledException InternalErrorException InvalidParameterException
      InvalidParameterValueException InvalidSecurityException KMSAccessDeniedException KMSDisabledException
      KMSInvalidStateException KMSNotFoundException KMSOptInRequired KMSThrottlingException NotFoundException
      PlatformApplicationDisabledException ValidationException`,
      `Publish`,
    ],
    [
      `AuthorizationErrorException FilterPolicyLimitExceededException InternalErrorException
      InvalidParameterException InvalidSecurityException NotFoundException ReplayLimitExceededException
      SubscriptionLimitExceededException`,
      `Subscribe`,
    ],
    [
      `AuthorizationErrorException FilterPolicyLimitExceededException InternalErrorException
      InvalidParameterException NotFoundException ReplayLimitExceededException`,
      `SetSubscriptionAttributes`,
    ],
    [
      `AuthorizationErrorException FilterPolicyLimitExceededException InternalErrorException
      InvalidParameterException NotFoundException ReplayLimitExceededException SubscriptionLimitExceededException`,
      `ConfirmSubscription`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException OptedOutException
      ThrottledException UserErrorException`,
      `CreateSMSSandboxPhoneNumber`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException ResourceNotFoundException
      ThrottledException`,
      `ListSMSSandboxPhoneNumbers`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException ResourceNotFoundException
      ThrottledException UserErrorException`,
      `DeleteSMSSandboxPhoneNumber`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException ResourceNotFoundException
      ThrottledException VerificationException`,
      `VerifySMSSandboxPhoneNumber`,
    ],
    [
      `AuthorizationErrorException InternalErrorException InvalidParameterException ThrottledException
      ValidationException`,
      `ListOriginationNumbers`,
    ],
    [`AuthorizationErrorException InternalErrorException ThrottledException`, `GetSMSSandboxAccountStatus`],
  ],
}
