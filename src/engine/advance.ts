import type { Json } from '../asl/json.js'
import { NO_VARIABLES } from '../data/scope.js'
import { hasUnanswered } from './calls.js'
import { startStrand } from './children.js'
import { advanceClock } from './clock.js'
import { Draft } from './draft.js'
import type { Execution } from './execution.js'
import { driveMapRuns } from './map-run/drive.js'
import type { Program } from './program.js'
import { redrive } from './redrive.js'
import { type StartOptions, settingsFrom } from './settings.js'
import { standingAt } from './standing-at.js'
import { takeTurn } from './turn.js'

/**
 * A new execution, at its first instant: ExecutionStarted is written, and no state is entered yet.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * start(program, {}).status // => 'RUNNING'
 */
export function start(program: Program, input: Json, options: StartOptions = {}): Execution {
  return started(program, input, options).seal()
}

function started(program: Program, input: Json, options: StartOptions): Draft {
  const settings = settingsFrom(input, options)
  const draft = new Draft({
    program,
    settings,
    status: 'RUNNING',
    nowMs: settings.startAtMs,
    output: undefined,
    error: undefined,
    cause: undefined,
    strands: [],
    unfinished: [],
    drive: { redriveCount: 0, sinceMs: settings.startAtMs },
    ready: [],
    history: undefined,
    mapRuns: undefined,
    eventCount: 0,
    nextCallId: 1,
    nextOrder: 1,
    nextStrandId: 1,
  })
  draft.emitAside(0, 'ExecutionStarted', { input, roleArn: settings.roleArn })
  startStrand(draft, { block: program.root, input, variables: NO_VARIABLES, lastEventId: 0, items: settings.items })
  return draft
}

/**
 * Goes on until the end, until virtual time `untilMs`, or until a call waits for an answer: the clock stands still for it.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * advance(start(program, {})).status // => 'SUCCEEDED'
 */
export function advance(execution: Execution, untilMs: number = Number.POSITIVE_INFINITY): Execution {
  if (execution.status !== 'RUNNING') return execution
  return goOn(new Draft(execution), untilMs)
}

/** As `advance` of what `start` gives. */
function run(program: Program, input: Json, options: StartOptions, untilMs: number): Execution {
  return goOn(started(program, input, options), untilMs)
}

function goOn(draft: Draft, untilMs: number): Execution {
  for (;;) {
    for (let strand = draft.dequeue(); strand; strand = draft.dequeue()) takeTurn(draft, strand)
    if (draft.running && driveMapRuns(draft, CHILD_STEPS)) continue
    if (!draft.running || hasUnanswered(draft)) return draft.seal()
    if (!advanceClock(draft, untilMs)) return standingAt(draft.seal(), Number.isFinite(untilMs) ? untilMs : 0)
  }
}

/** The operations by which a distributed Map runs its children. */
const CHILD_STEPS = { start, run, advance, redrive }
