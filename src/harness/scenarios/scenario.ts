import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { parseTimestamp } from '../../data/timestamps.js'
import type { Profile } from '../../asl/profile.js'
import type { ExecutionLimits } from '../../engine/execution.js'
import { DEFAULT_START_MS } from '../../engine/settings.js'
import { type Fault, parseFault } from '../../faults/fault.js'
import { type ScenarioString, parseScenario } from '../../faults/scenario-string.js'
import type { Model } from '../../faults/models/model.js'
import type { TaskMock } from '../../tasks/script.js'
import type { ScenarioObjects } from './scenario-objects.js'
import type { ChildMachine } from '../answering/rules.js'

/**
 * How the world is during one run, as a value. `tasks` says how it normally is; `faults` strike on top. Everything may
 * be left out: a run's scenario is laid over the machine's defaults, task by task.
 */
export interface Scenario {
  /** The execution's input; default `{}`. */
  readonly input?: Json
  /** What answers each Task, by state name. */
  readonly tasks?: Readonly<Record<string, TaskMock>>
  /**
   * What answers the Tasks that call a resource, whatever their states are named: by its logical id in the template (or
   * Terraform address), its token there, its function name, or its ARN with `*` for anything. A state's own mock comes first.
   */
  readonly resources?: Readonly<Record<string, TaskMock>>
  /** Faults as values (`fault('lambda-oom').at('Resize')`) or as text (`'oom@Resize.1..2'`); the first that fits strikes. */
  readonly faults?: readonly (Fault | string)[]
  /**
   * Causes of trouble with a memory, such as `lambdaPool({ ... })` or `outage({ ... })`: part of the base scenario, and shared with
   * the machines that Tasks start. A call meets them in this order, after the faults; the first that strikes decides.
   */
  readonly models?: readonly Model[]
  /** Lets `error(Name)` raise what the struck resource never fails with; by default that is a mistake of the test. */
  readonly force?: boolean
  /** Where every random draw, UUID and token comes from; a whole number, default 0. */
  readonly seed?: number
  /** Virtual time of the start: ISO 8601 text or ms since the epoch; default 2030-01-01T00:00:00.000Z. */
  readonly startAt?: string | number
  readonly profile?: Profile
  readonly limits?: Partial<ExecutionLimits>
  /** Objects that an ItemReader finds in S3: text or bytes by bucket and key, or the path of a folder of buckets. */
  readonly s3?: ScenarioObjects
  /**
   * Machines that really run when a Task starts them (`states:startExecution`, `.sync`, `.sync:2`, `.waitForTaskToken`,
   * `aws-sdk:sfn:startExecution` and `startSyncExecution`), on the same virtual clock: by logical id, name or ARN. How
   * each goes is said by its own `withDefaults`, faults included; what it starts in turn is looked up here as well. A mock
   * of the Task, or a fault at it, comes first.
   */
  readonly machines?: Readonly<Record<string, ChildMachine>>
  /** A Task without a mock is an error (default), or gets an inferred answer that every output marks as such. */
  readonly onUnmockedTask?: 'error' | 'infer'
  /** Strikes and seed of an earlier run; made by `replay`. */
  readonly replay?: Replay
}

/** What a scenario string says, and whether it may be laid over another base scenario than its own. */
export interface Replay extends ScenarioString {
  readonly rebase: boolean
}

/**
 * A scenario that repeats an earlier run: the same strikes at the same sites, the same seed. The base scenario (input,
 * mocks, profile) is the machine's own; one that differs from the recorded base is refused unless `rebase` is set.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const tasks = { Charge: returns({}), Ship: returns({}) }
 * const run = await order.run({ tasks, faults: [fault('oom').at('Ship')] })
 * const again = await order.run({ tasks, ...replay(run.scenario) })
 * again.error // => 'Runtime.ExitError'
 */
export function replay(scenario: string, options: { readonly rebase?: boolean } = {}): Scenario {
  return { replay: { ...parseScenario(scenario), rebase: options.rebase ?? false } }
}

/** Lays a scenario over defaults: single tasks and machines are replaced, everything else as a whole. */
export function mergeScenarios(defaults: Scenario, scenario: Scenario): Scenario {
  const tasks = { ...defaults.tasks, ...scenario.tasks }
  const resources = { ...defaults.resources, ...scenario.resources }
  const merged = { ...defaults, ...scenario, tasks, ...(Object.keys(resources).length > 0 && { resources }) }
  if (!defaults.machines || !scenario.machines) return merged
  return { ...merged, machines: { ...defaults.machines, ...scenario.machines } }
}

/** The faults of a scenario as values. UserError for a text that is no fault. */
export function faultsOf(scenario: Scenario): readonly Fault[] {
  return (scenario.faults ?? []).map((fault) => (typeof fault === 'string' ? parseFault(fault) : fault))
}

/** The scenario's models. UserError for what is no model, and for two of one id. */
export function modelsOf({ models = [] }: Scenario): readonly Model[] {
  const ids = new Set<string>()
  for (const [i, model] of models.entries()) {
    // In a test without types anything may stand there.
    if (typeof (model as Partial<Model> | null)?.meet !== 'function') {
      throw new UserError('usage', `models[${i}] is no model: make one, e.g. with outage({ on: 'svc:s3' })`)
    }
    if (ids.has(model.id)) {
      throw new UserError('usage', `models[${i}] is the second "${model.id}": give one of them a name`)
    }
    ids.add(model.id)
  }
  return models
}

/** The scenario's seed. UserError if it is not a whole number from 0. */
export function seedOf(scenario: Scenario): number {
  const seed = scenario.replay?.seed ?? scenario.seed ?? 0
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new UserError('usage', `the seed must be a whole number from 0, and it is ${String(seed)}`)
}

/** The year 9999, in ms since the epoch: an execution that starts before it ends with four digits in its years. */
const LATEST_START_MS = 253_370_764_800_000
/** The year 0. */
const EARLIEST_START_MS = -62_167_219_200_000

/** The virtual start in ms since the epoch. UserError for text that is no timestamp, and for years that have no four digits. */
export function startOf(scenario: Scenario): number {
  const { startAt } = scenario
  if (startAt === undefined) return DEFAULT_START_MS
  const startMs = typeof startAt === 'number' ? startAt : parseTimestamp(startAt)
  const isYear = startMs !== undefined && startMs >= EARLIEST_START_MS && startMs < LATEST_START_MS
  if (isYear && Number.isSafeInteger(startMs)) return startMs
  throw new UserError('usage', `startAt must be a time such as 2030-01-01T00:00:00Z, and it is ${String(startAt)}`)
}
