import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type JsonObjectBuilder,
  member,
  setMember,
} from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { asText } from '../resolution.js'
import { section } from '../template.js'
import { childOf, type Spot } from './spot.js'
import type { ServerlessVariables } from './serverless-variables.js'

/** Parts of a template that `resources` may have and that a definition may refer to. */
const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Resources'] as const

/** Defaults of Serverless for functions: https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml */
const DEFAULT_TIMEOUT_SECONDS = 6
const DEFAULT_MEMORY_MB = 1024

/** The template that Serverless makes of a service, as far as definitions refer to it: resources, functions, activities. */
export function serviceTemplate(variables: ServerlessVariables): JsonObject {
  const own = ownResources(variables)
  const resources: JsonObjectBuilder = { ...section(own, 'Resources') }
  for (const [key, spot] of functionEntries(variables)) {
    const id = functionId(key)
    setMember(resources, id, { Type: 'AWS::Lambda::Function', Properties: functionProperties(spot, variables) })
    const version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: id } } }
    setMember(resources, versionId(id), version)
  }
  for (const activity of activityNames(variables)) {
    setMember(resources, `${normalized(activity)}StepFunctionsActivity`, { Type: 'AWS::StepFunctions::Activity' })
  }
  for (const [key, spot] of machineEntries(variables)) {
    setMember(resources, machineId(key, spot, variables), { Type: 'AWS::StepFunctions::StateMachine' })
  }
  return { ...own, Resources: resources }
}

/** `stepFunctions.stateMachines`: a block, or a list of blocks. */
export function machineEntries(variables: ServerlessVariables): readonly (readonly [key: string, spot: Spot])[] {
  return entriesOf(variables, variables.find('stepFunctions', 'stateMachines'))
}

/** The members of a block, or of a list of blocks, which Serverless puts together. */
function entriesOf(
  variables: ServerlessVariables,
  block: Spot | undefined,
): readonly (readonly [key: string, spot: Spot])[] {
  if (block === undefined) return []
  if (isArray(block.value)) {
    return block.value.flatMap((_, index) => entriesOf(variables, variables.step(block, String(index))))
  }
  if (!isObject(block.value)) return []
  return Object.keys(block.value).flatMap((key) => {
    const spot = childOf(block, key)
    return spot ? [[key, spot] as const] : []
  })
}

/** The logical id of a function: `hello-world` becomes `HelloDashworldLambdaFunction`. */
export function functionId(key: string): string {
  return `${normalized(key)}LambdaFunction`
}

/** The made-up logical id of a function's version; Serverless adds a hash. */
export function versionId(id: string): string {
  return `${id}Version`
}

/** The logical id of a machine: its `id` or `name`, else one made from its key. */
function machineId(key: string, spot: Spot, variables: ServerlessVariables): string {
  const custom = ['id', 'name'].map((name) => textOf(variables, spot, name)).find((text) => text !== '')
  return custom === undefined ? `${normalized(key)}StepFunctionsStateMachine` : normalized(custom)
}

function normalized(name: string): string {
  const id = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore')
  return id.charAt(0).toUpperCase() + id.slice(1)
}

function textOf(variables: ServerlessVariables, spot: Spot, ...names: readonly string[]): string {
  return quietly(() => {
    const found = variables.step(spot, ...names)
    return found ? asText(variables.resolve(found).value) : ''
  }, '')
}

function activityNames(variables: ServerlessVariables): readonly string[] {
  const found = quietly(() => variables.find('stepFunctions', 'activities'), undefined)
  return isArray(found?.value) ? found.value.filter((name) => typeof name === 'string') : []
}

function functionProperties(spot: Spot, variables: ServerlessVariables): JsonObject {
  const setting = (name: string): string => textOf(variables, spot, name)
  const shared = (name: string): string => {
    const provider = quietly(() => variables.find('provider'), undefined)
    return setting(name) || (provider ? textOf(variables, provider, name) : '')
  }
  const properties = {
    Timeout: shared('timeout') || DEFAULT_TIMEOUT_SECONDS,
    MemorySize: shared('memorySize') || DEFAULT_MEMORY_MB,
    Runtime: shared('runtime'),
    FunctionName: setting('name'),
    EphemeralStorage: { Size: setting('ephemeralStorageSize') },
    ReservedConcurrentExecutions: setting('reservedConcurrency'),
  }
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''))
}

/** `resources`: a template, or a list of templates. What cannot be read here is left out: it is not the definition. */
function ownResources(variables: ServerlessVariables): JsonObject {
  const merged: Record<(typeof SECTIONS)[number], JsonObjectBuilder> = {
    Parameters: {},
    Mappings: {},
    Conditions: {},
    Resources: {},
  }
  const spot = quietly(() => variables.find('resources'), undefined)
  const value: Json = quietly(() => (spot ? variables.resolve(spot).value : null), null)
  for (const part of isArray(value) ? value : [value]) {
    for (const name of SECTIONS) {
      for (const [key, item] of Object.entries(section(part, name))) setMember(merged[name], key, item)
    }
  }
  return merged
}

function quietly<T>(action: () => T, otherwise: T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof UserError) return otherwise
    throw error
  }
}

/** The names that the functions of the service have in the file. */
export function functionKeys(variables: ServerlessVariables): ReadonlySet<string> {
  return new Set(functionEntries(variables).map(([key]) => key))
}

/** `functions`: a block, or a list of blocks. Those that cannot be read are left out: they are not the definition. */
function functionEntries(variables: ServerlessVariables): readonly (readonly [key: string, spot: Spot])[] {
  const block = quietly(() => variables.find('functions'), undefined)
  if (!isArray(block?.value)) return entriesOf(variables, block)
  return block.value.flatMap((_, index) =>
    quietly(() => entriesOf(variables, variables.step(block, String(index))), []),
  )
}

/** Whether a logical id is that of a function in the template. */
export function isFunctionId(template: JsonObject, id: string): boolean {
  const resource = member(section(template, 'Resources'), id)
  return isObject(resource) && member(resource, 'Type') === 'AWS::Lambda::Function'
}
