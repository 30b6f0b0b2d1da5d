import { pathNameOf } from '../asl/fields/field.js'
import { UNLISTED_ERROR, firstTaking, errorHandlersOf } from '../asl/error-handlers.js'
import { isObject, member, pointer } from '../asl/json.js'
import { type WalkedState, walkStates } from '../asl/walk.js'

/** A thing that can become of an error at one place of a definition; error-path coverage counts these. */
export type ErrorPathKind =
  /** A retrier took an error. */
  | 'retry'
  /** After a retry the state succeeded. */
  | 'recovered'
  /** A retrier had no attempt left. */
  | 'exhausted'
  /** A catcher took an error. */
  | 'catch'
  /** The state's TimeoutSeconds, or its HeartbeatSeconds, ran out. */
  | 'timeout'
  | 'heartbeat'
  /** An error that nothing in the state takes. */
  | 'unhandled'
  /** The machine's own TimeoutSeconds ran out. */
  | 'execution-timeout'

export interface ErrorPathItem {
  /** Unique in the machine: the pointer and the kind. */
  readonly id: string
  readonly kind: ErrorPathKind
  /** JSON Pointer of the retrier, catcher, time or state, e.g. `/States/Ship/Retry/0`. */
  readonly pointer: string
  /** Absent for the machine's own timeout. */
  readonly state?: string
  /** Pointer of the state it is of; '' for the machine itself. */
  readonly statePointer: string
  /** Index of the retrier or catcher; absent for the other kinds. */
  readonly index?: number
  /** Names that a retrier or catcher lists, and are its own: earlier ones of the state do not take them. Empty for the others. */
  readonly names: readonly string[]
}

/** Every error path of a machine and of the machines inside it, in document order. */
export function errorPathItems(definition: unknown): readonly ErrorPathItem[] {
  const items = [...walkStates(definition)].flatMap(itemsOfState)
  const ownTimeout = isObject(definition) && member(definition, 'TimeoutSeconds') !== undefined
  if (!ownTimeout) return items
  const at = '/TimeoutSeconds'
  return [
    ...items,
    { id: idOf(at, 'execution-timeout'), kind: 'execution-timeout', pointer: at, statePointer: '', names: [] },
  ]
}

/** The id of an item. */
export function idOf(at: string, kind: ErrorPathKind): string {
  return `${at} ${kind}`
}

function itemsOfState({ name, pointer: at, state }: WalkedState): readonly ErrorPathItem[] {
  const type = member(state, 'Type')
  if (type !== 'Task' && type !== 'Map' && type !== 'Parallel') return []
  const { retriers, catchers } = errorHandlersOf(state)
  const item = (kind: ErrorPathKind, place: string, rest: Pick<ErrorPathItem, 'index' | 'names'>): ErrorPathItem => {
    return { id: idOf(place, kind), kind, pointer: place, state: name, statePointer: at, ...rest }
  }
  const timeKinds = [
    ['timeout', 'TimeoutSeconds'],
    ['heartbeat', 'HeartbeatSeconds'],
  ] as const
  const times = timeKinds.flatMap(([kind, field]) => {
    const has = [field, pathNameOf(field)].find((one) => member(state, one) !== undefined)
    return has === undefined || type !== 'Task' ? [] : [item(kind, pointer(at, has), { names: [] })]
  })
  const handled = firstTaking(catchers, UNLISTED_ERROR) !== undefined
  const canLeave = !handled && (type === 'Task' || retriers.length + catchers.length > 0)
  return [
    ...retriers.flatMap(({ maxAttempts }, index) => {
      const rest = { index, names: ownNames(retriers, index) }
      const kinds = maxAttempts > 0 ? (['retry', 'recovered', 'exhausted'] as const) : (['exhausted'] as const)
      return kinds.map((kind) => item(kind, pointer(at, 'Retry', index), rest))
    }),
    ...catchers.map((_, index) =>
      item('catch', pointer(at, 'Catch', index), { index, names: ownNames(catchers, index) }),
    ),
    ...times,
    ...(canLeave ? [item('unhandled', at, { names: [] })] : []),
  ]
}

/** The names that reach this handler and none before it; a wildcard counts if it takes an error that nobody lists. */
function ownNames(handlers: readonly { readonly errorEquals: readonly string[] }[], index: number): readonly string[] {
  const names = handlers[index]?.errorEquals ?? []
  return names.filter((name) => firstTaking(handlers, isWildcard(name) ? UNLISTED_ERROR : name) === index)
}

/** States.ALL and States.TaskFailed stand for other errors. */
export function isWildcard(name: string): boolean {
  return name === 'States.ALL' || name === 'States.TaskFailed'
}
