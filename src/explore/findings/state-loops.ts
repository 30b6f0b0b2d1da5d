import { isArray, isObject, type JsonObject, member } from '../../asl/json.js'
import type { StateFacts } from './machine-facts.js'

/** Names of the states that a state leads to when nothing goes wrong. */
export function successors({ definition, type }: Pick<StateFacts, 'definition' | 'type'>): readonly string[] {
  const named = [member(definition, 'Next')]
  if (type === 'Choice')
    named.push(member(definition, 'Default'), ...ruleObjectsOf(definition).map((rule) => member(rule, 'Next')))
  return named.filter((name) => typeof name === 'string')
}

/** The rules of a Choice that are objects. */
export function ruleObjectsOf(definition: JsonObject): readonly JsonObject[] {
  const rules = member(definition, 'Choices')
  return rules !== undefined && isArray(rules) ? rules.filter(isObject) : []
}

/**
 * The loops among states of one scope, as sets of states from each of which every other one is reached: the strongly connected
 * components with an edge inside (Tarjan 1972, without recursion). In the order of the definition.
 */
export function loopsAmong(states: readonly StateFacts[]): readonly (readonly StateFacts[])[] {
  const byName = new Map(states.map((state) => [state.state, state]))
  const found: StateFacts[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  for (const root of states) {
    if (index.has(root.state)) continue
    const work = [{ name: root.state, next: successors(root), at: 0 }]
    enter(root.state)
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const target = frame.next[frame.at++]
      if (target === undefined) {
        work.pop()
        leave(frame.name, work.at(-1)?.name)
      } else if (!index.has(target)) {
        const state = byName.get(target)
        if (!state) continue
        enter(target)
        work.push({ name: target, next: successors(state), at: 0 })
      } else if (isOpen.has(target)) {
        low.set(frame.name, Math.min(low.get(frame.name) ?? 0, index.get(target) ?? 0))
      }
    }
  }
  return found.reverse()

  function enter(name: string): void {
    low.set(name, index.size)
    index.set(name, index.size)
    open.push(name)
    isOpen.add(name)
  }

  function leave(name: string, parent: string | undefined): void {
    const lowest = low.get(name) ?? 0
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, lowest))
    if (lowest !== index.get(name)) return
    const names = open.splice(open.indexOf(name))
    for (const one of names) isOpen.delete(one)
    const members = states.filter(({ state }) => names.includes(state))
    if (members.length > 1 || members.some((one) => successors(one).includes(one.state))) found.push(members)
  }
}
