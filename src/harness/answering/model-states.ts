import type { Model, ModelState } from '../../faults/models/model.js'

/** What the models of a run remember, by their ids. A value: executions may hand it on to one another. */
export type ModelStates = ReadonlyMap<string, ModelState>

/**
 * What models remember before their first call; times in their configurations count from `originMs`, ms since the epoch. Those
 * that are in `known` go on from there.
 */
export function beginModels(models: readonly Model[], originMs: number, known: ModelStates = new Map()): ModelStates {
  const missing = models.filter(({ id }) => !known.has(id))
  if (missing.length === 0) return known
  return new Map([...known, ...missing.map((model) => [model.id, model.begin(originMs)] as const)])
}
