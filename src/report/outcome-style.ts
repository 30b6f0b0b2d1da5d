import { strikeClass, type StrikeVerdict, strikeVerdict } from '../explore/strike-verdict.js'
import type { SweepStrike } from '../explore/sweep.js'
import type { Style } from './colour.js'

/** What a strike came to. */
export type ShownOutcome = StrikeVerdict

/** How each outcome looks: its colour, its letter in a matrix, and what it means in few words; the worst last. */
export const OUTCOMES: Readonly<
  Record<ShownOutcome, { readonly style: Style; readonly letter: string; readonly means: string }>
> = {
  recovered: { style: 'green', letter: 'R', means: 'recovered by a retry' },
  caught: { style: 'green', letter: 'C', means: 'caught' },
  absorbed: { style: 'green', letter: 'A', means: 'absorbed: no error, and it ended well' },
  unnoticed: { style: 'yellow', letter: 'N', means: 'unnoticed: it ended well, with another output' },
  missed: { style: 'yellow', letter: '-', means: 'missed: never reached' },
  left: { style: 'red', letter: 'B', means: 'left behind: done, and not undone' },
  twice: { style: 'red', letter: 'D', means: 'done twice' },
  lost: { style: 'red', letter: 'L', means: 'lost: what the service did not take' },
  unhandled: { style: 'red', letter: 'U', means: 'unhandled' },
}

/** The outcomes, the worst last. */
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly ShownOutcome[]

export function outcomeOf(strike: SweepStrike): ShownOutcome {
  return strikeVerdict(strike)
}

/** Whether the strike is a finding: nothing handled it, it did harm outside, or it never fired. */
export function isFinding(strike: SweepStrike): boolean {
  return strikeClass(strike) !== undefined || outcomeOf(strike) === 'missed'
}
