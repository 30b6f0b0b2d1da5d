import { isObject, member, type Json } from '../asl/json.js'
import { unreachable } from '../asl/unreachable.js'
import type { Resource } from '../asl/resource.js'
import type { Answer, AslError, Call, Outcome } from '../engine/ports.js'
import { type Strike, planStrike, replayStrike } from '../faults/plan.js'
import type { CalledFunction } from '../faults/render.js'
import { runtimeFamily } from '../faults/runtime.js'
import type { StruckAttempt } from '../faults/scenario-string.js'
import { strikeName } from '../faults/strike-name.js'
import { judgeAnswer } from '../tasks/answer-outcome.js'
import { inferAnswer, inferSubmission } from '../tasks/infer-answer.js'
import { type Effect, effectOf } from '../tasks/ledger.js'
import { readObject } from '../tasks/object-store.js'
import { type Reply, type TaskFunction, replyAt } from '../tasks/script.js'
import type { Rules } from './rules.js'
import type { AnsweredBy, CallRecord } from './run.js'
import { unmockedTask, usedUpScript } from './unmocked.js'

/** A list that grows by sharing: newest first. */
export interface Chain<T> {
  readonly value: T
  readonly before: Chain<T> | undefined
}

/**
 * What answers the calls of an execution, and what it remembers: an immutable value, forked together with the execution
 * (architecture decision 2). How often a state was called is known to the call itself, so scripts need no cursor here.
 */
export interface World {
  readonly rules: Rules
  readonly log: Chain<LogEntry> | undefined
}

/** One answered call. */
export interface LogEntry {
  readonly callId: number
  readonly call: CallRecord
  readonly effect?: Effect
  readonly struck?: StruckAttempt
  /** What a function of the test answered: part of the base scenario. */
  readonly computed?: Json
  /** The task token that the call handed out. */
  readonly token?: string
}

export function newWorld(rules: Rules): World {
  return { rules, log: undefined }
}

/** What the world remembers, in the order the calls were made. */
export function logOf(world: World): readonly LogEntry[] {
  const entries: LogEntry[] = []
  for (let link = world.log; link; link = link.before) entries.push(link.value)
  return entries.sort((a, b) => a.callId - b.callId)
}

export interface Answered {
  readonly world: World
  readonly answer: Answer
}

/** A call that a function of the test is to answer: the harness calls it, then hands the result to `answerComputed`. */
export interface Asked {
  readonly ask: TaskFunction
}

/** Neither a fault nor a mock answers the call: see `answerUnmocked`. */
export type Unmocked = 'unmocked'

/** Answers a call: a fault first, then the scenario's mock. */
export function answer(world: World, call: Call): Answered | Asked | Unmocked {
  const { rules } = world
  const strike = findStrike(rules, call)
  if (strike) return answerStruck(world, call, strike)
  const mock = Object.hasOwn(rules.tasks, call.state) ? rules.tasks[call.state] : undefined
  if (mock === undefined) {
    const stored = call.purpose === 'items' ? readObject(rules.s3, call) : undefined
    return stored ? answerWell(world, call, stored, 0, entryOf(rules, call, 'mock')) : 'unmocked'
  }
  const reply = replyAt(mock, call.ordinal - 1)
  if (reply === undefined) throw usedUpScript(call)
  return typeof reply === 'function' ? { ask: reply } : answerReply(world, call, reply)
}

/** The answer to a call that has no mock: its token is waited for, or it is inferred; else UserError. */
export function answerUnmocked(world: World, call: Call): Answered {
  const { rules } = world
  if (rules.live && waitsForToken(call.resource)) {
    return { world: rememberEffect(world, call, entryOf(rules, call, 'nobody')), answer: hangAnswer(call) }
  }
  if (rules.onUnmockedTask === 'error') throw unmockedTask(rules, call)
  return answerWell(world, call, inferAnswer(call), 0, entryOf(rules, call, 'inferred'))
}

/** The answer to a call that concerns another execution of the session, e.g. that starts one. */
export function answerWithin(world: World, call: Call, answer: Answer): Answered {
  const outcome = answer !== 'never' && 'outcome' in answer ? answer.outcome : undefined
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined
  const entry = entryOf(world.rules, call, 'machine', failure)
  return { world: failure ? remember(world, entry) : rememberEffect(world, call, entry), answer }
}

function findStrike(rules: Rules, call: Call): Strike | undefined {
  const called = calledFunction(rules, call)
  return replayStrike(rules.strikes, call, called) ?? planStrike(rules.plan, call, called)
}

/** What the template says of the function behind a call, if it says anything. */
function calledFunction(rules: Rules, call: Call): CalledFunction | undefined {
  const name = isObject(call.parameters) ? member(call.parameters, 'FunctionName') : undefined
  const called = isInvoke(call.resource) && typeof name === 'string' ? name : call.resource.arn
  const key = called.replace(/:\$LATEST$/, '')
  return Object.hasOwn(rules.functions, key) ? rules.functions[key] : undefined
}

