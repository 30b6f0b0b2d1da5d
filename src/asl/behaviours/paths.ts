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

export const PATHS: readonly Behaviour[] = [
  {
    id: 'parameter-path',
    topic: 'paths',
    errors: ['States.ParameterPathFailure', 'States.Runtime'],
    recorded:
      'A path in a payload template that leads nowhere fails the execution with States.Runtime: no retrier and no catcher takes it.',
    documented: 'It raises States.ParameterPathFailure, which Retry and Catch of the state can take.',
    evidence: [
      recorded('base, scenarios and services; States.ParameterPathFailure is in no recording'),
      documented(ERRORS_GUIDE),
      documented(`${SPECIFICATION}/#payload-template`),
    ],
    status: 'differs',
    profile: 'parameter-path-name',
  },
  {
    id: 'result-path-text',
    topic: 'paths',
    errors: ['States.ResultPathMatchFailure'],
    recorded: 'Not recorded. A ResultPath that does not fit the raw input raises the error with a text of our own.',
    documented: 'The name of the error, and no text.',
    evidence: [documented(`${SPECIFICATION}/#error-names`), assumption('the wording')],
    status: 'assumption',
  },
  {
    id: 'unset-variable-text',
    topic: 'paths',
    errors: ['States.Runtime'],
    recorded:
      'Not recorded. A path that begins with a variable which was never assigned is told like a missing field of the input.',
    documented: SILENT,
    evidence: [assumption('the wording, and that the document it prints is the input')],
    status: 'assumption',
  },
  {
    id: 'error-path-text',
    topic: 'paths',
    errors: ['States.Runtime'],
    recorded:
      'Not recorded. ErrorPath or CausePath that leads to something else than a string fails with States.Runtime and a text of our own.',
    documented: 'The value has to be a string.',
    evidence: [documented(`${SPECIFICATION}/#fail-state`), assumption('the name of the error and the wording')],
    status: 'assumption',
  },
  {
    id: 'path-syntax-at-creation',
    topic: 'paths',
    errors: [],
    recorded:
      'Not recorded: what AWS says when a definition has a filter with the operator `in`, or a name in double quotes in brackets. aslx refuses both.',
    documented: SILENT,
    evidence: [assumption('the JSONPath library that AWS was found to run does not compile them')],
    status: 'unknown',
  },
  {
    id: 'slice-of-an-object',
    topic: 'paths',
    errors: ['States.Runtime'],
    recorded:
      'Not recorded: whether a slice of an object shows the text of the JSONPath library, as an index of a number does.',
    documented: SILENT,
    evidence: [measured('an index of a number shows it')],
    status: 'unknown',
  },
  {
    id: 'number-text',
    topic: 'paths',
    errors: [],
    recorded:
      'Not recorded: how AWS prints `1.0`, `1e3` and integers beyond 2^53 after they went through a state. aslx prints numbers as JavaScript does.',
    documented: SILENT,
    evidence: [assumption("Java's JSON library would keep them apart")],
    status: 'unknown',
  },
]
