import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-ecs@3.1162.0. */
export const ecs: SdkModel = {
  prefix: 'Ecs',
  exceptions: `
    AccessDeniedException:403 AttributeLimitExceededException BlockedException ClientException
    ClusterContainsCapacityProviderException ClusterContainsContainerInstancesException
    ClusterContainsServicesException ClusterContainsTasksException ClusterNotFoundException ConflictException
    DaemonNotActiveException DaemonNotFoundException GatewayNotFoundException InvalidParameterException
    LimitExceededException MissingVersionException NamespaceNotFoundException NoUpdateAvailableException
    PlatformTaskDefinitionIncompatibilityException PlatformUnknownException ResourceInUseException
    ResourceNotFoundException ServerException ServiceDeploymentNotFoundException ServiceNotActiveException
    ServiceNotFoundException TargetNotConnectedException TargetNotFoundException TaskSetNotFoundException
    UnsupportedFeatureException UpdateInProgressException`,
  raisedBy: [
    [
      `AccessDeniedException ClientException InvalidParameterException ServerException`,
      `DeleteAccountSetting DeleteDaemonTaskDefinition DeleteTaskDefinitions DeregisterTaskDefinition
      DescribeClusters DescribeDaemonTaskDefinition DescribeTaskDefinition DiscoverPollEndpoint ListAccountSettings
      ListClusters ListDaemonTaskDefinitions ListTaskDefinitionFamilies ListTaskDefinitions PutAccountSetting
      PutAccountSettingDefault`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException`,
      `DeregisterContainerInstance DescribeContainerInstances DescribeServices DescribeTasks ListAttributes
      ListContainerInstances ListServices ListTagsForResource RegisterContainerInstance StopTask
      SubmitAttachmentStateChanges SubmitContainerStateChange SubmitTaskStateChange UpdateContainerInstancesState`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      UnsupportedFeatureException`,
      `DescribeCapacityProviders DescribeDaemonDeployments DescribeDaemonRevisions ListDaemonDeployments ListDaemons
      UpdateCapacityProvider`,
    ],
    [
      `AccessDeniedException ClientException GatewayNotFoundException InvalidParameterException ServerException
      UnsupportedFeatureException`,
      `DeleteGateway DescribeGateway DescribeGatewayResources ListGatewayRoutes UpdateGateway`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      ResourceNotFoundException ServerException UnsupportedFeatureException`,
      `DescribeExpressGatewayService GetTaskProtection UpdateTaskProtection`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      ServiceNotActiveException ServiceNotFoundException UnsupportedFeatureException`,
      `DeleteExpressGatewayService DescribeTaskSets UpdateExpressGatewayService`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      ServiceNotFoundException UnsupportedFeatureException`,
      `DescribeServiceDeployments DescribeServiceRevisions ListServiceDeployments`,
    ],
    [
      `AccessDeniedException ClientException InvalidParameterException ServerException UnsupportedFeatureException`,
      `CreateGateway ListGatewayClusterAssociations ListGateways`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      LimitExceededException ServerException ServiceNotActiveException ServiceNotFoundException
      TaskSetNotFoundException UnsupportedFeatureException`,
      `DeleteTaskSet UpdateTaskSet`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      ServiceNotFoundException`,
      `DeleteService ListTasks`,
    ],
    [
      `AccessDeniedException ClientException InvalidParameterException LimitExceededException ServerException`,
      `RegisterDaemonTaskDefinition RegisterTaskDefinition`,
    ],
    [
      `AccessDeniedException ClientException InvalidParameterException NamespaceNotFoundException ServerException`,
      `CreateCluster ListServicesByNamespace`,
    ],
    [
      `AccessDeniedException AttributeLimitExceededException ClientException ClusterNotFoundException
      InvalidParameterException ServerException TargetNotFoundException`,
      `PutAttributes`,
    ],
    [
      `AccessDeniedException BlockedException ClientException ClusterNotFoundException ConflictException
      InvalidParameterException PlatformTaskDefinitionIncompatibilityException PlatformUnknownException
      ServerException UnsupportedFeatureException`,
      `RunTask`,
    ],
    [
      `AccessDeniedException ClientException ClusterContainsCapacityProviderException
      ClusterContainsContainerInstancesException ClusterContainsServicesException ClusterContainsTasksException
      ClusterNotFoundException InvalidParameterException ServerException UpdateInProgressException`,
      `DeleteCluster`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException DaemonNotActiveException
      DaemonNotFoundException InvalidParameterException PlatformUnknownException ServerException
      UnsupportedFeatureException`,
      `UpdateDaemon`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException DaemonNotActiveException
      DaemonNotFoundException InvalidParameterException ServerException UnsupportedFeatureException`,
      `DeleteDaemon`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException DaemonNotFoundException
      InvalidParameterException ServerException UnsupportedFeatureException`,
      `DescribeDaemon`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException GatewayNotFoundException
      InvalidParameterException ResourceNotFoundException ServerException UnsupportedFeatureException`,
      `DisassociateGatewayFromCluster`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException GatewayNotFoundException
      InvalidParameterException ServerException UnsupportedFeatureException`,
      `AssociateGatewayWithCluster`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      LimitExceededException NamespaceNotFoundException PlatformTaskDefinitionIncompatibilityException
      PlatformUnknownException ServerException ServiceNotActiveException ServiceNotFoundException
      UnsupportedFeatureException`,
      `CreateTaskSet`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      LimitExceededException ResourceNotFoundException ServerException`,
      `TagResource`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      LimitExceededException ServerException UnsupportedFeatureException UpdateInProgressException`,
      `CreateCapacityProvider`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      MissingVersionException NoUpdateAvailableException ServerException UpdateInProgressException`,
      `UpdateContainerAgent`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      NamespaceNotFoundException PlatformTaskDefinitionIncompatibilityException PlatformUnknownException
      ServerException ServiceNotActiveException ServiceNotFoundException UnsupportedFeatureException`,
      `UpdateService`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      NamespaceNotFoundException PlatformTaskDefinitionIncompatibilityException PlatformUnknownException
      ServerException UnsupportedFeatureException`,
      `CreateService`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      NamespaceNotFoundException ServerException`,
      `UpdateCluster`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      NamespaceNotFoundException ServerException UnsupportedFeatureException`,
      `StartTask`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      PlatformTaskDefinitionIncompatibilityException PlatformUnknownException ServerException
      UnsupportedFeatureException`,
      `CreateExpressGatewayService`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      PlatformUnknownException ServerException UnsupportedFeatureException`,
      `CreateDaemon`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      ResourceInUseException ServerException UpdateInProgressException`,
      `PutClusterCapacityProviders`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException
      ResourceNotFoundException ServerException`,
      `UntagResource`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      ServiceNotActiveException ServiceNotFoundException TaskSetNotFoundException UnsupportedFeatureException`,
      `UpdateServicePrimaryTaskSet`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      TargetNotConnectedException`,
      `ExecuteCommand`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      TargetNotFoundException`,
      `DeleteAttributes`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      UnsupportedFeatureException UpdateInProgressException`,
      `DeleteCapacityProvider`,
    ],
    [
      `AccessDeniedException ClientException ClusterNotFoundException InvalidParameterException ServerException
      UpdateInProgressException`,
      `UpdateClusterSettings`,
    ],
    [
      `AccessDeniedException ClientException ConflictException InvalidParameterException ServerException
      ServiceDeploymentNotFoundException UnsupportedFeatureException`,
      `StopServiceDeployment`,
    ],
    [
      `AccessDeniedException ClientException InvalidParameterException ResourceNotFoundException ServerException
      UnsupportedFeatureException`,
      `DescribeGatewayRoute`,
    ],
    [
      `AccessDeniedException ClientException InvalidParameterException ServerException
      ServiceDeploymentNotFoundException UnsupportedFeatureException`,
      `ContinueServiceDeployment`,
    ],
  ],
}
