import { printDuration } from '../asl/duration.js'
import type { Json } from '../asl/json.js'
import type { StrikeOutcome } from '../explore/fate.js'
import type { SweepStrike } from '../explore/sweep.js'
import type { LocatedProblem } from '../harness/checks/problems.js'
import type { Run } from '../harness/machines/run.js'
import type { ErrorKind } from '../services/error-kind.js'
import type { UnresolvedValue } from '../iac/machine-source.js'
import { errorName, placeText, printable, siteName } from '../verify/printable.js'
import { definitionPart } from './definition-part.js'
import type { Colour } from './colour.js'
import { inferredInputText, inferredInSweep } from './inferred.js'
import { matrixOf } from './matrix.js'
import { type MatrixLayout, printMatrix } from './matrix-text.js'
import { isFinding, OUTCOMES, outcomeOf, type ShownOutcome } from './outcome-style.js'
import { screenText, type ScreenText } from './screen-text.js'
import { firstStrikePosition } from './strike-position.js'
import { printKinds } from './sweep-kinds-text.js'
import { table } from './table.js'

/** One machine of a sweep, as `aslx inject` prints it. */
export interface SweptMachine {
  readonly machine: string
  readonly source: string
  /** The run without any fault. */
  readonly baseline: Run
  /** Names of its states, in document order. */
  readonly states: readonly string[]
  readonly strikes: readonly SweepStrike[]
  /** The input, if it was inferred as nobody gave one. */
  readonly inferredInput?: Json | undefined
  /** Values known at deployment only. */
  readonly unresolved: readonly UnresolvedValue[]
  /** Names in its Retry and Catch that no error there ever has. */
  readonly problems: readonly LocatedProblem[]
  /** The kind of error that a strike is. */
  readonly kindOf: (strike: SweepStrike) => ErrorKind
  /** The command that repeats a run. */
  readonly replayCommand: (run: Pick<Run, 'scenario'>) => string
}

/** Faults of a sweep that have a row for each strike, and those that have a matrix; more than these have a row for each kind of error. */
const FEW_FAULTS = 2
const SEVERAL_FAULTS = 8
/** Pairs that are listed. */
const SHOWN_PAIRS = 20

/** How a sweep is printed. */
export interface SweepLayout extends MatrixLayout {
  /** Only what is wrong. */
  readonly quiet?: boolean
  /** A row for each fault and a column for each state. */
  readonly isMatrix?: boolean
}

/** The sweep of one machine: a row for each strike, and how to repeat what went wrong. */
export function printSweep(swept: SweptMachine, layout: SweepLayout): ScreenText {
  const { colour, quiet = false, isMatrix = false } = layout
  const single = swept.strikes.filter((strike) => strike.second === undefined)
  const head = `${colour('bold', printable(swept.machine))}  ${colour('dim', printable(swept.source))}`
  const shown = quiet ? single.filter(isFinding) : single
  const inner = { ...layout, columns: layout.columns - INDENT.length }
  const faults = new Set(single.map(({ fault }) => fault)).size
  const inRows = (): readonly string[] =>
    faults <= FEW_FAULTS
      ? table(foldedRows(shown.map((strike) => sweepRow(strike, colour))))
      : printKinds(shown, swept.kindOf, inner)
  const isGrid = isMatrix || (faults > FEW_FAULTS && faults <= SEVERAL_FAULTS)
  const lines = isGrid ? printMatrix(matrixOf(shown, swept.states), inner) : inRows()
  const body = [...lines, ...pairLines(swept, colour)].map((line) => (line === '' ? '' : `${INDENT}${line}`))
  return screenText([head, '', ...body, ...remarks(swept, colour), ...repeats(swept, colour, quiet), ''], colour)
}

const INDENT = '  '

/** The pairs that nothing handled; what the others came to is in the total. */
function pairLines({ strikes }: SweptMachine, colour: Colour): readonly string[] {
  const pairs = strikes.filter(({ second }) => second !== undefined)
  if (pairs.length === 0) return []
  const unhandled = pairs.filter((strike) => outcomeOf(strike) === 'unhandled')
  const rows = unhandled.slice(0, SHOWN_PAIRS).map(({ fault, state, times, second, run }) => {
    const other = second === undefined ? '' : `${second.fault} at ${siteName(second.state)}`
    return [`${fault} at ${siteName(state)}`, other, timesText(times), colour('red', 'unhandled'), errorName(run.error)]
  })
  const more = unhandled.length - rows.length
  return [
    '',
    `${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'}: ${unhandled.length} unhandled that are handled each by itself${more > 0 ? `; the first ${rows.length}:` : ''}`,
    ...table(rows),
  ]
}

/** Rows that follow on each other and differ in nothing but how often the state was struck are one. */
function foldedRows(rows: readonly SweepRow[]): readonly (readonly string[])[] {
  const folded: SweepRow[] = []
  for (const row of rows) {
    const last = folded.at(-1)
    const isAlike =
      last?.state === row.state &&
      [...last.before, ...last.after].join('\n') === [...row.before, ...row.after].join('\n')
    if (last && isAlike) folded[folded.length - 1] = joinedRow(last, row)
    else folded.push(row)
  }
  return folded.map(({ state, times, before, struck, after }) => [state, times, ...before, struck, ...after])
}

function joinedRow(first: SweepRow, second: SweepRow): SweepRow {
  const struck =
    first.struck === second.struck ? first.struck : `${first.struck.replace(' struck', '')}, ${second.struck}`
  return { ...first, times: `${first.times}, ${second.times}`, struck }
}

