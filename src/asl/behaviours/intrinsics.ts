import { type Behaviour, ERRORS_GUIDE, SILENT, SPECIFICATION, assumption, documented, measured } from './behaviour.js'

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html'

export const INTRINSICS: readonly Behaviour[] = [
  {
    id: 'intrinsic-failure',
    topic: 'intrinsics',
    errors: ['States.IntrinsicFailure', 'States.Runtime'],
    recorded:
      'An intrinsic function that fails ends the execution with States.Runtime. Measured for an argument whose path leads nowhere, assumed for failures of the function itself.',
    documented: 'It raises States.IntrinsicFailure, which Retry and Catch of the state can take.',
    evidence: [
      measured('a missing path in an argument'),
      documented(ERRORS_GUIDE),
      documented(`${SPECIFICATION}/#intrinsic-functions`),
      assumption('a failure of the function itself goes the same way'),
    ],
    status: 'differs',
    profile: 'intrinsic-name',
  },
  {
    id: 'intrinsic-detail-texts',
    topic: 'intrinsics',
    errors: ['States.Runtime', 'States.IntrinsicFailure'],
    recorded: 'Not recorded. What follows "had the following error:" in a cause is our own, but for a missing path.',
    documented: SILENT,
    evidence: [measured('the text for a missing path'), assumption('all other details')],
    status: 'assumption',
  },
  {
    id: 'nested-intrinsic-cause',
    topic: 'intrinsics',
    errors: ['States.Runtime', 'States.IntrinsicFailure'],
    recorded: 'Not recorded. When nested calls fail, the cause quotes the inner one.',
    documented: SILENT,
    evidence: [assumption('the call that failed is the one to quote')],
    status: 'assumption',
  },
  {
    id: 'format-template-from-data',
    topic: 'intrinsics',
    errors: [],
    recorded:
      'Not recorded. A template of States.Format that comes from a path has no escapes: a backslash in it is a character.',
    documented: SILENT,
    evidence: [documented(GUIDE), assumption('escapes belong to the syntax of string literals')],
    status: 'assumption',
  },
  {
    id: 'array-range-away-from-its-end',
    topic: 'intrinsics',
    errors: [],
    recorded: 'Not recorded. States.ArrayRange with a step that leads away from its end gives an empty array.',
    documented: SILENT,
    evidence: [documented(GUIDE), assumption('no number lies between')],
    status: 'assumption',
  },
  {
    id: 'seeded-math-random',
    topic: 'intrinsics',
    errors: [],
    recorded: 'Recordings hide the numbers. States.MathRandom with a seed draws as java.util.Random does.',
    documented: 'The same seed gives the same number.',
    evidence: [
      measured("JSONata's $random follows java.util.Random"),
      documented(GUIDE),
      assumption('States.MathRandom does the same'),
    ],
    status: 'assumption',
  },
]
