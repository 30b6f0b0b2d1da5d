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
    id: 'oversize-child-input',
    topic: 'distributed-map',
    errors: ['States.DataLimitExceeded'],
    recorded:
      'Not recorded. A distributed Map fails with States.DataLimitExceeded where a child would get more input than an execution may have. Limits set for a run hold for its children, too.',
    documented: SILENT,
    evidence: [assumption('as an oversize result of the state')],
    status: 'assumption',
  },
  {
    id: 'redriven-map-run',
    topic: 'distributed-map',
    errors: [],
    recorded:
      'Not recorded. MapRunRedriven points to ExecutionRedriven, and what comes after points to it. A Map Run goes on if it has its items and has not succeeded, even if a retrier was about to replace it; else the state begins with a new one. Children are redriven in index order, as many at a time as the Map allows, before items that were not started. An EXPRESS child is started again under a new name.',
    documented: 'Unsuccessful children are redriven, EXPRESS ones started anew; nothing about order and events.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html'),
      assumption('the same bounds hold for a child whenever it runs'),
    ],
    status: 'assumption',
  },
  {
    id: 'items-of-data-files',
    topic: 'distributed-map',
    errors: ['States.ItemReaderFailed'],
    recorded:
      'Not recorded. Rows of an S3 inventory are text as its files have them, URL-encoded keys too. A data file that is missing, or that cannot be read, fails the Map Run with States.ItemReaderFailed and a cause in the words of aslx. An object that is gzip is unpacked, whatever its name.',
    documented: 'ItemReader reads S3 inventories, Athena manifests, Parquet and the contents of listed objects.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html'),
      assumption('an item is what the file says'),
    ],
    status: 'assumption',
  },
  {
    id: 'written-results',
    topic: 'distributed-map',
    errors: ['States.ResultWriterFailed'],
    recorded:
      'The output of a Map with a ResultWriter is recorded, its files are not. They are written as documented, after the last child and also when the Map Run fails; JSONL files end in .jsonl; a child that had not ended has the status PENDING. A WriterConfig without a Resource gives a list, whatever its OutputType. Failed children are in it as Transformation NONE has them.',
    documented:
      'manifest.json lists SUCCEEDED_n, FAILED_n and PENDING_n files; a failed child is returned unchanged, as with NONE.',
    evidence: [
      recorded('scenarios/base_scenarios, map_state_result_writer'),
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html'),
      assumption('the output of a state is JSON, and no JSON Lines'),
    ],
    status: 'assumption',
  },
  {
    id: 'bucket-of-written-results',
    topic: 'distributed-map',
    errors: ['States.ResultWriterFailed'],
    recorded:
      'Not recorded. A ResultWriter can write to any bucket, also to one of which the scenario says nothing; only a mock or a fault makes it fail.',
    documented: SILENT,
    evidence: [assumption('a scenario names what is read, and not where results go')],
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
