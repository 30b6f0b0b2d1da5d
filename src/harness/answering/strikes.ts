import type { FunctionFacts } from '../../asl/function-facts.js'
import { isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import type { Resource } from '../../asl/resource.js'
import type { ExecutionType } from '../../asl/types.js'
import { keyedNumber } from '../../engine/random.js'
import type { Call } from '../../engine/ports.js'
import type { Fault } from '../../faults/fault.js'
import { strikePoint } from '../../faults/fault-definition.js'
import { type FaultTarget, faultTargets } from '../../faults/fault-target.js'
import {
  type CallCounts,
  type Circumstances,
  countedCalls,
  countsCalls,
  type FaultPlan,
  ownPlacement,
  planStrike,
  replayStrike,
  type Strike,
} from '../../faults/plan.js'
import { runtimeFamily } from '../../faults/runtime.js'
import type { ResolvedStrike, StrikeAttempt } from '../../faults/scenario-string.js'
import { matchesState } from '../../faults/state-pattern.js'
import { resolveStrikeName, strikeName } from '../../faults/strike-name.js'
import type { Rules } from './rules.js'

/** What strikes the calls of one instant. */
export interface CallStrikes {
  /** By call id. */
  readonly byCall: ReadonlyMap<number, Strike>
  /** How many calls the faults of the plan that ask for the n-th one have counted, those of the instant included. */
  readonly counts: CallCounts
}

/**
 * What the faults and strikes of a run come to at the calls of one instant, in their order; undefined if there are neither.
 * `before`: what was counted until then.
 */
export function strikesOfCalls(rules: Rules, calls: readonly Call[], before: CallCounts = []): CallStrikes | undefined {
  const { plan, strikes } = rules
  if (plan.length === 0 && strikes.length === 0) return undefined
  const byCall = new Map<number, Strike>()
  const counts = countsCalls(plan)
  let counted = before
  for (const call of calls) {
    const about = circumstancesOf(rules, call, counted)
    if (!about) continue
    const strike = replayStrike(strikes, call, about) ?? planStrike(plan, call, about)
    if (strike) byCall.set(call.callId, strike)
    if (counts) counted = countedCalls(plan, call, about)
  }
  return { byCall, counts: counted }
}

/** What the run writes down of a strike, to be replayed from. */
export function strikeAttemptOf(call: Call, { definition, context, placement, persistsFrom }: Strike): StrikeAttempt {
  const { target, args, function: called } = context
  const { state } = call
  const first = persistsFrom === undefined ? call : { visit: persistsFrom, attempt: 1 }
  const { visit, attempt } = first
  const items = call.items.map((step) => step.index)
  const named = strikeName(definition, target, runtimeFamily(called?.runtime), args)
  const struck = {
    state,
    items,
    visit,
    attempt,
    ...named,
    ...(placement !== ownPlacement(definition) && { placement }),
  }
  return persistsFrom === undefined ? struck : { ...struck, persists: true }
}

/** Every state of a machine by its pointer, as far as faults care; none where no fault could strike. */
export function targetsFor(
  plan: FaultPlan,
  strikes: readonly ResolvedStrike[],
  definition: Json,
  type: ExecutionType,
  models: Rules['models'] = [],
): ReadonlyMap<string, FaultTarget> {
  if (plan.length === 0 && strikes.length === 0 && models.length === 0) return new Map()
  if (!isObject(definition)) return new Map()
  const ofDefinition = known.get(definition) ?? new Map<ExecutionType, ReadonlyMap<string, FaultTarget>>()
  known.set(definition, ofDefinition)
  const found =
    ofDefinition.get(type) ?? new Map(faultTargets(definition, type).map((target) => [target.pointer, target]))
  ofDefinition.set(type, found)
  return found
}

/** One machine is run again and again. */
const known = new WeakMap<JsonObject, Map<ExecutionType, ReadonlyMap<string, FaultTarget>>>()

/** Pointers of the states that have to be asked whether they go well, because a fault may strike the state itself. */
export function probedStates(
  plan: FaultPlan,
  strikes: readonly ResolvedStrike[],
  targets: ReadonlyMap<string, FaultTarget>,
): ReadonlySet<string> {
  const probes = new Set<string>()
  for (const [pointer, target] of targets) {
    const planned = plan.some((fault) => mayStrikeState(fault, target))
    if (planned || strikes.some((strike) => replaysAtState(strike, target))) probes.add(pointer)
  }
  return probes
}

function mayStrikeState({ definition, site }: Fault, target: FaultTarget): boolean {
  return strikePoint(definition) === 'state' && matchesState(site.state, target.name) && definition.appliesTo(target)
}

function replaysAtState(strike: ResolvedStrike, target: FaultTarget): boolean {
  if (strike.state !== target.name) return false
  const named = resolveStrikeName(strike, target, 'node')
  return named !== undefined && strikePoint(named.definition) === 'state'
}

/** What faults and models may know of a call; undefined where the machine's states are not looked at. */
export function circumstancesOf(rules: Rules, call: Call, counts: CallCounts = []): Circumstances | undefined {
  const target = rules.targets.get(call.pointer)
  if (!target) return undefined
  const called = calledFunction(rules, call)
  const sinceStartMs = call.atMs - rules.startAtMs
  const chance = (purpose: string): number => keyedNumber(`${rules.seed}|${drawKey(call)}|${purpose}`)
  return called ? { target, function: called, sinceStartMs, counts, chance } : { target, sinceStartMs, counts, chance }
}

function drawKey({ state, items, visit, attempt, ordinal }: Call): string {
  const within = items.map(({ map, index }) => `${map} ${index}`).join(',')
  return `${state}|${within}|${visit}|${attempt}|${ordinal}`
}

/** What the template says of the function behind a call, if it says anything. */
export function calledFunction(
  rules: Pick<Rules, 'functions'>,
  { resource, parameters }: Call,
): FunctionFacts | undefined {
  return functionOf(rules.functions, resource, { Parameters: parameters })
}

/** What the template says of the function that a state calls: its `Parameters` or `Arguments` may name it. */
export function functionOf(
  functions: Rules['functions'],
  resource: Resource | undefined,
  state: JsonObject,
): FunctionFacts | undefined {
  if (!resource) return undefined
  const sent = member(state, 'Parameters') ?? member(state, 'Arguments')
  const name = isInvoke(resource) && isObject(sent) ? member(sent, 'FunctionName') : undefined
  const called = typeof name === 'string' ? name : resource.arn
  const key = called.endsWith(LATEST) ? called.slice(0, -LATEST.length) : called
  return Object.hasOwn(functions, key) ? functions[key] : undefined
}

/** Ends the name of a function's version that is the newest code. */
const LATEST = ':$LATEST'

function isInvoke(resource: Resource): boolean {
  return resource.kind === 'optimized' && resource.service === 'lambda'
}
