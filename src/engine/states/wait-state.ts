import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { StrandSources } from '../sources.js'
import type { MutableStrand } from '../strand.js'

/** Wait: rests until its moment; one that is past already is due at once. https://states-language.net/#wait-state */
export function beginWait(draft: Draft, strand: MutableStrand, state: Compiled<'Wait'>): void {
  const untilMs = state.until(strand.effectiveInput, new StrandSources(draft, strand))
  if (untilMs instanceof QueryFailure) return failWith(draft, strand, untilMs)
  strand.phase = 'rest'
  strand.wake = draft.due(Math.max(0, untilMs - draft.nowMs))
}
