import { printDuration } from '../asl/duration.js'
import type { SweepStrike } from '../explore/sweep.js'
import { definitionPart } from './definition-part.js'
import type { Colour } from './colour.js'
import { table } from './table.js'

/** One machine of a sweep, as `aslx inject` prints it. */
export interface SweptMachine {
  readonly machine: string
  readonly source: string
  readonly strikes: readonly SweepStrike[]
  /** The command that repeats a strike's run. */
  readonly replayCommand: (strike: SweepStrike) => string
}

const STYLES = { recovered: 'green', caught: 'green', unhandled: 'red', missed: 'yellow' } as const

/** What a strike came to; `missed` if it never fired. */
export function outcomeOf(strike: SweepStrike): keyof typeof STYLES {
  return strike.fate?.outcome ?? 'missed'
}

/** Whether the strike is a finding: nothing handled it, or it never fired. */
export function isFinding(strike: SweepStrike): boolean {
  const outcome = outcomeOf(strike)
  return outcome === 'unhandled' || outcome === 'missed'
}

/** The sweep of one machine: a row for each strike, and how to repeat what went wrong. */
export function printSweep(swept: SweptMachine, colour: Colour, quiet = false): string {
  const shown = quiet ? swept.strikes.filter(isFinding) : swept.strikes
  const rows = shown.map((strike) => sweepRow(strike, colour))
  const head = `${colour('bold', swept.machine)}  ${colour('dim', swept.source)}`
  return [head, '', ...table(rows).map((row) => `  ${row}`), ...repeats(swept, colour), ''].join('\n')
}

function sweepRow(strike: SweepStrike, colour: Colour): readonly string[] {
  const outcome = outcomeOf(strike)
  const { run, fate } = strike
  return [
    strike.state,
    strike.times,
    colour(STYLES[outcome], outcome),
    fate?.handler === undefined ? '' : `${definitionPart(fate.handler)}${fate.failedAfterwards ? ', then failed' : ''}`,
    strike.fate ? `${strike.struck} struck` : 'never reached',
    strike.error ?? (strike.fate ? 'no answer' : ''),
    `${run.status} after ${printDuration(run.tookMs)}`,
  ]
}

function repeats(swept: SweptMachine, colour: Colour): readonly string[] {
  const unhandled = swept.strikes.filter((strike) => outcomeOf(strike) === 'unhandled')
  const [first] = unhandled
  if (!first) return []
  const cause = first.run.cause === undefined ? '' : `: ${first.run.cause}`
  const told = `${first.state} ${first.times}: ${first.run.error ?? first.run.status}${cause}`
  return ['', `  ${colour('red', told)}`, `  ${colour('dim', `replay: ${swept.replayCommand(first)}`)}`]
}

/** The last line: how many strikes of how many machines came to what. */
export function printSweepTotal(machines: readonly SweptMachine[], colour: Colour): string {
  const strikes = machines.flatMap((machine) => machine.strikes)
  const count = (outcome: keyof typeof STYLES): number =>
    strikes.filter((strike) => outcomeOf(strike) === outcome).length
  const parts = (['recovered', 'caught', 'unhandled', 'missed'] as const)
    .map((outcome) => [outcome, count(outcome)] as const)
    .filter(([outcome, n]) => n > 0 || outcome === 'unhandled')
    .map(([outcome, n]) => colour(n > 0 ? STYLES[outcome] : 'dim', `${n} ${outcome}`))
  return `${strikes.length} ${strikes.length === 1 ? 'strike' : 'strikes'}: ${parts.join(', ')}\n`
}
