import type { ComparableEvent } from './comparable-history.js'

/** A line of events that follow on one another: the execution itself, one branch, one item of a Map. */
interface Strand {
  readonly key: string
  /** The container it is in, and the strand that the container is in; undefined for the execution itself. */
  readonly within: { readonly type: 'Map' | 'Parallel'; readonly name: string; readonly strand: Strand } | undefined
}

interface Placed {
  readonly strand: Strand
  readonly event: ComparableEvent
}

/**
 * The events of a history by the branch or item they belong to, read off `previousEventId`, so that two histories can be
 * compared however their branches interleave. Branches go by their first state, items by their index.
 */
export function strandsOf(events: readonly ComparableEvent[]): ReadonlyMap<string, readonly ComparableEvent[]> {
  const placed = new Map<number, Placed>()
  const byKey = new Map<string, ComparableEvent[]>()
  for (const event of events) {
    const before = placed.get(event.previousEventId)
    const strand = before ? strandAfter(before, event, placed) : ROOT
    placed.set(event.id, { strand, event })
    const list = byKey.get(strand.key)
    if (list) list.push(event)
    else byKey.set(strand.key, [event])
  }
  return byKey
}

const ROOT: Strand = { key: '', within: undefined }

function strandAfter(before: Placed, event: ComparableEvent, placed: ReadonlyMap<number, Placed>): Strand {
  const { strand } = before
  const name = textIn(event, 'name')
  if (event.type.startsWith('Execution')) return ROOT
  if (event.type === 'MapIterationStarted') {
    return inside(outOf(strand, 'Map', name), 'Map', name, `${name}[${textIn(event, 'index')}]`)
  }
  if (before.event.type === 'ParallelStateStarted' && event.type.endsWith('StateEntered')) {
    const entered = placed.get(before.event.previousEventId)?.event
    return inside(strand, 'Parallel', textIn(entered, 'name'), name)
  }
  const container = /^(Map|Parallel)State(?:Exited|Succeeded|Failed|Aborted)$/.exec(event.type)?.[1]
  if (container === undefined || before.event.type.endsWith('StateStarted')) return strand
  const isNamed = event.type.endsWith('StateExited')
  return outOf(strand, container === 'Map' ? 'Map' : 'Parallel', isNamed ? name : undefined)
}

function textIn(event: ComparableEvent | undefined, name: string): string {
  return JSON.stringify(event?.details[name] ?? null)
}

/** The strand that the nearest container of this type and name around a strand is in; the strand itself if there is none. */
function outOf(strand: Strand, type: 'Map' | 'Parallel', name: string | undefined): Strand {
  for (let inner = strand; inner.within; inner = inner.within.strand) {
    if (inner.within.type === type && (name === undefined || inner.within.name === name)) return inner.within.strand
  }
  return strand
}

/** Begun again by a retry of its container, an item goes on under its key. */
function inside(strand: Strand, type: 'Map' | 'Parallel', name: string, key: string): Strand {
  return { key: `${strand.key}/${key}`, within: { type, name, strand } }
}
