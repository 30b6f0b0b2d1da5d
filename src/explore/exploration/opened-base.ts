import { isObject, type Json, member } from '../../asl/json.js'
import { walkStates } from '../../asl/walk.js'
import { faultTargets } from '../../faults/fault-target.js'
import { baseName } from '../../harness/machines/base-scenario.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Session } from '../../harness/sessions/members.js'
import type { Rules } from '../../harness/answering/rules.js'
import { type Scenario, mergeScenarios } from '../../harness/scenarios/scenario.js'
import type { KeyOptions } from './merge-key.js'

/** A base scenario, opened so that any of its calls can be struck. */
export interface OpenedBase {
  /** 8 hex digits. */
  readonly name: string
  readonly seed: number
  readonly session: Session
  /** Those of the scenario itself, with every state known to the faults. */
  readonly rules: Rules
  readonly keys: KeyOptions
  /** Pointers of the states that the scenario itself asks before their work. */
  readonly ownProbes: ReadonlySet<string>
}

export function openBase(machine: Machine, scenario: Scenario): OpenedBase {
  const merged = mergeScenarios(machine.defaults, scenario)
  const session = machine.session(merged)
  const { execution, world } = session
  const targets = new Map(faultTargets(machine.definition, machine.type).map((target) => [target.pointer, target]))
  const rules = { ...world.rules, targets }
  const { settings } = execution
  return {
    name: baseName(settings, world.rules, []),
    seed: settings.seed,
    session: { ...session, world: { ...world, rules } },
    rules,
    ownProbes: settings.probes,
    keys: keyOptionsOf(machine.definition, rules),
  }
}

/** What decides how executions under these rules go on. */
export function keyOptionsOf(definition: Json, rules: Rules): KeyOptions {
  return { readsClock: readsClock(definition) || hasWindows(rules), countsCalls: countsCalls(rules) }
}

/** Faults of the base that strike from one time to another, or the n-th call. */
function hasWindows({ plan }: Rules): boolean {
  return plan.length > 0
}

const CLOCK = /EnteredTime|\$now\b|\$millis\b/

/** Whether anything in the definition depends on the time at which it is evaluated. */
function readsClock(definition: Json): boolean {
  if (CLOCK.test(JSON.stringify(definition))) return true
  return [...walkStates(definition)].some(({ state }) =>
    ['Timestamp', 'TimestampPath'].some((field) => isObject(state) && member(state, field) !== undefined),
  )
}

/** Whether a mock answers otherwise the second time. */
function countsCalls({ tasks, resources }: Rules): boolean {
  return [...Object.values(tasks), ...Object.values(resources)].some((mock) => {
    if (typeof mock === 'function') return true
    if (!Array.isArray(mock)) return 'kind' in mock && mock.kind === 'numbered'
    return mock.length > 1 || mock.some((reply) => typeof reply === 'function' || reply.times !== undefined)
  })
}
