import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { compile } from '../engine/compile/machine.js'
import type { ExecutionType } from '../asl/types.js'
import { start as startExecution } from '../engine/advance.js'
import type { Execution } from '../engine/execution.js'
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
import { mapMembers, mocksAsJson } from './base-scenario.js'
import { LiveExecution } from './live-execution.js'
import type { Session } from './members.js'
import type { ChildMachine, ChildStart, Rules } from './rules.js'
import { runSession } from './session.js'
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
export class Machine implements ChildMachine {
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
    const merged = mergeScenarios(this.defaults, scenario)
    return this.#finished(merged, await runSession(this.session(merged)))
  }

  /** As `run`, but faults that strike nothing are no mistake: for programs that try what a fault does. */
  async trial(scenario: Scenario = {}): Promise<Run> {
    const merged = mergeScenarios(this.defaults, scenario)
    return this.#runOf(merged, await runSession(this.session(merged)))
  }

  /**
   * Starts one execution that stands still until the test says how to go on: for callbacks, heartbeats and stops. A
   * callback (`.waitForTaskToken`) or an activity without a mock waits for its token; everything else goes as in `run`.
   */
  start(scenario: Scenario = {}): LiveExecution {
    const merged = mergeScenarios(this.defaults, scenario)
    const { execution, rules } = this.#open(merged, true)
    const session = { execution, world: newWorld(rules), children: [], signals: [] }
    return new LiveExecution(session, this, (ended) => this.#finished(merged, ended))
  }

  /** The session of a scenario at its first instant, for programs that fork and step it. */
  session(scenario: Scenario = this.defaults): Session {
    const { execution, rules } = this.#open(scenario, false)
    return { execution, world: newWorld(rules), children: [], signals: [] }
  }

  /** An execution that another one starts: by the machine's own defaults, but for their input, start and seed. */
  begin({ inherited, ...start }: ChildStart): { readonly execution: Execution; readonly rules: Rules } {
    const { machines, profile, onUnmockedTask, live } = inherited
    const { input: _input, startAt: _startAt, seed: _seed, replay: _replay, ...own } = this.defaults
    const scenario = { profile, onUnmockedTask, ...own, machines: { ...machines, ...own.machines } }
    return this.#open(scenario, live, start)
  }

  toBase(): Json {
    const { tasks = {}, machines = {}, s3 = {}, limits = {}, profile = null, onUnmockedTask = null } = this.defaults
    const { name, type, definition } = this
    const faults = faultsOf(this.defaults).map(String)
    const rules: Json = { tasks: mocksAsJson(tasks), s3, faults, limits: { ...limits }, profile, onUnmockedTask }
    return { name, type, definition, ...rules, machines: mapMembers(machines, (machine) => machine.toBase()) }
  }

  #open(
    scenario: Scenario,
    live: boolean,
    start?: Omit<ChildStart, 'inherited'>,
  ): { readonly execution: Execution; readonly rules: Rules } {
    const { program, functions, name, type } = this.#parts
    const plan = faultsOf(scenario)
    checkScenario(name, this.definition, scenario, plan)
    const execution = startExecution(
      program,
      start?.input ?? frozenJson(scenario.input === undefined ? {} : scenario.input, 'the input'),
      {
        type,
        machineName: name,
        seed: seedOf(scenario),
        startAtMs: startOf(scenario),
        profile: scenario.profile ?? 'recorded',
        limits: scenario.limits ?? {},
        ...(start && { name: start.name, machineArn: start.machineArn, startAtMs: start.startAtMs, seed: start.seed }),
      },
    )
    const rules = {
      machineName: name,
      executionArn: execution.settings.executionArn,
      s3: scenario.s3 ?? {},
      tasks: scenario.tasks ?? {},
      plan,
      strikes: scenario.replay?.strikes ?? [],
      functions,
      onUnmockedTask: scenario.onUnmockedTask ?? 'error',
      machines: scenario.machines ?? {},
      live,
    }
    return { execution, rules }
  }

  #finished(scenario: Scenario, session: Session): Run {
    const run = this.#runOf(scenario, session)
    checkStruck(session)
    return run
  }

  #runOf(scenario: Scenario, session: Session): Run {
    const run = finishedRun(session)
    checkBase(scenario, run)
    rememberOrigin(run, this.origin)
    return run
  }
}

/** A replay over another base scenario than its own would strike somewhere else: refused unless `rebase` is set. */
function checkBase({ replay }: Scenario, run: Run): void {
  if (!replay || replay.rebase) return
  const { base } = parseScenario(run.scenario)
  if (base === replay.base) return
  throw new UserError(
    'usage',
    `the scenario was made on base ${replay.base}, and this machine's input, mocks and profile make base ${base}: restore them, or rebase it (--rebase; in a test replay(..., { rebase: true }))`,
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
