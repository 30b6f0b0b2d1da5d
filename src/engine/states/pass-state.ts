import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { StrandSources } from '../sources.js'
import { finishState } from './exit.js'
import type { MutableStrand } from '../strand.js'

/** Pass: the literal Result, else what Parameters make of the input. https://states-language.net/#pass-state */
export function beginPass(draft: Draft, strand: MutableStrand, state: Compiled<'Pass'>): void {
  if (state.result !== undefined) return finishState(draft, strand, state.result)
  const payload = state.flow.payload(strand.effectiveInput, new StrandSources(draft, strand))
  if (payload instanceof QueryFailure) return failWith(draft, strand, payload)
  return finishState(draft, strand, payload)
}
