import { type FunctionFacts, functionFacts } from '../../asl/function-facts.js'
import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { readDefinitionText, type ReadDefinition } from '../definition-text.js'
import type { FoundMachines, LoadOptions, MachineProblem } from '../found-machines.js'
import type { MachineSource } from '../machine-source.js'
import { scalarOrigin } from '../scalar-origin.js'
import { substituteText } from '../substitutions.js'
import { nearestPosition, section, type SourceDocument } from '../template.js'
import { TracedText } from '../traced-text.js'

/** A resource of the stack, and where it stands in the file. */
interface Resource {
  readonly value: JsonObject
  readonly at: string
}

/** What Pulumi writes in place of a value that is only known after the deployment. */
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'

/** Whether the file is what `pulumi stack export` or `pulumi preview --json` writes. */
export function isPulumi(root: Json): boolean {
  if (!isObject(root)) return false
  return isArray(member(section(root, 'deployment'), 'resources')) || isPreview(root)
}

function isPreview(root: JsonObject): boolean {
  const steps = member(root, 'steps')
  return (
    isArray(steps) && steps.some((step) => isObject(step) && Object.hasOwn(step, 'urn') && Object.hasOwn(step, 'op'))
  )
}

/**
 * The machines of an exported stack or of a preview, by the names of their resources.
 * https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_export/, https://www.pulumi.com/docs/iac/cli/commands/pulumi_preview/
 */
export function pulumiMachines(document: SourceDocument, options: LoadOptions): FoundMachines {
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  const resources = resourcesOf(document.root)
  const functions = functionsOf(resources)
  const found = resources.filter(({ value }) => isType(value, 'sfn', 'StateMachine'))
  for (const resource of found) {
    const name = nameOf(resource.value)
    const declaredAt = nearestPosition(document, resource.at)
    try {
      machines.push({
        name,
        file: document.file,
        ...definitionOf(name, resource, document, options),
        type: stateOf(resource.value, 'type')?.value === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
        functions,
        declaredAt,
      })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push({ name, declaredAt, error })
    }
  }
  if (found.length > 0) return { machines, problems }
  const what = `none of its ${resources.length} resources is an aws:sfn/stateMachine:StateMachine`
  throw new UserError('definition', `${document.file}: no state machine in this Pulumi file: ${what}`)
}

function resourcesOf(root: Json): readonly Resource[] {
  const exported = member(section(root, 'deployment'), 'resources')
  if (isArray(exported)) return objectsOf(exported, '/deployment/resources')
  const steps = isObject(root) ? member(root, 'steps') : undefined
  return objectsOf(isArray(steps) ? steps : [], '/steps').flatMap(({ value, at }) => {
    const state = member(value, 'newState')
    return isObject(state) ? [{ value: state, at: pointer(at, 'newState') }] : []
  })
}

function objectsOf(list: readonly Json[], at: string): readonly Resource[] {
  return list.flatMap((value, index) => (isObject(value) ? [{ value, at: pointer(at, index) }] : []))
}

/** `aws:sfn/stateMachine:StateMachine`, and `aws-native:stepfunctions:StateMachine` of the other provider. */
function isType(resource: JsonObject, service: string, kind: string): boolean {
  const type = member(resource, 'type')
  if (typeof type !== 'string') return false
  const [provider, module = '', name] = type.split(':')
  const isService = module.split('/', 1)[0] === service || (service === 'sfn' && module === 'stepfunctions')
  return (provider === 'aws' || provider === 'aws-native') && isService && name === kind
}

/** The last part of a URN is the name in the program. */
function nameOf(resource: JsonObject): string {
  const urn = member(resource, 'urn')
  return typeof urn === 'string' ? urn.slice(urn.lastIndexOf('::') + 2) : 'machine'
}

/** A property as deployed, else as asked for. */
function stateOf(resource: JsonObject, name: string): { readonly value: Json; readonly at: string } | undefined {
  for (const part of ['outputs', 'inputs']) {
    const value = member(section(resource, part), name)
    if (value !== undefined && value !== null) return { value, at: pointer('', part, name) }
  }
  return undefined
}

function definitionOf(
  name: string,
  resource: Resource,
  document: SourceDocument,
  options: LoadOptions,
): ReadDefinition {
  const found = stateOf(resource.value, 'definition') ?? stateOf(resource.value, 'definitionString')
  const at = resource.at + (found?.at ?? '')
  if (typeof found?.value === 'string' && !found.value.includes(UNKNOWN)) {
    const text = new TracedText([{ text: found.value, origin: scalarOrigin(document, at, found.value) }])
    const values = options.substitutions ?? {}
    return readDefinitionText(
      substituteText(text, (wanted) => member(values, wanted)),
      'definition',
    )
  }
  const where = nearestPosition(document, at)
  const why = isObject(found?.value)
    ? 'is a secret'
    : 'is not in this file, as parts of it are only known after deployment'
  const advice = 'name what `pulumi stack export` writes once it is deployed, or the file with the ASL definition'
  throw new UserError('definition', `the definition of ${name} ${why}`, { at: where, hint: advice })
}

/** Functions of the stack, by their ARNs and names. */
function functionsOf(resources: readonly Resource[]): Readonly<Record<string, FunctionFacts>> {
  const facts = resources.flatMap(({ value }) => {
    if (!isType(value, 'lambda', 'Function')) return []
    const text = (name: string): string | undefined => {
      const found = stateOf(value, name)?.value
      return typeof found === 'string' && found !== UNKNOWN ? found : undefined
    }
    const number = (name: string): number | undefined => {
      const found = stateOf(value, name)?.value
      return typeof found === 'number' ? found : undefined
    }
    const fact = functionFacts({
      logicalId: nameOf(value),
      timeoutSeconds: number('timeout'),
      memoryMb: number('memorySize'),
      runtime: text('runtime'),
    })
    const names = [nameOf(value), text('arn'), text('name'), text('functionName')]
    return names.flatMap((name) => (name === undefined ? [] : [[name, fact] as const]))
  })
  return Object.fromEntries(facts)
}
