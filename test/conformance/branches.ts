import { detailsOf, eventBefore, nameIn } from './recorded-event.js'
import type { RecordedEvent } from './recorded-event.js'

/**
 * Which branch or iteration an event belongs to: the same text in two runs of the same machine, however their events
 * interleave. `inside` is the Map or Parallel (with the visit and attempt of it) whose branch it is; `undefined` at the top.
 */
export interface Branch {
  readonly key: string
  readonly inside: string | undefined
}

const TOP: Branch = { key: '', inside: undefined }

/** The branch of every event, by its id. */
export function branchesOf(events: readonly RecordedEvent[]): ReadonlyMap<RecordedEvent['id'], Branch> {
  const walk: Walk = { byId: new Map(), branches: new Map(), visits: new Map(), attempts: new Map() }
  for (const event of events) {
    walk.byId.set(event.id, event)
    walk.branches.set(event.id, branchOf(event, walk))
  }
  return walk.branches
}

interface Walk {
  readonly byId: Map<RecordedEvent['id'], RecordedEvent>
  readonly branches: Map<RecordedEvent['id'], Branch>
  /** Container (its branch and name) -> the entries of it so far, by event id. */
  readonly visits: Map<string, RecordedEvent['id'][]>
  /** Id of a container's StateEntered -> how often it was started. */
  readonly attempts: Map<RecordedEvent['id'], number>
}

function branchOf(event: RecordedEvent, walk: Walk): Branch {
  const before = eventBefore(event, walk.byId)
  if (before === undefined || event.type.startsWith('Execution')) return TOP
  const own = walk.branches.get(before.id) ?? TOP
  if (event.type.startsWith('MapIteration')) {
    return child(containerOf(event, before, walk), `[${Number(detailsOf(event).index)}]`, walk)
  }
  if (/^(?:Map|Parallel)State(?!Entered)/.test(event.type)) return ofContainer(event, before, own, walk)
  if (event.type.endsWith('StateAborted')) return { key: `${own.key} aborted`, inside: own.inside }
  const branch = before.type === 'ParallelStateStarted' ? firstOfBranch(event, before, walk) : own
  if (/^(?:Map|Parallel)StateEntered$/.test(event.type)) noteVisit(event, branch, walk)
  return branch
}

function ofContainer(event: RecordedEvent, before: RecordedEvent, own: Branch, walk: Walk): Branch {
  const entered = containerOf(event, before, walk)
  if (entered === undefined) return own
  if (event.type.endsWith('Started')) walk.attempts.set(entered.id, (walk.attempts.get(entered.id) ?? 0) + 1)
  return walk.branches.get(entered.id) ?? TOP
}

function firstOfBranch(event: RecordedEvent, started: RecordedEvent, walk: Walk): Branch {
  return child(containerOf(started, eventBefore(started, walk.byId), walk), `{${nameIn(event)}}`, walk)
}

function child(entered: RecordedEvent | undefined, step: string, walk: Walk): Branch {
  if (entered === undefined) return TOP
  const container = containerKey(entered, walk.branches.get(entered.id) ?? TOP)
  const visit = (walk.visits.get(container) ?? []).indexOf(entered.id) + 1
  const inside = `${container}#${visit}.${walk.attempts.get(entered.id) ?? 1}`
  return { key: inside + step, inside }
}

function noteVisit(entered: RecordedEvent, branch: Branch, walk: Walk): void {
  const container = containerKey(entered, branch)
  walk.visits.set(container, [...(walk.visits.get(container) ?? []), entered.id])
}

function containerKey(entered: RecordedEvent, branch: Branch): string {
  return `${branch.key}/${nameIn(entered)}`
}

/** The StateEntered of the Map or Parallel that an event belongs to: the nearest of its name, or else the nearest not left yet. */
function containerOf(event: RecordedEvent, before: RecordedEvent | undefined, walk: Walk): RecordedEvent | undefined {
  const name = nameIn(event)
  let left = 0
  for (let at = before; at; at = eventBefore(at, walk.byId)) {
    if (/^(?:Map|Parallel)StateEntered$/.test(at.type)) {
      if (name === undefined ? left === 0 : nameIn(at) === name) return at
      left -= 1
    } else if (/^(?:Map|Parallel)StateExited$/.test(at.type)) left += 1
  }
  return undefined
}
