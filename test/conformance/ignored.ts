/** Something of a recording that is not compared, and why. */
export interface Ignored {
  readonly where: 'event' | 'describe' | 'error' | 'case'
  readonly keys: readonly string[]
  readonly reason: string
}

/** All that the comparer leaves out; there is nothing else. Numbers are those of the sections of the recordings' own README. */
const IGNORED: readonly Ignored[] = [
  {
    where: 'event',
    keys: ['timestamp'],
    reason:
      'every time of an event was replaced by one word when it was recorded (4); ours only has to be an ISO date-time',
  },
  {
    where: 'describe',
    keys: ['startDate', 'stopDate'],
    reason: 'replaced by one word when they were recorded (4)',
  },
  {
    where: 'describe',
    keys: ['redriveCount', 'redriveStatus', 'redriveStatusReason', 'redriveDate', 'billingDetails'],
    reason: 'only recordings made since redrive and billing details exist have them (6)',
  },
  {
    where: 'describe',
    keys: ['stateMachineVersionArn', 'stateMachineAliasArn', 'inputDetails', 'outputDetails'],
    reason: 'they tell how the execution was started and asked about, which is no business of the engine',
  },
  {
    where: 'case',
    keys: ['other'],
    reason: 'answers of other operations and services that the test called beside the execution',
  },
  {
    where: 'error',
    keys: ['ResponseMetadata'],
    reason: 'the HTTP answer, of which only the status was kept',
  },
  {
    where: 'case',
    keys: ['eventBridge'],
    reason: 'events of other sources were sent by the tasks; status changes of the execution are compared',
  },
]

/** The keys that are not compared at one place. */
export function ignoredKeys(where: Ignored['where']): ReadonlySet<string> {
  return new Set(IGNORED.filter((ignored) => ignored.where === where).flatMap((ignored) => ignored.keys))
}
