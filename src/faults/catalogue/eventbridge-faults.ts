import { eventEntries, eventEntryParameters } from '../event-entries.js'
import type { FaultDefinition } from '../fault-definition.js'
import { serviceFault } from '../service-fault.js'
import { callsOptimized, callsThroughSdk } from '../applies-to-resources.js'

const family = 'eventbridge'
const CONNECT = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html'
const SERVICE = { optimized: 'events', sdk: 'eventbridge' }

const failedEntry: FaultDefinition = {
  id: 'eventbridge-failed-entry',
  title: 'putEvents takes some entries and not others, which fails the Task',
  family,
  aliases: ['failed-entry'],
  targets: 'tasks on events:putEvents',
  appliesTo: callsOptimized('events', 'putEvents'),
  effect: { kind: 'error', error: 'EventBridge.FailedEntry', cause: '{event_entries}' },
  parameters: eventEntryParameters,
  matchedBy: ['EventBridge.FailedEntry', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'happened',
  advice:
    'A retry sends all entries again, those that were taken too: make consumers idempotent, or send one entry a Task.',
  evidence: 'recorded',
  recording: {
    file: 'cases/services/events_task_service.put_events_no_source-19c92207.json',
    id: 'v2/services/test_events_task_service.py::TestTaskServiceEvents::test_put_events_no_source',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: [CONNECT],
}

const sdkPartial: FaultDefinition = {
  id: 'eventbridge-put-events-sdk-partial',
  title: 'Through aws-sdk, putEvents succeeds although some entries were not taken',
  family,
  aliases: ['put-events-partial'],
  targets: 'tasks on aws-sdk:eventbridge:putEvents',
  appliesTo: callsThroughSdk('eventbridge', 'putEvents'),
  effect: { kind: 'answer', change: eventEntries },
  parameters: eventEntryParameters,
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice: 'No error tells of it: look at $.FailedEntryCount in a Choice, or call events:putEvents, which fails.',
  evidence: 'documented',
  source: [CONNECT],
}

const throttled = serviceFault({
  id: 'eventbridge-throttled',
  title: 'More events a second than the account may put',
  family,
  aliases: ['put-events-throttled'],
  service: SERVICE,
  actions: ['putEvents'],
  targets: 'tasks that put events',
  code: 'ThrottlingException',
  generic: true,
  status: 400,
  message: 'Rate exceeded',
  notMatchedBy: ['EventBridge.ThrottlingException', 'EventBridge.FailedEntry'],
  transient: true,
  advice: 'Back off exponentially with FULL jitter; put up to ten entries in one call.',
  evidence: 'inferred',
  source: ['generic names are recorded for other services'],
})

const entryTooLarge = serviceFault({
  id: 'eventbridge-entry-too-large',
  title: 'The entries are larger than EventBridge takes (1 MB; 256 KB until January 2026)',
  family,
  aliases: ['event-too-large'],
  service: SERVICE,
  actions: ['putEvents'],
  targets: 'tasks that put events',
  code: 'ValidationException',
  generic: true,
  status: 400,
  message: 'Total size of the entries in the request is over the limit.',
  notMatchedBy: ['EventBridge.ValidationException', 'EventBridge.FailedEntry'],
  transient: false,
  advice: 'No retry: put the data into S3, and its key into the event.',
  evidence: 'inferred',
  source: [
    'message: LocalStack snapshots recorded against AWS: events/test_events::test_put_event_with_too_big_detail',
  ],
})

/** What goes wrong at EventBridge. */
export const eventbridge: readonly FaultDefinition[] = [failedEntry, throttled, entryTooLarge, sdkPartial]
