import { type WrittenField, writtenFields } from '../asl/fields/places.js'
import { STATE_FIELDS, isStateType } from '../asl/fields/state-table.js'
import type { FieldValue } from '../asl/fields/value.js'
import { isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { parseResource } from '../asl/resource.js'
import type { Need } from './input-shape.js'
import { plainPath } from './path-steps.js'
import { readPath, traceExpression, traceJsonata, traceTemplate, type TraceScope } from './trace-template.js'
import { partOf, type Step, type Traced, UNKNOWN, withPart } from './traced.js'

/** What a state starts with. */
export interface TraceFrame {
  readonly data: Traced
  readonly context: Traced
  readonly variables: ReadonlyMap<string, Traced>
}

/** A state's input as it uses it, and what it hands on. */
export interface TracedState {
  /** After InputPath. */
  readonly input: Traced
  /** What the service is sent. */
  readonly payload: Traced
  /** What the next state starts with, after this result. */
  readonly after: (result: Traced) => TraceFrame
}

type OnRead = TraceScope['onRead']

/** Follows the data through one state, and tells what it reads. */
export function traceState(state: JsonObject, frame: TraceFrame, inJsonata: boolean, onRead: OnRead): TracedState {
  return inJsonata ? jsonataState(state, frame, onRead) : jsonPathState(state, frame, onRead)
}

function jsonataState(state: JsonObject, frame: TraceFrame, onRead: OnRead): TracedState {
  const scope: TraceScope = { ...frame, onRead }
  const given = member(state, 'Arguments')
  const payload = given === undefined ? frame.data : traceJsonata(given, scope)
  for (const { name, field, value } of writtenOf(state)) {
    const need = NEEDS[field.value.kind]
    if (field.JSONata === 'template' && !AFTERWARDS.has(name)) traceJsonata(value, scope)
    if (field.JSONata === 'expression' && typeof value === 'string')
      traceExpression(value, { ...scope, onRead: (read) => onRead(read, need) })
  }
  return {
    input: frame.data,
    payload,
    after: (result) => {
      const done = { ...scope, result }
      const output = member(state, 'Output')
      const variables = assigned(member(state, 'Assign'), frame, (value) => traceJsonata(value, done))
      return { ...frame, variables, data: output === undefined ? result : traceJsonata(output, done) }
    },
  }
}

/** What `traceState` follows by itself, or its caller does. */
const AFTERWARDS: ReadonlySet<string> = new Set(['Arguments', 'Items', 'Output'])

/** What a field has to come to. */
const NEEDS: Readonly<Record<FieldValue['kind'], Need>> = {
  any: 'any',
  boolean: 'any',
  list: 'list',
  object: 'object',
  text: 'text',
  timestamp: 'timestamp',
  number: 'number',
  'one-of': 'text',
}

function writtenOf(state: JsonObject): Iterable<WrittenField> {
  const type = member(state, 'Type')
  return isStateType(type) ? writtenFields(state, STATE_FIELDS[type]) : []
}

function jsonPathState(state: JsonObject, frame: TraceFrame, onRead: OnRead): TracedState {
  const input = pathOf(state, 'InputPath', { ...frame, onRead })
  const scope: TraceScope = { ...frame, data: input, onRead }
  for (const { field, value } of writtenOf(state)) {
    if (field.gives !== undefined && typeof value === 'string') readPath(value, scope, NEEDS[field.value.kind])
  }
  const reader = member(state, 'ItemReader')
  const parameters = isObject(reader) ? member(reader, 'Parameters') : undefined
  if (parameters !== undefined) traceTemplate(parameters, scope)
  const template = member(state, 'Parameters')
  return {
    input,
    payload: template === undefined || state['Type'] === 'Map' ? input : traceTemplate(template, scope),
    after: (result) => handOver(state, frame, result, onRead),
  }
}

function handOver(state: JsonObject, frame: TraceFrame, result: Traced, onRead: OnRead): TraceFrame {
  const at = { ...frame, data: result, onRead }
  const selector = member(state, 'ResultSelector')
  const selected = selector === undefined ? result : traceTemplate(selector, at)
  const merges = typeof state['Type'] === 'string' && MERGES.has(state['Type'])
  const merged = merges ? resultIn(state, frame.data, selected, onRead) : selected
  const variables = assigned(member(state, 'Assign'), frame, (value) => traceTemplate(value, at))
  return { ...frame, variables, data: pathOf(state, 'OutputPath', { ...frame, data: merged, onRead }) }
}

const MERGES: ReadonlySet<string> = new Set(['Task', 'Pass', 'Parallel', 'Map'])

/** ResultPath: the result in the raw input. What it is put into has to be an object. Also that of a catcher. */
export function resultIn(holder: JsonObject, raw: Traced, result: Traced, onRead: OnRead): Traced {
  const path = member(holder, 'ResultPath')
  if (path === undefined) return result
  if (path === null) return raw
  const steps: readonly Step[] = typeof path === 'string' ? (plainPath(path)?.steps ?? []) : []
  for (let length = 0; length < steps.length; length++) onRead(partOf(raw, steps.slice(0, length)), 'object')
  return withPart(raw, steps, result)
}

function pathOf(state: JsonObject, field: 'InputPath' | 'OutputPath', scope: TraceScope): Traced {
  const path = member(state, field)
  if (path === null) return { members: new Map() }
  return typeof path === 'string' ? readPath(path, scope) : scope.data
}

function assigned(
  assign: Json | undefined,
  { variables }: TraceFrame,
  trace: (assign: Json) => Traced,
): ReadonlyMap<string, Traced> {
  if (!isObject(assign)) return variables
  return new Map([...variables, ...(trace(assign).members ?? [])])
}

/** What an inferred answer repeats of a call; nothing is known of what other services answer. */
export function echoOf(state: JsonObject, { input, payload }: Pick<TracedState, 'input' | 'payload'>): Traced {
  const arn = member(state, 'Resource')
  if (typeof arn !== 'string') return UNKNOWN
  const resource = parseResource(arn)
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return payload
  if (resource.pattern === 'waitForTaskToken') return input
  const isInvoke = resource.kind === 'optimized' && resource.service === 'lambda' && resource.action === 'invoke'
  return isInvoke ? { members: new Map([['Payload', partOf(payload, ['Payload'])]]) } : UNKNOWN
}
