import type { Json, Machine } from 'aslx'
import { walkStates } from '../src/asl/walk.js'

/** What says what happens when something goes wrong, how long a state may take, and how many of its items at once. */
const HANDLING = new Set(['Comment', 'Retry', 'Catch', 'TimeoutSeconds', 'HeartbeatSeconds', 'MaxConcurrency'])
/** States within a state are states of their own here. */
const INNER = new Set(['ItemProcessor', 'Iterator', 'Branches'])

/** What the states of a machine do, by name, without how they handle errors; only those that `like` has, if it is given. */
export function workOf(machine: Machine, like: Machine = machine): Readonly<Record<string, Json>> {
  const names = new Set([...walkStates(like.definition)].map(({ name }) => name))
  const states = [...walkStates(machine.definition)].filter(({ name }) => names.has(name))
  return Object.fromEntries(
    states.map(({ name, state }) => [
      name,
      Object.fromEntries(Object.entries(state).filter(([key]) => !HANDLING.has(key) && !INNER.has(key))),
    ]),
  )
}
