import { printDuration } from '../asl/duration.js'
import type { SweepStrike } from '../explore/sweep.js'
import type { Run } from '../harness/run.js'
import type { UnresolvedValue } from '../iac/machine-source.js'
import { errorName, printable, siteName } from '../verify/printable.js'
import { definitionPart } from './definition-part.js'
import type { Colour } from './colour.js'
import { inferredStates } from './inferred.js'
import { table } from './table.js'

/** One machine of a sweep, as `aslx inject` prints it. */
export interface SweptMachine {
  readonly machine: string
  readonly source: string
  /** The run without any fault. */
  readonly baseline: Run
  readonly strikes: readonly SweepStrike[]
  /** Values known at deployment only. */
  readonly unresolved: readonly UnresolvedValue[]
  /** The command that repeats a run. */
  readonly replayCommand: (run: Run) => string
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
  const head = `${colour('bold', printable(swept.machine))}  ${colour('dim', printable(swept.source))}`
  const below = [...remarks(swept, colour), ...repeats(swept, colour)]
  return [head, '', ...table(rows).map((row) => `  ${row}`), ...below, ''].join('\n')
}

function sweepRow(strike: SweepStrike, colour: Colour): readonly string[] {
  const outcome = outcomeOf(strike)
  const { run, fate } = strike
  return [
    strike.times === 'asked' ? strike.state : siteName(strike.state),
    strike.times,
    colour(STYLES[outcome], outcome),
    fate?.handler === undefined ? '' : `${definitionPart(fate.handler)}${fate.failedAfterwards ? ', then failed' : ''}`,
    strike.fate ? `${strike.struck} struck` : 'never reached',
    strike.error === undefined ? (strike.fate ? 'no answer' : '') : errorName(strike.error),
    `${run.status} after ${printDuration(run.tookMs)}`,
  ]
}

/** Cause of a failure: how much of it is shown. */
const SHOWN_CAUSE = 300

/** What makes the outcomes doubtful: answers that nobody gave, and an execution that fails without any fault. */
function remarks({ baseline, strikes, replayCommand }: SweptMachine, colour: Colour): readonly string[] {
  const lines: string[] = []
  const inferred = inferredStates([baseline, ...strikes.map((strike) => strike.run)])
  if (inferred.length > 0) {
    lines.push(`${colour('yellow', 'inferred')} answers, for want of a scenario: ${inferred.map(siteName).join(', ')}`)
  }
  if (baseline.status !== 'SUCCEEDED') {
    const why = `${baseline.status}, ${failureText(baseline)}`
    lines.push(`${colour('yellow', 'without any fault')} it ends as ${why}`)
    lines.push(colour('dim', `give it an --input or a --scenario; to see more: ${replayCommand(baseline)}`))
  }
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)]
}

function failureText({ error, cause }: Run): string {
  return `${errorName(error)}${cause === undefined ? '' : `: ${printable(cause, SHOWN_CAUSE)}`}`
}

function repeats(swept: SweptMachine, colour: Colour): readonly string[] {
  const unhandled = swept.strikes.filter((strike) => outcomeOf(strike) === 'unhandled')
  const [first] = unhandled
  if (!first) return []
  const { run } = first
  const why = run.error === undefined && run.cause === undefined ? run.status : failureText(run)
  const told = `${printable(first.state)} ${first.times}: ${why}`
  return ['', `  ${colour('red', told)}`, `  ${colour('dim', `replay: ${swept.replayCommand(run)}`)}`]
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
