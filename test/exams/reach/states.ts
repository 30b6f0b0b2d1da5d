import type { Run } from '../../../src/harness/machines/run.js'

/** Names of all states of a definition, by a walk of its own: the product's idea of them is what is examined. */
export function statesOfDefinition(definition: unknown): ReadonlySet<string> {
  const names = new Set<string>()
  const todo: unknown[] = [definition]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next !== 'object' || next === null || !('States' in next)) continue
    const { States } = next
    if (typeof States !== 'object' || States === null) continue
    for (const [name, state] of Object.entries(States) as [string, Record<string, unknown>][]) {
      names.add(name)
      if (Array.isArray(state['Branches'])) todo.push(...(state['Branches'] as unknown[]))
      todo.push(state['ItemProcessor'] ?? null, state['Iterator'] ?? null)
    }
  }
  return names
}

/** Names of the states that a run entered, its children included. */
export function statesOfRun(run: Run): ReadonlySet<string> {
  const histories = [
    run.history,
    ...(run.mapRuns ?? []).flatMap(({ children }) => children.map((child) => child.history)),
  ]
  const names = new Set<string>()
  for (const { details } of histories.flat())
    if (details && 'input' in details && 'name' in details) names.add(details.name)
  return names
}

/** Whether any state is written in JSONata. */
export function isJsonata(definition: unknown): boolean {
  const text = JSON.stringify(definition) ?? ''
  return text.includes('"QueryLanguage":"JSONata"')
}
