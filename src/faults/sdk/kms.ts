import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-kms@3.1162.0. */
export const kms: SdkModel = {
  prefix: 'Kms',
  exceptions: `
    AlreadyExistsException:409 CloudHsmClusterInUseException:400 CloudHsmClusterInvalidConfigurationException:400
    CloudHsmClusterNotActiveException:400 CloudHsmClusterNotFoundException:400
    CloudHsmClusterNotRelatedException:400 ConflictException:409 CustomKeyStoreHasCMKsException:400
    CustomKeyStoreInvalidStateException:400 CustomKeyStoreNameInUseException:400 CustomKeyStoreNotFoundException:400
    DependencyTimeoutException:503 DisabledException:409 DryRunOperationException:412
    ExpiredImportTokenException:400 IncorrectKeyException:400 IncorrectKeyMaterialException:400
    IncorrectTrustAnchorException:400 InvalidAliasNameException:400 InvalidArnException:400
    InvalidCiphertextException:400 InvalidGrantIdException:400 InvalidGrantTokenException:400
    InvalidImportTokenException:400 InvalidKeyUsageException:400 InvalidMarkerException:400 KMSInternalException:500
    KMSInvalidMacException:400 KMSInvalidSignatureException:400 KMSInvalidStateException:409
    KeyUnavailableException:500 LimitExceededException:400 MalformedPolicyDocumentException:400
    NotFoundException:404 TagException:400 UnsupportedOperationException:400 XksKeyAlreadyInUseException:400
    XksKeyInvalidConfigurationException:400 XksKeyNotFoundException:400
    XksProxyIncorrectAuthenticationCredentialException:400 XksProxyInvalidConfigurationException:400
    XksProxyInvalidResponseException:400 XksProxyUriEndpointInUseException:400 XksProxyUriInUseException:400
    XksProxyUriUnreachableException:400 XksProxyVpcEndpointServiceInUseException:400
    XksProxyVpcEndpointServiceInvalidConfigurationException:400 XksProxyVpcEndpointServiceNotFoundException:400`,
  raisedBy: [
    [
      `DependencyTimeoutException DisabledException DryRunOperationException InvalidGrantTokenException
      InvalidKeyUsageException KMSInternalException KMSInvalidStateException KeyUnavailableException
      NotFoundException`,
      `DeriveSharedSecret Encapsulate Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext Sign`,
    ],
    [
      `DependencyTimeoutException InvalidArnException KMSInternalException KMSInvalidStateException NotFoundException`,
      `CancelKeyDeletion DisableKey GetKeyPolicy ListKeyPolicies ScheduleKeyDeletion UpdateKeyDescription`,
    ],
    [
      `DependencyTimeoutException InvalidArnException KMSInternalException KMSInvalidStateException NotFoundException
      UnsupportedOperationException`,
      `DeleteImportedKeyMaterial GetKeyRotationStatus GetParametersForImport`,
    ],
    [
      `DependencyTimeoutException DisabledException DryRunOperationException IncorrectKeyException
      InvalidCiphertextException InvalidGrantTokenException InvalidKeyUsageException KMSInternalException
      KMSInvalidStateException KeyUnavailableException NotFoundException`,
      `Decrypt ReEncrypt`,
    ],
    [
      `DependencyTimeoutException DisabledException DryRunOperationException InvalidGrantTokenException
      InvalidKeyUsageException KMSInternalException KMSInvalidStateException KeyUnavailableException
      NotFoundException UnsupportedOperationException`,
      `GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext`,
    ],
    [
      `DependencyTimeoutException DisabledException InvalidArnException KMSInternalException KMSInvalidStateException
      NotFoundException UnsupportedOperationException`,
      `DisableKeyRotation EnableKeyRotation`,
    ],
    [
      `DependencyTimeoutException InvalidArnException InvalidMarkerException KMSInternalException NotFoundException`,
      `ListAliases ListRetirableGrants`,
    ],
    [
      `DependencyTimeoutException InvalidArnException KMSInternalException NotFoundException`,
      `DescribeKey GetKeyLastUsage`,
    ],
    [
      `AlreadyExistsException DependencyTimeoutException InvalidAliasNameException KMSInternalException
      KMSInvalidStateException LimitExceededException NotFoundException`,
      `CreateAlias`,
    ],
    [
      `AlreadyExistsException DisabledException InvalidArnException KMSInternalException KMSInvalidStateException
      LimitExceededException MalformedPolicyDocumentException NotFoundException TagException
      UnsupportedOperationException`,
      `ReplicateKey`,
    ],
    [
      `CloudHsmClusterInUseException CloudHsmClusterInvalidConfigurationException CloudHsmClusterNotActiveException
      CloudHsmClusterNotFoundException CustomKeyStoreNameInUseException IncorrectTrustAnchorException
      KMSInternalException LimitExceededException XksProxyIncorrectAuthenticationCredentialException
      XksProxyInvalidConfigurationException XksProxyInvalidResponseException XksProxyUriEndpointInUseException
      XksProxyUriInUseException XksProxyUriUnreachableException XksProxyVpcEndpointServiceInUseException
      XksProxyVpcEndpointServiceInvalidConfigurationException XksProxyVpcEndpointServiceNotFoundException`,
      `CreateCustomKeyStore`,
    ],
    [
      `CloudHsmClusterInvalidConfigurationException CloudHsmClusterNotActiveException
      CloudHsmClusterNotFoundException CloudHsmClusterNotRelatedException CustomKeyStoreInvalidStateException
      CustomKeyStoreNameInUseException CustomKeyStoreNotFoundException KMSInternalException
      XksProxyIncorrectAuthenticationCredentialException XksProxyInvalidConfigurationException
      XksProxyInvalidResponseException XksProxyUriEndpointInUseException XksProxyUriInUseException
      XksProxyUriUnreachableException XksProxyVpcEndpointServiceInUseException
      XksProxyVpcEndpointServiceInvalidConfigurationException XksProxyVpcEndpointServiceNotFoundException`,
      `UpdateCustomKeyStore`,
    ],
    [
      `CloudHsmClusterInvalidConfigurationException CloudHsmClusterNotActiveException
      CustomKeyStoreInvalidStateException CustomKeyStoreNotFoundException KMSInternalException`,
      `ConnectCustomKeyStore`,
    ],
    [
      `CloudHsmClusterInvalidConfigurationException CustomKeyStoreInvalidStateException
      CustomKeyStoreNotFoundException DependencyTimeoutException InvalidArnException KMSInternalException
      LimitExceededException MalformedPolicyDocumentException TagException UnsupportedOperationException
      XksKeyAlreadyInUseException XksKeyInvalidConfigurationException XksKeyNotFoundException`,
      `CreateKey`,
    ],
    [
      `ConflictException DependencyTimeoutException DisabledException InvalidArnException KMSInternalException
      KMSInvalidStateException LimitExceededException NotFoundException UnsupportedOperationException`,
      `RotateKeyOnDemand`,
    ],
    [
      `CustomKeyStoreHasCMKsException CustomKeyStoreInvalidStateException CustomKeyStoreNotFoundException
      KMSInternalException`,
      `DeleteCustomKeyStore`,
    ],
    [
      `CustomKeyStoreInvalidStateException CustomKeyStoreNotFoundException DependencyTimeoutException
      KMSInternalException UnsupportedOperationException`,
      `GenerateRandom`,
    ],
    [
      `CustomKeyStoreInvalidStateException CustomKeyStoreNotFoundException KMSInternalException`,
      `DisconnectCustomKeyStore`,
    ],
    [`CustomKeyStoreNotFoundException InvalidMarkerException KMSInternalException`, `DescribeCustomKeyStores`],
    [
      `DependencyTimeoutException DisabledException DryRunOperationException InvalidArnException
      InvalidGrantTokenException KMSInternalException KMSInvalidStateException LimitExceededException
      NotFoundException`,
      `CreateGrant`,
    ],
    [
      `DependencyTimeoutException DisabledException DryRunOperationException InvalidCiphertextException
      InvalidGrantTokenException InvalidKeyUsageException KMSInternalException KMSInvalidStateException
      KeyUnavailableException NotFoundException`,
      `Decapsulate`,
    ],
    [
      `DependencyTimeoutException DisabledException DryRunOperationException InvalidGrantTokenException
      InvalidKeyUsageException KMSInternalException KMSInvalidSignatureException KMSInvalidStateException
      KeyUnavailableException NotFoundException`,
      `Verify`,
    ],
    [
      `DependencyTimeoutException DisabledException InvalidArnException InvalidGrantTokenException
      InvalidKeyUsageException KMSInternalException KMSInvalidStateException KeyUnavailableException
      NotFoundException UnsupportedOperationException`,
      `GetPublicKey`,
    ],
    [
      `DependencyTimeoutException DryRunOperationException InvalidArnException InvalidGrantIdException
      InvalidGrantTokenException KMSInternalException KMSInvalidStateException NotFoundException`,
      `RetireGrant`,
    ],
    [
      `DependencyTimeoutException DryRunOperationException InvalidArnException InvalidGrantIdException
      KMSInternalException KMSInvalidStateException NotFoundException`,
      `RevokeGrant`,
    ],
    [
      `DependencyTimeoutException ExpiredImportTokenException IncorrectKeyMaterialException InvalidArnException
      InvalidCiphertextException InvalidImportTokenException KMSInternalException KMSInvalidStateException
      NotFoundException UnsupportedOperationException`,
      `ImportKeyMaterial`,
    ],
    [
      `DependencyTimeoutException InvalidArnException InvalidGrantIdException InvalidMarkerException
      KMSInternalException KMSInvalidStateException NotFoundException`,
      `ListGrants`,
    ],
    [
      `DependencyTimeoutException InvalidArnException KMSInternalException KMSInvalidStateException
      LimitExceededException MalformedPolicyDocumentException NotFoundException UnsupportedOperationException`,
      `PutKeyPolicy`,
    ],
    [
      `DependencyTimeoutException InvalidArnException KMSInternalException KMSInvalidStateException
      LimitExceededException NotFoundException`,
      `EnableKey`,
    ],
    [`DependencyTimeoutException InvalidMarkerException KMSInternalException`, `ListKeys`],
    [
      `DependencyTimeoutException KMSInternalException KMSInvalidStateException LimitExceededException
      NotFoundException`,
      `UpdateAlias`,
    ],
    [`DependencyTimeoutException KMSInternalException KMSInvalidStateException NotFoundException`, `DeleteAlias`],
    [
      `DisabledException DryRunOperationException InvalidGrantTokenException InvalidKeyUsageException
      KMSInternalException KMSInvalidMacException KMSInvalidStateException KeyUnavailableException NotFoundException`,
      `VerifyMac`,
    ],
    [
      `DisabledException DryRunOperationException InvalidGrantTokenException InvalidKeyUsageException
      KMSInternalException KMSInvalidStateException KeyUnavailableException NotFoundException`,
      `GenerateMac`,
    ],
    [
      `DisabledException InvalidArnException KMSInternalException KMSInvalidStateException NotFoundException
      UnsupportedOperationException`,
      `UpdatePrimaryRegion`,
    ],
    [
      `InvalidArnException InvalidMarkerException KMSInternalException KMSInvalidStateException NotFoundException
      UnsupportedOperationException`,
      `ListKeyRotations`,
    ],
    [`InvalidArnException InvalidMarkerException KMSInternalException NotFoundException`, `ListResourceTags`],
    [
      `InvalidArnException KMSInternalException KMSInvalidStateException LimitExceededException NotFoundException
      TagException`,
      `TagResource`,
    ],
    [
      `InvalidArnException KMSInternalException KMSInvalidStateException NotFoundException TagException`,
      `UntagResource`,
    ],
  ],
}
