import { isArray, type JsonObject, member } from '../../asl/json.js'
import { type WalkedState, walkStates } from '../../asl/walk.js'

/** States that may have a `Retry` and a `Catch`. */
const HANDLING_TYPES: ReadonlySet<unknown> = new Set(['Task', 'Map', 'Parallel'])

/** The Task, Map and Parallel states of a definition that have neither a retrier nor a catcher, in document order. */
export function unhandledStates(definition: unknown): readonly WalkedState[] {
  return [...walkStates(definition)].filter(
    ({ state }) => HANDLING_TYPES.has(member(state, 'Type')) && !hasAny(state, 'Retry') && !hasAny(state, 'Catch'),
  )
}

function hasAny(state: JsonObject, field: 'Retry' | 'Catch'): boolean {
  const handlers = member(state, field)
  return handlers !== undefined && !(isArray(handlers) && handlers.length === 0)
}
