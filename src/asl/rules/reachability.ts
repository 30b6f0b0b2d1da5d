import { member } from '../json.js'
import { problem } from '../problem.js'
import type { Report } from '../problem.js'
import { statesOf } from '../walk.js'
import type { WalkedMachine, WalkedState } from '../walk.js'
import { targetsOf } from './transitions.js'

/** Every machine has a state it can end in, and a way to each of its states. AWS leaves out the second if the first fails. */
export function reachability(machine: WalkedMachine, report: Report): void {
  const states = statesOf(machine)
  if (states.length === 0) return
  if (!states.some(isTerminal)) {
    report(problem('MISSING_END_STATE', 'error', 'Workflow has no terminal state', machine.pointer))
    return
  }
  const byName = new Map(states.map((state) => [state.name, state]))
  const startAt = member(machine.definition, 'StartAt')
  const start = typeof startAt === 'string' ? byName.get(startAt) : undefined
  if (!start) return
  const reached = new Set([start])
  for (const state of reached) {
    for (const { name } of targetsOf(state)) {
      const target = byName.get(name)
      if (target) reached.add(target)
    }
  }
  for (const state of states) {
    if (reached.has(state)) continue
    const message = `State "${state.name}" is not reachable.`
    report(problem('MISSING_TRANSITION_TARGET', 'error', message, state.pointer))
  }
}

function isTerminal({ state }: WalkedState): boolean {
  const type = member(state, 'Type')
  return type === 'Succeed' || type === 'Fail' || member(state, 'End') === true
}
