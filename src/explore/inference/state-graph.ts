import { errorHandlersOf } from '../../asl/error-handlers.js'
import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../../asl/json.js'

/** A machine or the inside of a Map or Parallel, with the ways between its states. */
export interface GraphMachine {
  readonly pointer: string
  readonly definition: JsonObject
  readonly states: ReadonlyMap<string, GraphState>
  readonly first: GraphState | undefined
}

export interface GraphState {
  readonly name: string
  readonly pointer: string
  readonly type: string
  readonly definition: JsonObject
  readonly isJsonata: boolean
  /** Branches, or the processor of items. */
  readonly inner: readonly GraphMachine[]
  /** Ways that need no error, in document order. */
  readonly ways: readonly Way[]
  /** Ways behind an error, by catcher. */
  readonly catches: readonly Way[]
  readonly isEnd: boolean
}

/** An edge of the definition. */
export interface Way {
  /** JSON pointer of the edge. */
  readonly edge: string
  readonly kind: 'next' | 'rule' | 'default' | 'catch'
  /** Of the rule or the catcher. */
  readonly index: number
  readonly to: string
}

/** The graph of a definition. What is malformed is left out. */
export function graphOf(definition: Json): GraphMachine {
  return machineGraph(isObject(definition) ? definition : {}, '', false)
}

function machineGraph(definition: JsonObject, at: string, outerJsonata: boolean): GraphMachine {
  const isJsonata = languageOf(definition, outerJsonata)
  const states = new Map<string, GraphState>()
  const written = member(definition, 'States')
  for (const [name, state] of isObject(written) ? Object.entries(written) : []) {
    if (isObject(state)) states.set(name, stateGraph(name, state, pointer(at, 'States', name), isJsonata))
  }
  const start = member(definition, 'StartAt')
  return { pointer: at, definition, states, first: typeof start === 'string' ? states.get(start) : undefined }
}

function languageOf(holder: JsonObject, outer: boolean): boolean {
  const language = member(holder, 'QueryLanguage')
  return language === undefined ? outer : language === 'JSONata'
}

function stateGraph(name: string, definition: JsonObject, at: string, outerJsonata: boolean): GraphState {
  const type = textOf(definition, 'Type')
  const catches = errorHandlersOf(definition).catchers.map(({ next }, index): Way => ({
    edge: pointer(at, 'Catch', index),
    kind: 'catch',
    index,
    to: next,
  }))
  return {
    name,
    pointer: at,
    type,
    definition,
    isJsonata: languageOf(definition, outerJsonata),
    inner: innerOf(type, definition, at, outerJsonata),
    ways: waysOf(definition, at),
    catches,
    isEnd: member(definition, 'End') === true || type === 'Succeed' || type === 'Fail',
  }
}

function textOf(holder: JsonObject, field: string): string {
  const text = member(holder, field)
  return typeof text === 'string' ? text : ''
}

function innerOf(type: string, state: JsonObject, at: string, jsonata: boolean): readonly GraphMachine[] {
  const branches = member(state, 'Branches')
  if (type === 'Parallel' && isArray(branches)) {
    return branches.flatMap((branch, i) =>
      isObject(branch) ? [machineGraph(branch, pointer(at, 'Branches', i), jsonata)] : [],
    )
  }
  if (type !== 'Map') return []
  return ['ItemProcessor', 'Iterator'].flatMap((field) => {
    const processor = member(state, field)
    return isObject(processor) ? [machineGraph(processor, pointer(at, field), jsonata)] : []
  })
}

function waysOf(state: JsonObject, at: string): readonly Way[] {
  const ways: Way[] = []
  const rules = member(state, 'Choices')
  for (const [index, rule] of (isArray(rules) ? rules : []).entries()) {
    const to = isObject(rule) ? textOf(rule, 'Next') : ''
    ways.push({ edge: pointer(at, 'Choices', index), kind: 'rule', index, to })
  }
  const otherwise = textOf(state, 'Default')
  if (otherwise !== '') ways.push({ edge: pointer(at, 'Default'), kind: 'default', index: ways.length, to: otherwise })
  const next = textOf(state, 'Next')
  if (next !== '') ways.push({ edge: pointer(at, 'Next'), kind: 'next', index: 0, to: next })
  return ways
}

/** Every machine of a graph, the outer ones first. */
export function machinesIn(machine: GraphMachine): readonly GraphMachine[] {
  const found: GraphMachine[] = []
  const todo = [machine]
  for (let next = todo.shift(); next; next = todo.shift()) {
    found.push(next)
    for (const state of next.states.values()) todo.push(...state.inner)
  }
  return found
}

/** Every state of a graph, also those inside Map and Parallel states. */
export function statesIn(machine: GraphMachine): readonly GraphState[] {
  return machinesIn(machine).flatMap(({ states }) => [...states.values()])
}
