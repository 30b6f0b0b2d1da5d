import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { serviceFault } from '../service-fault.js'

const family = 'codebuild'

const buildFailed = jobFault({
  id: 'codebuild-build-failed',
  title: 'The build fails',
  family,
  aliases: ['build-failed'],
  service: 'codebuild',
  actions: ['startBuild'],
  targets: 'tasks that wait for a build (codebuild:startBuild.sync)',
  described: {
    Build: {
      BuildStatus: 'FAILED',
      CurrentPhase: 'COMPLETED',
      Id: '{job_name}:{request_id}',
      Phases: [
        {
          Contexts: [
            {
              Message: 'Error while executing command: {command}. Reason: exit status 1',
              StatusCode: 'COMMAND_EXECUTION_ERROR',
            },
          ],
          PhaseStatus: 'FAILED',
          PhaseType: 'BUILD',
        },
      ],
    },
  },
  parameters: { command: { kind: 'text', default: 'npm test', help: 'the command that fails' } },
  transient: 'depends',
  advice: 'Read the phase that failed out of the Cause: a command that fails stays so, PROVISIONING may pass.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Build.html'],
})

const queueLimit = serviceFault({
  id: 'codebuild-queue-limit',
  title: 'As many builds wait as the account may have',
  family,
  aliases: ['build-queue'],
  service: { optimized: 'codebuild', sdk: 'codebuild' },
  actions: ['startBuild'],
  targets: 'tasks that start a build',
  code: 'AccountLimitExceededException',
  status: 400,
  message: 'Cannot have more than {builds} builds in queue for the account',
  parameters: { builds: { kind: 'number', default: 1, help: 'how many builds the account may have' } },
  transient: true,
  advice: 'Retry every few minutes, and have the quota of concurrent builds raised.',
  evidence: 'inferred',
  source: ['@aws-sdk/client-codebuild: errors of StartBuild'],
})

/** CodeBuild. */
export const codebuild: readonly FaultDefinition[] = [buildFailed, queueLimit]
