import type { JsonObject } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import { UserError } from '../asl/user-error.js'
import type { Draft } from './draft.js'
import type { ChildCallId, Execution, MapRunWork, RunningChild, Strand } from './execution.js'
import type { Answer, Call } from './ports.js'
import type { CompiledState } from './program.js'
import { keyedUuid } from './random.js'
import { siteKey } from './sources.js'
import { copyStrand } from './strand.js'

function isUnanswered(strand: Strand): boolean {
  return strand.phase === 'called' && strand.task !== undefined && !strand.task.answered
}

function runningChildren(strand: Strand): readonly RunningChild[] {
  return strand.mapRun?.running ?? []
}

/** Whether a call waits for an answer, in the execution itself or in a child of a distributed Map. */
export function hasUnanswered(draft: Draft): boolean {
  for (const strand of draft.strands.values()) {
    if (isUnanswered(strand) || runningChildren(strand).some((child) => child.callIds.length > 0)) return true
  }
  return false
}

/**
 * The calls that wait for an answer, in the order they were made; those of a distributed Map's children among them.
 * @example
 * const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
 * const program = compile({ StartAt: 'A', States: { A } })
 * pending(advance(start(program, {}))).map(({ state }) => state) // => ['A']
 */
export function pending(execution: Execution): readonly Call[] {
  const calls: Call[] = []
  for (const strand of execution.strands) {
    if (isUnanswered(strand)) calls.push(callOf(execution, strand))
    if (!strand.mapRun) continue
    for (const child of strand.mapRun.running) callsOfChild(strand.mapRun.mapRunArn, child, calls)
  }
  return calls.sort((a, b) => a.callId - b.callId)
}

/** Adds the calls of a child under the parent's ids. */
function callsOfChild(mapRunArn: string, { index, execution, callIds }: RunningChild, calls: Call[]): void {
  if (callIds.length === 0) return
  const mapRunChild = { mapRunArn, index }
  for (const call of pending(execution)) {
    const callId = callIds.find(({ own }) => own === call.callId)?.callId ?? call.callId
    calls.push({ ...call, callId, mapRunChild })
  }
}

/** The ids of the calls that wait for an answer, lowest first. */
export function openCallIds({ strands }: Execution): readonly number[] {
  const ids: number[] = []
  for (const strand of strands) {
    if (isUnanswered(strand) && strand.task) ids.push(strand.task.callId)
    for (const child of runningChildren(strand)) for (const { callId } of child.callIds) ids.push(callId)
  }
  return ids.sort((a, b) => a - b)
}

const NOTHING: Resource = { kind: 'unknown', arn: '' }

/** What is called: a Task's resource, or what a Map's ItemReader reads from or its ResultWriter writes with. */
function resourceOf(state: CompiledState, purpose: Call['purpose']): Resource {
  if (state.type === 'Task') return state.resource
  const run = state.type === 'Map' ? state.mapRun : undefined
  const part = purpose === 'results' ? run?.writer : run?.reader
  return part?.resource ?? NOTHING
}

function readerConfigOf(state: CompiledState): JsonObject {
  return (state.type === 'Map' && state.mapRun?.reader?.config) || {}
}

function callOf(execution: Execution, strand: Strand): Call {
  const { state, task } = strand
  if (!task) throw new Error(`state "${state.name}" waits for no task`)
  const call = {
    callId: task.callId,
    executionArn: execution.settings.executionArn,
    mapRunChild: undefined,
    state: state.name,
    pointer: state.pointer,
    items: strand.items,
    visit: strand.visit,
    attempt: strand.attempt,
    ordinal: strand.visits.calls[state.index] ?? 1,
    enteredEventId: strand.enteredEventId,
    scheduledEventId: task.scheduledEventId,
    resource: resourceOf(state, task.purpose),
    purpose: task.purpose,
    parameters: task.parameters,
    input: strand.effectiveInput,
    timeoutSeconds: task.timeoutSeconds,
    heartbeatSeconds: task.heartbeatSeconds,
    taskToken: task.token,
    atMs: execution.nowMs,
    requestId: keyedUuid(`${execution.settings.seed}|${siteKey(strand)}|request`),
  }
  if (task.purpose === 'items') return { ...call, readerConfig: readerConfigOf(state) }
  return strand.mapRun?.writing ? { ...call, results: strand.mapRun.writing.results } : call
}

/**
 * Answers a call. Nothing happens yet: `advance` goes on from here.
 * @example
 * const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
 * const program = compile({ StartAt: 'A', States: { A } })
 * const asked = advance(start(program, {}))
 * const [call] = pending(asked)
 * call && advance(resume(asked, call.callId, { outcome: { output: 7 } })).output // => 7
 */
export function resume(execution: Execution, callId: number, answer: Answer): Execution {
  return resumeAll(execution, [[callId, answer]])
}

