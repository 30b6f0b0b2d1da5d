import type { Json } from '../../asl/json.js'
import { unreachable } from '../../asl/unreachable.js'
import type { Resource } from '../../asl/resource.js'
import type { Answer, AslError, Call, Outcome } from '../../engine/ports.js'
import type { Strike } from '../../faults/plan.js'
import { judgeAnswer } from '../../tasks/answer-outcome.js'
import { inferAnswer, inferSubmission } from '../../tasks/infer-answer.js'
import { type NumberedReplies, type Reply, type TaskFunction, isNumbered, replyAt } from '../../tasks/script.js'
import { type Computed, type Log, type Note, isRepeatable, withCall } from './call-log.js'
import { itemSource } from '../answering/item-source.js'
import { callsBefore } from '../answering/calls-before.js'
import { alteredAnswer } from '../answering/altered-answer.js'
import type { ModelEffects, ModelHit } from '../answering/model-hits.js'
import type { Rules } from '../answering/rules.js'
import { causeOf, modelledAnswer } from './modelled-answer.js'
import { resourceMock } from '../answering/resource-mocks.js'
import { type ResultObjects, storeWith } from './result-objects.js'
import type { AnsweredBy } from './call-record.js'
import { type CallStrikes, strikeAttemptOf, strikesOfCalls } from '../answering/strikes.js'
import { unmockedTask, usedUpNumbers, usedUpScript } from '../answering/unmocked-task.js'

/**
 * What answers the calls of an execution, and what it remembers: an immutable value, forked together with the execution
 * (architecture decision 2). How often a state was called is known to the call itself, so scripts need no cursor here.
 */
export interface World {
  readonly rules: Rules
  readonly log: Log | undefined
  /**
   * Whether calls of a distributed Map's children are left to a replay of the child: until somebody outside has a say in an
   * answer, since a replay only knows the rules and what functions answered.
   */
  readonly forgets: boolean
  /** What strikes the present instant's calls; absent where there is no fault. */
  readonly strikes?: CallStrikes
  /** How often each state with numbered replies was called, all places together. */
  readonly turns?: ReadonlyMap<string, number>
  /** What came of the present instant's calls when they met the models. */
  readonly met?: ModelEffects
  /** What ResultWriters wrote. */
  readonly written?: ResultObjects
}

export function newWorld(rules: Rules): World {
  // A child that is replayed alone would not know how far the numbers had come, or what the models remembered.
  const isAlone = rules.models.length === 0 && !Object.values(rules.tasks).some(isNumbered)
  return { rules, log: undefined, forgets: !rules.live && isAlone }
}

/** The world that knows what strikes the calls of one instant, which are to be answered now. */
export function withStrikes(world: World, calls: readonly Call[]): World {
  const strikes = strikesOfCalls(world.rules, calls, world.strikes?.counts)
  return strikes ? { ...world, strikes } : world
}

export interface Answered {
  readonly world: World
  readonly answer: Answer
}

/** A call that a function of the test is to answer: the harness calls it, then hands the result to `answerComputed`. */
export interface FunctionCall {
  readonly ask: TaskFunction
}

/** Neither a fault nor a mock answers the call: see `answerUnmocked`. */
export type Unmocked = 'unmocked'

/** What a probed state hears where no fault strikes it; the output means nothing. */
const GOES_WELL: Answer = { outcome: { output: null } }

/** Objects that the answer is in are to be read first: then the call is answered. */
export interface Unprepared {
  readonly prepare: () => Promise<void>
}

/** Answers a call of the world's instant: a fault first, then the scenario's mock. */
export function answer(world: World, call: Call): Answered | FunctionCall | Unprepared | Unmocked {
  const { rules } = world
  const strike = world.strikes?.byCall.get(call.callId)
  if (strike && strike.rendered.kind !== 'answer') return answerStruck(world, call, strike)
  const hit = world.met?.get(call.callId)?.hit
  if (hit && hit.strike.rendered.kind !== 'answer') return answerStruck(world, call, hit.strike, hit)
  if (call.purpose === 'state') return { world, answer: GOES_WELL }
  const mock = Object.hasOwn(rules.tasks, call.state) ? rules.tasks[call.state] : resourceMock(rules, call)
  if (mock === undefined) {
    if (call.purpose === 'results') return answerWell(world, call, {}, 0, 'mock')
    return call.purpose === 'items' ? answerFromStore(world, call) : 'unmocked'
  }
  if (isNumbered(mock)) return answerNumbered(world, call, mock)
  const reply = replyAt(mock, call.ordinal - 1 - callsBefore(rules.callsBefore, call))
  if (reply === undefined && call.purpose === 'results') return answerWell(world, call, {}, 0, 'mock')
  if (reply === undefined) throw usedUpScript(call)
  return typeof reply === 'function' ? { ask: reply } : answerReply(world, call, reply)
}

/** The reply whose turn it is. What it returns is the task's result as it stands. */
function answerNumbered(world: World, call: Call, mock: NumberedReplies): Answered {
  const turn = world.turns?.get(call.state) ?? 0
  const reply = replyAt(mock, turn)
  if (reply === undefined || typeof reply === 'function') throw usedUpNumbers(call, turn, mock)
  if (reply.kind !== 'returns') return answerReply(world, call, reply)
  const answer = timed(call, { output: reply.output }, reply.delayMs)
  return told(world, call, { answeredBy: 'mock', carriedOut: true }, answer)
}

