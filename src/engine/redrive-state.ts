import type { Draft } from './draft.js'
import { beginState } from './states/enter.js'
import { continueMap } from './states/map-state.js'
import { continueParallel } from './states/parallel-state.js'
import type { MutableStrand } from './strand.js'

/** A container goes on with the children that have not ended well; every other state begins its work again. */
export function redriveState(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  if (!strand.children) return beginState(draft, strand)
  strand.phase = 'children'
  if (state.type === 'Map') return continueMap(draft, strand, state)
  return continueParallel(draft, strand)
}
