import { pointerStep } from '../asl/json.js'
import type { StrikeOutcome } from './fate.js'
import type { FindingClass } from './findings/finding.js'
import { isPartial } from './findings/rules/lost-data.js'
import type { SweepStrike } from './sweep.js'

/**
 * What a strike came to, with what it did outside: of one that was dealt with, whether a call was carried out `twice`, whether a part of
 * a batch is `lost`, or something is `left` that the machine knows how to undo. `missed`: it never fired.
 */
export type StrikeVerdict = StrikeOutcome | 'twice' | 'lost' | 'left' | 'missed'

/** The worst that can be said of a strike. */
export function strikeVerdict(strike: SweepStrike): StrikeVerdict {
  const { fate, changes } = strike
  if (!fate) return 'missed'
  if (fate.outcome === 'unhandled') return 'unhandled'
  if (isLost(strike)) return 'lost'
  if (changes.twice.some(({ severity }) => severity !== 'info')) return 'twice'
  return changes.left.length > 0 ? 'left' : fate.outcome
}

/** The service took a part of the batch, and nobody sent the rest again. */
function isLost({ fault, run }: SweepStrike): boolean {
  if (!isPartial(fault) || run.status !== 'SUCCEEDED') return false
  return !run.calledAfterwards().some((name) => run.struckPointer?.endsWith(`/${pointerStep(name)}`))
}

const CLASSES: Readonly<Partial<Record<StrikeVerdict, FindingClass>>> = {
  unhandled: 'unhandled',
  lost: 'lost-data',
  twice: 'duplicate-effect',
  left: 'uncompensated',
}

/** The class of finding that a strike is; undefined where it was dealt with, or never fired. */
export function strikeClass(strike: SweepStrike): FindingClass | undefined {
  const verdict = strikeVerdict(strike)
  const isHang = strike.error === undefined && strike.run.status === 'TIMED_OUT'
  return verdict === 'unhandled' && isHang ? 'hangs' : CLASSES[verdict]
}
