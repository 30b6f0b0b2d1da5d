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
    recorded: 'Not recorded: the chain of events after ExecutionRedriven.',
    documented: 'Which states run again and with which input, and not which event points to which.',
    evidence: [documented(REDRIVE_GUIDE)],
    status: 'unknown',
  },
]
