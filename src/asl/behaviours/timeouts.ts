import { type Behaviour, ERRORS_GUIDE, SILENT, SPECIFICATION, assumption, documented, recorded } from './behaviour.js'

export const TIMEOUTS: readonly Behaviour[] = [
  {
    id: 'heartbeat-name',
    topic: 'timeouts',
    errors: ['States.HeartbeatTimeout', 'States.Timeout'],
    recorded:
      'A missed heartbeat is reported as States.Timeout. Retriers and catchers of States.HeartbeatTimeout take it as well as those of States.Timeout.',
    documented:
      'A missed heartbeat has the name States.HeartbeatTimeout. States.Timeout is documented to stand for it, too.',
    evidence: [
      recorded('timeouts/test_heartbeats, uncaught, 2024-04-18'),
      documented(ERRORS_GUIDE),
      assumption('no recording has a catcher of States.HeartbeatTimeout; that it takes the error is documented'),
    ],
    status: 'differs',
    profile: 'heartbeat-timeout-name',
  },
  {
    id: 'default-task-timeout',
    topic: 'timeouts',
    errors: ['States.Timeout'],
    recorded:
      'A Task without TimeoutSeconds waits for its answer until the execution ends, in both profiles: the 99,999,999 seconds that AWS has for it are longer than any execution.',
    documented: 'The guide says 99,999,999 seconds. The specification says 60, and AWS does not follow it.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html'),
      documented(`${SPECIFICATION}/#task-state`),
    ],
    status: 'differs',
  },
  {
    id: 'time-limit-by-path-text',
    topic: 'timeouts',
    errors: ['States.Runtime'],
    recorded:
      'Not recorded. TimeoutSecondsPath or HeartbeatSecondsPath that leads to 0 or less fails with States.Runtime and a text of our own.',
    documented: 'The value has to be a positive integer.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html'),
      assumption('worded after the recorded text for a value that is no integer'),
    ],
    status: 'assumption',
  },
  {
    id: 'same-instant',
    topic: 'timeouts',
    errors: ['States.Timeout'],
    recorded:
      'At one virtual millisecond answers come first, then timeouts and heartbeats, then waits and back-offs, then the timeout of the execution; within a class in the order of creation.',
    documented: SILENT,
    evidence: [
      recorded('timeouts/test_timeouts, two TaskTimedOut stand before the failure of their Map, 2024-03-10'),
      assumption('AWS has no such instants: two things never happen in the same moment there'),
    ],
    status: 'assumption',
  },
]
