import type { Draft } from '../draft.js'
import type { Compiled } from '../program.js'
import { finishState } from './exit.js'
import type { MutableStrand } from '../strand.js'

/** Succeed: hands its input on and ends its block. https://states-language.net/#succeed-state */
export function beginSucceed(draft: Draft, strand: MutableStrand, _state: Compiled<'Succeed'>): void {
  return finishState(draft, strand, strand.effectiveInput)
}
