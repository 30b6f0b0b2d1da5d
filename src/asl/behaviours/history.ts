import { type Behaviour, SILENT, assumption, documented, recorded } from './behaviour.js'

const REDRIVE_GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html'
const API_EVENTS = 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html'

export const HISTORY: readonly Behaviour[] = [
  {
    id: 'order-of-turns',
    topic: 'history',
    errors: [],
    recorded:
      'Branches and iterations take turns, each up to its next event, so that their events interleave in the same way on every run. AWS interleaves them as it happens.',
    documented: SILENT,
    evidence: [
      recorded('all MapIterationStarted come first where concurrency is unlimited'),
      assumption('every order that no recording fixes'),
    ],
    status: 'assumption',
  },
  {
    id: 'failure-before-start',
    topic: 'history',
    errors: ['States.Permissions', 'States.TaskFailed'],
    recorded:
      'Not recorded: what makes AWS write TaskStartFailed, TaskSubmitFailed, LambdaFunctionScheduleFailed, LambdaFunctionStartFailed or ActivityScheduleFailed. Missing permissions were recorded as TaskFailed.',
    documented: 'The API has these event types and says no more.',
    evidence: [recorded('credentials and services'), documented(API_EVENTS)],
    status: 'unknown',
  },
  {
    id: 'redriven-history',
    topic: 'history',
    errors: [],
    recorded:
      'Not recorded. ExecutionRedriven points to the last event before it, and the next event of everything that goes on points to it. A state that was not exited is not entered a second time, nor are Maps, branches and iterations that go on started again. The log counts a redrive from ExecutionRedriven on.',
    documented: 'Which states run again and with which input, and not which event points to which.',
    evidence: [
      documented(REDRIVE_GUIDE),
      assumption('every StateEntered event has one StateExited event at most, and events are only added'),
    ],
    status: 'assumption',
  },
  {
    id: 'redriven-visit',
    topic: 'history',
    errors: [],
    recorded:
      'Not recorded. A state that a redrive begins again counts as a further visit and its first attempt: sites, task tokens and random draws tell it from the visit before.',
    documented: 'Counters of retries and TimeoutSeconds begin anew; $$.State.RetryCount is not mentioned.',
    evidence: [documented(REDRIVE_GUIDE), assumption('nothing that identifies an attempt is used twice in a run')],
    status: 'assumption',
  },
  {
    id: 'redrive-refusal-texts',
    topic: 'history',
    errors: [],
    recorded:
      'Recorded for SUCCEEDED and RUNNING alone: "Execution is SUCCEEDED and cannot be redriven". aslx words the other reasons alike.',
    documented: 'The reasons, and not their texts.',
    evidence: [
      recorded('DescribeExecution of executions that succeeded, and of one that ran'),
      documented(REDRIVE_GUIDE),
      assumption('texts of one field are worded alike'),
    ],
    status: 'assumption',
  },
]
