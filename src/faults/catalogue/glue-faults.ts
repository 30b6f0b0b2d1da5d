import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { serviceFault } from '../service-fault.js'

const family = 'glue'

const jobFailed = jobFault({
  id: 'glue-job-failed',
  title: 'The Glue job run fails',
  family,
  aliases: ['glue-failed'],
  service: 'glue',
  actions: ['startJobRun'],
  targets: 'tasks that wait for a Glue job (glue:startJobRun.sync)',
  described: {
    AllocatedCapacity: 10,
    Attempt: 0,
    ErrorMessage: '{reason}',
    ExecutionTime: 53,
    Id: 'jr_{job_id}',
    JobName: '{job_name}',
    JobRunState: 'FAILED',
    LogGroupName: '/aws-glue/jobs',
    PredecessorRuns: [],
    Timeout: 2880,
  },
  parameters: {
    reason: { kind: 'text', default: 'Command failed with exit code 1', help: "the run's ErrorMessage" },
  },
  transient: 'depends',
  advice: 'All runs fail by one name: choose by ErrorMessage, which States.StringToJson reads out of the Cause.',
  evidence: 'inferred',
  source: ['a real cause in a public test fixture; the name is what .sync gives for other services (recorded)'],
})

const concurrentRuns = serviceFault({
  id: 'glue-concurrent-runs',
  title: 'As many runs of the job are under way as it allows',
  family,
  aliases: ['concurrent-runs'],
  service: { optimized: 'glue', sdk: 'glue' },
  actions: ['startJobRun'],
  targets: 'tasks that start a Glue job',
  code: 'ConcurrentRunsExceededException',
  status: 400,
  message: 'Concurrent runs exceeded for {job_name}',
  transient: true,
  advice: 'Retry every few minutes, raise MaxConcurrentRuns, or take it to mean that another run does the work.',
  evidence: 'inferred',
  source: ['@aws-sdk/client-glue: errors of StartJobRun', 'the message as boto3 prints it'],
})

const crawlerRunning = serviceFault({
  id: 'glue-crawler-running',
  title: 'The crawler is running already',
  family,
  aliases: ['crawler-running'],
  service: { sdk: 'glue' },
  actions: ['startCrawler'],
  targets: 'tasks on aws-sdk:glue:startCrawler',
  code: 'CrawlerRunningException',
  status: 400,
  message: 'Crawler with name {job_name} has already started',
  transient: true,
  advice: 'Catch it and wait for the run that is under way, or retry when it must be a new one.',
  evidence: 'inferred',
  source: ['a real cause in public; @aws-sdk/client-glue: errors of StartCrawler'],
})

/** Glue. */
export const glue: readonly FaultDefinition[] = [jobFailed, concurrentRuns, crawlerRunning]
