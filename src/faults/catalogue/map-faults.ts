import type { FaultDefinition } from '../fault-definition.js'
import { mapNumberPathOf } from '../state-expressions.js'
import { allOf, isState } from '../applies-to-resources.js'
import { readsItems, writesResults } from '../applies-to-states.js'

const family = 'map'
const ERROR_HANDLING = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'

/** No item begins: what the others would have done is not there. */
const iterationFailed: FaultDefinition = {
  id: 'map-iteration-failed',
  title: 'An item of an inline Map fails, and the Map with its error',
  family,
  aliases: ['item-failed', 'iteration-failed'],
  targets: 'inline Map states',
  at: 'state',
  appliesTo: allOf(isState('Map'), ({ distributed }) => !distributed),
  effect: { kind: 'error', error: '{error}', cause: '{message}' },
  parameters: {
    error: { kind: 'text', default: 'Item.Failed', help: "the item's error" },
    message: { kind: 'text', default: 'the item could not be processed', help: 'its cause' },
  },
  matchedBy: ['{error}', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'A Retry on the Map begins every item again: put Retry and Catch inside the ItemProcessor.',
  evidence: 'recorded',
  recording: {
    file: 'cases/scenarios/base_scenarios.map_state_retry-5b6f36ff.json',
    id: 'v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_map_state_retry',
    pointer: '/expect/events/17/executionFailedEventDetails',
  },
  source: ['the recording'],
}

const toleranceExceeded: FaultDefinition = {
  id: 'map-tolerated-failure-exceeded',
  title: 'More items of a distributed Map fail than it tolerates',
  family,
  aliases: ['threshold', 'tolerated-failure'],
  targets: 'distributed Map states',
  at: 'state',
  appliesTo: allOf(isState('Map'), ({ distributed }) => distributed),
  effect: {
    kind: 'error',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'The specified tolerated failure threshold was exceeded',
  },
  matchedBy: ['States.ExceedToleratedFailureThreshold', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'Redrive the execution rather than retry the Map: a redrive runs the failed items alone.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: test_state/test_state_configuration::test_map_state_failure_count',
  ],
}

const readerFailed: FaultDefinition = {
  id: 'map-item-reader-failed',
  title: 'The ItemReader cannot read its items',
  family,
  aliases: ['item-reader'],
  targets: 'distributed Map states with an ItemReader',
  at: 'items',
  appliesTo: readsItems,
  effect: { kind: 'error', error: 'States.ItemReaderFailed', cause: '{cause}' },
  parameters: {
    cause: {
      kind: 'text',
      default: 'The specified key does not exist.',
      help: 'why, e.g. "CSV headers cannot contain duplicates." (recorded)',
    },
  },
  matchedBy: ['States.ItemReaderFailed', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'none',
  advice: 'Retry what S3 may get over (throttling, an object that is not there yet); a file of a wrong form stays so.',
  evidence: 'documented',
  source: [
    ERROR_HANDLING,
    'name and format causes: LocalStack snapshots recorded against AWS: scenarios/test_base_scenarios::test_map_item_reader_*',
  ],
}

const writerFailed: FaultDefinition = {
  id: 'map-result-writer-failed',
  title: 'The ResultWriter cannot write to S3',
  family,
  aliases: ['result-writer'],
  targets: 'distributed Map states with a ResultWriter',
  at: 'results',
  appliesTo: writesResults,
  effect: { kind: 'error', error: 'States.ResultWriterFailed', cause: '{cause}' },
  parameters: { cause: { kind: 'text', default: 'Please reduce your request rate.', help: 'what S3 says' } },
  matchedBy: ['States.ResultWriterFailed', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'none',
  advice: 'All items have run by then, and a Retry runs them all again: redrive the execution instead.',
  evidence: 'documented',
  source: [ERROR_HANDLING],
}

/** No item begins: permissions are tried with a test manifest, before the first one. */
const writerDenied: FaultDefinition = {
  id: 'map-result-writer-denied',
  errorKind: 'denied',
  title: 'The ResultWriter may not write to its bucket, which its test manifest shows before any item runs',
  family,
  aliases: ['test-manifest', 'result-writer-denied'],
  targets: 'distributed Map states with a ResultWriter',
  at: 'state',
  appliesTo: writesResults,
  effect: { kind: 'error', error: 'States.ResultWriterFailed', cause: '{cause}' },
  parameters: { cause: { kind: 'text', default: 'Access Denied', help: 'what S3 says' } },
  matchedBy: ['States.ResultWriterFailed', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice: 'No retry: grant the role s3:PutObject on the prefix, and the key of the bucket. Nothing has run yet.',
  evidence: 'inferred',
  source: [ERROR_HANDLING],
}

const configInvalid: FaultDefinition = {
  id: 'map-config-invalid',
  title: 'A concurrency or tolerance that a Map reads from its data is no number',
  family,
  aliases: ['map-config'],
  targets: 'Map states with MaxConcurrencyPath, ToleratedFailureCountPath or ToleratedFailurePercentagePath',
  at: 'state',
  appliesTo: allOf(isState('Map'), (target) => mapNumberPathOf(target) !== undefined),
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause:
      'The {map_number_field} field refers to value "{value}" which is not a valid {map_number_kind}: {map_number_path}',
  },
  parameters: { value: { kind: 'text', default: 'many', help: 'the text that is no number' } },
  matchedBy: [],
  transient: false,
  sideEffect: 'none',
  advice: 'Check the number in a Choice before the Map (IsNumeric): nothing can catch it there.',
  evidence: 'recorded',
  recording: {
    file: 'cases/scenarios/base_scenarios.max_concurrency_path-NoNumber-4953bd88.json',
    id: 'v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_max_concurrency_path[NoNumber]',
    pointer: '/expect/events/2/executionFailedEventDetails',
  },
  source: ['the recording'],
}

/** Maps as a whole. */
export const map: readonly FaultDefinition[] = [
  iterationFailed,
  toleranceExceeded,
  readerFailed,
  writerFailed,
  writerDenied,
  configInvalid,
]
