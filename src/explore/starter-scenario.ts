import { isObject, type Json, type JsonObjectBuilder, member, setMember } from '../asl/json.js'
import { walkStates } from '../asl/walk.js'
import type { Call } from '../engine/ports.js'
import type { Machine } from '../harness/machines/machine.js'
import type { Run } from '../harness/machines/run.js'
import type { Scenario } from '../harness/scenarios/scenario.js'
import { inferAnswer } from '../tasks/infer-answer.js'
import { withInferredParts } from '../tasks/inferred-part.js'
import { returns, type TaskFunction, type TaskMock } from '../tasks/script.js'
import { inferAnswers } from './infer-answers.js'
import { inferInput } from './infer-input.js'

/** A first scenario of a machine, as data, and how the machine runs with it. */
export interface StarterScenario {
  readonly input: Json
  /** What each Task answers, by state name. */
  readonly answers: Readonly<Record<string, Json>>
  /** The run, in which nothing is inferred any more. */
  readonly run: Run
}

/** Tasks of which it is tried whether they may answer `{}`: each is a run of its own. */
const MOST_TRIED = 40

/**
 * A scenario to begin with: an inferred input, and for every Task the inferred answer, or `{}` where the machine takes the
 * same way with that. The machine has no defaults of its own.
 */
export async function starterScenario(machine: Machine): Promise<StarterScenario> {
  const input = inferInput(machine.definition)
  const answers = await inferredAnswers(machine, input)
  let run = await trial(machine, input, answers)
  for (const state of [...answers.keys()].slice(0, MOST_TRIED)) {
    const simpler = new Map(answers).set(state, {})
    const tried = await trial(machine, input, simpler)
    if (!isSame(run, tried)) continue
    answers.set(state, {})
    run = tried
  }
  return { input, answers: Object.fromEntries(answers), run }
}

function isSame(run: Run, tried: Run): boolean {
  return tried.status === run.status && tried.error === run.error && tried.path.join('\n') === run.path.join('\n')
}

function trial(machine: Machine, input: Json, answers: ReadonlyMap<string, Json>): Promise<Run> {
  const tasks = [...answers].map(([state, answer]) => [state, returns(answer)] as const)
  return machine.trial({ input, tasks: Object.fromEntries(tasks) })
}

/** The first inferred answer of every Task that is called, and `{}` for those that are not. */
async function inferredAnswers(machine: Machine, input: Json): Promise<Map<string, Json>> {
  const parts = inferAnswers(machine.definition)
  const answered = new Map<string, Json>()
  const tasks: Record<string, TaskMock> = {}
  for (const { name, state } of walkStates(machine.definition)) {
    const isTask = state['Type'] === 'Task'
    if (!isTask && !Object.hasOwn(state, 'ItemReader')) continue
    if (isTask) answered.set(name, {})
    const given = Object.hasOwn(parts, name) ? (parts[name] ?? []) : []
    let isFirst = true
    const infer: TaskFunction = (_, call) => {
      if (call.purpose === 'results') return {}
      const answer = withInferredParts(inferAnswer(call), given)
      if (isFirst) answered.set(name, plainAnswer(call, answer))
      isFirst = false
      return answer
    }
    Object.defineProperty(tasks, name, { value: infer, enumerable: true })
  }
  const scenario: Scenario = { input, tasks }
  await machine.trial(scenario)
  return answered
}

/** What a mock would say: a function's payload instead of the answer of Lambda, and no metadata of an SDK. */
function plainAnswer({ resource }: Call, answer: Json): Json {
  if (!isObject(answer)) return answer
  const isInvoke = resource.kind === 'optimized' && resource.service === 'lambda' && resource.action === 'invoke'
  if (isInvoke && resource.pattern === 'request-response') return member(answer, 'Payload') ?? {}
  const built: JsonObjectBuilder = {}
  for (const [key, value] of Object.entries(answer)) {
    if (key !== 'SdkHttpMetadata' && key !== 'SdkResponseMetadata') setMember(built, key, value)
  }
  return built
}
