import { isArray, isObject, member, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { LIMITS } from '../limits.js'
import { isDistributed } from '../map-processor.js'
import { problem, schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { WalkedMachine } from '../walk.js'
import type { DefinitionSubject, StateSubject } from './subject.js'

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u

interface Assignment {
  readonly name: string
  readonly pointer: string
}

/**
 * Variable names are identifiers. A name that both an inner machine and one around it assign is a warning: AWS's
 * documents forbid it, yet it accepts at least the name that the container's own Catch assigns (recorded).
 */
export function variables({ states }: DefinitionSubject, report: Report): void {
  const found = states.flatMap((state) => assignmentsOf(state).map((assignment) => ({ state, ...assignment })))
  for (const assignment of found) reportName(assignment, report)

  const assigners = new Map<WalkedMachine, Map<string, Set<string>>>()
  for (const { state, name } of found) {
    const names = assigners.get(state.machine) ?? new Map<string, Set<string>>()
    assigners.set(state.machine, names.set(name, (names.get(name) ?? new Set<string>()).add(state.pointer)))
  }
  for (const { state, name, pointer: at } of found) {
    const outer = visibleAround(state).some(({ machine, container }) => {
      return [...(assigners.get(machine)?.get(name) ?? [])].some((assigner) => assigner !== container)
    })
    if (!outer) continue
    const message = `The variable '${name}' is also assigned outside this Map or Parallel`
    report(problem('ASLX_VARIABLE_IN_TWO_SCOPES', 'warning', message, at, { hint: 'use another name here' }))
  }
}

/** The machines whose variables this state's machine can read, besides its own: none beyond a distributed Map. */
function visibleAround({ machine }: StateSubject): { readonly machine: WalkedMachine; readonly container: string }[] {
  const around = []
  for (let within = machine.within; within && !isDistributed(within.state); within = within.machine.within) {
    around.push({ machine: within.machine, container: within.pointer })
  }
  return around
}

function reportName({ name, pointer: at }: Assignment, report: Report): void {
  const max = LIMITS.variableNameCharacters.value
  if (name === 'states') report(schemaError("The variable name 'states' is reserved", at))
  else if (name.length > max) report(schemaError(`Variable names must be at most ${max} characters long`, at))
  else if (!IDENTIFIER.test(name)) report(schemaError(`'${name}' is not a valid variable name`, at))
}

function assignmentsOf({ state, pointer: at, language }: StateSubject): Assignment[] {
  const within = (object: JsonObject, here: string): Assignment[] => {
    const assign = member(object, 'Assign')
    if (!isObject(assign)) return []
    return Object.keys(assign).map((key) => ({
      name: language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key,
      pointer: pointer(here, 'Assign', key),
    }))
  }
  const inList = (field: string): Assignment[] => {
    const list = member(state, field)
    if (list === undefined || !isArray(list)) return []
    return list.flatMap((item, index) => (isObject(item) ? within(item, pointer(at, field, index)) : []))
  }
  return [...within(state, at), ...inList('Choices'), ...inList('Catch')]
}
