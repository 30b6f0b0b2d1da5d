import { type Behaviour, SILENT, assumption, documented, recorded } from './behaviour.js'

export const DISTRIBUTED_MAP: readonly Behaviour[] = [
  {
    id: 'map-state-exited-predecessor',
    topic: 'distributed-map',
    errors: [],
    recorded:
      'MapStateExited of a distributed Map points to MapRunStarted in recordings since November 2024, and pointed to MapRunSucceeded until September 2024. aslx follows the newer ones.',
    documented: SILENT,
    evidence: [recorded('scenarios/test_base_scenarios, of both years')],
    status: 'differs',
  },
  {
    id: 'map-run-without-tolerance',
    topic: 'distributed-map',
    errors: ['States.ExceedToleratedFailureThreshold'],
    recorded:
      'Not recorded: whether a map run without tolerance fails with the error of the child or with States.ExceedToleratedFailureThreshold. aslx gives the latter.',
    documented: 'The first failed child fails the run.',
    evidence: [
      recorded('test_state/test_state_configuration, where a tolerance is set'),
      assumption('no tolerance is one of zero'),
    ],
    status: 'assumption',
  },
  {
    id: 'failed-children-in-the-result',
    topic: 'distributed-map',
    errors: [],
    recorded:
      'Not recorded. The result of a map run that tolerated failures holds the outputs of the children that went well, without gaps.',
    documented: SILENT,
    evidence: [assumption('a failed child has no output')],
    status: 'assumption',
  },
  {
    id: 'stopped-map-run',
    topic: 'distributed-map',
    errors: [],
    recorded:
      'Not recorded: the events MapRunAborted and MapStateAborted when the execution around a map run is stopped.',
    documented: 'The API has these event types and says no more.',
    evidence: [documented('https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html')],
    status: 'unknown',
  },
]
