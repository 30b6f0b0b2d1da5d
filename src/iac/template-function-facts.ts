import { type FunctionFacts, functionFacts } from '../asl/function-facts.js'
import { isObject, type JsonObject, member } from '../asl/json.js'
import { functionOfVersion, reference } from './references.js'
import { aside, asText, stackPlace, type Resolution, resourceOf, typeOf } from './resolution.js'
import { functionArn } from './stand-ins.js'
import { resolve } from './template-functions.js'
import { section } from './template.js'

const PROPERTIES = [
  'FunctionName',
  'Timeout',
  'MemorySize',
  'Runtime',
  'EphemeralStorage',
  'ReservedConcurrentExecutions',
  'DurableConfig',
] as const

const FUNCTION_TYPES: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Lambda::Function'])

/** The functions of a template by every name the definition may call them: ARN, name, versions and aliases. */
export function templateFunctionFacts(all: Resolution): Readonly<Record<string, FunctionFacts>> {
  const resolution = aside(all)
  const place = stackPlace(resolution)
  const facts = new Map<string, FunctionFacts>()
  const resources = section(resolution.document.root, 'Resources')
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (!isObject(resource) || !FUNCTION_TYPES.has(typeOf(resource))) continue
    const properties = propertiesOf(resource, resolution)
    const fact = factsOf(logicalId, properties)
    const given = asText(properties['FunctionName'])
    const names = given === '' ? [logicalId] : [logicalId, given]
    for (const name of names) facts.set(name, fact).set(functionArn(name, place), fact)
    for (const part of ['Alias', 'Version']) facts.set(asText(reference(`${logicalId}.${part}`, resolution)), fact)
  }
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (!isObject(resource) || !/^AWS::Lambda::(Version|Alias)$/.test(typeOf(resource))) continue
    const fact = facts.get(functionOfVersion(resourceOf(resolution, logicalId)) ?? '')
    if (fact) facts.set(asText(reference(logicalId, resolution)), fact)
  }
  return Object.fromEntries(facts)
}

/** The resolved properties that matter; SAM's globals come first. */
function propertiesOf(resource: JsonObject, resolution: Resolution): JsonObject {
  const isSam = typeOf(resource).startsWith('AWS::Serverless::')
  const globals = isSam ? section(section(resolution.document.root, 'Globals'), 'Function') : {}
  const own = section(resource, 'Properties')
  const entries = PROPERTIES.flatMap((name) => {
    const value = member(own, name) ?? member(globals, name)
    const resolved = value === undefined ? undefined : resolve(value, '/Resources', resolution)
    return resolved === undefined ? [] : [[name, resolved] as const]
  })
  return Object.fromEntries(entries)
}

function factsOf(logicalId: string, properties: JsonObject): FunctionFacts {
  const runtime = properties['Runtime']
  return functionFacts({
    logicalId,
    timeoutSeconds: numberOf(properties, 'Timeout'),
    memoryMb: numberOf(properties, 'MemorySize'),
    ephemeralStorageMb: numberOf(section(properties, 'EphemeralStorage'), 'Size'),
    reservedConcurrency: numberOf(properties, 'ReservedConcurrentExecutions'),
    runtime: typeof runtime === 'string' ? runtime : undefined,
    isDurable: member(properties, 'DurableConfig') === undefined ? undefined : true,
  })
}

function numberOf(properties: JsonObject, name: string): number | undefined {
  const text = asText(member(properties, name))
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
}
