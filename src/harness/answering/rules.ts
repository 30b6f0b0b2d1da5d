import type { FunctionFacts } from '../../asl/function-facts.js'
import type { Json } from '../../asl/json.js'
import type { Profile } from '../../asl/profile.js'
import type { ExecutionType } from '../../asl/types.js'
import type { Execution } from '../../engine/execution.js'
import type { FaultTarget } from '../../faults/fault-target.js'
import type { Model } from '../../faults/models/model.js'
import type { FaultPlan } from '../../faults/plan.js'
import type { ResolvedStrike } from '../../faults/scenario-string.js'
import type { ResourceNames } from '../../iac/resource-names.js'
import type { ObjectStore } from '../../tasks/object-store.js'
import type { TaskMock } from '../../tasks/script.js'
import type { CallsBefore } from './calls-before.js'
import type { RunOrigin } from './machine-origin.js'

/** How calls are answered; the same for the whole run. */
export interface Rules {
  readonly machineName: string
  /** Of the execution itself; its distributed Maps' children have others. */
  readonly executionArn: string
  /** Objects that an ItemReader finds, by bucket and key. */
  readonly s3: ObjectStore
  readonly tasks: Readonly<Record<string, TaskMock>>
  /** By what a call goes to, for those whose state has no mock. */
  readonly resources: Readonly<Record<string, TaskMock>>
  /** What the template calls the values in the definition. */
  readonly names: ResourceNames
  readonly plan: FaultPlan
  readonly strikes: readonly ResolvedStrike[]
  /** Causes of trouble with a memory, in the order in which calls meet them; the memory is the session's. */
  readonly models: readonly Model[]
  /** The machine's states by pointer, as far as faults care; empty where there is neither a plan, a strike nor a model. */
  readonly targets: ReadonlyMap<string, FaultTarget>
  /** Virtual ms since the epoch. */
  readonly startAtMs: number
  readonly seed: number
  /** Of a redriven execution: how often the Tasks were called before whose mocks the redrive has brought. */
  readonly callsBefore?: CallsBefore
  readonly functions: Readonly<Record<string, FunctionFacts>>
  readonly onUnmockedTask: 'error' | 'infer'
  /** Machines that run when a Task starts them, by name, logical id or ARN. */
  readonly machines: Readonly<Record<string, ChildMachine>>
  /** In a live execution a callback or an activity that has no mock waits for its token. */
  readonly live: boolean
}

/** A machine that an execution may start. `Machine` is one. */
export interface ChildMachine {
  readonly name: string
  readonly type: ExecutionType
  readonly definition: Json
  readonly origin: RunOrigin
  /** A new execution, at its first instant, and how its calls are answered: as the machine's own defaults say. */
  begin(start: ChildExecutionStart): { readonly execution: Execution; readonly rules: Rules }
  /** All that decides how it runs, as data: part of the base scenario of what starts it. */
  toBase(): Json
}

/** How an execution is started by another one. */
export interface ChildExecutionStart {
  readonly input: Json
  readonly name: string
  readonly machineArn: string
  /** Virtual ms since the epoch. */
  readonly startAtMs: number
  readonly seed: number
  /** StartSyncExecution starts it. */
  readonly synchronous: boolean
  readonly inherited: Inherited
}

/** What an execution hands on to those it starts, where their own scenario says nothing. */
export interface Inherited {
  readonly machines: Readonly<Record<string, ChildMachine>>
  readonly models: readonly Model[]
  readonly profile: Profile
  readonly onUnmockedTask: 'error' | 'infer'
  readonly live: boolean
}
