import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { compileMachine } from '../../engine/compile/compile-machine.js'
import type { ExecutionType } from '../../asl/types.js'
import type { Execution } from '../../engine/execution.js'
import { parseScenario } from '../../faults/scenario-string.js'
import type { MachineSource } from '../../iac/machine-source.js'
import { resourceNames } from '../../iac/resource-names.js'
import { frozenJson } from '../../tasks/frozen-json.js'
import { insteadOfIntegration } from '../../services/instead-of-integration.js'
import { checkScenario } from '../checks/check-scenario.js'
import { checkStrikes, checkStrikesSince } from './check-strikes.js'
import { finishedRun } from './finished-run.js'
import { compileLocated } from '../checks/located-error.js'
import { type Finished, type RedriveOptions, type RedrivableRun, redrivable } from './redrivable-run.js'
import { otherDrive, redriveScenario } from './redrive-scenario.js'
import { redrivenSession } from './redriven-session.js'
import { type Run, rememberOrigin } from './run.js'
import type { RunOrigin } from '../answering/machine-origin.js'
import { type Scenario, faultsOf, mergeScenarios, modelsOf, startOf } from '../scenarios/scenario.js'
import { scenarioObjects } from '../scenarios/scenario-objects.js'
import { LiveExecution } from './live-execution.js'
import { machineAsBase } from './machine-base.js'
import { type MachineParts, type OpenExecution, frozenInput, openExecution, openingOf } from './opening.js'
import type { Session } from '../sessions/members.js'
import { resourceMistake } from '../answering/resource-mocks.js'
import type { ChildMachine, ChildExecutionStart, Rules } from '../answering/rules.js'
import { runSession } from '../sessions/session.js'
import { newWorld } from '../sessions/world.js'

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

  /** What is wrong with a key of `resources`; undefined if nothing is. */
  resourceMistake(key: string): UserError | undefined {
    return resourceMistake(this.name, this.definition, this.#parts.names, key)
  }

  /** The same machine, with a scenario under every scenario it is run with. */
  withDefaults(scenario: Scenario): Machine {
    const merged = mergeScenarios(this.defaults, scenario)
    const defaults = merged.s3 === undefined ? merged : { ...merged, s3: scenarioObjects(merged.s3) }
    checkScenario(this.name, this.definition, defaults, faultsOf(defaults), this.#parts.names)
    return new Machine({ ...this.#parts, defaults })
  }

  /**
   * Runs one execution to its end, in no real time. Throws UserError for mistakes of the test: an unknown state, a Task
   * without a mock, a fault plan that strikes nothing. How the execution went, even badly, is in the Run.
   */
  async run(scenario: Scenario = {}): Promise<RedrivableRun> {
    const merged = mergeScenarios(this.defaults, scenario)
    return this.#finished(merged, await runSession(this.session(merged)))
  }

  /**
   * As `run`, but faults that strike nothing are no mistake: for programs that try what a fault does. `from` may put a
   * session that has come some way already in the place of the fresh one.
   */
  async trial(
    scenario: Scenario = {},
    from: (fresh: Session) => Session | undefined = () => undefined,
  ): Promise<RedrivableRun> {
    const merged = mergeScenarios(this.defaults, scenario)
    const fresh = this.session(merged)
    return this.#runOf(merged, await runSession(from(fresh) ?? fresh))
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

  /**
   * Sessions of one scenario that differ in input, start and seed: what they share is checked and made once. Time windows and
   * models count from the scenario's own start.
   */
  sessions(scenario: Scenario): (own: Pick<Scenario, 'input' | 'startAt' | 'seed'>) => Session {
    const opening = openingOf(this.#parts, scenario, false)
    const { profile, limits } = scenario
    const common = { ...(profile && { profile }), ...(limits && { limits }) }
    const shared = frozenInput(scenario)
    const startAtMs = startOf(scenario)
    return (own) => {
      const input = own.input === undefined ? shared : frozenInput(own)
      const { execution, rules } = openExecution(this.#parts, { ...opening, startAtMs }, { ...common, ...own }, input)
      return { execution, world: newWorld(rules), children: [], signals: [] }
    }
  }

  /** An execution that another one starts: by the machine's own defaults, but for their input, start and seed. */
  begin({ inherited, ...start }: ChildExecutionStart): { readonly execution: Execution; readonly rules: Rules } {
    const { machines, models, profile, onUnmockedTask, live } = inherited
    const { input: _input, startAt: _startAt, seed: _seed, replay: _replay, ...own } = this.defaults
    const ownModels = modelsOf(own).filter(({ id }) => !models.some((shared) => shared.id === id))
    const laid = { machines: { ...machines, ...own.machines }, models: [...models, ...ownModels] }
    const scenario = { profile, onUnmockedTask, ...own, ...laid }
    return this.#open(scenario, live, start)
  }

  toBase(): Json {
    return machineAsBase(this)
  }

  #open(scenario: Scenario, live: boolean, start?: Omit<ChildExecutionStart, 'inherited'>): OpenExecution {
    const opening = openingOf(this.#parts, scenario, live)
    return openExecution(this.#parts, opening, scenario, start ? start.input : frozenInput(scenario), start)
  }

  async #redriven(before: Finished, changes: Scenario, options: RedriveOptions): Promise<RedrivableRun> {
    const scenario = redriveScenario(before.scenario, before.session, changes)
    const { execution, rules } = this.#open(scenario, false)
    const openExecution = redrivenSession(before, { rules, probes: execution.settings.probes, changes, options })
    const ended = await runSession(openExecution)
    const run = this.#runOf(scenario, ended)
    checkStrikesSince(openExecution, ended, changes)
    return run
  }

  #finished(scenario: Scenario, session: Session): RedrivableRun {
    const run = this.#runOf(scenario, session)
    checkStrikes(session)
    return run
  }

  #runOf(scenario: Scenario, session: Session): RedrivableRun {
    const finished = finishedRun(session)
    const run = redrivable(finished, (changes, options) =>
      this.#redriven({ run: finished, session, scenario }, changes, options),
    )
    checkBase(scenario, run)
    rememberOrigin(run, this.origin)
    return run
  }
}

/** A replay over another base scenario than its own would strike somewhere else: refused unless `rebase` is set. */
function checkBase({ replay }: Scenario, run: Run): void {
  if (!replay || replay.rebase) return
  const { base, redrives = 0 } = parseScenario(run.scenario)
  if (base === replay.base) return
  if (redrives !== (replay.redrives ?? 0)) throw otherDrive(replay.redrives ?? 0, redrives)
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
export function untypedMachine(definition: unknown, options: MachineOptions = {}): Machine {
  const copy = frozenJson(definition, 'the definition')
  return new Machine({
    name: options.name ?? 'StateMachine',
    type: options.type ?? 'STANDARD',
    program: compileMachine(copy, { ...options, insteadOfIntegration }),
    origin: { file: undefined, definition: copy, locate: undefined },
    functions: {},
    names: new Map(),
    defaults: {},
  })
}

/** A machine from what a loader found in a file. Throws UserError with `file:line:col` for a definition AWS would refuse. */
export function machineFromSource(source: MachineSource): Machine {
  const { name, logicalId, type, file, definition, locate, functions, unresolved } = source
  return new Machine({
    name,
    type,
    program: compileLocated(source),
    origin: { file, definition, locate, logicalId },
    functions,
    names: resourceNames(unresolved, functions),
    defaults: {},
  })
}
