import type { Json } from '../asl/json.js'
import { walkStates } from '../asl/walk.js'
import type { Machine } from '../harness/machines/machine.js'
import type { Run } from '../harness/machines/run.js'
import { returns, type TaskMock } from '../tasks/script.js'
import { branchSet } from './inference/branch-set.js'

/** A first scenario of a machine, as data, and how the machine runs with it. */
export interface StarterScenario {
  readonly input: Json
  /** What each Task answers, by state name, call by call: the last answers all calls that follow. */
  readonly answers: Readonly<Record<string, readonly Json[]>>
  /** The run, in which nothing is inferred any more. */
  readonly run: Run
}

/** A scenario to begin with: that of the happiest run of the machine's branch set. The machine has no defaults of its own. */
export async function starterScenario(machine: Machine): Promise<StarterScenario> {
  const [first] = branchSet(machine).runs
  const { input = {} } = first?.scenario ?? {}
  const answers: Record<string, readonly Json[]> = {}
  for (const { name, state } of walkStates(machine.definition)) {
    const value = first?.answers.get(name) ?? (state['Type'] === 'Task' ? [{}] : undefined)
    if (value) Object.defineProperty(answers, name, { value, enumerable: true })
  }
  return { input, answers, run: await machine.trial({ input, tasks: starterMocks(answers) }) }
}

/** The answers of a starter scenario as mocks. */
export function starterMocks(answers: StarterScenario['answers']): Readonly<Record<string, TaskMock>> {
  return Object.fromEntries(
    Object.entries(answers).map(([state, script]) => {
      const replies = script.map((answer) => returns(answer))
      const [only] = replies
      return [state, replies.length === 1 && only ? only : replies] as const
    }),
  )
}
