import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { serviceFault } from '../service-fault.js'

const family = 'sagemaker'
const CONNECT = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html'

const jobFailed = jobFault({
  id: 'sagemaker-job-failed',
  title: 'The training job fails',
  family,
  aliases: ['training-failed'],
  service: 'sagemaker',
  actions: ['createTrainingJob'],
  targets: 'tasks that wait for a training job (sagemaker:createTrainingJob.sync)',
  described: {
    FailureReason: '{reason}',
    SecondaryStatus: 'Failed',
    TrainingJobName: '{job_name}',
    TrainingJobStatus: 'Failed',
  },
  parameters: {
    reason: {
      kind: 'text',
      default: 'AlgorithmError: ExecuteUserScriptError, exit code: 1',
      help: 'begins with AlgorithmError, ClientError, InternalServerError or CapacityError',
    },
  },
  transient: 'depends',
  advice: 'Choose by how FailureReason begins: InternalServerError and CapacityError may pass, the others stay.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html'],
})

const limit = serviceFault({
  id: 'sagemaker-limit',
  title: 'The account has no more instances of the type for such a job',
  family,
  aliases: ['instance-quota', 'sagemaker-quota'],
  service: { optimized: 'sagemaker', sdk: 'sagemaker' },
  actions: ['createTrainingJob', 'createTransformJob', 'createHyperParameterTuningJob', 'createProcessingJob'],
  targets: 'tasks that start a job of SageMaker',
  code: 'ResourceLimitExceededException',
  wireCode: 'ResourceLimitExceeded',
  status: 400,
  message:
    "The account-level service limit '{instance} for training job usage' is 1 Instances, with current utilization of 1 Instances and a request delta of 1 Instances.",
  parameters: { instance: { kind: 'text', default: 'ml.m5.xlarge', help: 'the type of instance' } },
  transient: true,
  advice: 'An instance comes free when another job ends: retry every minute or so, for as long as a job may take.',
  evidence: 'documented',
  source: [CONNECT],
})

const generic = serviceFault({
  id: 'sagemaker-generic',
  title: 'SageMaker refuses or fails with an error that has no name of its own',
  family,
  aliases: ['sagemaker'],
  service: { optimized: 'sagemaker', sdk: 'sagemaker' },
  targets: 'tasks on SageMaker',
  code: '{code}',
  generic: true,
  status: 400,
  message: '{message}',
  parameters: {
    code: { kind: 'text', default: 'ThrottlingException', help: "the service's code, which the Cause shows" },
    message: { kind: 'text', default: 'Rate exceeded', help: 'what the service says' },
  },
  transient: 'depends',
  advice: 'Throttling and refused requests share this name, so look at the Cause; retry often and at short intervals.',
  evidence: 'documented',
  source: [CONNECT],
})

/** SageMaker. */
export const sagemaker: readonly FaultDefinition[] = [jobFailed, limit, generic]
