import { LIMITS } from '../limits.js'
import { QUERY_LANGUAGES } from '../query-language.js'
import type { StateType } from '../types.js'
import type { Fields } from './field.js'
import { MAP_OBJECTS } from './map-table.js'
import { inJsonPath, inJsonata, plain, withPath } from './rows.js'
import { anything, boolean, list, number, object, oneOf, text, timestamp, whole } from './value.js'

/** The date of JSONata and variables. https://docs.aws.amazon.com/step-functions/latest/dg/document-history.html */
const JSONATA = { since: '2024-11-22' }
/** The date of the distributed Map. */
const DISTRIBUTED = { since: '2022-12-01' }
/** The date of ErrorPath and CausePath. */
const FAIL_PATHS = '2023-09-07'

const every: Fields = {
  Type: plain(anything),
  Comment: plain(text),
  QueryLanguage: plain(oneOf(...QUERY_LANGUAGES), JSONATA),
}
const transition: Fields = { Next: plain(text), End: plain(boolean) }
const inputAndOutput: Fields = {
  InputPath: inJsonPath('path'),
  OutputPath: inJsonPath('path'),
  Output: inJsonata(),
}
const assign: Fields = { Assign: { value: object, JSONPath: 'template', JSONata: 'members', ...JSONATA } }
const payload: Fields = { Parameters: inJsonPath('template'), ResultPath: inJsonPath('result-path') }
const result: Fields = { ResultSelector: inJsonPath('template', object, { since: '2020-08-11' }) }
const handlers: Fields = { Retry: plain(list), Catch: plain(list) }
const request: Fields = { Arguments: inJsonata() }

const seconds = whole(1, LIMITS.taskTimeoutSecondsMax.value)
const passesData: Fields = { ...every, ...transition, ...inputAndOutput, ...assign }
const works: Fields = { ...passesData, ...payload, ...result, ...handlers }

/**
 * The fields of each state type. https://states-language.net/#state-type-table
 * Succeed and Fail may say `End`, which means nothing there: no refusal of it is known.
 */
export const STATE_FIELDS: Readonly<Record<StateType, Fields>> = {
  Task: {
    ...works,
    ...request,
    Resource: plain(text),
    ...withPath('TimeoutSeconds', seconds, 'path'),
    ...withPath('HeartbeatSeconds', seconds, 'path'),
    Credentials: { value: object, JSONPath: 'template', JSONata: 'template', since: '2022-11-18' },
  },
  Pass: { ...passesData, ...payload, Result: inJsonPath('literal') },
  Choice: { ...every, ...inputAndOutput, ...assign, Choices: plain(list), Default: plain(text) },
  Wait: {
    ...passesData,
    ...withPath('Seconds', whole(0, LIMITS.waitSecondsMax.value), 'path'),
    ...withPath('Timestamp', timestamp, 'path'),
  },
  Succeed: { ...every, ...inputAndOutput, End: plain(boolean) },
  Fail: {
    ...every,
    End: plain(boolean),
    ...withPath('Error', text, 'path-or-call', undefined, FAIL_PATHS),
    ...withPath('Cause', text, 'path-or-call', undefined, FAIL_PATHS),
  },
  Parallel: { ...works, ...request, Branches: plain(list) },
  Map: {
    ...works,
    ItemsPath: inJsonPath('path', list),
    Items: inJsonata(),
    ItemSelector: { value: anything, JSONPath: 'template', JSONata: 'template', ...DISTRIBUTED },
    ItemProcessor: plain(object, DISTRIBUTED),
    Iterator: plain(object),
    ...withPath('MaxConcurrency', whole(0), 'reference-path'),
    ...MAP_OBJECTS,
    Label: plain(text, DISTRIBUTED),
    ...withPath('ToleratedFailureCount', whole(0), 'reference-path', DISTRIBUTED.since),
    ...withPath('ToleratedFailurePercentage', number(0, 100), 'reference-path', DISTRIBUTED.since),
  },
}

/** The state types, in the order in which AWS lists them. */
export const STATE_TYPES: readonly StateType[] = [
  'Task',
  'Wait',
  'Pass',
  'Succeed',
  'Fail',
  'Choice',
  'Parallel',
  'Map',
]

export function isStateType(type: unknown): type is StateType {
  return STATE_TYPES.some((known) => known === type)
}

/** Fields without which a state is refused. */
export const REQUIRED_FIELDS: Readonly<Partial<Record<StateType, readonly string[]>>> = {
  Task: ['Resource'],
  Choice: ['Choices'],
  Parallel: ['Branches'],
}
