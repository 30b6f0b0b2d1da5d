import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-ssm@3.1169.0. */
export const ssm: SdkModel = {
  prefix: 'Ssm',
  exceptions: `
    AccessDeniedException AlreadyExistsException AssociatedInstances AssociationAlreadyExists
    AssociationDoesNotExist AssociationExecutionDoesNotExist AssociationLimitExceeded
    AssociationVersionLimitExceeded AutomationDefinitionNotApprovedException AutomationDefinitionNotFoundException
    AutomationDefinitionVersionNotFoundException AutomationExecutionLimitExceededException
    AutomationExecutionNotFoundException AutomationStepNotFoundException ComplianceTypeCountLimitExceededException
    ConflictException CustomSchemaCountLimitExceededException DocumentAlreadyExists DocumentLimitExceeded
    DocumentPermissionLimit DocumentVersionLimitExceeded DoesNotExistException DuplicateDocumentContent
    DuplicateDocumentVersionName DuplicateInstanceId FeatureNotAvailableException
    HierarchyLevelLimitExceededException HierarchyTypeMismatchException IdempotentParameterMismatch
    IncompatiblePolicyException InternalServerError InvalidActivation InvalidActivationId InvalidAggregatorException
    InvalidAllowedPatternException InvalidAssociation InvalidAssociationVersion
    InvalidAutomationExecutionParametersException InvalidAutomationSignalException
    InvalidAutomationStatusUpdateException InvalidCommandId InvalidDeleteInventoryParametersException
    InvalidDeletionIdException InvalidDocument InvalidDocumentContent InvalidDocumentOperation
    InvalidDocumentSchemaVersion InvalidDocumentType InvalidDocumentVersion InvalidFilter InvalidFilterKey
    InvalidFilterOption InvalidFilterValue InvalidInstanceId InvalidInstanceInformationFilterValue
    InvalidInstancePropertyFilterValue InvalidInventoryGroupException InvalidInventoryItemContextException
    InvalidInventoryRequestException InvalidItemContentException InvalidKeyId InvalidNextToken
    InvalidNotificationConfig InvalidOptionException InvalidOutputFolder InvalidOutputLocation InvalidParameters
    InvalidPermissionType InvalidPluginName InvalidPolicyAttributeException InvalidPolicyTypeException
    InvalidResourceId InvalidResourceType InvalidResultAttributeException InvalidRole InvalidSchedule InvalidTag
    InvalidTarget InvalidTargetMaps InvalidTypeNameException InvalidUpdate InvocationDoesNotExist
    ItemContentMismatchException ItemSizeLimitExceededException MalformedResourcePolicyDocumentException
    MaxDocumentSizeExceeded NoLongerSupportedException OpsItemAccessDeniedException OpsItemAlreadyExistsException
    OpsItemConflictException OpsItemInvalidParameterException OpsItemLimitExceededException OpsItemNotFoundException
    OpsItemRelatedItemAlreadyExistsException OpsItemRelatedItemAssociationNotFoundException
    OpsMetadataAlreadyExistsException OpsMetadataInvalidArgumentException OpsMetadataKeyLimitExceededException
    OpsMetadataLimitExceededException OpsMetadataNotFoundException OpsMetadataTooManyUpdatesException
    ParameterAlreadyExists ParameterLimitExceeded ParameterMaxVersionLimitExceeded ParameterNotFound
    ParameterPatternMismatchException ParameterVersionLabelLimitExceeded ParameterVersionNotFound
    PoliciesLimitExceededException ResourceDataSyncAlreadyExistsException ResourceDataSyncConflictException
    ResourceDataSyncCountExceededException ResourceDataSyncInvalidConfigurationException
    ResourceDataSyncNotFoundException ResourceInUseException ResourceLimitExceededException
    ResourceNotFoundException ResourcePolicyConflictException ResourcePolicyInvalidParameterException
    ResourcePolicyLimitExceededException ResourcePolicyNotFoundException ServiceQuotaExceededException
    ServiceSettingNotFound StatusUnchanged SubTypeCountLimitExceededException TargetInUseException
    TargetNotConnected ThrottlingException TooManyTagsError TooManyUpdates TotalSizeLimitExceededException
    UnsupportedCalendarException UnsupportedFeatureRequiredException UnsupportedInventoryItemContextException
    UnsupportedInventorySchemaVersionException UnsupportedOperatingSystem UnsupportedOperationException
    UnsupportedParameterType UnsupportedPlatformType ValidationException`,
  raisedBy: [
    [
      `DoesNotExistException InternalServerError`,
      `CancelMaintenanceWindowExecution DeregisterTaskFromMaintenanceWindow
      DescribeMaintenanceWindowExecutionTaskInvocations DescribeMaintenanceWindowExecutionTasks
      DescribeMaintenanceWindowSchedule DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks
      GetMaintenanceWindow GetMaintenanceWindowExecution GetMaintenanceWindowExecutionTask
      GetMaintenanceWindowExecutionTaskInvocation GetMaintenanceWindowTask ResumeSession UpdateMaintenanceWindow
      UpdateMaintenanceWindowTarget UpdateMaintenanceWindowTask UpdatePatchBaseline`,
    ],
    [
      `InternalServerError`,
      `DeleteMaintenanceWindow DeleteParameters DeregisterDefaultHostManagementConfiguration DescribeAvailablePatches
      DescribeMaintenanceWindowExecutions DescribeMaintenanceWindows DescribeMaintenanceWindowsForTarget
      DescribeOpsItems DescribePatchBaselines DescribePatchGroups DescribePatchProperties GetConnectionStatus
      GetDefaultPatchBaseline GetPatchBaselineForPatchGroup ListCloudConnectors
      RegisterDefaultHostManagementConfiguration TerminateSession`,
    ],
    [
      `InternalServerError InvalidFilter InvalidNextToken`,
      `DescribeActivations DescribeInstancePatchStatesForPatchGroup ListComplianceSummaries
      ListResourceComplianceSummaries`,
    ],
    [`InternalServerError InvalidNextToken`, `DescribeInstancePatchStates DescribePatchGroupState ListAssociations`],
    [`InternalServerError ResourceNotFoundException`, `GetCloudConnector GetExecutionPreview ValidateCloudConnector`],
    [
      `AssociationDoesNotExist InternalServerError InvalidNextToken`,
      `DescribeAssociationExecutions ListAssociationVersions`,
    ],
    [`DoesNotExistException InternalServerError InvalidResourceId`, `GetPatchBaseline RegisterDefaultPatchBaseline`],
    [
      `IdempotentParameterMismatch InternalServerError ResourceLimitExceededException`,
      `CreateMaintenanceWindow CreatePatchBaseline`,
    ],
    [
      `InternalServerError InvalidCommandId InvalidFilterKey InvalidInstanceId InvalidNextToken`,
      `ListCommandInvocations ListCommands`,
    ],
    [`InternalServerError InvalidDocument InvalidDocumentVersion`, `DescribeDocument GetDocument`],
    [`InternalServerError InvalidFilterKey InvalidNextToken`, `DescribeSessions ListDocuments`],
    [`InternalServerError InvalidInstanceId`, `DeregisterManagedInstance UpdateManagedInstanceRole`],
    [
      `InternalServerError InvalidInstanceId InvalidNextToken`,
      `DescribeEffectiveInstanceAssociations DescribeInstanceAssociationsStatus`,
    ],
    [`InternalServerError OpsItemInvalidParameterException`, `DeleteOpsItem ListOpsItemRelatedItems`],
    [
      `InternalServerError OpsMetadataInvalidArgumentException OpsMetadataNotFoundException`,
      `DeleteOpsMetadata GetOpsMetadata`,
    ],
    [`InternalServerError ServiceSettingNotFound TooManyUpdates`, `ResetServiceSetting UpdateServiceSetting`],
    [
      `AccessDeniedException InternalServerError ResourceNotFoundException ServiceQuotaExceededException
      ThrottlingException ValidationException`,
      `StartAccessRequest`,
    ],
    [
      `AccessDeniedException InternalServerError ResourceNotFoundException ThrottlingException ValidationException`,
      `GetAccessToken`,
    ],
    [
      `AlreadyExistsException DoesNotExistException InternalServerError InvalidResourceId
      ResourceLimitExceededException`,
      `RegisterPatchBaselineForPatchGroup`,
    ],
    [
      `AssociatedInstances InternalServerError InvalidDocument InvalidDocumentOperation TooManyUpdates`,
      `DeleteDocument`,
    ],
    [
      `AssociationAlreadyExists AssociationLimitExceeded InternalServerError InvalidDocument InvalidDocumentVersion
      InvalidInstanceId InvalidOutputLocation InvalidParameters InvalidSchedule InvalidTag InvalidTarget
      InvalidTargetMaps UnsupportedPlatformType`,
      `CreateAssociation`,
    ],
    [
      `AssociationDoesNotExist AssociationExecutionDoesNotExist InternalServerError InvalidNextToken`,
      `DescribeAssociationExecutionTargets`,
    ],
    [
      `AssociationDoesNotExist AssociationVersionLimitExceeded InternalServerError InvalidAssociationVersion
      InvalidDocument InvalidDocumentVersion InvalidOutputLocation InvalidParameters InvalidSchedule InvalidTarget
      InvalidTargetMaps InvalidUpdate TooManyUpdates`,
      `UpdateAssociation`,
    ],
    [
      `AssociationDoesNotExist InternalServerError InvalidAssociationVersion InvalidDocument InvalidInstanceId`,
      `DescribeAssociation`,
    ],
    [
      `AssociationDoesNotExist InternalServerError InvalidDocument InvalidInstanceId StatusUnchanged TooManyUpdates`,
      `UpdateAssociationStatus`,
    ],
    [
      `AssociationDoesNotExist InternalServerError InvalidDocument InvalidInstanceId TooManyUpdates`,
      `DeleteAssociation`,
    ],
    [`AssociationDoesNotExist InvalidAssociation`, `StartAssociationsOnce`],
    [
      `AssociationLimitExceeded DuplicateInstanceId InternalServerError InvalidDocument InvalidDocumentVersion
      InvalidInstanceId InvalidOutputLocation InvalidParameters InvalidSchedule InvalidTarget InvalidTargetMaps
      UnsupportedPlatformType`,
      `CreateAssociationBatch`,
    ],
    [
      `AutomationDefinitionNotApprovedException AutomationDefinitionNotFoundException
      AutomationDefinitionVersionNotFoundException AutomationExecutionLimitExceededException
      IdempotentParameterMismatch InternalServerError InvalidAutomationExecutionParametersException
      NoLongerSupportedException`,
      `StartChangeRequestExecution`,
    ],
    [
      `AutomationDefinitionNotFoundException AutomationDefinitionVersionNotFoundException
      AutomationExecutionLimitExceededException IdempotentParameterMismatch InternalServerError
      InvalidAutomationExecutionParametersException InvalidTarget`,
      `StartAutomationExecution`,
    ],
    [
      `AutomationExecutionNotFoundException AutomationStepNotFoundException InternalServerError
      InvalidAutomationSignalException`,
      `SendAutomationSignal`,
    ],
    [`AutomationExecutionNotFoundException InternalServerError`, `GetAutomationExecution`],
    [
      `AutomationExecutionNotFoundException InternalServerError InvalidAutomationStatusUpdateException`,
      `StopAutomationExecution`,
    ],
    [
      `AutomationExecutionNotFoundException InternalServerError InvalidFilterKey InvalidFilterValue InvalidNextToken`,
      `DescribeAutomationStepExecutions`,
    ],
    [
      `ComplianceTypeCountLimitExceededException InternalServerError InvalidItemContentException InvalidResourceId
      InvalidResourceType ItemSizeLimitExceededException TotalSizeLimitExceededException`,
      `PutComplianceItems`,
    ],
    [`ConflictException InternalServerError ResourceNotFoundException`, `DeleteCloudConnector`],
    [
      `ConflictException InternalServerError ResourceNotFoundException ServiceQuotaExceededException`,
      `UpdateCloudConnector`,
    ],
    [`ConflictException InternalServerError ServiceQuotaExceededException`, `CreateCloudConnector`],
    [
      `CustomSchemaCountLimitExceededException InternalServerError InvalidInstanceId
      InvalidInventoryItemContextException InvalidItemContentException InvalidTypeNameException
      ItemContentMismatchException ItemSizeLimitExceededException SubTypeCountLimitExceededException
      TotalSizeLimitExceededException UnsupportedInventoryItemContextException
      UnsupportedInventorySchemaVersionException`,
      `PutInventory`,
    ],
    [
      `DocumentAlreadyExists DocumentLimitExceeded InternalServerError InvalidDocumentContent
      InvalidDocumentSchemaVersion MaxDocumentSizeExceeded NoLongerSupportedException TooManyUpdates`,
      `CreateDocument`,
    ],
    [
      `DocumentLimitExceeded DocumentPermissionLimit InternalServerError InvalidDocument InvalidPermissionType`,
      `ModifyDocumentPermission`,
    ],
    [
      `DocumentVersionLimitExceeded DuplicateDocumentContent DuplicateDocumentVersionName InternalServerError
      InvalidDocument InvalidDocumentContent InvalidDocumentOperation InvalidDocumentSchemaVersion
      InvalidDocumentVersion MaxDocumentSizeExceeded`,
      `UpdateDocument`,
    ],
    [
      `DoesNotExistException FeatureNotAvailableException IdempotentParameterMismatch InternalServerError
      ResourceLimitExceededException`,
      `RegisterTaskWithMaintenanceWindow`,
    ],
    [
      `DoesNotExistException IdempotentParameterMismatch InternalServerError ResourceLimitExceededException`,
      `RegisterTargetWithMaintenanceWindow`,
    ],
    [
      `DoesNotExistException InternalServerError InvalidResourceId UnsupportedOperatingSystem`,
      `DescribeEffectivePatchesForPatchBaseline`,
    ],
    [`DoesNotExistException InternalServerError TargetInUseException`, `DeregisterTargetFromMaintenanceWindow`],
    [`DuplicateInstanceId InternalServerError InvalidCommandId InvalidInstanceId`, `CancelCommand`],
    [
      `DuplicateInstanceId InternalServerError InvalidDocument InvalidDocumentVersion InvalidInstanceId
      InvalidNotificationConfig InvalidOutputFolder InvalidParameters InvalidRole MaxDocumentSizeExceeded
      UnsupportedPlatformType`,
      `SendCommand`,
    ],
    [
      `HierarchyLevelLimitExceededException HierarchyTypeMismatchException IncompatiblePolicyException
      InternalServerError InvalidAllowedPatternException InvalidKeyId InvalidPolicyAttributeException
      InvalidPolicyTypeException ParameterAlreadyExists ParameterLimitExceeded ParameterMaxVersionLimitExceeded
      ParameterPatternMismatchException PoliciesLimitExceededException TooManyUpdates UnsupportedParameterType`,
      `PutParameter`,
    ],
    [`InternalServerError InvalidActivation InvalidActivationId TooManyUpdates`, `DeleteActivation`],
    [
      `InternalServerError InvalidActivationId InvalidDocument InvalidFilterKey InvalidInstanceId
      InvalidInstancePropertyFilterValue InvalidNextToken`,
      `DescribeInstanceProperties`,
    ],
    [
      `InternalServerError InvalidAggregatorException InvalidFilter InvalidInventoryGroupException InvalidNextToken
      InvalidResultAttributeException InvalidTypeNameException`,
      `GetInventory`,
    ],
    [
      `InternalServerError InvalidAggregatorException InvalidFilter InvalidNextToken InvalidTypeNameException
      ResourceDataSyncNotFoundException`,
      `GetOpsSummary`,
    ],
    [
      `InternalServerError InvalidAggregatorException InvalidFilter InvalidNextToken
      ResourceDataSyncNotFoundException UnsupportedOperationException`,
      `ListNodesSummary`,
    ],
    [
      `InternalServerError InvalidCommandId InvalidInstanceId InvalidPluginName InvocationDoesNotExist`,
      `GetCommandInvocation`,
    ],
    [
      `InternalServerError InvalidDeleteInventoryParametersException InvalidInventoryRequestException
      InvalidOptionException InvalidTypeNameException`,
      `DeleteInventory`,
    ],
    [`InternalServerError InvalidDeletionIdException InvalidNextToken`, `DescribeInventoryDeletions`],
    [
      `InternalServerError InvalidDocument InvalidDocumentOperation InvalidDocumentVersion TooManyUpdates`,
      `UpdateDocumentMetadata`,
    ],
    [
      `InternalServerError InvalidDocument InvalidDocumentOperation InvalidNextToken InvalidPermissionType`,
      `DescribeDocumentPermission`,
    ],
    [
      `InternalServerError InvalidDocument InvalidDocumentSchemaVersion InvalidDocumentVersion`,
      `UpdateDocumentDefaultVersion`,
    ],
    [`InternalServerError InvalidDocument InvalidDocumentType UnsupportedCalendarException`, `GetCalendarState`],
    [`InternalServerError InvalidDocument InvalidDocumentVersion InvalidNextToken`, `ListDocumentMetadataHistory`],
    [`InternalServerError InvalidDocument InvalidNextToken`, `ListDocumentVersions`],
    [`InternalServerError InvalidDocument TargetNotConnected`, `StartSession`],
    [`InternalServerError InvalidFilter InvalidInstanceId InvalidNextToken`, `DescribeInstancePatches`],
    [
      `InternalServerError InvalidFilter InvalidInstanceId InvalidNextToken InvalidTypeNameException`,
      `ListInventoryEntries`,
    ],
    [`InternalServerError InvalidFilter InvalidNextToken InvalidResourceId InvalidResourceType`, `ListComplianceItems`],
    [
      `InternalServerError InvalidFilter InvalidNextToken ResourceDataSyncNotFoundException
      UnsupportedOperationException`,
      `ListNodes`,
    ],
    [
      `InternalServerError InvalidFilterKey InvalidFilterOption InvalidFilterValue InvalidKeyId InvalidNextToken`,
      `GetParametersByPath`,
    ],
    [
      `InternalServerError InvalidFilterKey InvalidFilterOption InvalidFilterValue InvalidNextToken`,
      `DescribeParameters`,
    ],
    [`InternalServerError InvalidFilterKey InvalidFilterValue InvalidNextToken`, `DescribeAutomationExecutions`],
    [
      `InternalServerError InvalidFilterKey InvalidInstanceId InvalidInstanceInformationFilterValue InvalidNextToken`,
      `DescribeInstanceInformation`,
    ],
    [`InternalServerError InvalidKeyId`, `GetParameters`],
    [`InternalServerError InvalidKeyId InvalidNextToken ParameterNotFound`, `GetParameterHistory`],
    [`InternalServerError InvalidKeyId ParameterNotFound ParameterVersionNotFound`, `GetParameter`],
    [`InternalServerError InvalidNextToken InvalidTypeNameException`, `GetInventorySchema`],
    [`InternalServerError InvalidNextToken ResourceDataSyncInvalidConfigurationException`, `ListResourceDataSync`],
    [`InternalServerError InvalidParameters`, `CreateActivation`],
    [`InternalServerError InvalidResourceId`, `DeregisterPatchBaselineForPatchGroup`],
    [`InternalServerError InvalidResourceId InvalidResourceType`, `ListTagsForResource`],
    [`InternalServerError InvalidResourceId InvalidResourceType TooManyTagsError TooManyUpdates`, `AddTagsToResource`],
    [`InternalServerError InvalidResourceId InvalidResourceType TooManyUpdates`, `RemoveTagsFromResource`],
    [
      `InternalServerError MalformedResourcePolicyDocumentException ResourceNotFoundException
      ResourcePolicyConflictException ResourcePolicyInvalidParameterException ResourcePolicyLimitExceededException
      ResourcePolicyNotFoundException`,
      `PutResourcePolicy`,
    ],
    [
      `InternalServerError MalformedResourcePolicyDocumentException ResourceNotFoundException
      ResourcePolicyConflictException ResourcePolicyInvalidParameterException ResourcePolicyNotFoundException`,
      `DeleteResourcePolicy`,
    ],
    [
      `InternalServerError OpsItemAccessDeniedException OpsItemAlreadyExistsException OpsItemConflictException
      OpsItemInvalidParameterException OpsItemLimitExceededException OpsItemNotFoundException`,
      `UpdateOpsItem`,
    ],
    [
      `InternalServerError OpsItemAccessDeniedException OpsItemAlreadyExistsException
      OpsItemInvalidParameterException OpsItemLimitExceededException`,
      `CreateOpsItem`,
    ],
    [`InternalServerError OpsItemAccessDeniedException OpsItemNotFoundException`, `GetOpsItem`],
    [
      `InternalServerError OpsItemConflictException OpsItemInvalidParameterException OpsItemLimitExceededException
      OpsItemNotFoundException OpsItemRelatedItemAlreadyExistsException`,
      `AssociateOpsItemRelatedItem`,
    ],
    [
      `InternalServerError OpsItemConflictException OpsItemInvalidParameterException OpsItemNotFoundException
      OpsItemRelatedItemAssociationNotFoundException`,
      `DisassociateOpsItemRelatedItem`,
    ],
    [
      `InternalServerError OpsItemInvalidParameterException OpsItemLimitExceededException OpsItemNotFoundException`,
      `ListOpsItemEvents`,
    ],
    [
      `InternalServerError OpsMetadataAlreadyExistsException OpsMetadataInvalidArgumentException
      OpsMetadataLimitExceededException OpsMetadataTooManyUpdatesException`,
      `CreateOpsMetadata`,
    ],
    [`InternalServerError OpsMetadataInvalidArgumentException`, `ListOpsMetadata`],
    [
      `InternalServerError OpsMetadataInvalidArgumentException OpsMetadataKeyLimitExceededException
      OpsMetadataNotFoundException OpsMetadataTooManyUpdatesException`,
      `UpdateOpsMetadata`,
    ],
    [`InternalServerError ParameterNotFound`, `DeleteParameter`],
    [
      `InternalServerError ParameterNotFound ParameterVersionLabelLimitExceeded ParameterVersionNotFound
      TooManyUpdates`,
      `LabelParameterVersion`,
    ],
    [`InternalServerError ParameterNotFound ParameterVersionNotFound TooManyUpdates`, `UnlabelParameterVersion`],
    [
      `InternalServerError ResourceDataSyncAlreadyExistsException ResourceDataSyncCountExceededException
      ResourceDataSyncInvalidConfigurationException`,
      `CreateResourceDataSync`,
    ],
    [
      `InternalServerError ResourceDataSyncConflictException ResourceDataSyncInvalidConfigurationException
      ResourceDataSyncNotFoundException`,
      `UpdateResourceDataSync`,
    ],
    [
      `InternalServerError ResourceDataSyncInvalidConfigurationException ResourceDataSyncNotFoundException`,
      `DeleteResourceDataSync`,
    ],
    [`InternalServerError ResourceInUseException`, `DeletePatchBaseline`],
    [`InternalServerError ResourceNotFoundException ResourcePolicyInvalidParameterException`, `GetResourcePolicies`],
    [`InternalServerError ServiceSettingNotFound`, `GetServiceSetting`],
    [
      `InternalServerError UnsupportedFeatureRequiredException UnsupportedOperatingSystem`,
      `GetDeployablePatchSnapshotForInstance`,
    ],
    [`InternalServerError ValidationException`, `StartExecutionPreview`],
  ],
}
