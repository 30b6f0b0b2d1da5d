import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import { UserError } from '../../asl/user-error.js'
import { readCloudFormationMachine, MACHINE_TYPES } from '../cloudformation.js'
import type { FoundMachines, LoadOptions, MachineProblem } from '../found-machines.js'
import { templateFunctionFacts } from '../template-function-facts.js'
import { readDeclaredDefinition } from '../machine-definition.js'
import type { MachineSource, UnresolvedValue } from '../machine-source.js'
import { newResolution, type Resolution, typeOf } from '../resolution.js'
import { variableOf } from '../sub.js'
import type { Substitutions } from '../substitutions.js'
import { functionCall } from '../template-functions.js'
import { nearestPosition, section, type SourceDocument } from '../template.js'
import { translateFunctions, undeclaredFunctions } from './function-references.js'
import { functionKeys, machineEntries, serviceTemplate } from './service-template.js'
import { childOf, type Graft, spotPosition, type Spot } from './spot.js'
import { ServerlessVariables } from './serverless-variables.js'

/** Whether a file is `serverless.yml`: with the part of the Step Functions plugin, or at least a service and its provider. */
export function isServerless(root: Json): boolean {
  if (!isObject(root)) return false
  return Object.hasOwn(root, 'stepFunctions') || (Object.hasOwn(root, 'service') && Object.hasOwn(root, 'provider'))
}

/**
 * The machines of a service: those of the plugin serverless-step-functions by their keys, and those in `resources` by their
 * logical ids. https://github.com/serverless-operations/serverless-step-functions
 */
export function serverlessMachines(document: SourceDocument, options: LoadOptions): FoundMachines {
  const variables = new ServerlessVariables(document, options)
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  const entries = machineEntries(variables)
  const template = serviceTemplate(variables)
  const attempt = (name: string, declaredAt: SourcePosition, read: () => MachineSource): void => {
    try {
      machines.push(read())
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push({ name, declaredAt, error })
    }
  }
  for (const [key, spot] of entries) {
    attempt(key, spotPosition(spot), () => pluginMachine(key, spot, { variables, template, document, options }))
  }
  const made: SourceDocument = { ...document, root: template, locate: () => undefined, valueOffset: () => undefined }
  for (const [id, resource] of Object.entries(section(template, 'Resources'))) {
    if (!isObject(resource) || !MACHINE_TYPES.has(typeOf(resource)) || !isObject(member(resource, 'Properties')))
      continue
    attempt(id, nearestPosition(document, '/resources'), () => readCloudFormationMachine(id, resource, made, options))
  }
  if (machines.length + problems.length > 0) return { machines, problems }
  const what = 'no state machine in this Serverless file: it has none under stepFunctions.stateMachines or resources'
  throw new UserError('definition', `${document.file}: ${what}`)
}

interface Service {
  readonly variables: ServerlessVariables
  readonly template: JsonObject
  readonly document: SourceDocument
  readonly options: LoadOptions
}

/** Where the definition stands in the template that is made up around it. */
const AT = '/Definition'

function pluginMachine(name: string, declared: Spot, service: Service): MachineSource {
  const { variables, template, document, options } = service
  const machine = variables.follow(declared)
  const spot = machine && childOf(machine, 'definition')
  if (machine === undefined || spot === undefined) throw noDefinition(name, declared)
  const { value, grafts, unresolved } = variables.resolve(spot)
  const keys = functionKeys(variables)
  const definition = translateFunctions(definitionOf(name, value, spot), {
    template,
    isKey: (key) => keys.has(key),
    exactVersion: settingOf(machine, 'useExactVersion', variables) === true,
  })
  const resources = { ...section(template, 'Resources'), ...undeclaredFunctions(definition, template) }
  const root = { ...template, Resources: resources, Definition: definition }
  const made: SourceDocument = { ...document, root, locate: (at) => locate(at, grafts), valueOffset: () => undefined }
  const resolution = newResolution(made, options.parameters ?? {})
  const values = substitutions(definition, resolution, options)
  const read = readDeclaredDefinition(
    { logicalId: name, properties: { Definition: definition }, at: '' },
    values,
    resolution,
  )
  const standIns = [...resolution.standIns].map(([token, standIn]) => ({ token, standIn }))
  const asWritten = [...unresolved].map((token) => ({ token, standIn: token }))
  return {
    name,
    logicalId: name,
    file: document.file,
    definition: read.definition,
    locate: (path) => locate(AT + path, grafts),
    type: settingOf(machine, 'type', variables) === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    unresolved: distinct([...standIns, ...asWritten, ...read.unresolved]),
    functions: templateFunctionFacts(resolution),
    declaredAt: spotPosition(declared),
  }
}

function settingOf(machine: Spot, name: string, variables: ServerlessVariables): Json | undefined {
  return variables.step(machine, name)?.value
}

function noDefinition(name: string, at: Spot): UserError {
  const where = spotPosition(at)
  return new UserError('definition', `${name} has no definition`, {
    at: where,
    hint: `give it one, in place or by \${file(...)}`,
  })
}

/** An object; text is JSON that is parsed later. Left as a variable, it cannot be read. */
function definitionOf(name: string, value: Json, spot: Spot): Json {
  if (isObject(value)) return value
  if (typeof value === 'string' && !/^\s*\$\{[^{}]*\}\s*$/.test(value)) return value
  const why = typeof value === 'string' ? `is ${value}, which has no value` : 'is not an object'
  const advice = 'name the file with the ASL definition instead'
  throw new UserError('definition', `the definition of ${name} ${why}`, { at: spotPosition(spot), hint: advice })
}

/** The place of a part of the definition: the innermost value that came from elsewhere says in which file. */
function locate(at: string, grafts: readonly Graft[]): SourcePosition | undefined {
  const path = at === AT || at.startsWith(`${AT}/`) ? at.slice(AT.length) : ''
  let best: Graft | undefined
  for (const graft of grafts) {
    const isAround = path === graft.to || path.startsWith(`${graft.to}/`)
    if (isAround && graft.to.length >= (best?.to.length ?? 0)) best = graft
  }
  if (best === undefined) return undefined
  return nearestPosition(best.from.document, best.from.at + path.slice(best.to.length))
}

/**
 * Placeholders that CloudFormation replaces: the plugin hands a definition with functions in it to `Fn::Sub`, and one without as it is.
 * What the user gives goes first.
 */
function substitutions(definition: Json, resolution: Resolution, options: LoadOptions): Substitutions {
  const isSub = hasFunction(definition)
  return (name) => {
    const given = member(options.substitutions ?? {}, name)
    if (given !== undefined || !isSub || !/^(?:AWS::)?\w+(?:\.[\w.]+)?$/.test(name)) return given
    return variableOf(name, resolution)
  }
}

function hasFunction(value: Json): boolean {
  if (isArray(value)) return value.some(hasFunction)
  return isObject(value) && (functionCall(value) !== undefined || Object.values(value).some(hasFunction))
}

function distinct(values: readonly UnresolvedValue[]): readonly UnresolvedValue[] {
  return [...new Map(values.map((value) => [value.token, value])).values()]
}
