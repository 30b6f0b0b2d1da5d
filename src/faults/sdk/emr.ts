import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-emr@3.1089.0. */
export const emr: SdkModel = {
  prefix: 'Emr',
  exceptions: `
    InternalServerError:500 InternalServerException InvalidRequestException`,
  raisedBy: [
    [
      `InternalServerException InvalidRequestException`,
      `AddInstanceFleet AddTags CreatePersistentAppUI CreateSecurityConfiguration CreateStudio
      DeleteSecurityConfiguration DeleteStudio DescribeCluster DescribePersistentAppUI DescribeReleaseLabel
      DescribeSecurityConfiguration DescribeStep DescribeStudio GetBlockPublicAccessConfiguration GetSession
      GetSessionEndpoint ListBootstrapActions ListClusters ListInstanceFleets ListInstanceGroups ListInstances
      ListReleaseLabels ListSecurityConfigurations ListSessions ListSteps ListStudios ListSupportedInstanceTypes
      ModifyInstanceFleet PutBlockPublicAccessConfiguration RemoveTags StartNotebookExecution StartSession
      TerminateSession UpdateStudio`,
    ],
    [
      `InternalServerError InvalidRequestException`,
      `CancelSteps CreateStudioSessionMapping DeleteStudioSessionMapping DescribeNotebookExecution
      GetClusterSessionCredentials GetOnClusterAppUIPresignedURL GetPersistentAppUIPresignedURL
      GetStudioSessionMapping ListNotebookExecutions ListStudioSessionMappings ModifyCluster StopNotebookExecution
      UpdateStudioSessionMapping`,
    ],
    [
      `InternalServerError`,
      `AddInstanceGroups AddJobFlowSteps DescribeJobFlows ModifyInstanceGroups RunJobFlow
      SetKeepJobFlowAliveWhenNoSteps SetTerminationProtection SetUnhealthyNodeReplacement SetVisibleToAllUsers
      TerminateJobFlows`,
    ],
  ],
}
