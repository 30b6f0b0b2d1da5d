import { fileURLToPath } from 'node:url'
import { type Json, type Machine, type Run, loadMachine, loadScenario } from 'aslx'

/** A machine of this folder by its source, `06-memory-pressure/serverless.yml`, with the day of the scenario beside it. */
export async function givenMachine(source: string): Promise<Machine> {
  const path = fileURLToPath(new URL(source, import.meta.url))
  const machine = await loadMachine(path)
  return machine.withDefaults(loadScenario(path.replace(/\.\w+$/, '.aslx.yaml')))
}

/** What the world was changed by: the states, in order, with the items around each. */
export function effectsOf(run: Run): readonly string[] {
  return run.effects.map(({ state, items }) => `${state}${items.map(({ index }) => `[${index}]`).join('')}`)
}

/** What a state sent to its service, call by call. */
export function sentBy(run: Run, state: string): readonly Json[] {
  return run.calls.filter((call) => call.state === state).map((call) => call.parameters)
}
