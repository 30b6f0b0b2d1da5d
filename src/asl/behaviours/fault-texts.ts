import { type Behaviour, SILENT, assumption, documented } from './behaviour.js'

export const FAULT_TEXTS: readonly Behaviour[] = [
  {
    id: 'full-disk-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded: 'Not recorded: name and message for a full /tmp in .NET and Go functions, and the message in Ruby.',
    documented: SILENT,
    evidence: [assumption("each runtime's usual error for ENOSPC")],
    status: 'assumption',
  },
  {
    id: 's3-slowdown-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded: 'Not recorded: name and message in Ruby and Go functions that S3 throttles, and the message in .NET.',
    documented: SILENT,
    evidence: [assumption('how the SDK of each language names the error SlowDown')],
    status: 'assumption',
  },
  {
    id: 'open-files-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded: 'Not recorded: name and message in .NET, Ruby and Go functions that have no file descriptor left.',
    documented: SILENT,
    evidence: [assumption("each runtime's usual error for EMFILE")],
    status: 'assumption',
  },
  {
    id: 's3-outage-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded:
      'Not recorded: name and message in .NET, Ruby and Go functions for which the name of S3 does not resolve.',
    documented: SILENT,
    evidence: [assumption('how the SDK of each language names a host that does not resolve')],
    status: 'assumption',
  },
  {
    id: 'code-errors-by-runtime',
    topic: 'fault-texts',
    errors: [],
    recorded:
      'Not recorded: what runtimes other than Python and Node print of code that they cannot load or start; Node of an error while it starts.',
    documented: SILENT,
    evidence: [assumption("Node's name and text for code that does not load, and each language's own for its start")],
    status: 'assumption',
  },
  {
    id: 'optimized-error-names',
    topic: 'fault-texts',
    errors: [],
    recorded:
      'Recorded of optimized integrations: the names of Lambda, DynamoDB, SQS, SNS and Step Functions. Not recorded: what EventBridge calls an error that its SDK does not model, and what the causes of ECS and the services after it call the service. aslx takes the names of AWS SDK for Java v1. An exception whose name has no suffix passes with and without it.',
    documented: 'The prefix of an error is the name of the service.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'),
      assumption('one SDK names them all'),
    ],
    status: 'assumption',
  },
  {
    id: 'ecs-run-task-failures-cause',
    topic: 'fault-texts',
    errors: [],
    recorded: 'Not recorded: the cause of AmazonECS.Unknown. aslx gives the answer of RunTask with its failures.',
    documented: SILENT,
    evidence: [assumption('the other integrations that look at an answer quote it')],
    status: 'assumption',
  },
]
