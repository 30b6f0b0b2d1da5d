import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { isJsonata } from '../asl/query-language.js'
import { parseResource } from '../asl/resource.js'
import { statesOf, walkMachines } from '../asl/walk.js'
import type { InferredAnswers, InferredPart } from '../tasks/inferred-part.js'
import { wantedBy } from './choice-wants.js'
import { traceState, type TraceFrame } from './trace-state.js'
import { readPath, traceExpression } from './trace-template.js'
import { type Traced, UNKNOWN } from './traced.js'

/**
 * What the inferred answers of a machine should say besides what they repeat, so that loops that poll come to an end: where
 * what a function, activity or callback answers decides a Choice, through Waits and plain Passes alone, it says what the
 * first rule asks for that leads to an end without this Task or a Fail. By the Task's name. A guess for a first look.
 */
export function inferAnswers(definition: Json): InferredAnswers {
  const answers = new Map<string, readonly InferredPart[]>()
  for (const machine of walkMachines(definition)) {
    const states = new Map(statesOf(machine).map(({ name, state }) => [name, state]))
    for (const [name, state] of states) {
      if (!repeatsInput(state)) continue
      const parts = decidingParts({ states, definition }, name, state)
      if (parts.length > 0) answers.set(name, parts)
    }
  }
  return Object.fromEntries(answers)
}

interface Around {
  readonly states: ReadonlyMap<string, JsonObject>
  /** The whole machine. */
  readonly definition: Json
}

/** Whether an inferred answer is what the call was sent. */
function repeatsInput(state: JsonObject): boolean {
  const arn = member(state, 'Resource')
  if (state['Type'] !== 'Task' || typeof arn !== 'string') return false
  const resource = parseResource(arn)
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return true
  return resource.pattern === 'waitForTaskToken' || (resource.kind === 'optimized' && resource.service === 'lambda')
}

const NOBODY = (): void => undefined

function decidingParts(around: Around, name: string, task: JsonObject): readonly InferredPart[] {
  const start: TraceFrame = { data: UNKNOWN, context: UNKNOWN, variables: new Map() }
  const inJsonata = (state: JsonObject): boolean => isJsonata(state, around.definition)
  const answer: Traced = { origin: { source: 'answer', path: [] } }
  let frame = traceState(task, start, inJsonata(task), NOBODY).after(answer)
  const seen = new Set<string>([name])
  for (let next = member(task, 'Next'); typeof next === 'string' && !seen.has(next);) {
    seen.add(next)
    const state = around.states.get(next)
    if (!state) return []
    const traced = traceState(state, frame, inJsonata(state), NOBODY)
    if (state['Type'] === 'Choice')
      return partsOf(around, name, state, { ...frame, data: traced.input }, inJsonata(state))
    const isPlain = state['Type'] === 'Wait' || (state['Type'] === 'Pass' && !Object.hasOwn(state, 'Result'))
    if (!isPlain) return []
    frame = traced.after(state['Type'] === 'Pass' ? traced.payload : traced.input)
    next = member(state, 'Next')
  }
  return []
}

/** What the answer has to say for the first rule that leads to an end. */
function partsOf(
  around: Around,
  task: string,
  choice: JsonObject,
  frame: TraceFrame,
  inJsonata: boolean,
): readonly InferredPart[] {
  const rules = member(choice, 'Choices')
  const rule = (isArray(rules) ? rules : [])
    .filter(isObject)
    .find((one) => endsWithout(around, member(one, 'Next'), task))
  if (!rule) return []
  return wantsOf(rule, frame, inJsonata).flatMap(({ read, value }) => {
    const { source, path = [] } = read.origin ?? {}
    const names = path.filter((step) => typeof step === 'string')
    return source === 'answer' && names.length === path.length ? [{ path: names, value }] : []
  })
}

/** Whether a state leads to an end without the Task, and without a Fail. */
function endsWithout({ states }: Around, from: Json | undefined, task: string): boolean {
  const seen = new Set<Json | undefined>([task])
  const todo = [from]
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    const state = typeof name === 'string' && !seen.has(name) ? states.get(name) : undefined
    seen.add(name)
    if (!state) continue
    if (member(state, 'End') === true || state['Type'] === 'Succeed') return true
    const rules = member(state, 'Choices')
    for (const rule of isArray(rules) ? rules.filter(isObject) : []) todo.push(member(rule, 'Next') ?? null)
    todo.push(member(state, 'Default') ?? null, member(state, 'Next') ?? null)
  }
  return false
}

interface Want {
  readonly read: Traced
  readonly value: Json
}

function wantsOf(rule: JsonObject, frame: TraceFrame, inJsonata: boolean): readonly Want[] {
  if (inJsonata) return wantsOfCondition(member(rule, 'Condition'), frame)
  const all = member(rule, 'And')
  const any = member(rule, 'Or')
  if (isArray(all)) return all.filter(isObject).flatMap((part) => wantsOf(part, frame, false))
  if (isArray(any))
    return any
      .filter(isObject)
      .slice(0, 1)
      .flatMap((part) => wantsOf(part, frame, false))
  const variable = member(rule, 'Variable')
  if (typeof variable !== 'string') return []
  for (const [test, value] of Object.entries(rule)) {
    const wanted = wantedBy(test, value)
    if (wanted !== undefined) return [{ read: readPath(variable, { ...frame, onRead: NOBODY }), value: wanted }]
  }
  return []
}

function wantsOfCondition(condition: Json | undefined, frame: TraceFrame): readonly Want[] {
  const wants: Want[] = []
  if (typeof condition !== 'string') return wants
  traceExpression(condition, {
    ...frame,
    onRead: (read, need) => {
      if (isObject(need)) wants.push({ read, value: need['value'] ?? null })
    },
  })
  return wants
}
