import { isDistributed } from '../../asl/map-processor.js'
import { itemsOf, type OpenValue } from './open-value.js'
import { itemInput, mapItems, mapResult, MOST_WALKED_ITEMS } from './map-items.js'
import type { HoleValue } from './hole-value.js'
import type { GraphMachine } from './state-graph.js'
import { caught, goesOn, type Standing, type StepEnd, type WalkStep, type WalkOutcome } from './walk-step.js'
import { withMapItem } from './walk-context.js'
import { OVER_TOLERANCE, type WalkFailure } from './walk-errors.js'

/** Walks through a branch, or the processor of items. */
type WalkMachine = (machine: GraphMachine, from: Standing) => WalkOutcome

/** A Parallel with this input for each branch. All of them run at once: one that fails stops the others, also one that would go on for ever. */
export function walkBranches(walked: WalkStep, data: OpenValue, walk: WalkMachine): StepEnd {
  const { state, standing } = walked
  const results: OpenValue[] = []
  let failed: WalkFailure | undefined
  let stuck: StepEnd | undefined
  for (const branch of state.inner) {
    const end = walk(branch, { ...standing, data, within: [...standing.within, state] })
    if (end.kind === 'failed') failed ??= end
    else if (end.kind === 'stuck') stuck ??= end
    else results.push(end.data)
  }
  if (failed) return caught(walked, failed)
  return stuck ?? goesOn(walked, { kind: 'list', items: results })
}

/** A Map over its items, of which the first few are walked. `readers`: what ItemReaders get, by pointer. */
export function walkItems(walked: WalkStep, readers: Map<string, HoleValue>, walk: WalkMachine): StepEnd {
  const { state, standing, flow, scope } = walked
  const stuck: StepEnd = { kind: 'stuck', at: state }
  const list = mapItems(state, flow, scope, readers)
  const items = list && itemsOf(list, scope.listLength)
  if (!items) return stuck
  const [processor] = state.inner
  const results: OpenValue[] = []
  for (const [index, item] of items.slice(0, MOST_WALKED_ITEMS).entries()) {
    const data = itemInput(state, flow, scope, item, index)
    if (!data || !processor) return stuck
    const context = withMapItem(standing.context, item, index)
    const place = `${standing.place}[${index}]`
    const end = walk(processor, { ...standing, data, context, place, within: [...standing.within, state] })
    if (end.kind === 'failed') return caught(walked, isDistributed(state.definition) ? OVER_TOLERANCE : end)
    if (end.kind === 'stuck') return end
    results.push(end.data)
  }
  return goesOn(walked, mapResult(state, results))
}
