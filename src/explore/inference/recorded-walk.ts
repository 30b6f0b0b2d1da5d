import type { Json } from '../../asl/json.js'
import { traceOf } from '../../engine/history.js'
import type { TraceEntry } from '../../engine/trace.js'
import type { Fault } from '../../faults/fault.js'
import { finishedRun } from '../../harness/machines/finished-run.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Run } from '../../harness/machines/run.js'
import { type Scenario, mergeScenarios } from '../../harness/scenarios/scenario.js'
import { runSessionSync } from '../../harness/sessions/session.js'
import { returnsInferred, type TaskFunction, type TaskMock } from '../../tasks/script.js'
import { answerTo } from './answer-value.js'
import { type GraphMachine, statesIn } from './state-graph.js'
import { readerAnswer } from './item-reader.js'
import { startsKnownMachine } from './known-answers.js'
import type { BranchWalk } from './branch-walk.js'

/** A run of this many events leads nowhere: it is no example of anything. Retries that are used up take some thousands. */
export const MOST_EVENTS = 4_000
const MOST_EVENTS_WITH_FAULTS = 12_000

/** How an execution went, as far as it shows what a scenario reaches. */
export interface TrialRun {
  readonly run: Run
  /** JSON pointers of the states that were entered, also those of a distributed Map's children. */
  readonly reached: ReadonlySet<string>
  /** By the state that was the last one, why the execution failed. */
  readonly failures: readonly (readonly [string, string])[]
}

/** Runs a scenario at once; undefined where it is refused, or does not come to an end. */
export function tryScenario(machine: Machine, scenario: Scenario): TrialRun | undefined {
  try {
    const historyEvents = (scenario.faults ?? []).length > 0 ? MOST_EVENTS_WITH_FAULTS : MOST_EVENTS
    const merged = mergeScenarios(machine.defaults, { ...scenario, limits: { historyEvents } })
    const ended = runSessionSync(machine.session(merged))
    const run = finishedRun(ended)
    const reached = new Set<string>()
    noteEntered(traceOf(ended.execution), reached)
    for (const { children } of run.mapRuns ?? []) for (const child of children) noteEntered(child.coverage, reached)
    return { run, reached, failures: failuresOf(run) }
  } catch {
    return undefined
  }
}

function failuresOf(run: Run): TrialRun['failures'] {
  const state = run.path.at(-1)
  if (run.status === 'SUCCEEDED' || state === undefined) return []
  return [[state, `${run.error ?? run.status}: ${run.cause ?? 'no cause'}`.slice(0, MOST_REASON)]]
}

/** Longest reason that is kept whole. */
const MOST_REASON = 200

function noteEntered(trace: readonly TraceEntry[], reached: Set<string>): void {
  for (const { edge, what } of trace) if (what.kind === 'entered') reached.add(edge)
}

/** What Tasks and ItemReaders answered, by state, in the order of their calls. */
export type RecordedAnswers = ReadonlyMap<string, readonly Json[]>

export interface Recorded {
  readonly trial: TrialRun
  readonly input: Json
  readonly answers: RecordedAnswers
}

/** Runs the values of a walk for real, with or without its errors, and writes down what was answered. */
export function recordWalk(
  machine: Machine,
  graph: GraphMachine,
  walk: BranchWalk,
  given: Scenario,
  faults: readonly Fault[] = [],
): Recorded | undefined {
  const answers = new Map<string, Json[]>()
  const tasks: Record<string, TaskMock> = {}
  for (const { name, type, definition } of statesIn(graph)) {
    if (type !== 'Task' && !Object.hasOwn(definition, 'ItemReader')) continue
    if (startsKnownMachine(definition, given)) continue
    const answer: TaskFunction = (_input, call) => {
      if (call.purpose === 'results') return {}
      const holes = walk.calls.answers.get(call.pointer)
      const value =
        call.purpose === 'items'
          ? readerAnswer(call, walk.calls.readers.get(call.pointer))
          : answerTo(call, holes?.[Math.min(call.ordinal, holes.length) - 1])
      const recorded = answers.get(name) ?? []
      answers.set(name, recorded)
      recorded[call.ordinal - 1] ??= value
      return value
    }
    Object.defineProperty(tasks, name, { value: answer, enumerable: true })
  }
  const input = given.input === undefined ? (walk.input.value() ?? {}) : given.input
  const scenario: Scenario = { ...given, input, tasks: { ...tasks, ...given.tasks }, faults, force: true }
  const trial = tryScenario(machine, scenario)
  return trial && { trial, input, answers }
}

/** Answers as mocks that are marked as inferred. */
export function mocksOf(answers: RecordedAnswers): Readonly<Record<string, TaskMock>> {
  const tasks: Record<string, TaskMock> = {}
  for (const [name, script] of answers) {
    Object.defineProperty(tasks, name, { value: scriptOf(script), enumerable: true })
  }
  return tasks
}

function scriptOf(answers: readonly Json[]): TaskMock {
  const replies = answers.map(returnsInferred)
  const [only] = replies
  return replies.length === 1 && only ? only : replies
}

/** A script as short as can be: its last answer goes on for ever. */
export function shortScript(answers: readonly (Json | undefined)[]): readonly Json[] {
  const filled = Array.from(answers, (answer) => answer ?? {})
  const last = JSON.stringify(filled.at(-1))
  while (filled.length > 1 && JSON.stringify(filled.at(-2)) === last) filled.pop()
  return filled
}
