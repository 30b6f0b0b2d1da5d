import { QueryFailure } from '../../data/failure.js'
import { collectChild, startStrand } from '../children.js'
import { oversizeParameters } from '../data-limit.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { StrandSources } from '../sources.js'
import type { MutableStrand } from '../strand.js'

/** Parallel: ParallelStateStarted, then every branch gets the same input. https://states-language.net/#parallel-state */
export function openParallel(draft: Draft, strand: MutableStrand, state: Compiled<'Parallel'>): void {
  const input = state.flow.payload(strand.effectiveInput, new StrandSources(draft, strand))
  if (input instanceof QueryFailure) return failWith(draft, strand, input)
  const oversize = oversizeParameters(draft, strand, input)
  if (oversize) return failWith(draft, strand, oversize)
  const startedEventId = draft.emit(strand, 'ParallelStateStarted', undefined)
  const total = state.branches.length
  strand.phase = 'children'
  strand.children = {
    total,
    concurrency: total,
    items: undefined,
    input,
    nextIndex: total,
    running: total,
    done: undefined,
  }
  for (const [index, block] of state.branches.entries()) {
    const variables = { own: {}, outer: strand.variables }
    const { items, mapContext } = strand
    startStrand(draft, {
      block,
      input,
      variables,
      lastEventId: startedEventId,
      parent: strand,
      index,
      items,
      mapContext,
    })
  }
}

/** A branch has come to its end; the last one closes the Parallel. */
export function endBranch(draft: Draft, parent: MutableStrand, branch: MutableStrand): void {
  collectChild(draft, parent, branch, branch.lastEventId)
  continueParallel(draft, parent)
}

/** Waits for the branches that still run; if none does, the Parallel closes. */
export function continueParallel(draft: Draft, strand: MutableStrand): void {
  if (strand.children?.running === 0) draft.enqueue(strand, 'close')
}
