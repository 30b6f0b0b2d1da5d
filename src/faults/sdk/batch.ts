import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-batch@3.1138.0. */
export const batch: SdkModel = {
  prefix: 'Batch',
  exceptions: `
    ClientException:400 ServerException:500`,
  raisedBy: [
    [
      `ClientException ServerException`,
      `CancelJob CancelJobs CreateComputeEnvironment CreateConsumableResource CreateJobQueue CreateQuotaShare
      CreateSchedulingPolicy CreateServiceEnvironment DeleteComputeEnvironment DeleteConsumableResource
      DeleteJobQueue DeleteQuotaShare DeleteSchedulingPolicy DeleteServiceEnvironment DeregisterJobDefinition
      DescribeComputeEnvironments DescribeConsumableResource DescribeJobDefinitions DescribeJobQueues DescribeJobs
      DescribeQuotaShare DescribeSchedulingPolicies DescribeServiceEnvironments DescribeServiceJob
      GetJobQueueSnapshot ListConsumableResources ListJobs ListJobsByConsumableResource ListQuotaShares
      ListSchedulingPolicies ListServiceJobs ListTagsForResource RegisterJobDefinition SubmitJob SubmitServiceJob
      TagResource TerminateJob TerminateJobs TerminateServiceJob TerminateServiceJobs UntagResource
      UpdateComputeEnvironment UpdateConsumableResource UpdateJobQueue UpdateQuotaShare UpdateSchedulingPolicy
      UpdateServiceEnvironment UpdateServiceJob`,
    ],
  ],
}
