import {
  type Behaviour,
  ERRORS_GUIDE,
  SILENT,
  SPECIFICATION,
  assumption,
  documented,
  measured,
  recorded,
} from './behaviour.js'

export const MATCHING: readonly Behaviour[] = [
  {
    id: 'data-limit-and-all',
    topic: 'matching',
    errors: ['States.DataLimitExceeded', 'States.ALL'],
    recorded: 'A catcher of States.ALL takes States.DataLimitExceeded when the result of a Task is too large.',
    documented: 'States.ALL does not take States.DataLimitExceeded; only its own name does, and States.TaskFailed.',
    evidence: [
      recorded('error_handling/test_states_errors, two executions, 2024-03-21'),
      documented(ERRORS_GUIDE),
      assumption('that States.TaskFailed takes it is read from the general rule for States.TaskFailed'),
    ],
    status: 'differs',
    profile: 'data-limit-not-by-all',
  },
  {
    id: 'nameless-failure',
    topic: 'matching',
    errors: ['States.TaskFailed', 'States.ALL'],
    recorded:
      'A failure without a name, such as SendTaskFailure without an error, is taken by States.ALL (recorded) and not by States.TaskFailed (assumed).',
    documented: 'States.TaskFailed stands for any known error name but States.Timeout.',
    evidence: [
      recorded('callback/test_callback, no_error_field, 2024-04-29'),
      documented(ERRORS_GUIDE),
      assumption('a failure without a name has no known name'),
    ],
    status: 'assumption',
  },
  {
    id: 'retrier-ceiling',
    topic: 'matching',
    errors: [],
    recorded: 'Not recorded. MaxAttempts counts the retries of a retrier, whichever of its errors asked for them.',
    documented:
      "The specification counts by retrier. The guide's worked example speaks of the retries for one error name, which can be read otherwise.",
    evidence: [
      documented(`${SPECIFICATION}/#retrying-after-error`),
      documented(ERRORS_GUIDE),
      assumption('the specification is followed where the guide can be read in two ways'),
    ],
    status: 'assumption',
  },
  {
    id: 'failing-catcher',
    topic: 'matching',
    errors: ['States.QueryEvaluationError', 'States.ResultPathMatchFailure'],
    recorded:
      "When a catcher's own Output, Assign or ResultPath fails, no catcher of the same state takes that failure. Measured for Parallel, assumed for Task and Map.",
    documented: SILENT,
    evidence: [
      measured('a Parallel whose catcher has a failing Output'),
      assumption('Task and Map leave the state the same way'),
    ],
    status: 'assumption',
  },
]
