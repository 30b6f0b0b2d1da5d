import { isArray, isObject, member, pointer } from '../json.js'
import type { Json, JsonObject } from '../json.js'
import { problem, schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { didYouMean } from '../suggest.js'
import type { WalkedMachine, WalkedState } from '../walk.js'
import { statesOf } from '../walk.js'
import { given } from './subject.js'
import type { StateSubject } from './subject.js'

/** A way from one state to another, as written. */
export interface Target {
  readonly name: string
  /** JSON Pointer of the string that names it. */
  readonly pointer: string
}

/** States that go on must say where, once. */
export function nextOrEnd({ type, state, pointer: at }: StateSubject, report: Report): void {
  if (type === 'Choice' || type === 'Succeed' || type === 'Fail') return
  const ends = member(state, 'End') === true
  if (ends && Object.hasOwn(state, 'Next')) {
    const focus = pointer(at, 'End')
    report(schemaError('Only one of these fields may be given: [Next, End]', at, { focus }))
  } else if (!ends && given(state, ['Next']).length === 0) {
    report(schemaError('One of these fields is required: [Next, End]', at))
  }
}

/** Every transition leads to a state of the same machine. */
export function transitionTargets(machine: WalkedMachine, report: Report): void {
  const states = member(machine.definition, 'States')
  if (!isObject(states)) return
  const check = (target: Target, field: 'StartAt' | 'Next'): void => {
    if (Object.hasOwn(states, target.name)) return
    const meant = didYouMean(target.name, Object.keys(states))
    const hint = meant === undefined ? undefined : `did you mean '${meant}'?`
    const message = `Missing '${field}' target: ${target.name}`
    report(problem('MISSING_TRANSITION_TARGET', 'error', message, target.pointer, { hint }))
  }
  const startAt = member(machine.definition, 'StartAt')
  if (typeof startAt === 'string') check({ name: startAt, pointer: pointer(machine.pointer, 'StartAt') }, 'StartAt')
  for (const state of statesOf(machine)) {
    for (const target of targetsOf(state)) check(target, 'Next')
  }
}

/** Where a state may lead, in the order Next, Choices, Default, Catch. Malformed parts are left out. */
export function targetsOf({ state, pointer: at }: WalkedState): Target[] {
  return [
    ...target(state, 'Next', at),
    ...targetsIn(state, 'Choices', at),
    ...target(state, 'Default', at),
    ...targetsIn(state, 'Catch', at),
  ]
}

function targetsIn(state: JsonObject, field: string, at: string): Target[] {
  const list: Json | undefined = member(state, field)
  if (list === undefined || !isArray(list)) return []
  return list.flatMap((item, index) => (isObject(item) ? target(item, 'Next', pointer(at, field, index)) : []))
}

function target(object: JsonObject, field: string, at: string): Target[] {
  const name = member(object, field)
  return typeof name === 'string' ? [{ name, pointer: pointer(at, field) }] : []
}
