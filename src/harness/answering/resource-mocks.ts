import { isObject, type Json, member } from '../../asl/json.js'
import { isExpression } from '../../asl/query-language.js'
import { parseResource } from '../../asl/resource.js'
import { nearestOr } from '../../asl/suggest.js'
import { UserError } from '../../asl/user-error.js'
import { walkStates } from '../../asl/walk.js'
import { type CalledResource, functionNames } from '../../faults/resource-pattern.js'
import { globPattern, matchesState } from '../../faults/state-pattern.js'
import type { NamedResource, ResourceNames } from '../../iac/resource-names.js'
import type { TaskMock } from '../../tasks/script.js'

/** Members of a request that say which resource it is for. */
const NAMING = /(?:Name|Arn|ARN|Url|Id|Bucket|Cluster|Queue|Topic|TaskDefinition|JobDefinition|Resource)$/

/** The values of a call that name what it goes to: the Resource itself, or members of the request. */
function namingValues({ resource, parameters }: CalledResource): readonly string[] {
  if (!('action' in resource)) return [resource.arn]
  if (!isObject(parameters)) return []
  const values: string[] = []
  for (const key of Object.keys(parameters)) {
    const value = parameters[key]
    if (typeof value === 'string' && NAMING.test(key)) values.push(value)
  }
  return values
}

function meanings(names: ResourceNames, call: CalledResource): readonly NamedResource[] {
  const values = [...namingValues(call), ...functionNames(call)]
  return values.flatMap((value) => names.get(value) ?? [])
}

/** The logical id or address of what a call goes to, where a template says. */
export function logicalIdOf(names: ResourceNames, call: CalledResource): string | undefined {
  if (names.size === 0) return undefined
  for (const value of namingValues(call)) {
    const logicalId = names.get(value)?.logicalId
    if (logicalId !== undefined) return logicalId
  }
  for (const value of functionNames(call)) {
    const logicalId = names.get(value)?.logicalId
    if (logicalId !== undefined) return logicalId
  }
  return undefined
}

/** The mock of `resources` for a call: its first entry that names what the call goes to. */
export function resourceMock(
  { resources, names }: { readonly resources: Readonly<Record<string, TaskMock>>; readonly names: ResourceNames },
  call: CalledResource,
): TaskMock | undefined {
  const keys = Object.keys(resources)
  if (keys.length === 0) return undefined
  const known = knownNames(names, call)
  const key = keys.find((candidate) => isNamed(candidate, known))
  return key === undefined ? undefined : resources[key]
}

function knownNames(names: ResourceNames, call: CalledResource): readonly string[] {
  const meant = meanings(names, call).flatMap((meaning) => meaning.names)
  return [...new Set([...meant, ...functionNames(call), ...namingValues(call), call.resource.arn])]
}

function isNamed(key: string, known: readonly string[]): boolean {
  const pattern = globPattern(key)
  return known.some((name) => matchesState(pattern, name))
}

/** What is wrong with a key of `resources`: no Task calls anything of that name. Undefined if nothing is. */
export function resourceMistake(
  machineName: string,
  definition: Json,
  names: ResourceNames,
  key: string,
): UserError | undefined {
  const known: string[] = []
  for (const { state } of walkStates(definition)) {
    const reader = member(state, 'ItemReader')
    const caller = state['Type'] === 'Task' ? state : isObject(reader) ? reader : undefined
    const arn = caller && member(caller, 'Resource')
    if (!caller || typeof arn !== 'string') continue
    const parameters = member(caller, 'Parameters') ?? member(caller, 'Arguments') ?? {}
    if (isNamedLater(parameters)) return undefined
    known.push(...knownNames(names, { resource: parseResource(arn), parameters }))
  }
  if (isNamed(key, known)) return undefined
  const shown = [...new Set(known)].filter((name) => !name.startsWith('arn:'))
  const near = nearestOr(key, shown, `it calls ${shown.slice(0, SHOWN).join(', ') || 'none by name'}`)
  return new UserError('usage', `${machineName} calls no resource "${key}"`, near)
}

/** Names that a message lists. */
const SHOWN = 20

/** Whether the request only says at run time what it is for. */
function isNamedLater(parameters: Json): boolean {
  if (!isObject(parameters)) return typeof parameters === 'string'
  return Object.entries(parameters).some(([key, value]) => {
    const isQuery = key.endsWith('.$') || isExpression(value)
    return isQuery && NAMING.test(key.replace(/\.\$$/, ''))
  })
}