/** Every call counts, also one that a fault struck. */
function turnsAfter({ rules, turns }: World, { state, purpose }: Call): World['turns'] {
  const mock = Object.hasOwn(rules.tasks, state) ? rules.tasks[state] : undefined
  if (mock === undefined || purpose === 'state' || !isNumbered(mock)) return turns
  return new Map(turns).set(state, (turns?.get(state) ?? 0) + 1)
}

/** What an ItemReader finds in the scenario's objects. */
function answerFromStore(world: World, call: Call): Answered | Unprepared | Unmocked {
  const source = itemSource(storeWith(world.rules.s3, world.written), call)
  if (!source) return 'unmocked'
  if ('prepare' in source) return source
  if ('found' in source) return answerWell(world, call, source.found, 0, 'mock')
  return answerBadly(world, call, source.failure, 0)
}

/** The answer to a call that has no mock: its token is waited for, or it is inferred; else UserError. */
export function answerUnmocked(world: World, call: Call): Answered {
  const { rules } = world
  if (rules.live && waitsForToken(call.resource)) {
    return told(world, call, { answeredBy: 'nobody', carriedOut: true }, hangAnswer(call))
  }
  if (rules.onUnmockedTask === 'error') throw unmockedTask(rules, call)
  return answerWell(world, call, inferAnswer(call), 0, 'inferred')
}

/** The answer to a call that concerns another execution of the session, e.g. that starts one. */
export function answerWithin(world: World, call: Call, answer: Answer): Answered {
  const outcome = answer !== 'never' && 'outcome' in answer ? answer.outcome : undefined
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined
  return told(world, call, { answeredBy: 'machine', failure, carriedOut: !failure }, answer)
}

/** The error in place of an answer, or no answer; the effect is there if the callee took the call or did its work first. */
function answerStruck(world: World, call: Call, strike: Strike, hit?: ModelHit): Answered {
  const { definition, rendered, placement, afterMs } = strike
  const failure = rendered.kind === 'failure' ? rendered.failure : undefined
  const cause = hit ? causeOf(hit) : { fault: definition.id, struck: strikeAttemptOf(call, strike) }
  const isTaken = definition.afterSubmission === true
  const carriedOut = isTaken || placement === 'after'
  const next = remember(world, call, { answeredBy: 'fault', failure, ...cause, carriedOut })
  if (!failure) return { world: next, answer: hangAnswer(call) }
  return { world: next, answer: isTaken ? timed(call, { failure }, afterMs) : { outcome: { failure }, afterMs } }
}

function answerReply(world: World, call: Call, reply: Reply): Answered {
  switch (reply.kind) {
    case 'returns':
      return answerWell(world, call, reply.output, reply.delayMs, reply.isInferred ? 'inferred' : 'mock')
    case 'fails': {
      const { error, cause, delayMs } = reply
      const failure = cause === undefined ? { error } : { error, cause }
      return answerBadly(world, call, failure, delayMs)
    }
    case 'hangs':
      return told(world, call, { answeredBy: 'mock', carriedOut: false }, hangAnswer(call))
    default:
      return unreachable(reply)
  }
}

/** The answer that a test's function has computed. */
export function answerComputed(world: World, call: Call, result: Computed): Answered {
  if ('output' in result) return answerWell(world, call, result.output, result.afterMs ?? 0, 'mock', result)
  return answerBadly(world, call, result.failure, result.afterMs ?? 0, result)
}

/** The service answers with `value`, of which Step Functions may yet make a failure. */
function answerWell(
  world: World,
  call: Call,
  value: Json,
  afterMs: number,
  answeredBy: AnsweredBy,
  computed?: Computed,
): Answered {
  const { outcome, carriedOut } = judgeAnswer(call, value)
  const failure = 'failure' in outcome ? outcome.failure : undefined
  const note = computed ? { answeredBy, failure, carriedOut, computed } : { answeredBy, failure, carriedOut }
  return told(world, call, note, timed(call, outcome, afterMs))
}

function answerBadly(world: World, call: Call, failure: AslError, afterMs: number, computed?: Computed): Answered {
  const note = { answeredBy: 'mock', failure, carriedOut: false, ...(computed && { computed }) } as const
  return told(world, call, note, timed(call, { failure }, afterMs))
}

/** An answer and the note of it, as models and then faults leave them that strike the answer rather than the call. */
function told(world: World, call: Call, givenNote: Note, givenAnswer: Answer): Answered {
  const { strikes, met } = world
  const { note, answer } = modelledAnswer(met?.get(call.callId), { note: givenNote, answer: givenAnswer })
  const strike = strikes?.byCall.get(call.callId)
  if (strike?.rendered.kind !== 'answer') return { world: remember(world, call, note), answer }
  const struck = strikeAttemptOf(call, strike)
  const next = remember(world, call, { ...note, fault: strike.definition.id, struck })
  return { world: next, answer: alteredAnswer(answer, strike) }
}

function remember(world: World, call: Call, note: Note): World {
  const { rules, log, strikes, met } = world
  const forgets = world.forgets && isRepeatable(call, note)
  const turns = turnsAfter(world, call)
  const written = call.results && note.carriedOut ? { results: call.results, before: world.written } : world.written
  const next: { -readonly [K in keyof World]: World[K] } = {
    rules,
    log: withCall(log, call, note, rules, forgets),
    forgets,
  }
  if (strikes) next.strikes = strikes
  if (met) next.met = met
  if (turns) next.turns = turns
  if (written) next.written = written
  return next
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
