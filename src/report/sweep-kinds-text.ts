import type { SweepStrike } from '../explore/sweep.js'
import { kindInWords, namesInWords } from '../explore/findings/words.js'
import { ERROR_KINDS, type ErrorKind } from '../services/error-kind.js'
import { siteName } from '../verify/printable.js'
import type { Colour } from './colour.js'
import type { MatrixLayout } from './matrix-text.js'
import { OUTCOMES, outcomeOf, type ShownOutcome } from './outcome-style.js'
import { wrapped } from './wrapped-text.js'

const KIND_COLUMNS = 16

/** What strikes came to, by the kind of error: how many were dealt with, and at which states the others were not. */
export function printKinds(
  strikes: readonly SweepStrike[],
  kindOf: (strike: SweepStrike) => ErrorKind,
  layout: MatrixLayout,
): readonly string[] {
  const byKind = new Map<ErrorKind, SweepStrike[]>()
  for (const strike of strikes) {
    const kind = kindOf(strike)
    byKind.set(kind, [...(byKind.get(kind) ?? []), strike])
  }
  return ERROR_KINDS.flatMap((kind) => kindLines(kind, byKind.get(kind) ?? [], layout))
}

function kindLines(
  kind: ErrorKind,
  strikes: readonly SweepStrike[],
  { colour, columns }: MatrixLayout,
): readonly string[] {
  if (strikes.length === 0) return []
  const of = (outcome: ShownOutcome): readonly SweepStrike[] => strikes.filter((one) => outcomeOf(one) === outcome)
  const room = columns - KIND_COLUMNS
  const bad = BAD.flatMap((outcome) => outcomeLines(outcome, of(outcome), room, colour))
  const good = GOOD.map((outcome) => [of(outcome).length, outcome] as const).filter(([count]) => count > 0)
  const goodText = good.map(([count, outcome]) => `${count} ${colour(OUTCOMES[outcome].style, outcome)}`).join(', ')
  const lines = goodText === '' ? bad : [...bad, goodText]
  return lines.map((line, index) => `${(index === 0 ? kindInWords(kind) : '').padEnd(KIND_COLUMNS)}${line}`)
}

/** The worst first. */
const BAD = ['unhandled', 'lost', 'twice', 'left', 'missed'] as const
const GOOD = ['unnoticed', 'caught', 'recovered', 'absorbed'] as const

/** `12 unhandled at Pay and Ship`. */
function outcomeLines(
  outcome: ShownOutcome,
  strikes: readonly SweepStrike[],
  columns: number,
  colour: Colour,
): readonly string[] {
  if (strikes.length === 0) return []
  const states = [...new Set(strikes.map(({ state }) => siteName(state)))]
  const [first = '', ...rest] = wrapped(`${strikes.length} ${outcome} at ${namesInWords(states)}`, columns)
  return [first.replace(outcome, colour(OUTCOMES[outcome].style, outcome)), ...rest.map((line) => `  ${line}`)]
}
