import { type Behaviour, ERRORS_GUIDE, assumption, documented } from './behaviour.js'

export const LIMIT_BEHAVIOURS: readonly Behaviour[] = [
  {
    id: 'express-history-limit',
    topic: 'limits',
    errors: ['States.Runtime'],
    recorded: 'AWS sets an EXPRESS execution no limit of events. At a million events a run counts as endless here.',
    documented: 'The limit of 25,000 events is for STANDARD executions.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'),
      assumption('a run has to end'),
    ],
    status: 'assumption',
  },
  {
    id: 'data-limit-after-parameters',
    topic: 'limits',
    errors: ['States.DataLimitExceeded'],
    recorded:
      "Not recorded. aslx measures the input of the execution, results and outputs, and not what Parameters or Arguments make of a state's input.",
    documented: 'An input that is too large after Parameters raises States.DataLimitExceeded.',
    evidence: [documented(ERRORS_GUIDE)],
    status: 'unknown',
  },
  {
    id: 'oversize-assign',
    topic: 'limits',
    errors: ['States.DataLimitExceeded'],
    recorded: 'Not recorded. An Assign whose variables together are over 256 KiB fails as an output of that size does.',
    documented: 'All variables of one Assign may have 256 KiB together.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html'),
      assumption('the error and its text are those of an output'),
    ],
    status: 'assumption',
  },
  {
    id: 'long-cause',
    topic: 'limits',
    errors: [],
    recorded: 'Not recorded. The cause of a failure that the interpreter raises is cut after 32,768 characters.',
    documented: 'SendTaskFailure and the history take causes of at most 32,768 characters.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html'),
      assumption('a cause that is too long is cut, and not refused'),
    ],
    status: 'assumption',
  },
  {
    id: 'newer-language',
    topic: 'limits',
    errors: [],
    recorded: 'Not recorded: changes of the language and of the size of payloads since September 2025.',
    documented: 'None that were found.',
    evidence: [documented('https://docs.aws.amazon.com/step-functions/latest/dg/document-history.html')],
    status: 'unknown',
  },
]
