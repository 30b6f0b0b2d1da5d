import { type Json, setMember } from '../../src/asl/json.js'
import type { ExecutionType } from '../../src/asl/types.js'
import type { Profile } from '../../src/asl/profile.js'
import { walkStates } from '../../src/asl/walk.js'
import type { Execution } from '../../src/engine.js'
import { finishedRun } from '../../src/harness/machines/finished-run.js'
import type { Machine } from '../../src/harness/machines/machine.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import { runSessionSync } from '../../src/harness/sessions/session.js'
import type { TaskMock } from '../../src/tasks/script.js'
import { LAWS } from '../properties/laws.js'
import { BrokenLaw } from './target.js'

/** A machine and how it is run. */
export interface Played {
  readonly definition: Json
  readonly type?: ExecutionType
  readonly input: Json
  readonly seed: number
  readonly profile?: Profile
  /** What every Task answers, each beginning at another place of the list. */
  readonly replies?: Json
  readonly tasks?: Json
}

/** Work is bounded by events and bytes, however long a machine would go on: Maps in loops multiply them. */
const LIMITS = { historyEvents: 100, payloadBytes: 2_048 }

/** Runs a machine to its end, holds it to the laws, and gives all that can be seen of it. */
export function play({
  definition,
  type = 'STANDARD',
  input,
  seed,
  profile = 'recorded',
  replies,
  tasks,
}: Played): string {
  const made = machine(definition, { type })
  const mocks = (tasks ?? mocksFor(made, replies)) as unknown as Readonly<Record<string, TaskMock>>
  const scenario = {
    input,
    seed,
    profile,
    tasks: mocks,
    onUnmockedTask: 'infer',
    limits: LIMITS,
  } as const
  const session = runSessionSync(made.session(scenario))
  const { execution } = session
  if (execution.status === 'RUNNING') throw new BrokenLaw('every execution ends: this one stands still')
  holdToLaws(execution, made.definition)
  return JSON.stringify(finishedRun(session))
}

function holdToLaws(execution: Execution, definition: Json): void {
  for (const [sentence, law] of Object.entries(LAWS)) {
    const broken = law(execution, definition)
    if (broken !== undefined) throw new BrokenLaw(`${sentence}: ${broken}`)
  }
}

function mocksFor({ definition }: Machine, replies: Json | undefined): Json {
  const mocks: Record<string, Json> = {}
  if (!Array.isArray(replies) || replies.length === 0) return mocks
  let first = 0
  for (const { name, state } of walkStates(definition)) {
    if (state['Type'] !== 'Task') continue
    setMember(mocks, name, [...replies.slice(first % replies.length), ...replies])
    first += 1
  }
  return mocks
}
