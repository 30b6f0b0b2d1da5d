import { type Behaviour, SILENT, assumption, documented, measured, recorded } from './behaviour.js'

const TEST_STATE = 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html'

export const API: readonly Behaviour[] = [
  {
    id: 'test-state-context',
    topic: 'api',
    errors: [],
    recorded:
      'A context object that is given to TestState stands in, member by member, for the one that aslx makes up. What AWS says of one that is no JSON object is not recorded.',
    documented: 'Which members can be given.',
    evidence: [
      recorded('test_state/test_state_context_object, 2025-12-03'),
      documented(TEST_STATE),
      assumption('whole members are taken, and the messages'),
    ],
    status: 'assumption',
  },
  {
    id: 'test-state-exhausted-retrier',
    topic: 'api',
    errors: [],
    recorded:
      'Not recorded. When a retrier has no attempts left and a catcher takes the error, errorDetails has both their indexes.',
    documented: 'Both members, and not when they stand together.',
    evidence: [documented(TEST_STATE), assumption('both took part')],
    status: 'assumption',
  },
  {
    id: 'test-state-no-choice',
    topic: 'api',
    errors: ['States.Runtime', 'States.NoChoiceMatched'],
    recorded:
      'Not recorded. TestState of a Choice without a matching rule gives the error and the text of an execution.',
    documented: SILENT,
    evidence: [measured('the text in an execution'), assumption('TestState gives the same')],
    status: 'assumption',
  },
  {
    id: 'test-state-mocked-choice',
    topic: 'api',
    errors: [],
    recorded: 'TestState refuses a mock on Pass, Succeed and Fail; that it does so on Choice and Wait is assumed.',
    documented: SILENT,
    evidence: [
      recorded('test_state, mocks on states that call nothing'),
      assumption('Choice and Wait are no different'),
    ],
    status: 'assumption',
  },
  {
    id: 'test-state-unknown-state',
    topic: 'api',
    errors: [],
    recorded: 'Not recorded. A stateName that the definition does not have is refused with a text of our choice.',
    documented: SILENT,
    evidence: [assumption('the request is refused as invalid')],
    status: 'assumption',
  },
  {
    id: 'logged-data',
    topic: 'api',
    errors: [],
    recorded:
      'Without includeExecutionData a log has no input and no output (recorded), and no parameters and no assigned variables (assumed).',
    documented: 'Execution data are the input, data passed between states, and the output.',
    evidence: [
      recorded('logs/test_logs'),
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'),
      assumption('parameters and variables are data that states pass on'),
    ],
    status: 'assumption',
  },
  {
    id: 'text-behind-a-definition',
    topic: 'api',
    errors: [],
    recorded:
      'Not recorded. A second JSON value behind a definition is refused, with the text of the JSON library that AWS uses.',
    documented: 'A definition is one JSON object.',
    evidence: [recorded('test_sfn_api, of texts that are no JSON'), assumption('the library is told to refuse it')],
    status: 'assumption',
  },
]
