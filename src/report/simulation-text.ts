import { printDuration } from '../asl/duration.js'
import type { Bucket, Simulation } from '../explore/simulation/simulation.js'
import { countText, errorName, printable, siteName, timesText } from '../verify/printable.js'
import type { Colour } from './colour.js'
import { screenText, type ScreenText } from './screen-text.js'
import type { SimulationOrigin } from './simulation-json.js'
import { table } from './table.js'

/** How to draw a simulation. */
export interface ChartStyle {
  readonly colour: Colour
  /** Blocks in the bars; else `#` and `x`, for files and for terminals that are asked to be plain. */
  readonly unicode: boolean
}

/** Characters of the longest bar. */
const BAR_WIDTH = 40
/** Rows of the chart; JSON has all. */
const MOST_ROWS = 100
/** Lines about errors, strikes and doubled effects, of each kind. */
const MOST_LINES = 10
/** Cause of a failure: how much of it is shown. */
const SHOWN_CAUSE = 300

/** The outcomes over virtual time as a chart, what went wrong in sum, and how to repeat the first failure. */
export function printSimulation(simulation: Simulation, origin: SimulationOrigin, style: ChartStyle): ScreenText {
  const { colour } = style
  const { machine, executions, tookMs, mostAtOnce, seed } = simulation
  const head = `${colour('bold', printable(machine))}  ${colour('dim', printable(origin.source))}`
  const many = `${countText(executions, 'execution')} in ${printDuration(tookMs)} of virtual time`
  const lines = [
    `${many}, at most ${mostAtOnce} at once, seed ${seed}`,
    '',
    ...chart(simulation, style),
    '',
    outcomes(simulation, colour),
    ...remarks(simulation, colour),
    ...firstFailure(simulation, origin, colour),
  ]
  return screenText([head, '', ...lines.map((line) => (line === '' ? '' : `  ${line}`)), ''], colour)
}

function chart({ buckets, bucketMs }: Simulation, style: ChartStyle): readonly string[] {
  const most = Math.max(1, ...buckets.map((bucket) => bucket.succeeded + badlyEnded(bucket)))
  const rows: string[][] = []
  let beforeMs = -bucketMs
  for (const bucket of buckets.slice(0, MOST_ROWS)) {
    if (bucket.fromMs > beforeMs + bucketMs) rows.push(['...'])
    beforeMs = bucket.fromMs
    rows.push(row(bucket, most, style))
  }
  const left = buckets.length - MOST_ROWS
  return [...table(rows), ...(left > 0 ? [`and ${countText(left, 'row')} more: --format json has all`] : [])]
}

function badlyEnded({ failed, timedOut, aborted }: Bucket): number {
  return failed + timedOut + aborted
}

function row(bucket: Bucket, most: number, { colour, unicode }: ChartStyle): string[] {
  const { fromMs, succeeded, retries } = bucket
  const bad = badlyEnded(bucket)
  const length = (count: number): number => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR_WIDTH)))
  const good = (unicode ? '█' : '#').repeat(length(succeeded))
  const wrong = (unicode ? '░' : 'x').repeat(length(bad))
  const told = [
    ...(succeeded > 0 ? [`${succeeded} succeeded`] : []),
    ...(bad > 0 ? [colour('red', `${bad} failed`)] : []),
    ...(retries > 0 ? [colour('yellow', countText(retries, 'retry', 'retries'))] : []),
  ]
  const bar = `${good === '' ? '' : colour('green', good)}${wrong === '' ? '' : colour('red', wrong)}`
  return [printDuration(fromMs), bar, told.join(', ')]
}

const STATUSES: Readonly<Record<string, string>> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
  ABORTED: 'aborted',
}

function outcomes({ statuses }: Simulation, colour: Colour): string {
  return Object.entries(STATUSES)
    .flatMap(([status, words]) => {
      const count = Object.hasOwn(statuses, status) ? (statuses[status] ?? 0) : 0
      if (count === 0) return []
      return [colour(status === 'SUCCEEDED' ? 'green' : 'red', `${count} ${words}`)]
    })
    .join(', ')
}

function remarks({ errors, struck, models, effects, inferred }: Simulation, colour: Colour): readonly string[] {
  const byCount = Object.entries(errors).sort(([, a], [, b]) => b - a)
  const errorLines = byCount.map(
    ([error, count]) => `${count} ended with ${errorName(error === '' ? undefined : error)}`,
  )
  const struckLines = struck.map(({ fault, state, calls, firstMs }) => {
    return `${printable(fault)} struck ${siteName(state)} ${timesText(calls)}, first after ${printDuration(firstMs)}`
  })
  const seenLines = models.map(({ model, strikes, most }) => {
    const numbers = Object.entries(most).map(([name, value]) => `${printable(name)} ${value}`)
    const saw = numbers.length === 0 ? '' : `, and saw at most ${numbers.join(', ')}`
    return `${printable(model)} was the cause of ${countText(strikes, 'failed call')}${saw}`
  })
  const twice = effects.filter(({ duplicates }) => duplicates > 0)
  const doubled = twice.map(({ state, done, duplicates }) => {
    return `${siteName(state)} was done ${timesText(done)}, ${duplicates} of them again after it had been done`
  })
  const made = inferred.length === 0 ? [] : [`answers for want of a scenario: ${inferred.map(siteName).join(', ')}`]
  return [
    ...shortened(errorLines),
    ...shortened(struckLines),
    ...shortened(seenLines),
    ...shortened(doubled),
    ...made.map((line) => `${colour('yellow', 'inferred')} ${line}`),
  ]
}

function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES
  return left > 0 ? [...lines.slice(0, MOST_LINES), `and ${left} more of this kind`] : lines
}

function firstFailure(
  { firstFailure: first }: Simulation,
  { replayCommand }: SimulationOrigin,
  colour: Colour,
): readonly string[] {
  if (!first) return []
  const { index, atMs, state, error, cause, status } = first
  const where = state === null ? '' : ` in ${siteName(state)}`
  const why = error === null && cause === null ? status : errorName(error ?? undefined)
  const because = cause === null ? '' : `: ${printable(cause, SHOWN_CAUSE)}`
  const told = `first failure: execution ${index} after ${printDuration(atMs)}${where}: ${why}${because}`
  return ['', colour('red', told), colour('dim', `replay: ${replayCommand(first)}`)]
}
