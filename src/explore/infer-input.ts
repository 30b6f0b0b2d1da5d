import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { processorOf } from '../asl/map-processor.js'
import { isJsonata } from '../asl/query-language.js'
import { wantedBy } from './choice-wants.js'
import { InputShape, type Need } from './input-shape.js'
import { echoOf, resultIn, traceState, type TracedState, type TraceFrame } from './trace-state.js'
import { contextOf, ITEM, readPath, traceExpression, traceJsonata, traceTemplate } from './trace-template.js'
import { partOf, type Traced, UNKNOWN } from './traced.js'

/**
 * An input that lets a machine run: what its states read of the execution's input before anything else is written there, by
 * following the data from `StartAt`. Texts say the name of their member, numbers are 1, arrays have two items, times are the
 * default start, and what a Choice compares is the value that its first rule asks for. `{}` if nothing is read. A guess for a
 * first look, never for a test.
 */
export function inferInput(definition: Json): Json {
  const shape = new InputShape()
  shape.add([], 'object')
  const onRead = ({ origin }: Traced, need: Need): void => {
    if (origin?.source === 'input') shape.add(origin.path, need)
  }
  const input: Traced = { origin: { source: 'input', path: [] } }
  const frame = { data: input, context: contextOf(input, UNKNOWN), variables: new Map<string, Traced>() }
  if (isObject(definition)) followMachine({ definition, input, onRead }, definition, frame)
  const inferred = shape.toJson('input')
  return isObject(inferred) ? inferred : {}
}

interface Following {
  /** The whole machine, whose query language holds where a state names none. */
  readonly definition: JsonObject
  readonly input: Traced
  readonly onRead: (read: Traced, need: Need) => void
}

interface Standing {
  readonly name: string
  readonly frame: TraceFrame
}

/** Follows every way through a machine from its first state; each state counts as it is first come to. */
function followMachine(all: Following, machine: JsonObject, frame: TraceFrame): void {
  const states = member(machine, 'States')
  const first = member(machine, 'StartAt')
  if (!isObject(states) || typeof first !== 'string') return
  const seen = new Set<string>()
  const todo: Standing[] = [{ name: first, frame }]
  for (let next = todo.shift(); next; next = todo.shift()) {
    const state = member(states, next.name)
    if (!isObject(state) || seen.has(next.name)) continue
    seen.add(next.name)
    todo.push(...follow(all, state, next.frame))
  }
}

function follow(all: Following, state: JsonObject, frame: TraceFrame): readonly Standing[] {
  const { definition, onRead } = all
  const inJsonata = isJsonata(state, definition)
  const traced = traceState(state, frame, inJsonata, onRead)
  const inner = { ...frame, data: traced.payload }
  for (const branch of listOf(state, 'Branches')) followMachine(all, branch, inner)
  if (state['Type'] === 'Map') followItems(all, state, frame, traced)
  for (const rule of listOf(state, 'Choices')) readRule(all, rule, { ...frame, data: traced.input }, inJsonata)
  const after = traced.after(resultOf(state, traced))
  const targets = [member(state, 'Next'), ...listOf(state, 'Choices').map((rule) => member(rule, 'Next'))]
  const caught = listOf(state, 'Catch').map((catcher) => ({
    name: member(catcher, 'Next'),
    frame: { ...frame, data: inJsonata ? UNKNOWN : resultIn(catcher, frame.data, UNKNOWN, onRead) },
  }))
  const ways = [...targets, member(state, 'Default')].map((name) => ({ name, frame: after })).concat(caught)
  return ways.flatMap(({ name, frame: then }) => (typeof name === 'string' ? [{ name, frame: then }] : []))
}

function resultOf(state: JsonObject, traced: TracedState): Traced {
  if (state['Type'] === 'Task') return echoOf(state, traced)
  if (state['Type'] === 'Pass') return Object.hasOwn(state, 'Result') ? UNKNOWN : traced.payload
  return state['Type'] === 'Map' || state['Type'] === 'Parallel' ? UNKNOWN : traced.input
}

/** The items of a Map: an array, of which the first one goes through the states inside. */
function followItems(all: Following, state: JsonObject, frame: TraceFrame, { input }: TracedState): void {
  const { onRead } = all
  const inJsonata = isJsonata(state, all.definition)
  const list = listRead(all, state, { ...frame, data: input }, inJsonata)
  const item = partOf(list, ITEM)
  const context = contextOf(all.input, item)
  const selector = member(state, 'ItemSelector') ?? member(state, 'Parameters')
  const scope = { ...frame, data: input, context, onRead }
  const selected =
    selector === undefined ? item : inJsonata ? traceJsonata(selector, scope) : traceTemplate(selector, scope)
  const processor = processorOf(state)
  if (processor) followMachine(all, processor, { ...frame, context, data: selected })
}

function listRead({ onRead }: Following, state: JsonObject, frame: TraceFrame, inJsonata: boolean): Traced {
  if (Object.hasOwn(state, 'ItemReader')) return UNKNOWN
  const listed = (read: Traced): void => onRead(read, 'list')
  const path = member(state, inJsonata ? 'Items' : 'ItemsPath')
  if (typeof path !== 'string') {
    if (path === undefined) listed(frame.data)
    return path === undefined ? frame.data : UNKNOWN
  }
  return inJsonata ? traceExpression(path, { ...frame, onRead: listed }) : readPath(path, { ...frame, onRead: listed })
}

const KIND_OF_TEST: readonly (readonly [RegExp, Need])[] = [
  [/^IsNumeric$/, 'number'],
  [/^IsTimestamp$|^Timestamp/, 'timestamp'],
  [/^Numeric/, 'number'],
]

/** What a rule compares. */
function readRule(all: Following, rule: JsonObject, frame: TraceFrame, inJsonata: boolean): void {
  const condition = member(rule, 'Condition')
  if (inJsonata && typeof condition === 'string') traceExpression(condition, { ...frame, onRead: all.onRead })
  const not = member(rule, 'Not')
  for (const part of [...listOf(rule, 'And'), ...listOf(rule, 'Or'), ...(isObject(not) ? [not] : [])]) {
    readRule(all, part, frame, inJsonata)
  }
  const variable = member(rule, 'Variable')
  if (inJsonata || typeof variable !== 'string') return
  for (const [test, value] of Object.entries(rule)) {
    if (test === 'Variable' || test === 'Next' || test === 'Assign' || test === 'Comment') continue
    readPath(variable, { ...frame, onRead: all.onRead }, neededFor(test, value))
    if (test.endsWith('Path') && typeof value === 'string') readPath(value, { ...frame, onRead: all.onRead })
  }
}

function neededFor(test: string, value: Json): Need {
  const wanted = test.startsWith('Is') || test === 'StringMatches' ? undefined : wantedBy(test, value)
  if (wanted !== undefined) return { value: wanted }
  return KIND_OF_TEST.find(([pattern]) => pattern.test(test))?.[1] ?? 'any'
}

function listOf(holder: JsonObject, field: string): readonly JsonObject[] {
  const list = member(holder, field)
  return isArray(list) ? list.filter(isObject) : []
}
