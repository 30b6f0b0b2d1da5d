import type { FunctionFacts } from '../../../../src/asl/function-facts.js'
import { parseResource } from '../../../../src/asl/resource.js'
import type { Call } from '../../../../src/engine/ports.js'
import type { Meeting, Model, ModelState } from '../../../../src/faults/models/model.js'
import type { Circumstances } from '../../../../src/faults/plan.js'
import { about, callOf } from '../fixtures.js'

/** When every model of these tests begins. */
export const ORIGIN_MS = Date.UTC(2030, 0, 1)

/** One call as a test tells it. */
export interface Told {
  readonly arn: string
  /** Since the start. */
  readonly atMs?: number
  /** How long its answer takes; default 0. */
  readonly tookMs?: number
  readonly draw?: number
  readonly function?: FunctionFacts
  readonly change?: Partial<Call>
}

/** What a call came to, and the state after it. */
export interface Met {
  readonly state: ModelState
  readonly meeting: Meeting
  readonly concerned: boolean
}

function surroundings({ arn, draw = 0.5, function: called }: Told): Circumstances {
  return about(arn, { chance: () => draw, ...(called && { function: called }) })
}

/** Lets one call meet a model, and be answered if it goes through. */
export function meetOnce(model: Model, state: ModelState, told: Told): Met {
  const call = callOf(told.arn, {
    atMs: ORIGIN_MS + (told.atMs ?? 0),
    ...told.change,
    resource: parseResource(told.arn),
  })
  const circumstances = surroundings(told)
  if (!model.concerns(call, circumstances)) return { state, meeting: { state }, concerned: false }
  const meeting = model.meet(state, call, circumstances)
  const isThrough = !meeting.strike && meeting.ticket !== undefined
  const answered = isThrough && model.answered?.(meeting.state, meeting.ticket, call, told.tookMs ?? 0)
  const after = answered === false || answered === undefined ? meeting.state : answered
  return { state: after, meeting, concerned: true }
}

/** Ids of the faults that calls met one after the other; `undefined` for those that went well. */
export function faultsOf(model: Model, calls: Iterable<Told>): readonly (string | undefined)[] {
  let state = model.begin(ORIGIN_MS)
  const ids: (string | undefined)[] = []
  for (const told of calls) {
    const met = meetOnce(model, state, told)
    state = met.state
    ids.push(met.meeting.strike?.definition.id)
  }
  return ids
}

/** What the model saw of each call. */
export function seenBy(model: Model, calls: Iterable<Told>): readonly unknown[] {
  let state = model.begin(ORIGIN_MS)
  return [...calls].map((told) => {
    const met = meetOnce(model, state, told)
    state = met.state
    return met.meeting.seen
  })
}
