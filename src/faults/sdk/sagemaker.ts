import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-sagemaker@3.1142.0. */
export const sagemaker: SdkModel = {
  prefix: 'SageMaker',
  exceptions: `
    ConflictException ResourceInUse ResourceLimitExceeded ResourceNotFound`,
  raisedBy: [
    [
      `ResourceNotFound`,
      `AttachClusterNodeVolume BatchDeleteClusterNodes BatchRebootClusterNodes BatchReplaceClusterNodes
      CreatePartnerAppPresignedUrl CreatePresignedDomainUrl CreatePresignedMlflowAppUrl
      CreatePresignedMlflowTrackingServerUrl DeleteAIBenchmarkJob DeleteAIRecommendationJob DeleteAction
      DeleteAppImageConfig DeleteArtifact DeleteAssociation DeleteClusterSchedulerConfig DeleteCompilationJob
      DeleteComputeQuota DeleteContext DeleteDataQualityJobDefinition DeleteExperiment DeleteFeatureGroup
      DeleteHubContentReference DeleteHumanTaskUi DeleteMlflowApp DeleteMlflowTrackingServer
      DeleteModelBiasJobDefinition DeleteModelExplainabilityJobDefinition DeleteModelQualityJobDefinition
      DeleteMonitoringSchedule DeleteOptimizationJob DeleteTrial DeleteTrialComponent DescribeAIBenchmarkJob
      DescribeAIRecommendationJob DescribeAIWorkloadConfig DescribeAction DescribeApp DescribeAppImageConfig
      DescribeArtifact DescribeAutoMLJob DescribeAutoMLJobV2 DescribeCluster DescribeClusterEvent
      DescribeClusterNode DescribeClusterSchedulerConfig DescribeCompilationJob DescribeComputeQuota DescribeContext
      DescribeDataQualityJobDefinition DescribeDevice DescribeDeviceFleet DescribeDomain DescribeEdgeDeploymentPlan
      DescribeEdgePackagingJob DescribeExperiment DescribeFeatureGroup DescribeFeatureMetadata
      DescribeFlowDefinition DescribeHub DescribeHubContent DescribeHumanTaskUi DescribeHyperParameterTuningJob
      DescribeImage DescribeImageVersion DescribeInferenceExperiment DescribeInferenceRecommendationsJob DescribeJob
      DescribeJobSchemaVersion DescribeLabelingJob DescribeLineageGroup DescribeMlflowApp
      DescribeMlflowTrackingServer DescribeModelBiasJobDefinition DescribeModelCard DescribeModelCardExportJob
      DescribeModelExplainabilityJobDefinition DescribeModelQualityJobDefinition DescribeMonitoringSchedule
      DescribeOptimizationJob DescribePartnerApp DescribePipeline DescribePipelineDefinitionForExecution
      DescribePipelineExecution DescribeProcessingJob DescribeReservedCapacity DescribeSpace
      DescribeStudioLifecycleConfig DescribeTrainingJob DescribeTrainingPlan DescribeTrainingPlanExtensionHistory
      DescribeTransformJob DescribeTrial DescribeTrialComponent DetachClusterNodeVolume DisassociateTrialComponent
      ExtendTrainingPlan GetLineageGroupPolicy GetScalingConfigurationRecommendation ListActions ListAliases
      ListArtifacts ListAssociations ListCandidatesForAutoMLJob ListClusterEvents ListClusterNodes ListContexts
      ListHubContentVersions ListHubContents ListImageVersions ListInferenceRecommendationsJobSteps
      ListJobSchemaVersions ListLabelingJobsForWorkteam ListModelCardVersions ListMonitoringAlertHistory
      ListMonitoringAlerts ListPipelineExecutionSteps ListPipelineExecutions ListPipelineParametersForExecution
      ListPipelineVersions ListTrainingJobsForHyperParameterTuningJob ListTrialComponents ListTrials
      ListUltraServersByReservedCapacity QueryLineage RenderUiTemplate StartClusterHealthCheck
      StartMonitoringSchedule StopAIBenchmarkJob StopAIRecommendationJob StopAutoMLJob StopCompilationJob
      StopHyperParameterTuningJob StopInferenceRecommendationsJob StopJob StopLabelingJob StopMonitoringSchedule
      StopOptimizationJob StopProcessingJob StopTrainingJob StopTransformJob UpdateAppImageConfig
      UpdateFeatureMetadata UpdateHub`,
    ],
    [
      `ResourceLimitExceeded`,
      `CreateAction CreateArtifact CreateContext CreateEdgeDeploymentPlan CreateEdgeDeploymentStage
      CreateEdgePackagingJob CreateEndpoint CreateEndpointConfig CreateExperiment CreateInferenceComponent
      CreateMlflowApp CreateMlflowTrackingServer CreateModel CreateModelPackageGroup CreateNotebookInstance
      CreateNotebookInstanceLifecycleConfig CreateProject CreateTrialComponent DeleteWorkteam RegisterDevices
      SearchTrainingPlanOfferings StartNotebookInstance UpdateEndpoint UpdateEndpointWeightsAndCapacities
      UpdateInferenceComponent UpdateInferenceComponentRuntimeConfig UpdateNotebookInstance
      UpdateNotebookInstanceLifecycleConfig UpdateWorkteam`,
    ],
    [
      `ResourceInUse ResourceLimitExceeded`,
      `CreateAIWorkloadConfig CreateApp CreateAutoMLJob CreateAutoMLJobV2 CreateCluster CreateCompilationJob
      CreateDataQualityJobDefinition CreateDeviceFleet CreateDomain CreateFeatureGroup CreateFlowDefinition
      CreateHub CreateHumanTaskUi CreateHyperParameterTuningJob CreateImage CreateInferenceExperiment
      CreateInferenceRecommendationsJob CreateLabelingJob CreateModelBiasJobDefinition
      CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateMonitoringSchedule
      CreateOptimizationJob CreateSpace CreateUserProfile CreateWorkteam`,
    ],
    [
      `ConflictException ResourceNotFound`,
      `DeleteCluster DeleteInferenceExperiment DeleteModelCard DeletePartnerApp DeletePipeline
      StartInferenceExperiment StartMlflowTrackingServer StopInferenceExperiment StopMlflowTrackingServer
      StopPipelineExecution UpdateAction UpdateArtifact UpdateClusterSoftware UpdateContext UpdateExperiment
      UpdateInferenceExperiment UpdateMlflowApp UpdatePartnerApp UpdatePipeline UpdatePipelineExecution
      UpdatePipelineVersion UpdateTrial UpdateTrialComponent`,
    ],
    [
      `ResourceInUse ResourceNotFound`,
      `DeleteAIWorkloadConfig DeleteApp DeleteDomain DeleteFlowDefinition DeleteHub DeleteHubContent DeleteImage
      DeleteImageVersion DeleteJob DeleteProcessingJob DeleteSpace DeleteStudioLifecycleConfig DeleteTrainingJob
      DeleteUserProfile UpdateHubContent UpdateHubContentReference UpdateImage UpdateImageVersion`,
    ],
    [
      `ResourceInUse ResourceLimitExceeded ResourceNotFound`,
      `CreateAIBenchmarkJob CreateAIRecommendationJob CreateHubContentReference CreateImageVersion CreateJob
      CreateProcessingJob CreateTrainingJob CreateTrainingPlan CreateTransformJob ImportHubContent UpdateDomain
      UpdateSpace UpdateUserProfile`,
    ],
    [
      `ConflictException ResourceLimitExceeded ResourceNotFound`,
      `CreateModelCardExportJob CreatePipeline RetryPipelineExecution SendPipelineExecutionStepFailure
      SendPipelineExecutionStepSuccess StartPipelineExecution UpdateCluster UpdateClusterSchedulerConfig
      UpdateComputeQuota UpdateMlflowTrackingServer UpdateModelCard`,
    ],
    [
      `ResourceLimitExceeded ResourceNotFound`,
      `AddAssociation AssociateTrialComponent AttachClusterNodeNetworkInterface BatchAddClusterNodes CreateTrial
      DescribeUserProfile StartSession UpdateFeatureGroup UpdateMonitoringAlert UpdateMonitoringSchedule
      UpdateTrainingJob`,
    ],
    [
      `ConflictException`,
      `DeleteAlgorithm DeleteModelPackage DeleteModelPackageGroup DeleteProject PutModelPackageGroupPolicy
      UpdateCodeRepository UpdateModelPackage UpdateProject UpdateWorkforce`,
    ],
    [
      `ResourceInUse`,
      `CreateAppImageConfig CreateStudioLifecycleConfig DeleteDeviceFleet DeleteEdgeDeploymentPlan
      DeleteEdgeDeploymentStage ListStudioLifecycleConfigs UpdateDeviceFleet`,
    ],
    [
      `ConflictException ResourceLimitExceeded`,
      `CreateClusterSchedulerConfig CreateComputeQuota CreateModelCard CreateModelPackage CreatePartnerApp`,
    ],
  ],
}
