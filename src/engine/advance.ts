import type { Json } from '../asl/json.js'
import { NO_VARIABLES } from '../data/scope.js'
import { hasUnanswered, pending } from './calls.js'
import { startStrand } from './children.js'
import { advanceClock } from './clock.js'
import { Draft } from './draft.js'
import type { Execution } from './execution.js'
import { driveMapRuns } from './map-run/drive.js'
import type { Program } from './program.js'
import { type StartOptions, settingsFrom } from './settings.js'
import { standingAt } from './standing-at.js'
import { takeTurn } from './turn.js'

/** A new execution, at its first instant: ExecutionStarted is written, and no state is entered yet. */
export function start(program: Program, input: Json, options: StartOptions = {}): Execution {
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
  return draft.seal()
}

/** Goes on until the end, until virtual time `untilMs`, or until a call waits for an answer: the clock stands still for it. */
export function advance(execution: Execution, untilMs: number = Number.POSITIVE_INFINITY): Execution {
  if (execution.status !== 'RUNNING') return execution
  const draft = new Draft(execution)
  for (;;) {
    for (let strand = draft.dequeue(); strand; strand = draft.dequeue()) takeTurn(draft, strand)
    if (draft.running && driveMapRuns(draft, CHILD_STEPS)) continue
    if (!draft.running || hasUnanswered(draft)) return draft.seal()
    if (!advanceClock(draft, untilMs)) return standingAt(draft.seal(), Number.isFinite(untilMs) ? untilMs : 0)
  }
}

/** The operations by which a distributed Map runs its children. */
const CHILD_STEPS = { start, advance, pending }
