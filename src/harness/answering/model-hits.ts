import type { Json } from '../../asl/json.js'
import type { Answer, Call } from '../../engine/ports.js'
import { strikeOfModel } from '../../faults/models/cause.js'
import type { Model, ModelState, Slowdown } from '../../faults/models/model.js'
import type { Circumstances, Strike } from '../../faults/plan.js'
import { beginModels, type ModelStates } from './model-states.js'
import type { Rules } from './rules.js'
import { type CallStrikes, circumstancesOf } from './strikes.js'

/** A strike of a model. It follows from the base scenario, so no scenario string has it. */
export interface ModelHit {
  /** The model's id. */
  readonly model: string
  readonly strike: Strike
  /** What the model saw. */
  readonly seen?: Json
}

/** A slowdown that a call met, and what the model's limit on it comes to. */
export interface ModelSlowdown {
  readonly factor: number
  readonly addMs: number
  readonly limitMs: number
  readonly hit: () => ModelHit | undefined
}

/** What came of a call when it met the models: the first strike decides, and who let it through before waits for its end. */
export interface ModelEffect {
  readonly hit?: ModelHit
  readonly slowdowns: readonly ModelSlowdown[]
  readonly tickets: readonly (readonly [model: Model, ticket: unknown])[]
}

/** By call id, for the calls of one instant. */
export type ModelEffects = ReadonlyMap<number, ModelEffect>

/** Lets the calls of one instant meet the models, in their order. Calls that a fault of the plan or a replay strikes go nowhere. */
export function meetModels(
  rules: Rules,
  before: ModelStates | undefined,
  calls: readonly Call[],
  strikes: CallStrikes | undefined,
): { readonly models: ModelStates; readonly met: ModelEffects } {
  const states = new LaterStates(beginModels(rules.models, rules.startAtMs, before))
  const met = new Map<number, ModelEffect>()
  for (const call of calls) {
    const strike = strikes?.byCall.get(call.callId)
    if (strike && strike.rendered.kind !== 'answer') continue
    const about = circumstancesOf(rules, call)
    if (about) met.set(call.callId, meetEach(rules.models, states, call, about))
  }
  return { models: states.current, met }
}

/** What models remember, copied once something of it changes: most calls meet none. */
class LaterStates {
  current: ModelStates
  #own: Map<string, ModelState> | undefined

  constructor(before: ModelStates) {
    this.current = before
  }

  set(id: string, state: ModelState): void {
    this.#own ??= new Map(this.current)
    this.current = this.#own.set(id, state)
  }
}

/** `states` is brought up to date. */
function meetEach(models: readonly Model[], states: LaterStates, call: Call, about: Circumstances): ModelEffect {
  const slowdowns: ModelSlowdown[] = []
  const tickets: (readonly [Model, unknown])[] = []
  for (const model of models) {
    if (!model.concerns(call, about)) continue
    const { state, strike, slower, ticket, seen } = model.meet(states.current.get(model.id), call, about)
    states.set(model.id, state)
    const hitBy = (found: typeof strike): ModelHit | undefined =>
      found && {
        model: model.id,
        strike: strikeOfModel(found, call, about),
        ...(seen !== undefined && { seen }),
      }
    const hit = hitBy(strike)
    if (hit) return { hit, slowdowns, tickets }
    if (slower) slowdowns.push(slowdownOf(slower, hitBy))
    if (ticket !== undefined) tickets.push([model, ticket])
  }
  return { slowdowns, tickets }
}

function slowdownOf(
  { factor = 1, addMs = 0, limit }: Slowdown,
  hitBy: (found: ReturnType<NonNullable<Slowdown['limit']>['strike']>) => ModelHit | undefined,
): ModelSlowdown {
  return { factor, addMs, limitMs: limit?.afterMs ?? Infinity, hit: () => hitBy(limit?.strike()) }
}

/** Tells the models that let a call through how long it took. */
export function afterAnswer(
  models: ModelStates,
  met: ModelEffect | undefined,
  call: Call,
  answer: Answer,
): ModelStates {
  if (!met || met.tickets.length === 0) return models
  const next = new Map(models)
  for (const [model, ticket] of met.tickets) {
    if (model.answered) next.set(model.id, model.answered(next.get(model.id), ticket, call, durationOf(answer)))
  }
  return next
}

/** Virtual ms that the callee is busy with it. */
export function durationOf(answer: Answer): number {
  if (answer === 'never') return Infinity
  if ('outcome' in answer) return answer.afterMs ?? 0
  return answer.completion?.afterMs ?? answer.afterMs ?? 0
}