interface SweepRow {
  readonly state: string
  readonly times: string
  /** How often attempts were struck, e.g. `3 struck`. */
  readonly struck: string
  /** The cells to the left and to the right of it. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

function sweepRow(strike: SweepStrike, colour: Colour): SweepRow {
  const outcome = outcomeOf(strike)
  const { run, fate } = strike
  const handler = fate?.handler === undefined ? '' : definitionPart(fate.handler)
  return {
    state: strike.times === 'asked' ? strike.state : siteName(strike.state),
    times: timesText(strike.times),
    before: [colour(OUTCOMES[outcome].style, outcome), `${handler}${fate?.failedAfterwards ? ', then failed' : ''}`],
    struck: fate ? `${strike.struck} struck` : 'never reached',
    after: [
      strike.error === undefined ? (fate ? withoutError(fate.outcome) : '') : errorName(strike.error),
      `${run.status} after ${printDuration(run.tookMs)}`,
    ],
  }
}

/** A call that got an answer after all has no error, and one that hangs has none either. */
function withoutError(outcome: StrikeOutcome): string {
  return outcome === 'absorbed' || outcome === 'unnoticed' ? 'no error' : 'no answer'
}

/** `once`, `always`, `3 times`. */
function timesText(times: SweepStrike['times']): string {
  return typeof times === 'number' ? `${times} times` : times
}

/** Cause of a failure: how much of it is shown. */
const SHOWN_CAUSE = 300
/** Problems of the definition that are told. */
const SHOWN_PROBLEMS = 5

/** What makes the outcomes doubtful: answers that nobody gave, and an execution that fails without any fault. */
function remarks(
  { baseline, strikes, problems, replayCommand, inferredInput }: SweptMachine,
  colour: Colour,
): readonly string[] {
  const lines = inferredInput === undefined ? [] : [inferredInputText(inferredInput, colour)]
  const inferred = inferredInSweep(baseline, strikes)
  if (inferred.length > 0) {
    lines.push(`${colour('yellow', 'inferred')} answers, for want of a scenario: ${inferred.map(siteName).join(', ')}`)
  }
  if (baseline.status !== 'SUCCEEDED') {
    const why = `${baseline.status}, ${failureText(baseline)}`
    lines.push(`${colour('yellow', 'without any fault')} it ends as ${why}`)
    lines.push(colour('dim', `give it an --input or a --scenario; to see more: ${replayCommand(baseline)}`))
  }
  for (const { at, message, hint } of problems.slice(0, SHOWN_PROBLEMS)) {
    const told = printable(`${message}${hint === undefined ? '' : ` (${hint})`}`, SHOWN_CAUSE)
    lines.push(`${placeText(at)}: ${colour('yellow', 'warning')}: ${told}`)
  }
  if (problems.length > SHOWN_PROBLEMS) lines.push(`and ${problems.length - SHOWN_PROBLEMS} more: aslx validate tells`)
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)]
}

function failureText({
  error,
  cause,
}: {
  readonly error?: string | undefined
  readonly cause?: string | undefined
}): string {
  return `${errorName(error)}${cause === undefined ? '' : `: ${printable(cause, SHOWN_CAUSE)}`}`
}

/** How to repeat the worst strike, the first of equals; where there is no finding, the first one that struck at all. */
function repeats(
  { strikes, baseline, replayCommand }: SweptMachine,
  colour: Colour,
  quiet: boolean,
): readonly string[] {
  const first = worstStrike(strikes)
  if (!first) {
    if (quiet) return []
    const { run } = strikes.find(({ fate }) => fate) ?? { run: baseline }
    return ['', `  ${colour('dim', `replay: ${replayCommand(run)}`)}`]
  }
  const { run, second } = first
  const why = outcomeOf(first) === 'unhandled' ? endText(run) : OUTCOMES[outcomeOf(first)].means
  const where = second ? `${printable(first.state)} and ${printable(second.state)}` : printable(first.state)
  const place = firstStrikePosition(run, baseline)
  const told = `${place ? `${placeText(place)}: ` : ''}${where} ${timesText(first.times)}: ${why}`
  return ['', `  ${colour('red', told)}`, `  ${colour('dim', `replay: ${replayCommand(run)}`)}`]
}

function worstStrike(strikes: readonly SweepStrike[]): SweepStrike | undefined {
  const verdicts = (['unhandled', 'lost', 'twice', 'left'] as const).map((verdict) =>
    strikes.find((strike) => outcomeOf(strike) === verdict),
  )
  return verdicts.find((strike) => strike)
}

function endText(run: SweepStrike['run']): string {
  return run.error === undefined && run.cause === undefined ? run.status : failureText(run)
}

/** The last line: how many strikes of how many machines came to what. */
export function printSweepTotal(machines: readonly SweptMachine[], colour: Colour): ScreenText {
  const strikes = machines.flatMap((machine) => machine.strikes)
  const count = (outcome: ShownOutcome): number => strikes.filter((strike) => outcomeOf(strike) === outcome).length
  const order = [
    'recovered',
    'caught',
    'absorbed',
    'unnoticed',
    'left',
    'twice',
    'lost',
    'unhandled',
    'missed',
  ] as const
  const parts = order
    .map((outcome) => [outcome, count(outcome)] as const)
    .filter(([outcome, n]) => n > 0 || outcome === 'unhandled')
    .map(([outcome, n]) => colour(n > 0 ? OUTCOMES[outcome].style : 'dim', `${n} ${outcome}`))
  return screenText(
    [`${strikes.length} ${strikes.length === 1 ? 'strike' : 'strikes'}: ${parts.join(', ')}`, ''],
    colour,
  )
}
