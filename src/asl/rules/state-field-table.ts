import { LIMITS } from '../limits.js'
import type { QueryLanguage, StateType } from '../types.js'
import { anything, boolean, list, number, object, oneOf, orJsonata, text, textOrNull, whole } from './values.js'
import type { ValueCheck } from './values.js'

/** In which query languages a state may have a field, and what its value must be there. */
export type FieldRule = Readonly<Partial<Record<QueryLanguage, ValueCheck>>>

type Fields = Readonly<Record<string, FieldRule>>

const both = (check: ValueCheck): FieldRule => ({ JSONPath: check, JSONata: check })
const inJsonPath = (check: ValueCheck): FieldRule => ({ JSONPath: check })
const inJsonata = (check: ValueCheck): FieldRule => ({ JSONata: check })
/** A value that may be an expression in JSONata. */
const valueOrQuery = (check: ValueCheck): FieldRule => ({ JSONPath: check, JSONata: orJsonata(check) })

const every: Fields = {
  Type: both(anything),
  Comment: both(text),
  QueryLanguage: both(oneOf('JSONPath', 'JSONata')),
}
const transition: Fields = { Next: both(text), End: both(boolean) }
const input: Fields = { InputPath: inJsonPath(textOrNull), OutputPath: inJsonPath(textOrNull) }
const output: Fields = { Output: inJsonata(anything) }
const assign: Fields = { Assign: both(object) }
const payload: Fields = { Parameters: inJsonPath(anything), ResultPath: inJsonPath(textOrNull) }
const result: Fields = { ResultSelector: inJsonPath(object) }
const handlers: Fields = { Retry: both(list), Catch: both(list) }

const seconds = whole(1, LIMITS.taskTimeoutSecondsMax.value)

/**
 * The fields of each state type. https://states-language.net/#state-type-table
 * Succeed and Fail may say `End`, which means nothing there: no refusal of it is known.
 */
export const STATE_FIELDS: Readonly<Record<StateType, Fields>> = {
  Task: {
    ...every,
    ...transition,
    ...input,
    ...output,
    ...assign,
    ...payload,
    ...result,
    ...handlers,
    Resource: both(text),
    Arguments: inJsonata(anything),
    TimeoutSeconds: valueOrQuery(seconds),
    TimeoutSecondsPath: inJsonPath(text),
    HeartbeatSeconds: valueOrQuery(seconds),
    HeartbeatSecondsPath: inJsonPath(text),
    Credentials: valueOrQuery(object),
  },
  Pass: {
    ...every,
    ...transition,
    ...input,
    ...output,
    ...assign,
    ...payload,
    Result: inJsonPath(anything),
  },
  Choice: { ...every, ...input, ...output, ...assign, Choices: both(list), Default: both(text) },
  Wait: {
    ...every,
    ...transition,
    ...input,
    ...output,
    ...assign,
    Seconds: valueOrQuery(whole(0, LIMITS.waitSecondsMax.value)),
    SecondsPath: inJsonPath(text),
    Timestamp: both(text),
    TimestampPath: inJsonPath(text),
  },
  Succeed: { ...every, ...input, ...output, End: both(boolean) },
  Fail: {
    ...every,
    End: both(boolean),
    Error: both(text),
    ErrorPath: inJsonPath(text),
    Cause: both(text),
    CausePath: inJsonPath(text),
  },
  Parallel: {
    ...every,
    ...transition,
    ...input,
    ...output,
    ...assign,
    ...payload,
    ...result,
    ...handlers,
    Branches: both(list),
    Arguments: inJsonata(anything),
  },
  Map: {
    ...every,
    ...transition,
    ...input,
    ...output,
    ...assign,
    ...payload,
    ...result,
    ...handlers,
    ItemsPath: inJsonPath(text),
    Items: inJsonata(anything),
    ItemSelector: both(anything),
    ItemProcessor: both(object),
    Iterator: both(object),
    MaxConcurrency: valueOrQuery(whole(0)),
    MaxConcurrencyPath: inJsonPath(text),
    ItemReader: both(object),
    ItemBatcher: both(object),
    ResultWriter: both(object),
    Label: both(text),
    ToleratedFailureCount: valueOrQuery(whole(0)),
    ToleratedFailureCountPath: inJsonPath(text),
    ToleratedFailurePercentage: valueOrQuery(number(0, 100)),
    ToleratedFailurePercentagePath: inJsonPath(text),
  },
}

/** Fields without which a state is refused. */
export const REQUIRED_FIELDS: Readonly<Record<StateType, readonly string[]>> = {
  Task: ['Resource'],
  Pass: [],
  Choice: ['Choices'],
  Wait: [],
  Succeed: [],
  Fail: [],
  Parallel: ['Branches'],
  Map: [],
}
