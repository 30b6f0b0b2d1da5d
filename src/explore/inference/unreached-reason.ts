import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { type GraphMachine, type GraphState, machinesIn, type Way } from './state-graph.js'

/** Longest condition that is quoted whole. */
const MOST_QUOTED = 120

/**
 * What stands in the way of states that no run has reached, by JSON pointer, one line each: the Choice that could not be
 * made to lead there, the catcher that no error came to, or the state before it that was not reached either.
 */
export function reasonsOf(
  graph: GraphMachine,
  reached: ReadonlySet<string>,
  failures: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>()
  for (const machine of machinesIn(graph)) {
    for (const state of machine.states.values()) {
      if (!reached.has(state.pointer)) reasons.set(state.pointer, reasonFor(machine, state, reached, failures))
    }
  }
  return reasons
}

function reasonFor(
  machine: GraphMachine,
  state: GraphState,
  reached: ReadonlySet<string>,
  failures: ReadonlyMap<string, string>,
): string {
  const before = [...machine.states.values()].flatMap((from) =>
    [...from.ways, ...from.catches].filter(({ to }) => to === state.name).map((way) => ({ from, way })),
  )
  const open = before.find(({ from }) => reached.has(from.pointer))
  if (open) return reasonOfWay(open.from, open.way, failures)
  const [first] = before
  if (first) return `"${first.from.name}", which leads here, is not reached`
  return machine.first === state ? 'what it stands in is not run' : 'no state leads here'
}

function reasonOfWay(from: GraphState, way: Way, failures: ReadonlyMap<string, string>): string {
  const name = `"${from.name}"`
  if (way.kind === 'catch') return `${name} was given no error that its catcher ${way.index + 1} takes`
  if (way.kind === 'default') return `no values were found for which no rule of the Choice ${name} holds`
  if (way.kind === 'rule')
    return `no values were found for rule ${way.index + 1} of the Choice ${name}: ${ruleText(from, way.index)}`
  return `${name} fails: ${failures.get(from.name) ?? 'its work cannot be done with any value that was tried'}`
}

function ruleText({ definition }: GraphState, index: number): string {
  const rules = member(definition, 'Choices')
  const rule = isArray(rules) ? rules[index] : undefined
  const text = isObject(rule) ? conditionText(rule) : ''
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}...` : text
}

function conditionText(rule: JsonObject): string {
  const condition = member(rule, 'Condition')
  if (condition !== undefined) return printed(condition)
  const not = member(rule, 'Not')
  if (isObject(not)) return `not (${conditionText(not)})`
  for (const [field, word] of [
    ['And', ' and '],
    ['Or', ' or '],
  ] as const) {
    const rules = member(rule, field)
    if (isArray(rules)) return rules.filter(isObject).map(conditionText).join(word)
  }
  const test = Object.entries(rule).find(([key]) => !['Variable', 'Next', 'Comment', 'Assign'].includes(key))
  return `${pathText(member(rule, 'Variable'))} ${test?.[0] ?? ''} ${printed(test?.[1])}`
}

function printed(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value)
}

function pathText(path: Json | undefined): string {
  return typeof path === 'string' ? path : ''
}
