import type { Draft } from './draft.js'
import { type Visits, keepChildVisits } from './visits.js'
import type { MutableStrand } from './strand.js'

/**
 * Ends all children of a container after one of them has failed: by index, the failed one in its place, each with an
 * Aborted event for a state it was in; all point to the failing event, where the container's chain goes on. Recorded where
 * the first child fails, measured where another does.
 */
export function abortChildren(draft: Draft, parent: MutableStrand, failed: MutableStrand): void {
  const failingEventId = failed.lastEventId
  const name = parent.state.name
  const isMap = parent.state.type === 'Map'
  for (const child of draft.childrenOf(parent)) {
    const type = child === failed ? 'MapIterationFailed' : 'MapIterationAborted'
    if (isMap) draft.emitAside(failingEventId, type, { name, index: child.index })
    // A container that failed has its Failed event already.
    if (child !== failed || !isContainer(failed)) abortState(draft, child, failingEventId)
  }
  dropChildren(draft, parent)
  parent.lastEventId = failingEventId
}

function isContainer(strand: MutableStrand): boolean {
  return strand.state.type === 'Map' || strand.state.type === 'Parallel'
}

/** The Aborted event of the state a strand was in. Waits and nested containers: by analogy with tasks (assumption). */
function abortState(draft: Draft, strand: MutableStrand, failingEventId: number): void {
  // Between two states there is none to abort.
  if (strand.phase === 'enter' || strand.phase === 'end') return
  const { type, name } = strand.state
  if (strand.mapRun) {
    draft.emitAside(failingEventId, 'MapRunAborted', undefined)
    draft.finishMapRun(strand, 'ABORTED')
  }
  if (type === 'Task') draft.emitAside(failingEventId, 'TaskStateAborted', undefined)
  if (type === 'Wait') draft.emitAside(failingEventId, 'WaitStateAborted', undefined)
  if (!isContainer(strand)) return
  for (const child of draft.childrenOf(strand)) {
    if (type === 'Map') draft.emitAside(failingEventId, 'MapIterationAborted', { name, index: child.index })
    abortState(draft, child, failingEventId)
  }
  draft.emitAside(failingEventId, type === 'Map' ? 'MapStateAborted' : 'ParallelStateAborted', undefined)
}

/** Takes all children of a container out of the execution, without a word in the history. Their visit counts stay with it. */
export function dropChildren(draft: Draft, parent: MutableStrand): void {
  if (!parent.children) return
  const children = draft.childrenOf(parent)
  for (const child of children) {
    dropChildren(draft, child)
    draft.strands.delete(child.id)
  }
  draft.abandoned.keep(parent, children)
  parent.visits = keepChildVisits(parent.visits, parent.state.name, visitsOfChildren(parent, children))
  parent.children = undefined
}

/** The visit counts of all children of a container so far, done or running, each with its index. */
export function visitsOfChildren(
  parent: MutableStrand,
  running: readonly MutableStrand[],
): readonly (readonly [index: number, visits: Visits])[] {
  const visits: (readonly [number, Visits])[] = running.map((child) => [child.index, child.visits])
  for (let done = parent.children?.done; done; done = done.before) visits.push([done.index, done.visits])
  return visits
}
