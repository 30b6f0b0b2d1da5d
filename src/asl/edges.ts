import { isArray, isObject, member, pointer } from './json.js'
import type { Json, JsonObject } from './json.js'
import type { StateMachine } from './types.js'
import { walkStates } from './walk.js'

/** `entered` is the state itself; the others are the ways out of it. */
export type EdgeKind = 'entered' | 'next' | 'end' | 'rule' | 'default' | 'retry' | 'catch'

/** A place of a machine that an execution can pass, as coverage counts them. */
export interface Edge {
  /** JSON Pointer from the root of the definition, e.g. `/States/Resize/Catch/0`; the same ids are in a run's trace. */
  readonly edge: string
  readonly kind: EdgeKind
  /** Name of the state it belongs to. */
  readonly state: string
  /** The state it leads to, by name; a retrier leads back to its own state. Absent for `entered` and `end`. */
  readonly target?: string
}

/**
 * All edges of a machine and of the machines inside it, in document order. Skips what is malformed.
 * @example
 * const edges = edgesOf({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } })
 * edges.map(({ edge }) => edge) // => ['/States/A', '/States/A/End']
 */
export function edgesOf(definition: StateMachine | Json): Edge[] {
  return [...walkStates(definition)].flatMap(({ name, pointer: at, state }) => [
    { edge: at, kind: 'entered' as const, state: name },
    ...transitions(name, at, state),
    ...handlers(name, at, state),
  ])
}

function transitions(name: string, at: string, state: JsonObject): Edge[] {
  const edges: Edge[] = []
  const next = member(state, 'Next')
  const otherwise = member(state, 'Default')
  if (typeof next === 'string') edges.push({ edge: pointer(at, 'Next'), kind: 'next', state: name, target: next })
  if (member(state, 'End') === true) edges.push({ edge: pointer(at, 'End'), kind: 'end', state: name })
  for (const [index, rule] of objectsIn(state, 'Choices')) {
    edges.push({ edge: pointer(at, 'Choices', index), kind: 'rule', state: name, ...targetOf(rule) })
  }
  if (typeof otherwise === 'string') {
    edges.push({ edge: pointer(at, 'Default'), kind: 'default', state: name, target: otherwise })
  }
  return edges
}

function handlers(name: string, at: string, state: JsonObject): Edge[] {
  return [
    ...objectsIn(state, 'Retry').map(([index]): Edge => {
      return { edge: pointer(at, 'Retry', index), kind: 'retry', state: name, target: name }
    }),
    ...objectsIn(state, 'Catch').map(([index, catcher]): Edge => {
      return { edge: pointer(at, 'Catch', index), kind: 'catch', state: name, ...targetOf(catcher) }
    }),
  ]
}

function targetOf(object: JsonObject): { readonly target?: string } {
  const next = member(object, 'Next')
  return typeof next === 'string' ? { target: next } : {}
}

function objectsIn(state: JsonObject, field: string): [number, JsonObject][] {
  const list = member(state, field)
  if (!isArray(list)) return []
  return list.flatMap((item, index): [number, JsonObject][] => (isObject(item) ? [[index, item]] : []))
}
