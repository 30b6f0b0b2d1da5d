import { type Fields, fieldNamed } from '../fields/field.js'
import { STATE_FIELDS } from '../fields/state-table.js'
import { isObject, member, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { PROCESSOR_FIELDS } from '../map-processor.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { StateType } from '../types.js'
import { given } from './subject.js'
import type { StateSubject } from './subject.js'

/** Fields of which a state must have one. */
const EXACTLY_ONE: Readonly<Partial<Record<StateType, readonly string[]>>> = {
  Wait: ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Map: PROCESSOR_FIELDS,
}

/** Two names of one thing. */
const SAME: Readonly<Partial<Record<StateType, readonly string[]>>> = { Map: ['ItemSelector', 'Parameters'] }

/** A state has one of a group of fields that exclude each other, and exactly one where it needs one. */
export function exclusiveFields({ type, state, pointer: at }: StateSubject, report: Report): void {
  const needed = EXACTLY_ONE[type]
  if (needed) {
    if (given(state, needed).length === 0) report(schemaError(`One of these fields is required: ${names(needed)}`, at))
    reportSeveral(state, needed, at, report)
  }
  reportSeveral(state, SAME[type] ?? [], at, report)
  valueOrPath(state, STATE_FIELDS[type], at, report)
}

/** A value and the path to it exclude each other, in the objects of a Map as well. */
function valueOrPath(object: JsonObject, fields: Fields, at: string, report: Report): void {
  const needed: readonly string[] = fields === STATE_FIELDS.Wait ? (EXACTLY_ONE.Wait ?? []) : []
  for (const name of Object.keys(object)) {
    const field = fieldNamed(fields, name)
    const inner = member(object, name)
    if (field?.gives !== undefined && !needed.includes(name)) reportSeveral(object, [field.gives, name], at, report)
    if (field?.fields && isObject(inner)) valueOrPath(inner, field.fields, pointer(at, name), report)
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
