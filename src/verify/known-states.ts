import { member } from '../asl/json.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { type WalkedState, walkStates } from '../asl/walk.js'
import { type Run, originOf } from '../harness/machines/run.js'
import { countText, quotedName } from './printable.js'
import type { StateVisit } from './state-visit.js'

/** Which visits of a state a matcher is about; all of them by default. */
export interface VisitSelection {
  /** 1 for the first time the state is entered (with the same items). */
  readonly visit?: number
  /** Index (from 0) of the Map item around the state; a list for nested Maps, outermost first. */
  readonly item?: number | readonly number[]
}

/** UserError if the machine has no state of this name. For a run without its definition, the states it entered count. */
export function checkStateName(run: Run, name: string): void {
  const definition = originOf(run)?.definition
  const names =
    definition === undefined ? new Set(run.path) : new Set([...walkStates(definition)].map((state) => state.name))
  if (names.has(name)) return
  const nearest = didYouMean(name, names)
  const known = [...names].slice(0, 20).map(quotedName).join(', ')
  const hint = nearest === undefined ? `it has ${known || 'no states'}` : `did you mean ${quotedName(nearest)}?`
  const whose = definition === undefined ? 'the run entered' : `${run.machine} has`
  throw new UserError('usage', `${whose} no state ${quotedName(name)}`, { nearest, hint })
}

/** The state of this name as the definition has it; undefined for a run that does not know its definition. */
function definedState(run: Run, name: string): WalkedState | undefined {
  const definition = originOf(run)?.definition
  if (definition === undefined) return undefined
  for (const state of walkStates(definition)) if (state.name === name) return state
  return undefined
}

/** UserError for a state that has neither Retry nor Catch because its type cannot have them. */
export function checkCanFail(run: Run, name: string, what: string): void {
  const state = definedState(run, name)
  const type = state && member(state.state, 'Type')
  if (typeof type !== 'string' || type === 'Task' || type === 'Map' || type === 'Parallel') return
  throw new UserError('usage', `state ${quotedName(name)} is a ${type}, and only Task, Map and Parallel can ${what}`)
}

/** A field of the state, if the definition is known and has it. */
export function definedField(
  run: Run,
  name: string,
  field: string,
): { readonly pointer: string; readonly has: boolean } | undefined {
  const state = definedState(run, name)
  if (!state) return undefined
  const has = member(state.state, field) !== undefined
  return { pointer: has ? `${state.pointer}/${field}` : state.pointer, has }
}

/** The visits of a state that a matcher is about. */
export function selectVisits(
  timeline: readonly StateVisit[],
  state: string,
  { visit, item }: VisitSelection,
): readonly StateVisit[] {
  const items = typeof item === 'number' ? [item] : (item ?? [])
  return timeline.filter(
    (entry) =>
      entry.state === state &&
      (visit === undefined || entry.visit === visit) &&
      items.every((index, depth) => entry.items[depth]?.index === index),
  )
}

/** Names the selected visits in a sentence: `"Resize" (item 2, visit 3)`. */
export function selectedText(state: string, { visit, item }: VisitSelection): string {
  const parts: string[] = []
  if (item !== undefined) parts.push(`item ${typeof item === 'number' ? item : item.join(',')}`)
  if (visit !== undefined) parts.push(`visit ${visit}`)
  return parts.length === 0 ? quotedName(state) : `${quotedName(state)} (${parts.join(', ')})`
}

/** Says that a state was not entered, or not as selected: `it was never entered`. */
export function absenceText(timeline: readonly StateVisit[], state: string): string {
  const count = timeline.filter((visit) => visit.state === state).length
  return count === 0 ? 'it was never entered' : `no such visit was made (it has ${countText(count, 'visit')})`
}
