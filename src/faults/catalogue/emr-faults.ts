import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { serviceFault } from '../service-fault.js'

const family = 'emr'
const API = 'https://docs.aws.amazon.com/emr/latest/APIReference'

const throttled = serviceFault({
  id: 'emr-throttled',
  title: 'The EMR API is called too often',
  family,
  aliases: ['emr-throttle'],
  service: { optimized: 'elasticmapreduce', sdk: 'emr' },
  targets: 'tasks on EMR',
  code: 'ThrottlingException',
  generic: true,
  status: 400,
  message: 'Rate exceeded',
  notMatchedBy: ['EMR.ThrottlingException', 'Emr.ThrottlingException'],
  transient: true,
  advice:
    'List EMR.AmazonElasticMapReduceException (Emr.EmrException through aws-sdk:) with FULL jitter and a MaxDelaySeconds.',
  evidence: 'inferred',
  source: ['public post-mortem: a retrier for EMR.ThrottlingException never took it'],
})

const stepFailed = jobFault({
  id: 'emr-step-failed',
  title: 'The step fails',
  family,
  aliases: ['step-failed'],
  service: 'elasticmapreduce',
  actions: ['addStep'],
  targets: 'tasks that wait for an EMR step (elasticmapreduce:addStep.sync)',
  described: {
    Step: {
      Id: 's-{job_id}',
      Status: { FailureDetails: { LogFile: 's3://logs/steps/stderr.gz', Reason: '{reason}' }, State: 'FAILED' },
    },
  },
  parameters: { reason: { kind: 'text', default: 'Unknown Error.', help: 'the Reason among its FailureDetails' } },
  transient: 'depends',
  advice: 'Choose by FailureDetails.Reason, which States.StringToJson reads out of the Cause.',
  evidence: 'inferred',
  source: [`${API}/API_StepStatus.html`],
})

const clusterFailed = jobFault({
  id: 'emr-cluster-failed',
  title: 'The cluster ends with errors',
  family,
  aliases: ['cluster-failed'],
  service: 'elasticmapreduce',
  actions: ['createCluster'],
  targets: 'tasks that wait for an EMR cluster (elasticmapreduce:createCluster.sync)',
  described: {
    Cluster: {
      Id: 'j-{job_id}',
      Status: {
        State: 'TERMINATED_WITH_ERRORS',
        StateChangeReason: { Code: 'VALIDATION_ERROR', Message: '{reason}' },
      },
    },
  },
  parameters: {
    reason: { kind: 'text', default: 'Insufficient capacity for the requested instance type', help: 'why it ended' },
  },
  transient: 'depends',
  advice: 'Choose by StateChangeReason: for want of capacity try other instance types, or later.',
  evidence: 'inferred',
  source: [`${API}/API_ClusterStatus.html`],
})

/** EMR. */
export const emr: readonly FaultDefinition[] = [throttled, stepFailed, clusterFailed]