/**
 * Answers several calls of one instant at once, which is the same as answering them one after the other.
 * @example
 * const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
 * const program = compile({ StartAt: 'A', States: { A } })
 * const asked = advance(start(program, {}))
 * const answers = pending(asked).map(({ callId }) => [callId, { outcome: { output: 7 } }] as const)
 * advance(resumeAll(asked, answers)).output // => 7
 */
export function resumeAll(execution: Execution, answers: readonly (readonly [number, Answer])[]): Execution {
  const alone = answeredAlone(execution, answers)
  if (alone) return alone
  const open = new Map(answers)
  if (open.size < answers.length) throw new UserError('usage', 'a call was given two answers at once')
  const strands = execution.strands.map((strand) =>
    strand.mapRun ? resumeChildren(strand, strand.mapRun, open) : strand,
  )
  const byCallId = new Map<number, number>()
  for (const [i, strand] of strands.entries()) {
    if (isUnanswered(strand) && strand.task) byCallId.set(strand.task.callId, i)
  }
  let { nextOrder } = execution
  for (const [callId, answer] of open) {
    const at = byCallId.get(callId)
    const strand = at === undefined ? undefined : strands[at]
    if (at === undefined || !strand) {
      throw new UserError('usage', `call ${callId} waits for no answer: it is unknown, answered or over`)
    }
    byCallId.delete(callId)
    strands[at] = answered(strand, answer, { nowMs: execution.nowMs, order: nextOrder })
    if (answer !== 'never') nextOrder++
  }
  return { ...execution, strands, nextOrder }
}

/** As `resumeAll` for one answer to the execution itself, the most frequent case. */
function answeredAlone(execution: Execution, answers: readonly (readonly [number, Answer])[]): Execution | undefined {
  const [first] = answers
  if (!first || answers.length > 1) return undefined
  const [callId, answer] = first
  const { nowMs, nextOrder } = execution
  const at = execution.strands.findIndex((strand) => isUnanswered(strand) && strand.task?.callId === callId)
  const strand = execution.strands[at]
  if (!strand || execution.strands.some(({ mapRun }) => mapRun)) return undefined
  const strands = execution.strands.with(at, answered(strand, answer, { nowMs, order: nextOrder }))
  return { ...execution, strands, nextOrder: answer === 'never' ? nextOrder : nextOrder + 1 }
}

function resumeChildren(strand: Strand, mapRun: MapRunWork, open: Map<number, Answer>): Strand {
  return { ...strand, mapRun: { ...mapRun, running: mapRun.running.map((child) => resumeChild(child, open)) } }
}

/** Hands a child of a distributed Map the answers that are meant for it, and takes them out of `open`. */
function resumeChild(child: RunningChild, open: Map<number, Answer>): RunningChild {
  if (child.callIds.length === 0) return child
  const own: [number, Answer][] = []
  const left: ChildCallId[] = []
  for (const ids of child.callIds) {
    const answer = open.get(ids.callId)
    if (answer === undefined) left.push(ids)
    else own.push([ids.own, answer])
    open.delete(ids.callId)
  }
  if (own.length === 0) return child
  return { ...child, execution: resumeAll(child.execution, own), callIds: left, dueMs: undefined }
}

function answered(strand: Strand, answer: Answer, { nowMs, order }: { nowMs: number; order: number }): Strand {
  const { task } = strand
  if (!task) throw new Error(`state "${strand.state.name}" waits for no task`)
  if (answer === 'never') return { ...strand, task: { ...task, answered: true } }
  const taken = takenByWorker(strand, answer)
  if ('completion' in taken) checkDelay(taken.completion?.afterMs)
  const answerDue = { atMs: nowMs + Math.round(checkDelay(taken.afterMs)), order }
  const next = copyStrand(strand)
  next.task = { ...task, answered: true, answer: taken, answerDue }
  return next
}

function checkDelay(afterMs = 0): number {
  if (Number.isSafeInteger(afterMs) && afterMs >= 0) return afterMs
  throw new UserError('usage', `afterMs of an answer must be a whole number from 0, and it is ${String(afterMs)}`)
}

function isProbe({ task }: Strand): boolean {
  return task?.purpose === 'state'
}

/** An activity that is answered outright was taken by a worker at once: ActivityStarted comes before the outcome. */
function takenByWorker(strand: Strand, answer: Exclude<Answer, 'never'>): Exclude<Answer, 'never'> {
  const isActivity = strand.state.type === 'Task' && strand.state.resource.kind === 'activity' && !isProbe(strand)
  if (!isActivity || 'submitted' in answer) return answer
  const { workerName, ...completion } = answer
  return { submitted: null, completion, ...(workerName !== undefined && { workerName }) }
}
