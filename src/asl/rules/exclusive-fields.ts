import { isObject, member, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { StateType } from '../types.js'
import { given } from './subject.js'
import type { StateSubject } from './subject.js'

/** Fields of which a state may have one. */
const AT_MOST_ONE: Readonly<Partial<Record<StateType, readonly (readonly string[])[]>>> = {
  Task: [
    ['TimeoutSeconds', 'TimeoutSecondsPath'],
    ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ],
  Fail: [
    ['Error', 'ErrorPath'],
    ['Cause', 'CausePath'],
  ],
  Map: [
    ['ItemSelector', 'Parameters'],
    ['MaxConcurrency', 'MaxConcurrencyPath'],
    ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
    ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
  ],
}

/** Fields of which a state must have one. */
const EXACTLY_ONE: Readonly<Partial<Record<StateType, readonly string[]>>> = {
  Wait: ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Map: ['ItemProcessor', 'Iterator'],
}

/** Fields of an inner object of a Map of which it may have one. */
const INNER_AT_MOST_ONE: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['ItemReader', 'ReaderConfig'],
    ['MaxItems', 'MaxItemsPath'],
  ],
  [['ItemBatcher'], ['MaxItemsPerBatch', 'MaxItemsPerBatchPath']],
  [['ItemBatcher'], ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath']],
]

/** A state has one of a group of fields that exclude each other, and exactly one where it needs one. */
export function exclusiveFields({ type, state, pointer: at }: StateSubject, report: Report): void {
  const needed = EXACTLY_ONE[type]
  if (needed) {
    if (given(state, needed).length === 0) report(schemaError(`One of these fields is required: ${names(needed)}`, at))
    reportSeveral(state, needed, at, report)
  }
  for (const group of AT_MOST_ONE[type] ?? []) reportSeveral(state, group, at, report)
  if (type !== 'Map') return
  for (const [path, group] of INNER_AT_MOST_ONE) {
    let inner: unknown = state
    for (const field of path) inner = isObject(inner) ? member(inner, field) : undefined
    if (isObject(inner)) reportSeveral(inner, group, pointer(at, ...path), report)
  }
}

function reportSeveral(object: JsonObject, group: readonly string[], at: string, report: Report): void {
  const found = given(object, group)
  const second = found[1]
  if (second === undefined) return
  report(schemaError(`Only one of these fields may be given: ${names(found)}`, at, { focus: pointer(at, second) }))
}

function names(fields: readonly string[]): string {
  return `[${fields.join(', ')}]`
}
