import type { Machine } from '../harness/machines/machine.js'
import type { Scenario } from '../harness/scenarios/scenario.js'
import type { ParameterValue } from '../iac/machine-source.js'
import { branchSet } from './inference/branch-set.js'
import type { MachineFindings, MachineReach } from './machine-findings.js'

/** Values of parameters that are tried, one at a time. */
const MOST_VALUES = 12

/** A machine with another value of a parameter; undefined where the template cannot be read with it. */
export type LoadWith = (value: ParameterValue) => Machine | undefined

/** Says of states that are not reached which other value of a template's parameter leads to them: another deployment has these branches. */
export function withParameterReach(
  findings: MachineFindings,
  machine: Machine,
  values: readonly ParameterValue[],
  load: LoadWith,
  scenario: Scenario,
): MachineFindings {
  const unreached = new Set(findings.reach.list.filter((one) => one.reachedBy === undefined).map((one) => one.pointer))
  const leading = unreached.size === 0 ? NONE : valuesLeadingTo(unreached, machine, values, load, scenario)
  if (leading.size === 0) return findings
  const list = findings.reach.list.map((one) => {
    const value = leading.get(one.pointer)
    return value && unreached.has(one.pointer) ? { ...one, because: deploymentText(value) } : one
  })
  const reach: MachineReach = { ...findings.reach, list }
  return { ...findings, reach, certificate: { ...findings.certificate, states: reach } }
}

const NONE: ReadonlyMap<string, ParameterValue> = new Map()

function deploymentText({ parameter, value }: ParameterValue): string {
  return `another value of the template's parameter ${parameter} leads here: --param ${parameter}=${value}`
}

/** For each of these states that another value of one parameter makes reachable, by its JSON pointer, the first such value. */
function valuesLeadingTo(
  pointers: ReadonlySet<string>,
  machine: Machine,
  values: readonly ParameterValue[],
  load: LoadWith,
  scenario: Scenario,
): ReadonlyMap<string, ParameterValue> {
  const found = new Map<string, ParameterValue>()
  const before = JSON.stringify(machine.definition)
  for (const value of values.slice(0, MOST_VALUES)) {
    const other = [...pointers].every((pointer) => found.has(pointer)) ? undefined : load(value)
    if (!other || JSON.stringify(other.definition) === before) continue
    for (const { pointer, reachedBy } of branchSet(other, { scenario }).states) {
      if (reachedBy && pointers.has(pointer) && !found.has(pointer)) found.set(pointer, value)
    }
  }
  return found
}
