import { type Heap, heapSize, withEntry, withoutLeast } from './heap.js'

/** A warm environment of a function, as a value. */
export interface Instance {
  /** 1 for the first of its pool. */
  readonly id: number
  readonly bornMs: number
  /** Invocations since its process began. */
  readonly served: number
  /** Invocations since its /tmp was empty. */
  readonly tmpServed: number
}

/** The instances of one function: of those that are gone nothing is kept. */
export interface Instances {
  /** By the time at which they were last busy; the one to take next on top. */
  readonly idle: Heap<Instance> | undefined
  /** By the time at which they are free. */
  readonly busy: Heap<Instance | undefined> | undefined
  /** Of the present instant: taken, and not known yet for how long. */
  readonly taken: number
  readonly nextId: number
}

export const NO_INSTANCES: Instances = Object.freeze({
  idle: undefined,
  busy: undefined,
  taken: 0,
  nextId: 1,
})

/** When instances are given up. */
export interface Recycling {
  readonly pick: 'most-recent' | 'least-recent'
  readonly idleRecycleMs: number
  readonly maxLifeMs: number
  readonly recycleAfterInvocations: number | undefined
}

/** What happened to a pool last, in ms since the epoch; `-Infinity` for what never did. */
export interface PoolEvents {
  /** Instances that are older are gone. */
  readonly deployedMs: number
  /** Instances that were idle then are gone. */
  readonly shrunkMs: number
}

/** Invocations that run. */
export function running({ busy, taken }: Instances): number {
  return heapSize(busy) + taken
}

/** The instances at a moment: who has become free is idle. */
export function instancesAt(
  before: Instances,
  nowMs: number,
  { pick, recycleAfterInvocations = Infinity }: Recycling,
): Instances {
  let { idle, busy } = before
  while (busy && busy.entry.key <= nowMs) {
    const { key, value } = busy.entry
    busy = withoutLeast(busy)
    if (!value || value.served >= recycleAfterInvocations) continue
    idle = withEntry(idle, pick === 'most-recent' ? -key : key, value.id, value)
  }
  return busy === before.busy ? before : { ...before, idle, busy }
}

/** The idle instance that takes an invocation, or a new one. Those found too old on the way are gone. */
export function taken(
  before: Instances,
  nowMs: number,
  { pick, idleRecycleMs, maxLifeMs }: Recycling,
  { deployedMs, shrunkMs }: PoolEvents,
): { readonly instances: Instances; readonly instance: Instance } {
  let { idle } = before
  const takenNow = before.taken + 1
  while (idle) {
    const { key, value } = idle.entry
    const idleSinceMs = Math.abs(key)
    const isStale = nowMs - idleSinceMs >= idleRecycleMs || idleSinceMs <= shrunkMs
    // Of the most recent first: whoever is behind it has been idle for even longer.
    idle = isStale && pick === 'most-recent' ? undefined : withoutLeast(idle)
    if (isStale || nowMs - value.bornMs >= maxLifeMs || value.bornMs < deployedMs) continue
    return { instances: { ...before, idle, taken: takenNow }, instance: value }
  }
  const { nextId } = before
  const instance = { id: nextId, bornMs: nowMs, served: 0, tmpServed: 0 }
  return { instances: { ...before, idle, taken: takenNow, nextId: nextId + 1 }, instance }
}

/** A taken instance is busy until a moment, and then idle as it is given; undefined: then gone. `tie` orders equals. */
export function busyUntil(before: Instances, untilMs: number, instance: Instance | undefined, tie: number): Instances {
  return { ...before, busy: withEntry(before.busy, untilMs, tie, instance), taken: before.taken - 1 }
}
