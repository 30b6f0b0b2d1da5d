import { type Behaviour, ERRORS_GUIDE, SILENT, assumption, documented, recorded } from './behaviour.js'

const MAP_GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html'
const CONTEXT_GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html'

export const CONTAINERS: readonly Behaviour[] = [
  {
    id: 'branch-failed',
    topic: 'containers',
    errors: ['States.BranchFailed'],
    recorded: 'A Parallel fails with the error and the cause of the branch that failed first.',
    documented:
      'A Parallel of which a branch failed has the error States.BranchFailed. aslx keeps the cause of the branch.',
    evidence: [
      recorded('scenarios/test_base_scenarios, test_parallel_state_catch, 2023-12-16'),
      recorded('states_variables/test_error_output, 2024-11-13'),
      documented(ERRORS_GUIDE),
      assumption('the cause, of which documents say nothing'),
    ],
    status: 'differs',
    profile: 'branch-failed-name',
  },
  {
    id: 'map-over-object',
    topic: 'containers',
    errors: ['States.Runtime', 'States.QueryEvaluationError'],
    recorded:
      'A Map goes over arrays only: an object fails with States.QueryEvaluationError in JSONata and with States.Runtime in JSONPath.',
    documented:
      'Since September 2025 a Map goes over the members of an object, and the context object has the key. aslx gives an iteration the value as its input.',
    evidence: [
      recorded('scenarios/test_base_scenarios, test_map_state_items_input_types, JSONata, 2024-11-19'),
      recorded('test_state/test_state_context_object, JSONPath, 2025-12-03'),
      documented(MAP_GUIDE),
      documented(CONTEXT_GUIDE),
      assumption('the input of an iteration without ItemSelector is the value, as for an array'),
    ],
    status: 'differs',
    profile: 'map-over-object',
  },
  {
    id: 'events-of-a-map-over-an-object',
    topic: 'containers',
    errors: [],
    recorded: 'Not recorded: the events of a Map that goes over an object. aslx writes those of an array.',
    documented: SILENT,
    evidence: [assumption('a member counts as an item')],
    status: 'unknown',
  },
  {
    id: 'map-item-source',
    topic: 'containers',
    errors: [],
    recorded: 'Not recorded. The context object of an iteration has no Source.',
    documented: 'Since September 2025 Map.Item.Source says where an item came from.',
    evidence: [documented(CONTEXT_GUIDE), assumption('it is meant for distributed Maps')],
    status: 'assumption',
  },
  {
    id: 'aborted-siblings',
    topic: 'containers',
    errors: [],
    recorded:
      'When a branch or an iteration fails, a Task that is still open gets TaskStateAborted (recorded). A Wait gets WaitStateAborted and a nested Map or Parallel its own Aborted event, after those of its children (assumed).',
    documented: 'The API has these event types and says no more.',
    evidence: [
      recorded('timeouts/test_timeouts, four Tasks in a Map, 2024-03-10'),
      assumption('by analogy with tasks'),
    ],
    status: 'assumption',
  },
  {
    id: 'negative-max-concurrency-text',
    topic: 'containers',
    errors: ['States.Runtime'],
    recorded: 'Not recorded. A negative MaxConcurrency fails with States.Runtime and a text of our own.',
    documented: 'It has to be a non-negative integer.',
    evidence: [documented(MAP_GUIDE), assumption('worded after the recorded text for ToleratedFailureCount')],
    status: 'assumption',
  },
  {
    id: 'oversize-joined-result',
    topic: 'containers',
    errors: ['States.DataLimitExceeded'],
    recorded:
      'Not recorded. The joined result of a Parallel or Map that is too large raises States.DataLimitExceeded under the name of the state, and its Retry and Catch can take it.',
    documented: 'The output of a state that is too large raises it.',
    evidence: [documented(ERRORS_GUIDE), assumption('by analogy with the result of a Task')],
    status: 'assumption',
  },
]
