import type { FunctionFacts } from '../../asl/function-facts.js'
import type { Json } from '../../asl/json.js'
import type { ExecutionType } from '../../asl/types.js'
import { start as startExecution } from '../../engine/advance.js'
import type { Execution } from '../../engine/execution.js'
import type { Program } from '../../engine/program.js'
import type { ResourceNames } from '../../iac/resource-names.js'
import { frozenJson } from '../../tasks/frozen-json.js'
import { checkScenario } from '../checks/check-scenario.js'
import { scenarioObjects } from '../scenarios/scenario-objects.js'
import type { ChildExecutionStart, Rules } from '../answering/rules.js'
import type { RunOrigin } from '../answering/machine-origin.js'
import { type Scenario, faultsOf, modelsOf, seedOf, startOf } from '../scenarios/scenario.js'
import { probedStates, targetsFor } from '../answering/strikes.js'

/** What a machine is made of, besides the scenario. */
export interface MachineParts {
  readonly name: string
  readonly type: ExecutionType
  readonly program: Program
  readonly origin: RunOrigin
  readonly functions: Readonly<Record<string, FunctionFacts>>
  readonly names: ResourceNames
  readonly defaults: Scenario
}

/** What is the same for all executions of a scenario. */
export interface Opening {
  readonly rules: Omit<Rules, keyof OwnRules>
  readonly probes: ReadonlySet<string>
  /** What time windows and models count from, if not from the execution's own start. Virtual ms since the epoch. */
  readonly startAtMs?: number
}

type OwnRules = Pick<Rules, 'executionArn' | 'startAtMs' | 'seed'>

/** Written out: a simulation opens many executions, and a spread of so many members takes several times as long. */
function rulesOf(shared: Opening['rules'], { executionArn, startAtMs, seed }: OwnRules): Rules {
  return {
    machineName: shared.machineName,
    executionArn,
    s3: shared.s3,
    tasks: shared.tasks,
    resources: shared.resources,
    names: shared.names,
    plan: shared.plan,
    strikes: shared.strikes,
    models: shared.models,
    targets: shared.targets,
    startAtMs,
    seed,
    functions: shared.functions,
    onUnmockedTask: shared.onUnmockedTask,
    machines: shared.machines,
    live: shared.live,
  }
}

/** An execution at its first instant, and how its calls are answered. */
export interface OpenExecution {
  readonly execution: Execution
  readonly rules: Rules
}

/** What executions of a scenario have in common, whatever their input, start and seed. UserError for a mistake in it. */
export function openingOf(parts: MachineParts, scenario: Scenario, live: boolean): Opening {
  const { functions, names, name, type, origin } = parts
  const plan = faultsOf(scenario)
  checkScenario(name, origin.definition, scenario, plan, names)
  const strikes = scenario.replay?.strikes ?? []
  const models = modelsOf(scenario)
  const targets = targetsFor(plan, strikes, origin.definition, type, models)
  const rules = {
    machineName: name,
    s3: scenarioObjects(scenario.s3),
    tasks: scenario.tasks ?? {},
    resources: scenario.resources ?? {},
    names,
    plan,
    strikes,
    models,
    targets,
    functions,
    onUnmockedTask: scenario.onUnmockedTask ?? 'error',
    machines: scenario.machines ?? {},
    live,
  }
  return { rules, probes: probedStates(plan, strikes, targets) }
}

/** One execution of an opening; `start` is said by the execution that starts it. */
export function openExecution(
  { program, name, type }: MachineParts,
  { rules, probes, startAtMs: originMs }: Opening,
  scenario: Scenario,
  input: Json,
  start?: Omit<ChildExecutionStart, 'inherited' | 'input'>,
): OpenExecution {
  const execution = startExecution(program, input, {
    type,
    machineName: name,
    seed: seedOf(scenario),
    startAtMs: startOf(scenario),
    profile: scenario.profile ?? 'recorded',
    ...(scenario.limits && { limits: scenario.limits }),
    probes,
    ...start,
  })
  const { executionArn, startAtMs, seed } = execution.settings
  return { execution, rules: rulesOf(rules, { executionArn, startAtMs: originMs ?? startAtMs, seed }) }
}

export function frozenInput({ input = {} }: Scenario): Json {
  return frozenJson(input, 'the input')
}
