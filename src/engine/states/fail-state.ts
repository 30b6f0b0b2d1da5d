import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { StrandSources } from '../sources.js'
import type { MutableStrand } from '../strand.js'

/** Fail: raises its Error and Cause, either of which may be absent. https://states-language.net/#fail-state */
export function beginFail(draft: Draft, strand: MutableStrand, state: Compiled<'Fail'>): void {
  const sources = new StrandSources(draft, strand)
  const error = state.error(strand.input, sources)
  if (error instanceof QueryFailure) return failWith(draft, strand, error)
  const cause = state.cause(strand.input, sources)
  if (cause instanceof QueryFailure) return failWith(draft, strand, cause)
  strand.failure = {
    kind: 'fail-state',
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  }
  return draft.enqueue(strand, 'fail')
}
