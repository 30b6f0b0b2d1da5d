import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-cognito-identity-provider@3.1169.0. */
export const cognitoidentityprovider: SdkModel = {
  prefix: 'CognitoIdentityProvider',
  exceptions: `
    AccessDeniedException AliasExistsException CodeDeliveryFailureException CodeMismatchException
    ConcurrentModificationException DeviceKeyExistsException DuplicateProviderException
    EnableSoftwareTokenMFAException ExpiredCodeException FeatureUnavailableInTierException ForbiddenException
    GroupExistsException InternalErrorException InternalServerException InvalidEmailRoleAccessPolicyException
    InvalidLambdaResponseException InvalidOAuthFlowException InvalidParameterException InvalidPasswordException
    InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
    InvalidUserPoolConfigurationException LimitExceededException MFAMethodNotFoundException
    ManagedLoginBrandingExistsException NotAuthorizedException OperationNotEnabledException
    PasswordHistoryPolicyViolationException PasswordResetRequiredException PreconditionNotMetException
    RefreshTokenReuseException ResourceNotFoundException ScopeDoesNotExistException ServiceQuotaExceededException
    SoftwareTokenMFANotFoundException TermsExistsException TierChangeNotAllowedException
    TooManyFailedAttemptsException TooManyRequestsException UnauthorizedException UnexpectedLambdaException
    UnsupportedIdentityProviderException UnsupportedOperationException UnsupportedTokenTypeException
    UnsupportedUserStateException UserImportInProgressException UserLambdaValidationException
    UserNotConfirmedException UserNotFoundException UserPoolAddOnNotEnabledException UserPoolTaggingException
    UsernameExistsException WebAuthnChallengeNotFoundException WebAuthnClientMismatchException
    WebAuthnConfigurationMissingException WebAuthnCredentialNotSupportedException WebAuthnNotEnabledException
    WebAuthnOriginNotAllowedException WebAuthnRelyingPartyMismatchException`,
  raisedBy: [
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException`,
      `DeleteGroup DeleteResourceServer DeleteUserPoolReplica DescribeManagedLoginBranding
      DescribeManagedLoginBrandingByClient DescribeResourceServer DescribeTerms DescribeTermsByClient
      DescribeUserImportJob DescribeUserPoolClient GetCSVHeader GetGroup GetUICustomization
      GetUserPoolClientSessionConfiguration GetUserPoolSessionConfiguration ListGroups ListResourceServers
      ListTagsForResource ListTerms ListUserImportJobs ListUserPoolClients ListUserPoolReplicas ListUsers
      ListUsersInGroup SetUICustomization TagResource UntagResource UpdateGroup UpdateResourceServer
      UpdateUserPoolReplica`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UserNotFoundException`,
      `AdminAddUserToGroup AdminDeleteUser AdminDeleteUserAttributes AdminDisableUser AdminEnableUser AdminGetUser
      AdminGetUserAuthFactors AdminListGroupsForUser AdminListUserSessions AdminRemoveUserFromGroup
      AdminRevokeUserSession AdminUserGlobalSignOut`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException TooManyRequestsException
      UserNotConfirmedException UserNotFoundException`,
      `DeleteUser DeleteUserAttributes GetUser GetUserAuthFactors ListUserSessions RevokeUserSession`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException ResourceNotFoundException
      TooManyRequestsException`,
      `DescribeIdentityProvider GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetProvisionedLimit
      GetUserPoolMfaConfig ListIdentityProviders`,
    ],
    [
      `ConcurrentModificationException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException`,
      `DeleteManagedLoginBranding DeleteTerms DeleteUserPoolClient UpdateManagedLoginBranding`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException InvalidUserPoolConfigurationException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      TooManyRequestsException UserNotConfirmedException UserNotFoundException`,
      `ForgetDevice GetDevice ListDevices UpdateDeviceStatus`,
    ],
    [
      `ConcurrentModificationException FeatureUnavailableInTierException InternalErrorException
      InvalidParameterException NotAuthorizedException OperationNotEnabledException ResourceNotFoundException
      TooManyRequestsException`,
      `SetUserPoolClientSessionConfiguration SetUserPoolSessionConfiguration UpdateUserPoolDomain`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UserNotFoundException UserPoolAddOnNotEnabledException`,
      `AdminListUserAuthEvents AdminUpdateAuthEventFeedback UpdateAuthEventFeedback`,
    ],
    [
      `CodeDeliveryFailureException ForbiddenException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidLambdaResponseException InvalidParameterException InvalidSmsRoleAccessPolicyException
      InvalidSmsRoleTrustRelationshipException LimitExceededException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException UnexpectedLambdaException
      UserLambdaValidationException UserNotFoundException`,
      `ForgotPassword ResendConfirmationCode`,
    ],
    [
      `ConcurrentModificationException InternalErrorException InvalidParameterException NotAuthorizedException
      ResourceNotFoundException TooManyRequestsException UnsupportedIdentityProviderException`,
      `DeleteIdentityProvider UpdateIdentityProvider`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      UserNotConfirmedException UserNotFoundException`,
      `SetUserMFAPreference SetUserSettings`,
    ],
    [
      `InternalErrorException InvalidParameterException InvalidUserPoolConfigurationException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException`,
      `AdminGetDevice AdminListDevices`,
    ],
    [
      `InternalErrorException InvalidParameterException InvalidUserPoolConfigurationException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException UserNotFoundException`,
      `AdminForgetDevice AdminUpdateDeviceStatus`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      PreconditionNotMetException ResourceNotFoundException TooManyRequestsException`,
      `StartUserImportJob StopUserImportJob`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UserImportInProgressException`,
      `AddCustomAttributes DeleteUserPool`,
    ],
    [
      `InternalServerException InvalidParameterException LimitExceededException ResourceNotFoundException
      TooManyRequestsException`,
      `DeleteUserPoolClientSecret ListUserPoolClientSecrets`,
    ],
    [
      `AccessDeniedException InternalServerException InvalidParameterException LimitExceededException
      ResourceNotFoundException TooManyRequestsException`,
      `AddUserPoolClientSecret`,
    ],
    [
      `AliasExistsException CodeDeliveryFailureException CodeMismatchException ExpiredCodeException
      ForbiddenException InternalErrorException InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException
      InvalidParameterException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      TooManyRequestsException UnexpectedLambdaException UserLambdaValidationException UserNotConfirmedException
      UserNotFoundException`,
      `UpdateUserAttributes`,
    ],
    [
      `AliasExistsException CodeMismatchException ExpiredCodeException ForbiddenException InternalErrorException
      InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException InvalidParameterException
      InvalidPasswordException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      InvalidUserPoolConfigurationException MFAMethodNotFoundException NotAuthorizedException
      OperationNotEnabledException PasswordHistoryPolicyViolationException PasswordResetRequiredException
      ResourceNotFoundException SoftwareTokenMFANotFoundException TooManyRequestsException UnexpectedLambdaException
      UserLambdaValidationException UserNotConfirmedException UserNotFoundException`,
      `RespondToAuthChallenge`,
    ],
    [
      `AliasExistsException CodeMismatchException ExpiredCodeException ForbiddenException InternalErrorException
      InvalidLambdaResponseException InvalidParameterException LimitExceededException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyFailedAttemptsException TooManyRequestsException
      UnexpectedLambdaException UserLambdaValidationException UserNotFoundException`,
      `ConfirmSignUp`,
    ],
    [
      `AliasExistsException CodeMismatchException ExpiredCodeException ForbiddenException InternalErrorException
      InvalidParameterException LimitExceededException NotAuthorizedException OperationNotEnabledException
      PasswordResetRequiredException ResourceNotFoundException TooManyRequestsException UserNotConfirmedException
      UserNotFoundException`,
      `VerifyUserAttribute`,
    ],
    [
      `AliasExistsException CodeMismatchException ExpiredCodeException InternalErrorException
      InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException InvalidParameterException
      InvalidPasswordException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      InvalidUserPoolConfigurationException MFAMethodNotFoundException NotAuthorizedException
      OperationNotEnabledException PasswordHistoryPolicyViolationException PasswordResetRequiredException
      ResourceNotFoundException SoftwareTokenMFANotFoundException TooManyRequestsException UnexpectedLambdaException
      UserLambdaValidationException UserNotConfirmedException UserNotFoundException`,
      `AdminRespondToAuthChallenge`,
    ],
    [
      `AliasExistsException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidLambdaResponseException InvalidParameterException InvalidSmsRoleAccessPolicyException
      InvalidSmsRoleTrustRelationshipException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UnexpectedLambdaException UserLambdaValidationException
      UserNotFoundException`,
      `AdminUpdateUserAttributes`,
    ],
    [
      `AliasExistsException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TooManyRequestsException
      UserNotFoundException`,
      `AdminLinkProviderForUser`,
    ],
    [
      `AliasExistsException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException UserNotFoundException`,
      `AdminDisableProviderForUser`,
    ],
    [
      `CodeDeliveryFailureException ForbiddenException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidLambdaResponseException InvalidParameterException InvalidPasswordException
      InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException LimitExceededException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TooManyRequestsException
      UnexpectedLambdaException UserLambdaValidationException UsernameExistsException`,
      `SignUp`,
    ],
    [
      `CodeDeliveryFailureException ForbiddenException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidLambdaResponseException InvalidParameterException InvalidSmsRoleAccessPolicyException
      InvalidSmsRoleTrustRelationshipException LimitExceededException NotAuthorizedException
      OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException TooManyRequestsException
      UnexpectedLambdaException UserLambdaValidationException UserNotConfirmedException UserNotFoundException`,
      `GetUserAttributeVerificationCode`,
    ],
    [
      `CodeDeliveryFailureException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidParameterException NotAuthorizedException OperationNotEnabledException ResourceNotFoundException
      TooManyRequestsException UserPoolAddOnNotEnabledException`,
      `SetRiskConfiguration`,
    ],
    [
      `CodeDeliveryFailureException InternalErrorException InvalidLambdaResponseException InvalidParameterException
      InvalidPasswordException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      NotAuthorizedException OperationNotEnabledException PreconditionNotMetException ResourceNotFoundException
      TooManyRequestsException UnexpectedLambdaException UnsupportedUserStateException UserLambdaValidationException
      UserNotFoundException UsernameExistsException`,
      `AdminCreateUser`,
    ],
    [
      `CodeMismatchException EnableSoftwareTokenMFAException ForbiddenException InternalErrorException
      InvalidParameterException InvalidUserPoolConfigurationException NotAuthorizedException
      OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      SoftwareTokenMFANotFoundException TooManyRequestsException UserNotConfirmedException UserNotFoundException`,
      `VerifySoftwareToken`,
    ],
    [
      `CodeMismatchException ExpiredCodeException ForbiddenException InternalErrorException
      InvalidLambdaResponseException InvalidParameterException InvalidPasswordException LimitExceededException
      NotAuthorizedException OperationNotEnabledException PasswordHistoryPolicyViolationException
      ResourceNotFoundException TooManyFailedAttemptsException TooManyRequestsException UnexpectedLambdaException
      UserLambdaValidationException UserNotConfirmedException UserNotFoundException`,
      `ConfirmForgotPassword`,
    ],
    [
      `ConcurrentModificationException FeatureUnavailableInTierException InternalErrorException
      InvalidEmailRoleAccessPolicyException InvalidParameterException InvalidSmsRoleAccessPolicyException
      InvalidSmsRoleTrustRelationshipException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TierChangeNotAllowedException TooManyRequestsException UserImportInProgressException
      UserPoolTaggingException`,
      `UpdateUserPool`,
    ],
    [
      `ConcurrentModificationException FeatureUnavailableInTierException InternalErrorException
      InvalidOAuthFlowException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException ScopeDoesNotExistException TooManyRequestsException`,
      `UpdateUserPoolClient`,
    ],
    [
      `ConcurrentModificationException FeatureUnavailableInTierException InternalErrorException
      InvalidParameterException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TooManyRequestsException`,
      `SetUserPoolMfaConfig`,
    ],
    [
      `ConcurrentModificationException FeatureUnavailableInTierException InternalErrorException
      InvalidParameterException LimitExceededException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException`,
      `CreateUserPoolDomain`,
    ],
    [
      `ConcurrentModificationException ForbiddenException InternalErrorException InvalidParameterException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException
      SoftwareTokenMFANotFoundException`,
      `AssociateSoftwareToken`,
    ],
    [
      `ConcurrentModificationException InternalErrorException InvalidParameterException LimitExceededException
      ManagedLoginBrandingExistsException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException`,
      `CreateManagedLoginBranding`,
    ],
    [
      `ConcurrentModificationException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TermsExistsException
      TooManyRequestsException`,
      `CreateTerms`,
    ],
    [
      `ConcurrentModificationException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException`,
      `DeleteUserPoolDomain`,
    ],
    [
      `ConcurrentModificationException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TermsExistsException TooManyRequestsException`,
      `UpdateTerms`,
    ],
    [
      `DeviceKeyExistsException ForbiddenException InternalErrorException InvalidLambdaResponseException
      InvalidParameterException InvalidPasswordException InvalidUserPoolConfigurationException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      TooManyRequestsException UserNotConfirmedException UserNotFoundException UsernameExistsException`,
      `ConfirmDevice`,
    ],
    [
      `DuplicateProviderException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException ResourceNotFoundException TooManyRequestsException`,
      `CreateIdentityProvider`,
    ],
    [
      `FeatureUnavailableInTierException ForbiddenException InternalErrorException
      InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException InvalidParameterException
      InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      InvalidUserPoolConfigurationException NotAuthorizedException OperationNotEnabledException
      PasswordResetRequiredException ResourceNotFoundException TooManyRequestsException UnexpectedLambdaException
      UnsupportedOperationException UserLambdaValidationException UserNotConfirmedException UserNotFoundException`,
      `InitiateAuth`,
    ],
    [
      `FeatureUnavailableInTierException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidLambdaResponseException InvalidParameterException InvalidSmsRoleAccessPolicyException
      InvalidSmsRoleTrustRelationshipException InvalidUserPoolConfigurationException MFAMethodNotFoundException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      TooManyRequestsException UnexpectedLambdaException UnsupportedOperationException UserLambdaValidationException
      UserNotConfirmedException UserNotFoundException`,
      `AdminInitiateAuth`,
    ],
    [
      `FeatureUnavailableInTierException InternalErrorException InvalidEmailRoleAccessPolicyException
      InvalidParameterException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      LimitExceededException NotAuthorizedException TierChangeNotAllowedException TooManyRequestsException
      UserPoolTaggingException`,
      `CreateUserPool`,
    ],
    [
      `FeatureUnavailableInTierException InternalErrorException InvalidOAuthFlowException InvalidParameterException
      LimitExceededException NotAuthorizedException OperationNotEnabledException ResourceNotFoundException
      ScopeDoesNotExistException TooManyRequestsException`,
      `CreateUserPoolClient`,
    ],
    [
      `FeatureUnavailableInTierException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TooManyRequestsException
      UserPoolTaggingException`,
      `CreateUserPoolReplica`,
    ],
    [
      `FeatureUnavailableInTierException InternalErrorException InvalidParameterException NotAuthorizedException
      ResourceNotFoundException TooManyRequestsException`,
      `SetLogDeliveryConfiguration`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidLambdaResponseException InvalidParameterException
      NotAuthorizedException OperationNotEnabledException RefreshTokenReuseException ResourceNotFoundException
      TooManyRequestsException UnexpectedLambdaException UserLambdaValidationException UserNotFoundException`,
      `GetTokensFromRefreshToken`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException InvalidPasswordException
      LimitExceededException NotAuthorizedException OperationNotEnabledException
      PasswordHistoryPolicyViolationException PasswordResetRequiredException ResourceNotFoundException
      TooManyRequestsException UserNotConfirmedException UserNotFoundException`,
      `ChangePassword`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException
      TooManyRequestsException`,
      `DeleteWebAuthnCredential`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException TooManyRequestsException`,
      `ListWebAuthnCredentials`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException TooManyRequestsException
      WebAuthnChallengeNotFoundException WebAuthnClientMismatchException WebAuthnCredentialNotSupportedException
      WebAuthnNotEnabledException WebAuthnOriginNotAllowedException WebAuthnRelyingPartyMismatchException`,
      `CompleteWebAuthnRegistration`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException PasswordResetRequiredException TooManyRequestsException
      WebAuthnConfigurationMissingException WebAuthnNotEnabledException`,
      `StartWebAuthnRegistration`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException PasswordResetRequiredException ResourceNotFoundException TooManyRequestsException
      UserNotConfirmedException`,
      `GlobalSignOut`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException`,
      `GetClientToken`,
    ],
    [
      `ForbiddenException InternalErrorException InvalidParameterException OperationNotEnabledException
      TooManyRequestsException UnauthorizedException UnsupportedOperationException UnsupportedTokenTypeException`,
      `RevokeToken`,
    ],
    [
      `GroupExistsException InternalErrorException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TooManyRequestsException`,
      `CreateGroup`,
    ],
    [
      `InternalErrorException InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException
      InvalidParameterException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException
      LimitExceededException NotAuthorizedException OperationNotEnabledException ResourceNotFoundException
      TooManyRequestsException UnexpectedLambdaException UserLambdaValidationException UserNotFoundException`,
      `AdminResetUserPassword`,
    ],
    [
      `InternalErrorException InvalidLambdaResponseException InvalidParameterException LimitExceededException
      NotAuthorizedException OperationNotEnabledException ResourceNotFoundException TooManyFailedAttemptsException
      TooManyRequestsException UnexpectedLambdaException UserLambdaValidationException UserNotFoundException`,
      `AdminConfirmSignUp`,
    ],
    [
      `InternalErrorException InvalidParameterException InvalidPasswordException NotAuthorizedException
      OperationNotEnabledException PasswordHistoryPolicyViolationException ResourceNotFoundException
      TooManyRequestsException UserNotFoundException`,
      `AdminSetUserPassword`,
    ],
    [
      `InternalErrorException InvalidParameterException LimitExceededException NotAuthorizedException
      OperationNotEnabledException PreconditionNotMetException ResourceNotFoundException TooManyRequestsException`,
      `CreateUserImportJob`,
    ],
    [
      `InternalErrorException InvalidParameterException LimitExceededException NotAuthorizedException
      OperationNotEnabledException ResourceNotFoundException TooManyRequestsException`,
      `CreateResourceServer`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      PasswordResetRequiredException ResourceNotFoundException UserNotConfirmedException UserNotFoundException`,
      `AdminSetUserMFAPreference`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException`,
      `DescribeUserPoolDomain`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UserNotConfirmedException UserNotFoundException`,
      `AdminDeleteSoftwareToken`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UserPoolAddOnNotEnabledException`,
      `DescribeRiskConfiguration`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException TooManyRequestsException UserPoolTaggingException`,
      `DescribeUserPool`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException OperationNotEnabledException
      ResourceNotFoundException UserNotFoundException`,
      `AdminSetUserSettings`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException ResourceNotFoundException
      ServiceQuotaExceededException TooManyRequestsException`,
      `UpdateProvisionedLimit`,
    ],
    [
      `InternalErrorException InvalidParameterException NotAuthorizedException TooManyRequestsException`,
      `ListUserPools`,
    ],
    [
      `InternalErrorException InvalidParameterException OperationNotEnabledException ResourceNotFoundException`,
      `GetSigningCertificate`,
    ],
  ],
}
