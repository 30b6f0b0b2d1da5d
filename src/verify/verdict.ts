import { type Run, originOf } from '../harness/machines/run.js'
import { linesText, placeText, siteName } from './printable.js'
import { stateTimeline } from './state-timeline.js'
import type { StateVisit } from './state-visit.js'

/** What a matcher has to say of a run. It knows nothing of `.not`: the message tells how it is, which fits both ways. */
export interface Verdict {
  readonly pass: boolean
  /** Why it is so: for a pass, the message of the negated expectation. Built only when asked for. */
  readonly message: () => string
  /** For a test runner's diff, where one helps. */
  readonly expected?: unknown
  readonly actual?: unknown
}

/** How a test runner compares: it knows its own asymmetric matchers. */
export type Equals = (actual: unknown, expected: unknown) => boolean

/** What a message shows beneath its first line. */
export interface VerdictEvidence {
  /** All visits of the run, and those to show. */
  readonly timeline?: readonly StateVisit[]
  readonly visits?: readonly StateVisit[]
  /** Lines to show, with or instead of visits. */
  readonly lines?: readonly string[]
  /** The part of the definition it is about; its place in the source is shown where it is known. */
  readonly pointer?: string | undefined
}

/** First what was expected and what happened; then the timeline, the place in the template, and the line that replays it. */
export function messageOf(run: Run, headline: string, evidence: VerdictEvidence = {}): string {
  const { timeline = [], visits = [], lines = [], pointer } = evidence
  const shown = [...stateTimeline(run, visits, timeline), ...lines].map((line) => `  ${line}`)
  const position = pointer === undefined ? undefined : originOf(run)?.locate?.(pointer)
  return linesText([
    headline,
    ...(shown.length > 0 ? ['', ...shown] : []),
    '',
    ...(position ? [`at ${placeText(position)}`] : []),
    `replay: ${replayCall(run)}`,
  ])
}

/** The code that runs the same scenario again. */
export function replayCall({ scenario }: Run): string {
  const text = scenario.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return `machine.run(replay('${text}'))`
}

/** States of a path that a message shows at either end. */
const SHOWN_STEPS = 12

/** The states of a run in order, the same one many times in a row as `Poll x20`. */
export function pathText(path: readonly string[]): string {
  const steps: { readonly state: string; count: number }[] = []
  for (const state of path) {
    const last = steps.at(-1)
    if (last?.state === state) last.count++
    else steps.push({ state, count: 1 })
  }
  const texts = steps.map(({ state, count }) => (count === 1 ? siteName(state) : `${siteName(state)} x${count}`))
  const left = texts.length - 2 * SHOWN_STEPS
  if (left <= 1) return texts.join(' -> ')
  const more = `... ${left} more ...`
  return [...texts.slice(0, SHOWN_STEPS), more, ...texts.slice(-SHOWN_STEPS)].join(' -> ')
}
