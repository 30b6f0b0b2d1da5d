import { isArray, isObject, member, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { StateSubject } from './subject.js'

/** A retrier or catcher as it stands in a state. */
export interface Handler {
  readonly field: 'Retry' | 'Catch'
  readonly index: number
  /** How many stand beside it, itself included. */
  readonly count: number
  readonly handler: JsonObject
  /** JSON Pointer from the root of the definition. */
  readonly pointer: string
}

/** The retriers and then the catchers of a state that are objects. */
export function handlersOf({ state, pointer: at }: StateSubject): Handler[] {
  return (['Retry', 'Catch'] as const).flatMap((field) => {
    const list = member(state, field)
    if (list === undefined || !isArray(list)) return []
    return list.flatMap((handler, index): Handler[] => {
      return isObject(handler)
        ? [{ field, index, count: list.length, handler, pointer: pointer(at, field, index) }]
        : []
    })
  })
}

/** The strings of `ErrorEquals`, with their places in it. */
export function errorNamesOf({ handler }: Handler): { readonly name: string; readonly index: number }[] {
  const names = member(handler, 'ErrorEquals')
  if (names === undefined || !isArray(names)) return []
  return names.flatMap((name, index) => (typeof name === 'string' ? [{ name, index }] : []))
}

/** `ErrorEquals` names at least one error; `States.ALL` stands alone, in the last retrier or catcher. */
export function errorEquals(subject: StateSubject, report: Report): void {
  for (const entry of handlersOf(subject)) {
    const names = member(entry.handler, 'ErrorEquals')
    const at = pointer(entry.pointer, 'ErrorEquals')
    if (names === undefined) {
      report(schemaError('These fields are required: [ErrorEquals]', entry.pointer))
    } else if (!isArray(names) || names.some((name) => typeof name !== 'string')) {
      report(schemaError("The field 'ErrorEquals' must be an array of strings", at))
    } else if (names.length === 0) {
      report(schemaError('Value cannot be empty', at))
    } else if (names.includes('States.ALL')) {
      wildcardAloneAndLast(entry, names.length, at, report)
    }
  }
}

function wildcardAloneAndLast(handler: Handler, names: number, at: string, report: Report): void {
  const hint =
    names > 1
      ? 'the other names are matched by it anyway'
      : handler.index < handler.count - 1
        ? 'move it to the end: what stands after it would never be used'
        : undefined
  if (hint === undefined) return
  report(schemaError('States.ALL must appear alone and at end of list', handler.pointer, { focus: at, hint }))
}
