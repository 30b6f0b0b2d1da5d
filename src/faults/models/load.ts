/** A load that others cause, for a time: `fromMs` included, `toMs` not. */
export interface Load {
  readonly perSecond: number
  readonly fromMs: number
  readonly toMs: number
}

/** What others ask for at a moment, per second. */
export function loadAt(loads: readonly Load[], atMs: number): number {
  return loads.reduce((sum, { perSecond, fromMs, toMs }) => sum + (fromMs <= atMs && atMs < toMs ? perSecond : 0), 0)
}

/**
 * How many requests there is room for after a time in which only others made any: room comes back at `perSecond` less what
 * they take, and is never more than one second's.
 */
export function levelAt(
  level: number,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  perSecond: number,
  loads: readonly Load[],
): number {
  const edges = loads
    .flatMap((load) => [load.fromMs, load.toMs])
    .filter((edgeMs) => edgeMs > fromMs && edgeMs < toMs)
    .sort((a, b) => a - b)
  let room = Math.min(level, perSecond)
  let sinceMs = fromMs
  for (const edgeMs of [...edges, toMs]) {
    const net = perSecond - loadAt(loads, sinceMs)
    room = Math.min(perSecond, Math.max(0, room + (net * (edgeMs - sinceMs)) / 1000))
    sinceMs = edgeMs
  }
  return room
}
