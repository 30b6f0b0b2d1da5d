import type { Resource } from '../asl/resource.js'
import { UserError } from '../asl/user-error.js'
import { Draft } from './draft.js'
import type { Execution, RunningChild, Strand } from './execution.js'
import type { Answer, Call } from './ports.js'
import type { CompiledState } from './program.js'
import { keyedUuid } from './random.js'
import { siteKey } from './sources.js'
import { updateTask } from './states/task.js'
import type { MutableStrand } from './strand.js'

function isUnanswered(strand: Strand): boolean {
  return strand.phase === 'called' && strand.task !== undefined && !strand.task.answered
}

function runningChildren(strand: Strand): readonly RunningChild[] {
  return strand.mapRun?.running ?? []
}

/** Whether a call waits for an answer, in the execution itself or in a child of a distributed Map. */
export function hasUnanswered(draft: Draft): boolean {
  for (const strand of draft.strands.values()) {
    if (isUnanswered(strand) || runningChildren(strand).some((child) => child.callIds.size > 0)) return true
  }
  return false
}

/** The calls that wait for an answer, in the order they were made; those of a distributed Map's children among them. */
export function pending(execution: Execution): readonly Call[] {
  const calls: Call[] = []
  for (const strand of execution.strands) {
    if (isUnanswered(strand)) calls.push(callOf(execution, strand))
    for (const child of runningChildren(strand)) calls.push(...callsOfChild(child))
  }
  return calls.sort((a, b) => a.callId - b.callId)
}

function callsOfChild({ execution, callIds }: RunningChild): readonly Call[] {
  if (callIds.size === 0) return []
  return pending(execution).map((call) => ({ ...call, callId: callIds.get(call.callId) ?? call.callId }))
}

/** What is called: a Task's resource, or what a Map's ItemReader reads from. */
function resourceOf(state: CompiledState): Resource {
  if (state.type === 'Task') return state.resource
  const reader = state.type === 'Map' ? state.mapRun?.reader : undefined
  if (!reader) throw new Error(`state "${state.name}" calls nothing`)
  return reader.resource
}

function callOf(execution: Execution, strand: Strand): Call {
  const { state, task } = strand
  if (!task) throw new Error(`state "${state.name}" waits for no task`)
  return {
    callId: task.callId,
    executionArn: execution.settings.executionArn,
    state: state.name,
    pointer: state.pointer,
    items: strand.items,
    visit: strand.visit,
    attempt: strand.attempt,
    ordinal: strand.visits.calls[state.index] ?? 1,
    enteredEventId: strand.enteredEventId,
    scheduledEventId: task.scheduledEventId,
    resource: resourceOf(state),
    purpose: state.type === 'Map' ? 'items' : 'task',
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
  const open = new Map(answers)
  if (open.size < answers.length) throw new UserError('usage', 'a call was given two answers at once')
  for (const strand of draft.strands.values()) {
    if (strand.mapRun)
      strand.mapRun = { ...strand.mapRun, running: strand.mapRun.running.map((c) => resumeChild(c, open)) }
  }
  const byCallId = new Map<number, MutableStrand>()
  for (const strand of draft.strands.values()) {
    if (isUnanswered(strand) && strand.task) byCallId.set(strand.task.callId, strand)
  }
  for (const [callId, answer] of open) {
    const strand = byCallId.get(callId)
    if (!strand) throw new UserError('usage', `call ${callId} waits for no answer: it is unknown, answered or over`)
    byCallId.delete(callId)
    answerStrand(draft, strand, answer)
  }
  return draft.seal()
}

/** Hands a child of a distributed Map the answers that are meant for it, and takes them out of `open`. */
function resumeChild(child: RunningChild, open: Map<number, Answer>): RunningChild {
  const own: [number, Answer][] = []
  const left = new Map(child.callIds)
  for (const [childCallId, callId] of child.callIds) {
    const answer = open.get(callId)
    if (answer === undefined) continue
    open.delete(callId)
    left.delete(childCallId)
    own.push([childCallId, answer])
  }
  return own.length === 0 ? child : { ...child, execution: resumeAll(child.execution, own), callIds: left }
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
