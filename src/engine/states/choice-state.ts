import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { StrandSources } from '../sources.js'
import { handOver } from './exit.js'
import type { MutableStrand } from '../strand.js'

/** Choice: the first rule that is true decides. https://states-language.net/#choice-state */
export function beginChoice(draft: Draft, strand: MutableStrand, state: Compiled<'Choice'>): void {
  const sources = new StrandSources(draft, strand)
  const input = strand.effectiveInput
  for (const [index, rule] of state.rules.entries()) {
    const verdict = rule.test(input, sources)
    if (verdict instanceof QueryFailure) return failWith(draft, strand, verdict)
    if (!verdict) continue
    draft.note(strand, rule.edge, { kind: 'rule', index })
    return handOver(draft, strand, { handover: rule.handover(strand.input, input, sources), result: input }, rule.next)
  }
  if (state.defaultNext === undefined) return failWith(draft, strand, noChoiceMatched)
  draft.note(strand, `${state.pointer}/Default`, { kind: 'default' })
  const handover = state.flow.handover(strand.input, input, input, sources)
  return handOver(draft, strand, { handover, result: input }, state.defaultNext)
}

/** Measured (asl-semantics 1.6); the specification's States.NoChoiceMatched is not what AWS reports (`documented` does). */
export const noChoiceMatched = new QueryFailure(
  'States.Runtime',
  'Failed to transition out of the state. The state does not point to a next state.',
  undefined,
  'no-choice-name',
)
