import type { ItemStep } from '../../engine/ports.js'

/** How often Tasks were called, by state and by the items around them. */
export type CallsBefore = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Calls of this place that a script is not to count; 0 without a redrive. */
export function callsBefore(
  before: CallsBefore | undefined,
  { state, items, ordinal }: { readonly state: string; readonly items: readonly ItemStep[]; readonly ordinal: number },
): number {
  return Math.min(before?.get(state)?.get(itemPath(items)) ?? 0, ordinal - 1)
}

/** The items around a call, as text. */
export function itemPath(items: readonly ItemStep[]): string {
  return items.map((step) => step.index).join(',')
}
