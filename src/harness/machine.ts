import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { compile } from '../engine/compile/machine.js'
import type { ExecutionType } from '../engine/execution.js'
import { start } from '../engine/operations.js'
import type { Program } from '../engine/program.js'
import { parseScenario } from '../faults/scenario-string.js'
import type { FunctionFacts, MachineSource } from '../iac/machine-source.js'
import { frozenJson } from '../tasks/frozen-json.js'
import { checkScenario } from './check-scenario.js'
import { checkStruck } from './check-struck.js'
import { finishedRun } from './finished-run.js'
import { compileLocated } from './located-error.js'
import { type Run, type RunOrigin, rememberOrigin } from './run.js'
import { type Scenario, faultsOf, mergeScenarios, seedOf, startOf } from './scenario.js'
import { type Session, runSession } from './session.js'
import { newWorld } from './world.js'

/** What a machine is made of, besides the scenario. */
interface MachineParts {
  readonly name: string
  readonly type: ExecutionType
  readonly program: Program
  readonly origin: RunOrigin
  readonly functions: Readonly<Record<string, FunctionFacts>>
  readonly defaults: Scenario
}

/** A state machine that is ready to run. A value: `withDefaults` answers with a new one. */
export class Machine {
  readonly name: string
  readonly type: ExecutionType
  readonly definition: Json
  readonly defaults: Scenario
  readonly #parts: MachineParts

  constructor(parts: MachineParts) {
    this.#parts = parts
    this.name = parts.name
    this.type = parts.type
    this.definition = parts.origin.definition
    this.defaults = parts.defaults
  }

  /** Where the machine was loaded from, and where its parts stand there. */
  get origin(): RunOrigin {
    return this.#parts.origin
  }

  /** The same machine, with a scenario under every scenario it is run with. */
  withDefaults(scenario: Scenario): Machine {
    const defaults = mergeScenarios(this.defaults, scenario)
    checkScenario(this.name, this.definition, defaults, faultsOf(defaults))
    return new Machine({ ...this.#parts, defaults })
  }

  /**
   * Runs one execution to its end, in no real time. Throws UserError for mistakes of the test: an unknown state, a Task
   * without a mock, a fault plan that strikes nothing. How the execution went, even badly, is in the Run.
   */
  async run(scenario: Scenario = {}): Promise<Run> {
    const { run, session } = await this.#finish(scenario)
    checkStruck(session.world)
    return run
  }

  /** As `run`, but faults that strike nothing are no mistake: for programs that try what a fault does. */
  async trial(scenario: Scenario = {}): Promise<Run> {
    return (await this.#finish(scenario)).run
  }

  async #finish(scenario: Scenario): Promise<{ readonly run: Run; readonly session: Session }> {
    const merged = mergeScenarios(this.defaults, scenario)
    const session = await runSession(this.session(merged))
    const run = finishedRun(session)
    checkBase(merged, run)
    rememberOrigin(run, this.origin)
    return { run, session }
  }

  /** The session of a scenario at its first instant, for programs that fork and step it. */
  session(scenario: Scenario = this.defaults): Session {
    const { program, functions, name, type } = this.#parts
    const plan = faultsOf(scenario)
    checkScenario(name, this.definition, scenario, plan)
    const execution = start(program, frozenJson(scenario.input ?? {}, 'the input'), {
      type,
      machineName: name,
      seed: seedOf(scenario),
      startAtMs: startOf(scenario),
      profile: scenario.profile ?? 'recorded',
      limits: scenario.limits ?? {},
    })
    const world = newWorld({
      machineName: name,
      tasks: scenario.tasks ?? {},
      plan,
      strikes: scenario.replay?.strikes ?? [],
      functions,
      onUnmockedTask: scenario.onUnmockedTask ?? 'error',
    })
    return { execution, world }
  }
}

/** A replay over another base scenario than its own would strike somewhere else: refused unless `rebase` is set. */
function checkBase({ replay }: Scenario, run: Run): void {
  if (!replay || replay.rebase) return
  const { base } = parseScenario(run.scenario)
  if (base === replay.base) return
  throw new UserError(
    'usage',
    `the scenario was made on base ${replay.base}, and this machine's input, mocks and profile make base ${base}: restore them, or replay(..., { rebase: true })`,
  )
}

export interface MachineOptions {
  /** Default `StateMachine`. */
  readonly name?: string
  /** Default `STANDARD`. */
  readonly type?: ExecutionType
}

/** A machine from its definition as a value, e.g. an imported `.asl.json`. Throws DefinitionError if AWS would refuse it. */
export function machine(definition: unknown, options: MachineOptions = {}): Machine {
  const copy = frozenJson(definition, 'the definition')
  return new Machine({
    name: options.name ?? 'StateMachine',
    type: options.type ?? 'STANDARD',
    program: compile(copy, options),
    origin: { file: undefined, definition: copy, locate: undefined },
    functions: {},
    defaults: {},
  })
}

/** A machine from what a loader found in a file. Throws UserError with `file:line:col` for a definition AWS would refuse. */
export function machineFromSource(source: MachineSource): Machine {
  const { name, type, file, definition, locate, functions } = source
  return new Machine({
    name,
    type,
    program: compileLocated(source),
    origin: { file, definition, locate },
    functions,
    defaults: {},
  })
}
