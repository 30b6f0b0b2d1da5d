import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { NO_VARIABLES } from '../data/scope.js'
import { startStrand } from './children.js'
import { advanceClock } from './clock.js'
import { Draft } from './draft.js'
import type { Execution } from './execution.js'
import type { Answer, AslError, Call, Outcome } from './ports.js'
import type { Program } from './program.js'
import { keyedUuid } from './random.js'
import { type StartOptions, settingsFrom } from './settings.js'
import { siteKey } from './sources.js'
import { updateTask } from './states/task.js'
import type { MutableStrand, Strand, TaskWork } from './strand.js'
import { takeTurn } from './turn.js'

/** What reaches a running execution from outside: a stop, or word about a task token. */
export type Signal =
  | 'stop'
  | { readonly stop: AslError }
  | { readonly token: string; readonly success: Json }
  | { readonly token: string; readonly failure: AslError }
  | { readonly token: string; readonly heartbeat: true }

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
    eventCount: 0,
    nextCallId: 1,
    nextOrder: 1,
    nextStrandId: 1,
  })
  draft.emitAside(0, 'ExecutionStarted', { input, roleArn: settings.roleArn })
  startStrand(draft, { block: program.root, input, variables: NO_VARIABLES, lastEventId: 0 })
  return draft.seal()
}

/** Goes on until the end, until virtual time `untilMs`, or until a call waits for an answer: the clock stands still for it. */
export function advance(execution: Execution, untilMs: number = Number.POSITIVE_INFINITY): Execution {
  if (execution.status !== 'RUNNING') return execution
  const draft = new Draft(execution)
  for (;;) {
    for (let strand = draft.dequeue(); strand; strand = draft.dequeue()) takeTurn(draft, strand)
    if (!draft.running || hasUnanswered(draft) || !advanceClock(draft, untilMs)) return draft.seal()
  }
}

function isUnanswered(strand: Strand): boolean {
  return strand.phase === 'called' && strand.task !== undefined && !strand.task.answered
}

function hasUnanswered(draft: Draft): boolean {
  for (const strand of draft.strands.values()) if (isUnanswered(strand)) return true
  return false
}

/** The calls that wait for an answer, in the order they were made. */
export function pending(execution: Execution): readonly Call[] {
  const calls: Call[] = []
  for (const strand of execution.strands) {
    if (isUnanswered(strand)) calls.push(callOf(execution, strand))
  }
  return calls.sort((a, b) => a.callId - b.callId)
}

function callOf(execution: Execution, strand: Strand): Call {
  const { state, task } = strand
  if (state.type !== 'Task' || !task) throw new Error(`state "${state.name}" waits for no task`)
  return {
    callId: task.callId,
    state: state.name,
    pointer: state.pointer,
    items: strand.items,
    visit: strand.visit,
    attempt: strand.attempt,
    ordinal: strand.visits.calls[state.index] ?? 1,
    enteredEventId: strand.enteredEventId,
    scheduledEventId: task.scheduledEventId,
    resource: state.resource,
    parameters: task.parameters,
    input: strand.effectiveInput,
    timeoutSeconds: task.timeoutSeconds,
    heartbeatSeconds: task.heartbeatSeconds,
    taskToken: task.token,
    atMs: execution.nowMs,
    requestId: keyedUuid(`${execution.settings.seed}|${siteKey(strand)}|request`),
  }
}

/** Answers a call. Nothing happens yet: `advance` goes on from here. */
export function resume(execution: Execution, callId: number, answer: Answer): Execution {
  return resumeAll(execution, [[callId, answer]])
}

/** Answers several calls of one instant at once, which is the same as answering them one after the other. */
export function resumeAll(execution: Execution, answers: readonly (readonly [number, Answer])[]): Execution {
  const draft = new Draft(execution)
  const byCallId = new Map<number, MutableStrand>()
  for (const strand of draft.strands.values()) {
    if (isUnanswered(strand) && strand.task) byCallId.set(strand.task.callId, strand)
  }
  for (const [callId, answer] of answers) {
    const strand = byCallId.get(callId)
    if (!strand) throw new UserError('usage', `call ${callId} waits for no answer: it is unknown, answered or over`)
    byCallId.delete(callId)
    answerStrand(draft, strand, answer)
  }
  return draft.seal()
}

function answerStrand(draft: Draft, strand: MutableStrand, answer: Answer): void {
  if (answer === 'never') return updateTask(strand, { answered: true })
  const taken = takenByWorker(strand, answer)
  if ('completion' in taken) checkDelay(taken.completion?.afterMs)
  return updateTask(strand, { answered: true, answer: taken, answerDue: draft.due(checkDelay(taken.afterMs)) })
}

function checkDelay(afterMs = 0): number {
  if (Number.isSafeInteger(afterMs) && afterMs >= 0) return afterMs
  throw new UserError('usage', `afterMs of an answer must be a whole number from 0, and it is ${String(afterMs)}`)
}

/** An activity that is answered outright was taken by a worker at once: ActivityStarted comes before the outcome. */
function takenByWorker(strand: MutableStrand, answer: Exclude<Answer, 'never'>): Exclude<Answer, 'never'> {
  const isActivity = strand.state.type === 'Task' && strand.state.resource.kind === 'activity'
  if (!isActivity || 'submitted' in answer) return answer
  const { workerName, ...completion } = answer
  return { submitted: null, completion, ...(workerName !== undefined && { workerName }) }
}

/** Stops the execution, or tells a task by its token that it is done, has failed or is alive. `advance` goes on. */
export function signal(execution: Execution, what: Signal): Execution {
  if (execution.status !== 'RUNNING')
    throw new UserError('usage', 'the execution has ended: it takes no signal any more')
  const draft = new Draft(execution)
  if (what === 'stop' || 'stop' in what) {
    draft.end('ABORTED', 0, what === 'stop' ? {} : what.stop)
    return draft.seal()
  }
  const strand = strandWithToken(draft, what.token)
  if ('heartbeat' in what) beat(draft, strand)
  else settle(draft, strand, 'success' in what ? { output: what.success } : { failure: what.failure })
  return draft.seal()
}

function strandWithToken(draft: Draft, token: string): MutableStrand {
  for (const strand of draft.strands.values()) {
    if (strand.phase === 'called' && strand.task?.token === token && !isSettled(strand.task, draft.nowMs)) return strand
  }
  throw new UserError('usage', `no running task has the token "${token}": it is unknown, or its task is over`)
}

/** Its outcome is there, and only has yet to be written down. */
function isSettled({ answer, answerDue }: TaskWork, nowMs: number): boolean {
  return answer !== undefined && 'outcome' in answer && answerDue !== undefined && answerDue.atMs <= nowMs
}

function beat(draft: Draft, strand: MutableStrand): void {
  const seconds = strand.task?.heartbeatSeconds
  if (seconds !== undefined) updateTask(strand, { heartbeatDue: draft.due(seconds * 1000) })
}

function settle(draft: Draft, strand: MutableStrand, outcome: Outcome): void {
  updateTask(strand, { answered: true, submitted: true, answer: { outcome }, answerDue: draft.due(0) })
}
