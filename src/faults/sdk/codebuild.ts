import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-codebuild@3.1142.0. */
export const codebuild: SdkModel = {
  prefix: 'CodeBuild',
  exceptions: `
    AccountLimitExceededException AccountSuspendedException InvalidInputException OAuthProviderException
    ResourceAlreadyExistsException ResourceNotFoundException`,
  raisedBy: [
    [
      `InvalidInputException`,
      `BatchDeleteBuilds BatchGetBuildBatches BatchGetBuilds BatchGetCommandExecutions BatchGetFleets
      BatchGetProjects BatchGetReportGroups BatchGetReports BatchGetSandboxes DeleteBuildBatch DeleteFleet
      DeleteProject DeleteReport DeleteReportGroup DeleteResourcePolicy DescribeCodeCoverages ListBuildBatches
      ListBuilds ListFleets ListProjects ListReportGroups ListReports ListSandboxes ListSharedProjects
      ListSharedReportGroups ListSourceCredentials`,
    ],
    [
      `InvalidInputException ResourceNotFoundException`,
      `DeleteSourceCredentials DescribeTestCases GetReportGroupTrend GetResourcePolicy InvalidateProjectCache
      ListBuildBatchesForProject ListBuildsForProject ListCommandExecutionsForSandbox ListReportsForReportGroup
      ListSandboxesForProject PutResourcePolicy RetryBuildBatch StartBuildBatch StartCommandExecution
      StartSandboxConnection StopBuild StopBuildBatch StopSandbox UpdateProject UpdateProjectVisibility
      UpdateReportGroup`,
    ],
    [
      `AccountLimitExceededException InvalidInputException ResourceAlreadyExistsException`,
      `CreateFleet CreateProject CreateReportGroup ImportSourceCredentials`,
    ],
    [
      `AccountLimitExceededException InvalidInputException ResourceNotFoundException`,
      `RetryBuild StartBuild UpdateFleet`,
    ],
    [`InvalidInputException OAuthProviderException ResourceNotFoundException`, `DeleteWebhook UpdateWebhook`],
    [`AccountSuspendedException InvalidInputException ResourceNotFoundException`, `StartSandbox`],
    [
      `InvalidInputException OAuthProviderException ResourceAlreadyExistsException ResourceNotFoundException`,
      `CreateWebhook`,
    ],
  ],
}
