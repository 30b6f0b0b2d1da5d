import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-glue@3.1169.0. */
export const glue: SdkModel = {
  prefix: 'Glue',
  exceptions: `
    AccessDeniedException AlreadyExistsException ColumnStatisticsTaskNotRunningException
    ColumnStatisticsTaskRunningException ColumnStatisticsTaskStoppingException ConcurrentModificationException
    ConcurrentRunsExceededException ConditionCheckFailureException ConflictException CrawlerNotRunningException
    CrawlerRunningException CrawlerStoppingException EntityNotFoundException FederatedResourceAlreadyExistsException
    FederationSourceException FederationSourceRetryableException GlueEncryptionException
    IdempotentParameterMismatchException IllegalBlueprintStateException IllegalSessionStateException
    IllegalWorkflowStateException IntegrationConflictOperationFault:409 IntegrationNotFoundFault:404
    IntegrationQuotaExceededFault:402 InternalServerException:500 InternalServiceException InvalidInputException
    InvalidIntegrationStateFault:400 InvalidStateException KMSKeyNotAccessibleFault:400 MLTransformNotReadyException
    MaterializedViewRefreshTaskNotRunningException MaterializedViewRefreshTaskRunningException
    MaterializedViewRefreshTaskStoppingException NoScheduleException OperationNotSupportedException
    OperationTimeoutException PermissionTypeMismatchException ResourceNotFoundException:404
    ResourceNotReadyException ResourceNumberLimitExceededException SchedulerNotRunningException
    SchedulerRunningException SchedulerTransitioningException SessionBusyException TargetResourceNotFound:404
    ThrottlingException ValidationException VersionMismatchException`,
  raisedBy: [
    [
      `EntityNotFoundException InternalServiceException InvalidInputException OperationTimeoutException`,
      `BatchDeleteTableVersion CancelDataQualityRuleRecommendationRun CancelDataQualityRulesetEvaluationRun
      CancelMLTaskRun DeleteDataQualityRuleset DeleteDevEndpoint DeleteMLTransform DeletePartition
      DeleteSecurityConfiguration DeleteTableVersion DeleteUserDefinedFunction GetBlueprint GetBlueprintRuns
      GetDataQualityModel GetDataQualityModelResult GetDataQualityResult GetDataQualityResultV2
      GetDataQualityRuleRecommendationRun GetDataQualityRuleset GetDataQualityRulesetEvaluationRun GetDevEndpoint
      GetDevEndpoints GetJob GetJobRun GetJobRuns GetJobs GetMLTaskRun GetMLTaskRuns GetMLTransform GetMLTransforms
      GetMapping GetResourcePolicy GetSecurityConfiguration GetSecurityConfigurations GetTags GetTrigger GetTriggers
      GetWorkflow GetWorkflowRun GetWorkflowRunProperties GetWorkflowRuns ListDataQualityRulesets ListDevEndpoints
      ListJobs ListMLTransforms ListTriggers ResetJobBookmark StartExportLabelsTaskRun TagResource UntagResource`,
    ],
    [
      `InternalServiceException InvalidInputException OperationTimeoutException`,
      `BatchGetBlueprints BatchGetCustomEntityTypes BatchGetDataQualityResult BatchGetDataQualityResultV2
      BatchGetDataQualityRulesetEvaluationRun BatchGetJobs BatchGetTriggers BatchGetWorkflows BatchStopJobRun
      CreateScript DeleteBlueprint DeleteJob GetDataCatalogEncryptionSettings GetDataflowGraph GetPlan
      ListBlueprints ListCustomEntityTypes ListDataQualityResults ListDataQualityResultsV2
      ListDataQualityRuleRecommendationRuns ListDataQualityRulesetEvaluationRuns ListWorkflows
      PutDataCatalogEncryptionSettings SearchTables`,
    ],
    [
      `EntityNotFoundException GlueEncryptionException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `DeleteColumnStatisticsForPartition DeleteColumnStatisticsForTable GetColumnStatisticsForPartition
      GetColumnStatisticsForTable GetTableVersion GetTableVersions GetUserDefinedFunction GetUserDefinedFunctions
      UpdateColumnStatisticsForPartition UpdateColumnStatisticsForTable UpdatePartition UpdateUserDefinedFunction`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServerException InternalServiceException
      InvalidInputException ResourceNotFoundException ValidationException`,
      `CreateIntegrationTableProperties DeleteIntegrationResourceProperty DeleteIntegrationTableProperties
      GetIntegrationResourceProperty GetIntegrationTableProperties ListIntegrationResourceProperties
      ListIntegrationTableProperties UpdateIntegrationResourceProperty UpdateIntegrationTableProperties`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException`,
      `GetRegistry GetSchema GetSchemaByDefinition GetSchemaVersion GetSchemaVersionsDiff GetSystemLogsForSession
      ListSchemaVersions ListSchemas`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      ThrottlingException`,
      `BatchGetIterableForms BatchGetTableOptimizer DeleteTableOptimizer GetAsset GetAssetType GetFormType
      GetTableOptimizer ListIterableForms`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException InternalServiceException
      InvalidInputException ThrottlingException`,
      `AssociateGlossaryTerms DeleteAttachment DisassociateGlossaryTerms PutAsset PutAssetType PutAttachment
      UpdateAsset`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `DeleteCustomEntityType DeleteDataQualityEvaluationConfig GetCustomEntityType GetDataQualityEvaluationConfig
      GetSession GetSystemLogsForJobRun UpdateMLTransform`,
    ],
    [
      `OperationTimeoutException`,
      `GetClassifiers GetColumnStatisticsTaskRuns GetCrawlerMetrics GetCrawlers ListColumnStatisticsTaskRuns
      ListCrawlers`,
    ],
    [
      `AccessDeniedException InternalServiceException InvalidInputException ThrottlingException`,
      `ListAssetTypes ListFormTypes ListGlossaries ListGlossaryTerms SearchAssets`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `BatchDeletePartition StopTrigger UpdateJob UpdateTrigger UpdateWorkflow`,
    ],
    [
      `EntityNotFoundException InvalidInputException OperationTimeoutException`,
      `DeleteColumnStatisticsTaskSettings GetColumnStatisticsTaskRun GetColumnStatisticsTaskSettings ListCrawls
      StopColumnStatisticsTaskRunSchedule`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `DeleteGlueIdentityCenterConfiguration GetGlueIdentityCenterConfiguration UpdateDataQualityEvaluationConfig
      UpdateGlueIdentityCenterConfiguration`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException InternalServiceException InvalidInputException
      ThrottlingException`,
      `DeleteAsset DeleteAssetType DeleteGlossaryTerm PutFormType`,
    ],
    [
      `EntityNotFoundException FederationSourceException FederationSourceRetryableException GlueEncryptionException
      InternalServiceException InvalidInputException OperationTimeoutException`,
      `GetDatabase GetDatabases GetPartition GetTables`,
    ],
    [`EntityNotFoundException OperationTimeoutException`, `DeleteClassifier DeleteConnection GetClassifier GetCrawler`],
    [
      `AccessDeniedException AlreadyExistsException ConcurrentModificationException EntityNotFoundException
      InternalServiceException InvalidInputException ThrottlingException`,
      `CreateGlossaryTerm UpdateGlossary UpdateGlossaryTerm`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException InvalidInputException`,
      `DeleteRegistry DeleteSchema DeleteSchemaVersions`,
    ],
    [
      `AccessDeniedException EntityNotFoundException FederationSourceException GlueEncryptionException
      InvalidInputException OperationTimeoutException ValidationException`,
      `DescribeEntity GetEntityRecords ListEntities`,
    ],
    [
      `AccessDeniedException EntityNotFoundException IllegalSessionStateException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `CancelStatement GetStatement ListStatements`,
    ],
    [
      `AccessDeniedException InternalServiceException InvalidInputException OperationTimeoutException`,
      `BatchGetDevEndpoints ListDataQualityEvaluationConfigs ListSessions`,
    ],
    [
      `AlreadyExistsException EntityNotFoundException GlueEncryptionException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreatePartition CreatePartitionIndex CreateUserDefinedFunction`,
    ],
    [
      `AlreadyExistsException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException`,
      `CreateBlueprint CreateDataQualityRuleset CreateSecurityConfiguration`,
    ],
    [
      `ConcurrentRunsExceededException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException ResourceNumberLimitExceededException`,
      `StartJobRun StartTrigger StartWorkflowRun`,
    ],
    [
      `EntityNotFoundException FederationSourceException FederationSourceRetryableException GlueEncryptionException
      InternalServiceException InvalidInputException OperationTimeoutException PermissionTypeMismatchException`,
      `GetUnfilteredPartitionMetadata GetUnfilteredPartitionsMetadata GetUnfilteredTableMetadata`,
    ],
    [
      `EntityNotFoundException GlueEncryptionException InvalidInputException OperationTimeoutException`,
      `GetConnection GetConnections UpdateConnection`,
    ],
    [
      `InternalServiceException OperationTimeoutException`,
      `BatchDeleteConnection GetCatalogImportStatus ImportCatalogToGlue`,
    ],
    [
      `AccessDeniedException AlreadyExistsException EntityNotFoundException InternalServiceException
      InvalidInputException OperationTimeoutException ValidationException`,
      `UpdateJobFromSourceControl UpdateSourceControlFromJob`,
    ],
    [
      `AccessDeniedException AlreadyExistsException IdempotentParameterMismatchException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateCustomEntityType CreateMLTransform`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException ConflictException InternalServiceException
      InvalidInputException ThrottlingException`,
      `DeleteFormType DeleteGlossary`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException FederationSourceException
      GlueEncryptionException InternalServiceException InvalidInputException OperationTimeoutException`,
      `DeleteCatalog UpdateCatalog`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException InternalServiceException
      InvalidInputException`,
      `UpdateRegistry UpdateSchema`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException IllegalSessionStateException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `DeleteSession StopSession`,
    ],
    [
      `AccessDeniedException ConflictException EntityNotFoundException IntegrationConflictOperationFault
      IntegrationNotFoundFault InternalServerException InternalServiceException InvalidInputException
      InvalidIntegrationStateFault InvalidStateException ValidationException`,
      `DeleteIntegration ModifyIntegration`,
    ],
    [
      `AccessDeniedException EntityNotFoundException FederationSourceException FederationSourceRetryableException
      GlueEncryptionException InternalServiceException InvalidInputException OperationTimeoutException`,
      `GetCatalog GetCatalogs`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      OperationNotSupportedException`,
      `GetDashboardUrl GetJobUpgradeAnalysis`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException ThrottlingException`,
      `GetGlossary GetGlossaryTerm`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InvalidInputException`,
      `QuerySchemaVersionMetadata RemoveSchemaVersionMetadata`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InvalidInputException OperationTimeoutException`,
      `GetMaterializedViewRefreshTaskRun StartColumnStatisticsTaskRunSchedule`,
    ],
    [
      `AccessDeniedException InternalServiceException InvalidInputException`,
      `CheckSchemaVersionValidity ListRegistries`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException EntityNotFoundException FederationSourceException
      FederationSourceRetryableException GlueEncryptionException InternalServiceException InvalidInputException
      OperationTimeoutException ResourceNotReadyException ResourceNumberLimitExceededException`,
      `CreateTable UpdateTable`,
    ],
    [
      `ConcurrentModificationException InternalServiceException InvalidInputException OperationTimeoutException`,
      `DeleteTrigger DeleteWorkflow`,
    ],
    [
      `ConditionCheckFailureException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `DeleteResourcePolicy PutResourcePolicy`,
    ],
    [
      `ConflictException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `GetPartitionIndexes StartDataQualityRulesetEvaluationRun`,
    ],
    [
      `EntityNotFoundException InternalServiceException InvalidInputException`,
      `ListDataQualityStatistics PutDataQualityProfileAnnotation`,
    ],
    [
      `EntityNotFoundException InternalServiceException InvalidInputException OperationTimeoutException
      ValidationException`,
      `GetJobBookmark UpdateDevEndpoint`,
    ],
    [
      `InternalServiceException InvalidInputException OperationNotSupportedException OperationTimeoutException`,
      `DeleteUsageProfile ListUsageProfiles`,
    ],
    [
      `AccessDeniedException AlreadyExistsException ColumnStatisticsTaskRunningException EntityNotFoundException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateColumnStatisticsTaskSettings`,
    ],
    [
      `AccessDeniedException AlreadyExistsException ConcurrentModificationException EntityNotFoundException
      FederatedResourceAlreadyExistsException FederationSourceException GlueEncryptionException
      InternalServiceException InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateCatalog`,
    ],
    [
      `AccessDeniedException AlreadyExistsException ConcurrentModificationException EntityNotFoundException
      InternalServiceException InvalidInputException ResourceNumberLimitExceededException`,
      `CreateSchema`,
    ],
    [
      `AccessDeniedException AlreadyExistsException ConcurrentModificationException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `CreateGlueIdentityCenterConfiguration`,
    ],
    [
      `AccessDeniedException AlreadyExistsException ConcurrentModificationException InternalServiceException
      InvalidInputException ResourceNumberLimitExceededException`,
      `CreateRegistry`,
    ],
    [
      `AccessDeniedException AlreadyExistsException ConcurrentModificationException InternalServiceException
      InvalidInputException ThrottlingException`,
      `CreateGlossary`,
    ],
    [
      `AccessDeniedException AlreadyExistsException EntityNotFoundException IdempotentParameterMismatchException
      InternalServiceException InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateDataQualityEvaluationConfig`,
    ],
    [
      `AccessDeniedException AlreadyExistsException EntityNotFoundException InternalServiceException
      InvalidInputException ThrottlingException ValidationException`,
      `CreateTableOptimizer`,
    ],
    [
      `AccessDeniedException AlreadyExistsException EntityNotFoundException InvalidInputException
      ResourceNumberLimitExceededException`,
      `PutSchemaVersionMetadata`,
    ],
    [
      `AccessDeniedException AlreadyExistsException IdempotentParameterMismatchException InternalServiceException
      InvalidInputException OperationNotSupportedException OperationTimeoutException
      ResourceNumberLimitExceededException ValidationException`,
      `CreateSession`,
    ],
    [
      `AccessDeniedException AlreadyExistsException IdempotentParameterMismatchException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException ValidationException`,
      `CreateDevEndpoint`,
    ],
    [
      `AccessDeniedException ColumnStatisticsTaskRunningException EntityNotFoundException InvalidInputException
      OperationTimeoutException ResourceNumberLimitExceededException`,
      `StartColumnStatisticsTaskRun`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException InternalServiceException
      InvalidInputException ResourceNumberLimitExceededException`,
      `RegisterSchemaVersion`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException EntityNotFoundException InternalServiceException
      InvalidInputException ThrottlingException ValidationException`,
      `UpdateTableOptimizer`,
    ],
    [
      `AccessDeniedException ConflictException EntityNotFoundException FederationSourceException
      GlueEncryptionException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException`,
      `TestConnection`,
    ],
    [
      `AccessDeniedException ConflictException EntityNotFoundException IntegrationConflictOperationFault
      IntegrationQuotaExceededFault InternalServerException InternalServiceException InvalidInputException
      KMSKeyNotAccessibleFault ResourceNotFoundException ResourceNumberLimitExceededException ValidationException`,
      `CreateIntegration`,
    ],
    [
      `AccessDeniedException ConflictException EntityNotFoundException InternalServerException
      InternalServiceException InvalidInputException ResourceNotFoundException ValidationException`,
      `CreateIntegrationResourceProperty`,
    ],
    [
      `AccessDeniedException ConflictException InternalServiceException InvalidInputException ThrottlingException`,
      `PutDataCatalogExportConfiguration`,
    ],
    [
      `AccessDeniedException EntityNotFoundException IllegalSessionStateException InternalServiceException
      InvalidInputException OperationNotSupportedException OperationTimeoutException`,
      `GetSessionEndpoint`,
    ],
    [
      `AccessDeniedException EntityNotFoundException IllegalSessionStateException InternalServiceException
      InvalidInputException OperationNotSupportedException OperationTimeoutException
      ResourceNumberLimitExceededException SessionBusyException ValidationException`,
      `RunStatement`,
    ],
    [
      `AccessDeniedException EntityNotFoundException IntegrationNotFoundFault InternalServerException
      InternalServiceException InvalidInputException OperationNotSupportedException TargetResourceNotFound
      ValidationException`,
      `DescribeInboundIntegrations`,
    ],
    [
      `AccessDeniedException EntityNotFoundException IntegrationNotFoundFault InternalServerException
      InternalServiceException InvalidInputException ValidationException`,
      `DescribeIntegrations`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      OperationNotSupportedException ResourceNumberLimitExceededException ValidationException`,
      `StartJobUpgradeAnalysis`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      OperationNotSupportedException ThrottlingException`,
      `StopJobUpgradeAnalysis`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException ValidationException`,
      `DeleteConnectionType`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InternalServiceException InvalidInputException
      ThrottlingException ValidationException`,
      `ListTableOptimizerRuns`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InvalidInputException
      MaterializedViewRefreshTaskRunningException OperationTimeoutException ResourceNumberLimitExceededException`,
      `StartMaterializedViewRefreshTaskRun`,
    ],
    [
      `AccessDeniedException EntityNotFoundException InvalidInputException OperationTimeoutException
      VersionMismatchException`,
      `UpdateColumnStatisticsTaskSettings`,
    ],
    [`AccessDeniedException InternalServiceException`, `ListConnectionTypes`],
    [
      `AccessDeniedException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException ValidationException`,
      `RegisterConnectionType`,
    ],
    [
      `AccessDeniedException InternalServiceException InvalidInputException ValidationException`,
      `DescribeConnectionType`,
    ],
    [
      `AccessDeniedException InvalidInputException MaterializedViewRefreshTaskNotRunningException
      MaterializedViewRefreshTaskStoppingException OperationTimeoutException`,
      `StopMaterializedViewRefreshTaskRun`,
    ],
    [`AccessDeniedException InvalidInputException OperationTimeoutException`, `ListMaterializedViewRefreshTaskRuns`],
    [
      `AlreadyExistsException ConcurrentModificationException EntityNotFoundException FederationSourceException
      FederationSourceRetryableException GlueEncryptionException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `UpdateDatabase`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException EntityNotFoundException GlueEncryptionException
      InternalServiceException InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `BatchCreatePartition`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException EntityNotFoundException
      IdempotentParameterMismatchException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException`,
      `CreateTrigger`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException EntityNotFoundException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `PutWorkflowRunProperties`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException FederatedResourceAlreadyExistsException
      FederationSourceException FederationSourceRetryableException GlueEncryptionException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateDatabase`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException IdempotentParameterMismatchException
      InternalServiceException InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateJob`,
    ],
    [
      `AlreadyExistsException ConcurrentModificationException InternalServiceException InvalidInputException
      OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateWorkflow`,
    ],
    [
      `AlreadyExistsException EntityNotFoundException IdempotentParameterMismatchException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `UpdateDataQualityRuleset`,
    ],
    [
      `AlreadyExistsException GlueEncryptionException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException`,
      `CreateConnection`,
    ],
    [
      `AlreadyExistsException InternalServiceException InvalidInputException OperationNotSupportedException
      OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateUsageProfile`,
    ],
    [`AlreadyExistsException InvalidInputException OperationTimeoutException`, `CreateClassifier`],
    [
      `AlreadyExistsException InvalidInputException OperationTimeoutException ResourceNumberLimitExceededException`,
      `CreateCrawler`,
    ],
    [
      `ColumnStatisticsTaskNotRunningException ColumnStatisticsTaskStoppingException EntityNotFoundException
      OperationTimeoutException`,
      `StopColumnStatisticsTaskRun`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException FederationSourceException
      FederationSourceRetryableException InternalServiceException InvalidInputException OperationTimeoutException`,
      `DeleteDatabase`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException FederationSourceException
      FederationSourceRetryableException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNotReadyException`,
      `DeleteTable`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException GlueEncryptionException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `BatchUpdatePartition`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException GlueEncryptionException InternalServiceException
      InvalidInputException OperationTimeoutException ResourceNotReadyException`,
      `BatchDeleteTable`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException IllegalBlueprintStateException
      InternalServiceException InvalidInputException OperationTimeoutException`,
      `UpdateBlueprint`,
    ],
    [
      `ConcurrentModificationException EntityNotFoundException InternalServiceException InvalidInputException
      OperationNotSupportedException OperationTimeoutException`,
      `UpdateUsageProfile`,
    ],
    [
      `ConcurrentRunsExceededException EntityNotFoundException IllegalWorkflowStateException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `ResumeWorkflowRun`,
    ],
    [
      `ConcurrentRunsExceededException EntityNotFoundException InternalServiceException InvalidInputException
      MLTransformNotReadyException OperationTimeoutException`,
      `StartMLEvaluationTaskRun`,
    ],
    [
      `ConcurrentRunsExceededException EntityNotFoundException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `StartMLLabelingSetGenerationTaskRun`,
    ],
    [
      `ConflictException EntityNotFoundException GlueEncryptionException InternalServiceException
      InvalidInputException OperationTimeoutException`,
      `DeletePartitionIndex`,
    ],
    [
      `ConflictException InternalServiceException InvalidInputException OperationTimeoutException`,
      `StartDataQualityRuleRecommendationRun`,
    ],
    [
      `CrawlerNotRunningException CrawlerStoppingException EntityNotFoundException OperationTimeoutException`,
      `StopCrawler`,
    ],
    [
      `CrawlerRunningException EntityNotFoundException InvalidInputException OperationTimeoutException
      VersionMismatchException`,
      `UpdateCrawler`,
    ],
    [`CrawlerRunningException EntityNotFoundException OperationTimeoutException`, `StartCrawler`],
    [
      `CrawlerRunningException EntityNotFoundException OperationTimeoutException SchedulerTransitioningException`,
      `DeleteCrawler`,
    ],
    [
      `EntityNotFoundException FederationSourceException FederationSourceRetryableException GlueEncryptionException
      InternalServiceException InvalidInputException InvalidStateException OperationTimeoutException`,
      `BatchGetPartition`,
    ],
    [
      `EntityNotFoundException FederationSourceException FederationSourceRetryableException GlueEncryptionException
      InternalServiceException InvalidInputException InvalidStateException OperationTimeoutException
      ResourceNotReadyException`,
      `GetPartitions`,
    ],
    [
      `EntityNotFoundException FederationSourceException FederationSourceRetryableException GlueEncryptionException
      InternalServiceException InvalidInputException OperationTimeoutException ResourceNotReadyException`,
      `GetTable`,
    ],
    [
      `EntityNotFoundException IllegalBlueprintStateException InternalServiceException InvalidInputException
      OperationTimeoutException ResourceNumberLimitExceededException`,
      `StartBlueprintRun`,
    ],
    [
      `EntityNotFoundException IllegalWorkflowStateException InternalServiceException InvalidInputException
      OperationTimeoutException`,
      `StopWorkflowRun`,
    ],
    [
      `EntityNotFoundException InternalServiceException InvalidInputException OperationNotSupportedException
      OperationTimeoutException`,
      `GetUsageProfile`,
    ],
    [
      `EntityNotFoundException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException`,
      `StartImportLabelsTaskRun`,
    ],
    [
      `EntityNotFoundException InternalServiceException InvalidInputException ResourceNumberLimitExceededException`,
      `BatchPutDataQualityStatisticAnnotation`,
    ],
    [
      `EntityNotFoundException InternalServiceException InvalidInputException ThrottlingException`,
      `GetDataCatalogExportConfiguration`,
    ],
    [`EntityNotFoundException InternalServiceException OperationTimeoutException`, `GetBlueprintRun`],
    [
      `EntityNotFoundException InvalidInputException OperationTimeoutException SchedulerTransitioningException
      VersionMismatchException`,
      `UpdateCrawlerSchedule`,
    ],
    [
      `EntityNotFoundException InvalidInputException OperationTimeoutException VersionMismatchException`,
      `UpdateClassifier`,
    ],
    [
      `EntityNotFoundException NoScheduleException OperationTimeoutException SchedulerRunningException
      SchedulerTransitioningException`,
      `StartCrawlerSchedule`,
    ],
    [
      `EntityNotFoundException OperationTimeoutException SchedulerNotRunningException SchedulerTransitioningException`,
      `StopCrawlerSchedule`,
    ],
    [
      `GlueEncryptionException InternalServiceException InvalidInputException OperationTimeoutException`,
      `GetResourcePolicies`,
    ],
    [
      `IdempotentParameterMismatchException InternalServiceException InvalidInputException OperationTimeoutException
      ResourceNumberLimitExceededException`,
      `PublishDataQualityResultV2`,
    ],
    [`InternalServiceException InvalidInputException`, `ListDataQualityStatisticAnnotations`],
    [`InvalidInputException OperationTimeoutException`, `BatchGetCrawlers`],
  ],
}
