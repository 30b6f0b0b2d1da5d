import { isObject, type Json, type JsonObject, member, pointer } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { withoutLoops } from './for-each.js'
import type { FoundMachines, LoadOptions, MachineProblem } from './found-machines.js'
import { templateFunctionFacts } from './template-function-facts.js'
import { type Declaration, readDeclaredDefinition } from './machine-definition.js'
import type { MachineSource } from './machine-source.js'
import { otherParameterValues } from './parameter-values.js'
import { asText, checkParameters, newResolution, type Resolution, spend, typeOf } from './resolution.js'
import type { Substitutions } from './substitutions.js'
import { functionCall, resolve } from './template-functions.js'
import { nearestPosition, section, type SourceDocument } from './template.js'

/** Resources that are state machines. */
export const MACHINE_TYPES: ReadonlySet<string> = new Set([
  'AWS::Serverless::StateMachine',
  'AWS::StepFunctions::StateMachine',
])

/** The machines of a CloudFormation or SAM template; templates that `cdk synth` writes are CloudFormation. */
export function templateMachines(source: SourceDocument, options: LoadOptions): FoundMachines {
  checkParameters(source, options.parameters ?? {})
  const document = withoutLoops(source, options.parameters ?? {})
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  for (const [logicalId, resource] of Object.entries(section(document.root, 'Resources'))) {
    if (logicalId.startsWith('Fn::ForEach::') && hasMachine(resource)) problems.push(loopProblem(logicalId, document))
    if (!isObject(resource) || !MACHINE_TYPES.has(typeOf(resource))) continue
    try {
      machines.push(readCloudFormationMachine(logicalId, resource, document, options))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push({ name: logicalId, declaredAt: nearestPosition(document, pointer('/Resources', logicalId)), error })
    }
  }
  if (machines.length + problems.length === 0) throw noMachine(document)
  return { machines, problems }
}

/** Whether a loop over resources makes state machines. */
function hasMachine(loop: Json): boolean {
  const text = JSON.stringify(loop)
  return [...MACHINE_TYPES].some((type) => text.includes(`"${type}"`))
}

function loopProblem(name: string, document: SourceDocument): MachineProblem {
  const declaredAt = nearestPosition(document, pointer('/Resources', name))
  const what = `state machines made by ${name} are not supported, as what it goes over is only known at deployment`
  const error = new UserError('unsupported', what, { at: declaredAt, hint: 'give its values with --param' })
  return { name, declaredAt, error }
}

function noMachine(document: SourceDocument): UserError {
  const count = Object.keys(section(document.root, 'Resources')).length
  const types = [...MACHINE_TYPES].join(' or ')
  return new UserError(
    'definition',
    `${document.file}: no state machine in this template: none of its ${count} resources is an ${types}`,
  )
}

/** The machine that a resource of a template declares. Throws UserError. */
export function readCloudFormationMachine(
  logicalId: string,
  resource: JsonObject,
  document: SourceDocument,
  options: LoadOptions,
): MachineSource {
  const resolution = newResolution(document, options.parameters ?? {})
  const isSam = typeOf(resource).startsWith('AWS::Serverless::')
  const globals = isSam ? section(section(document.root, 'Globals'), 'StateMachine') : {}
  const at = pointer('/Resources', logicalId, 'Properties')
  const properties = { ...globals, ...section(resource, 'Properties') }
  const asset = member(section(resource, 'Metadata'), 'aws:asset:path')
  const machine: Declaration = { logicalId, properties, at, ...(typeof asset === 'string' && { asset }) }
  const values = substitutionsOf(machine, options, resolution)
  const { definition, locate, unresolved } = readDeclaredDefinition(machine, values, resolution)
  const standIns = [...resolution.standIns].map(([token, standIn]) => ({ token, standIn }))
  return {
    name: logicalId,
    logicalId,
    file: document.file,
    definition,
    locate,
    type: machineType(machine, isSam ? 'Type' : 'StateMachineType', resolution),
    unresolved: [...standIns, ...unresolved],
    otherParameters: otherParameterValues(resolution),
    functions: templateFunctionFacts(resolution),
    declaredAt: nearestPosition(document, pointer('/Resources', logicalId)),
  }
}

/** `DefinitionSubstitutions`, resolved when first used, so that only values in use count as unresolved. */
function substitutionsOf(machine: Declaration, options: LoadOptions, resolution: Resolution): Substitutions {
  const at = pointer(machine.at, 'DefinitionSubstitutions')
  const own = member(machine.properties, 'DefinitionSubstitutions') ?? {}
  const declared = functionCall(own) ? (resolve(own, at, resolution) ?? {}) : own
  const known = new Map<string, Json | undefined>(Object.entries(options.substitutions ?? {}))
  return (name) => {
    if (!known.has(name)) {
      const value = isObject(declared) ? member(declared, name) : undefined
      known.set(name, value === undefined ? undefined : resolve(value, pointer(at, name), resolution))
    }
    const found = known.get(name)
    if (typeof found === 'string') spend(resolution, found.length)
    return found
  }
}

function machineType(machine: Declaration, property: string, resolution: Resolution): MachineSource['type'] {
  const type = resolve(member(machine.properties, property) ?? '', machine.at, resolution)
  return asText(type) === 'EXPRESS' ? 'EXPRESS' : 'STANDARD'
}
