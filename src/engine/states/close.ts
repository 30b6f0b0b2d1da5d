import { QueryFailure } from '../../data/failure.js'
import { collectOutputs } from '../children.js'
import type { Draft } from '../draft.js'
import { StrandSources } from '../sources.js'
import { handOver } from './exit.js'
import type { MutableStrand } from '../strand.js'

/**
 * All children are done: MapStateSucceeded or ParallelStateSucceeded, which the Exited event does not point to; only a
 * failure of the container's own output does (asl-semantics 7.1).
 */
export function closeContainer(draft: Draft, strand: MutableStrand): void {
  const { state, children } = strand
  const outputs = collectOutputs(strand)
  const type = state.type === 'Map' ? 'MapStateSucceeded' : 'ParallelStateSucceeded'
  const succeededId = draft.emitAside(strand.lastEventId, type, undefined)
  const sources = new StrandSources(draft, strand, { part: 'exit' })
  const handover = state.flow.handover(strand.input, strand.effectiveInput, outputs, sources)
  if (handover instanceof QueryFailure) {
    strand.lastEventId = succeededId
    // A redrive closes again, and runs no child twice.
    strand.children = children
  }
  return handOver(draft, strand, { handover, result: outputs }, state.next, state.nextEdge)
}
