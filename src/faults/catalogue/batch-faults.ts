import type { JsonObject } from '../../asl/json.js'
import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { NO_MESSAGE } from '../service-cause.js'
import { serviceFault } from '../service-fault.js'

const family = 'batch'
const waiting = {
  family,
  service: 'batch',
  actions: ['submitJob'],
  targets: 'tasks that wait for a Batch job (batch:submitJob.sync)',
} as const

/** The members of a failed job that tell why. */
function failed(reason: string, container: JsonObject): JsonObject {
  return {
    Attempts: [{ Container: container, StatusReason: reason }],
    Container: container,
    JobId: '{request_id}',
    JobName: '{job_name}',
    Status: 'FAILED',
    StatusReason: reason,
  }
}

const jobFailed = jobFault({
  ...waiting,
  id: 'batch-job-failed',
  title: 'The Batch job fails: its container ends with exit code 1',
  aliases: ['batch-failed'],
  described: failed('Essential container in task exited', {
    ExitCode: 1,
    LogStreamName: 'job/default/{job_id}',
    TaskArn: 'arn:aws:ecs:{region}:{account}:task/{job_id}',
  }),
  transient: 'depends',
  advice: "Use the job's own retryStrategy or the machine's Retry, not both: their attempts multiply.",
  evidence: 'reported',
  source: ['a real cause in a public test fixture'],
})

const hostTerminated = jobFault({
  ...waiting,
  id: 'batch-host-terminated',
  errorKind: 'killed',
  title: 'The Spot instance under the Batch job is taken back',
  aliases: ['batch-spot', 'host-terminated'],
  described: failed('Host EC2 (instance i-0123456789abcdef0) terminated.', { LogStreamName: 'job/default/{job_id}' }),
  transient: true,
  advice: 'Have Batch retry it: evaluateOnExit with onStatusReason "Host EC2*" and action RETRY.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/batch/latest/userguide/job_retries.html'],
})

const throttled = serviceFault({
  id: 'batch-throttled',
  title: 'Jobs are submitted faster than 50 a second',
  family,
  aliases: ['batch-throttle'],
  service: { optimized: 'batch', sdk: 'batch' },
  actions: ['submitJob'],
  targets: 'tasks that submit a Batch job',
  code: 'TooManyRequestsException',
  generic: true,
  status: 429,
  message: 'Too Many Requests',
  notMatchedBy: ['Batch.TooManyRequestsException'],
  transient: true,
  advice:
    'Back off with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts; submit one array job rather than many jobs.',
  evidence: 'reported',
  source: [
    'the whole cause: a public report; comments in public machines: throttling is Batch.AWSBatchException, failed jobs are States.TaskFailed',
  ],
})

const generic = serviceFault({
  id: 'batch-generic',
  title: 'Batch refuses or fails with an error that has no name of its own',
  family,
  aliases: ['batch'],
  service: { optimized: 'batch', sdk: 'batch' },
  targets: 'tasks on Batch',
  code: '{code}',
  generic: true,
  status: 500,
  message: '{message}',
  parameters: {
    code: {
      kind: 'text',
      default: 'AuthorizerConfigurationException',
      help: "the service's code, which the Cause shows",
    },
    message: { kind: 'text', default: NO_MESSAGE, help: 'what the service says' },
  },
  errorKind: 'service-fault',
  transient: true,
  sideEffect: 'may-have-happened',
  advice:
    'Retry a few times: throttling has this name, too. A job may have been submitted, so name jobs after the input.',
  evidence: 'reported',
  source: ['the whole cause: a public report'],
})

const serverException = serviceFault({
  id: 'batch-server-exception',
  title: 'Batch fails inside (500)',
  family,
  aliases: ['batch-500'],
  service: { optimized: 'batch', sdk: 'batch' },
  targets: 'tasks on Batch',
  code: 'ServerException',
  status: 500,
  message: NO_MESSAGE,
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry with backoff beside Batch.AWSBatchException, as public machines do; name jobs after the input.',
  evidence: 'inferred',
  source: ['the model of Batch', 'public machines retry it'],
})

/** Batch jobs. */
export const batch: readonly FaultDefinition[] = [jobFailed, throttled, hostTerminated, serverException, generic]