function isInvoke(resource: Resource): boolean {
  return resource.kind === 'optimized' && resource.service === 'lambda'
}

function answerStruck(world: World, call: Call, strike: Strike): Answered {
  const { rules } = world
  const { definition, outcome, afterMs } = strike
  const runtime = runtimeFamily(calledFunction(rules, call)?.runtime)
  const name = strikeName(definition, call.resource, runtime)
  const { state, visit, attempt } = call
  const struck = { state, items: call.items.map((step) => step.index), visit, attempt, name }
  const failure = outcome === 'hang' ? undefined : outcome
  const entry = { ...entryOf(rules, call, 'fault', failure, definition.id), struck }
  return { world: remember(world, entry), answer: failure ? { outcome: { failure }, afterMs } : hangAnswer(call) }
}

function answerReply(world: World, call: Call, reply: Reply): Answered {
  switch (reply.kind) {
    case 'returns':
      return answerWell(world, call, reply.output, reply.delayMs, entryOf(world.rules, call, 'mock'))
    case 'fails': {
      const { error, cause, delayMs } = reply
      const failure = cause === undefined ? { error } : { error, cause }
      return answerBadly(world, call, failure, delayMs, entryOf(world.rules, call, 'mock', failure))
    }
    case 'hangs':
      return { world: remember(world, entryOf(world.rules, call, 'mock')), answer: hangAnswer(call) }
    default:
      return unreachable(reply)
  }
}

/** What a function of the test came to. */
export type Computed = { readonly output: Json } | { readonly failure: AslError }

/** The answer that a test's function has computed. */
export function answerComputed(world: World, call: Call, result: Computed): Answered {
  if ('output' in result) {
    return answerWell(world, call, result.output, 0, { ...entryOf(world.rules, call, 'mock'), computed: result.output })
  }
  const { error = null, cause = null } = result.failure
  const entry = { ...entryOf(world.rules, call, 'mock', result.failure), computed: { Error: error, Cause: cause } }
  return answerBadly(world, call, result.failure, 0, entry)
}

/** The service answers with `value`, of which Step Functions may yet make a failure. */
function answerWell(world: World, call: Call, value: Json, afterMs: number, entry: LogEntry): Answered {
  const { outcome, carriedOut } = judgeAnswer(call, value)
  const noted = 'failure' in outcome ? { ...entry, call: { ...entry.call, failure: outcome.failure } } : entry
  const next = carriedOut ? rememberEffect(world, call, noted) : remember(world, noted)
  return { world: next, answer: timed(call, outcome, afterMs) }
}

function answerBadly(world: World, call: Call, failure: AslError, afterMs: number, entry: LogEntry): Answered {
  return { world: remember(world, entry), answer: timed(call, { failure }, afterMs) }
}

function remember(world: World, value: LogEntry): World {
  return { rules: world.rules, log: { value, before: world.log } }
}

/** Remembers a call that was carried out. */
function rememberEffect(world: World, call: Call, entry: LogEntry): World {
  const effect = effectOf(call)
  return remember(world, effect ? { ...entry, effect } : entry)
}

/** An outcome; `.sync`, callbacks and activities are submitted first, and the outcome comes after that. */
function timed(call: Call, outcome: Outcome, afterMs: number): Answer {
  if (!isSubmitted(call.resource)) return { outcome, afterMs }
  return { submitted: inferSubmission(call), completion: { outcome, afterMs } }
}

function isSubmitted(resource: Resource): boolean {
  if (resource.kind === 'activity') return true
  return (resource.kind === 'optimized' || resource.kind === 'aws-sdk') && resource.pattern !== 'request-response'
}

function waitsForToken(resource: Resource): boolean {
  return resource.kind === 'activity' || ('pattern' in resource && resource.pattern === 'waitForTaskToken')
}

function hangAnswer(call: Call): Answer {
  return isSubmitted(call.resource) ? { submitted: inferSubmission(call) } : 'never'
}

function entryOf(rules: Rules, call: Call, answeredBy: AnsweredBy, failure?: AslError, fault?: string): LogEntry {
  const { callId, state, pointer, items, visit, attempt, parameters, atMs, enteredEventId, scheduledEventId } = call
  const record: CallRecord = {
    state,
    pointer,
    items,
    visit,
    attempt,
    resource: call.resource.arn,
    parameters,
    atMs,
    ...(call.executionArn !== rules.executionArn && { childArn: call.executionArn }),
    enteredEventId,
    scheduledEventId,
    answeredBy,
    ...(fault !== undefined && { fault }),
    ...(failure && { failure }),
  }
  return { callId, call: record, ...(call.taskToken !== undefined && { token: call.taskToken }) }
}
