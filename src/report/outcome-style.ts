import type { StrikeOutcome } from '../explore/fate.js'
import type { SweepStrike } from '../explore/sweep.js'
import type { Style } from './colour.js'

/** What a strike came to; `missed` if it never fired. */
export type ShownOutcome = StrikeOutcome | 'missed'

/** How each outcome looks: its colour, its letter in a matrix, and what it means in few words; the worst last. */
export const OUTCOMES: Readonly<
  Record<ShownOutcome, { readonly style: Style; readonly letter: string; readonly means: string }>
> = {
  recovered: { style: 'green', letter: 'R', means: 'recovered by a retry' },
  caught: { style: 'green', letter: 'C', means: 'caught' },
  absorbed: { style: 'green', letter: 'A', means: 'absorbed: no error, and it ended well' },
  unnoticed: { style: 'yellow', letter: 'N', means: 'unnoticed: it ended well, with another output' },
  missed: { style: 'yellow', letter: '-', means: 'missed: never reached' },
  unhandled: { style: 'red', letter: 'U', means: 'unhandled' },
}

/** The outcomes, the worst last. */
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly ShownOutcome[]

export function outcomeOf(strike: SweepStrike): ShownOutcome {
  return strike.fate?.outcome ?? 'missed'
}

/** Whether the strike is a finding: nothing handled it, or it never fired. */
export function isFinding(strike: SweepStrike): boolean {
  const outcome = outcomeOf(strike)
  return outcome === 'unhandled' || outcome === 'missed'
}
