import { errorHandlersOf, type ErrorHandlers } from '../../asl/error-handlers.js'
import { isArray, isObject, type Json, member } from '../../asl/json.js'
import { type WalkedState, walkStates } from '../../asl/walk.js'
import { faultTargets } from '../../faults/fault-target.js'
import type { Machine } from '../../harness/machines/machine.js'
import { functionOf } from '../../harness/answering/strikes.js'
import type { Rules } from '../../harness/answering/rules.js'
import { errorClasses } from './error-classes.js'
import type { ErrorClass } from './possible-error.js'
import { possibleErrors } from './possible-errors.js'

/** What can go wrong in a machine, folded into classes: by the state's pointer, in the order of the definition. */
export function machineErrors(
  { definition, type }: Pick<Machine, 'definition' | 'type'>,
  functions: Rules['functions'],
): ReadonlyMap<string, readonly ErrorClass[]> {
  const walked = new Map([...walkStates(definition)].map((state) => [state.pointer, state]))
  const comparedNames = textsCompared(definition)
  const classes = new Map<string, readonly ErrorClass[]>()
  for (const target of faultTargets(definition, type)) {
    const state = walked.get(target.pointer)
    if (!state) continue
    const handlers: [ErrorHandlers, ...ErrorHandlers[]] = [errorHandlersOf(state.state), ...handlersAround(state)]
    const called = functionOf(functions, target.resource, target.definition)
    const hasHeartbeat = ['HeartbeatSeconds', 'HeartbeatSecondsPath'].some((field) => Object.hasOwn(state.state, field))
    const errors = possibleErrors({ target, handlers: handlers[0], called })
    classes.set(target.pointer, errorClasses(errors, { handlers, comparedNames, hasHeartbeat }))
  }
  return classes
}

/** Retry and Catch of the Maps and Parallels around a state, innermost first. */
function handlersAround(state: WalkedState): readonly ErrorHandlers[] {
  const around: ErrorHandlers[] = []
  for (let within = state.machine.within; within; within = within.machine.within)
    around.push(errorHandlersOf(within.state))
  return around
}

const QUOTED_TEXT = /'([^']*)'|"([^"]*)"/g

/** Texts that Choice rules and JSONata expressions compare something with: the name of an error may be among them. */
function textsCompared(definition: Json): ReadonlySet<string> {
  const texts = new Set<string>()
  const todo: Json[] = [definition]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (isArray(next)) todo.push(...next)
    else if (isObject(next)) {
      for (const field of ['StringEquals', 'StringMatches']) {
        const text = member(next, field)
        if (typeof text === 'string') texts.add(text)
      }
      todo.push(...Object.values(next))
    } else if (typeof next === 'string' && next.startsWith('{%')) {
      for (const [, single, double] of next.matchAll(QUOTED_TEXT)) texts.add(single ?? double ?? '')
    }
  }
  return texts
}
