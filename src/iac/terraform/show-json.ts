import { type FunctionFacts, functionFacts } from '../../asl/function-facts.js'
import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { readDefinitionText } from '../definition-text.js'
import type { FoundMachines, LoadOptions, MachineProblem } from '../found-machines.js'
import type { MachineSource } from '../machine-source.js'
import { scalarOrigin } from '../scalar-origin.js'
import { substituteText } from '../substitutions.js'
import { nearestPosition, section, type SourceDocument } from '../template.js'
import { TracedText } from '../traced-text.js'

/** A resource of a state or plan, and where it stands in the file. */
interface Shown {
  readonly resource: JsonObject
  readonly at: string
  readonly valuesAt: string
}

/** Modules within one another. */
const MAX_DEPTH = 100

/** Whether JSON is what `terraform show -json` writes of a state or of a plan. */
export function isTerraformShow(root: Json): boolean {
  return isObject(root) && (Object.hasOwn(root, 'terraform_version') || Object.hasOwn(root, 'planned_values'))
}

/**
 * The machines of a state or plan as JSON. The first plan of a machine often hides its definition: it has parts that
 * are only known once other resources are there.
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export function shownMachines(document: SourceDocument, options: LoadOptions): FoundMachines {
  const shown = resourcesOf(document)
  const functions = functionsOf(shown)
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  for (const one of shown) {
    const { resource, at } = one
    if (text(resource, 'type') !== 'aws_sfn_state_machine' || text(resource, 'mode') === 'data') continue
    const name = text(resource, 'address') ?? text(resource, 'name') ?? at
    try {
      machines.push(readShown(name, one, { document, options, functions }))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push({ name, declaredAt: nearestPosition(document, at), error })
    }
  }
  return { machines, problems }
}

function resourcesOf(document: SourceDocument): readonly Shown[] {
  const { root, file } = document
  const planned = isObject(root) && isObject(member(root, 'planned_values'))
  const values = planned ? 'planned_values' : 'values'
  const isRaw = isObject(root) && isArray(member(root, 'resources')) && !Object.hasOwn(root, 'values')
  if (isRaw) return rawResources(document)
  if (isObject(root) && !isObject(member(root, values))) {
    const what = 'this state or plan has no values'
    throw new UserError('definition', what, { at: { file }, hint: 'write it with terraform show -json > state.json' })
  }
  const found: Shown[] = []
  visit(section(section(root, values), 'root_module'), `/${values}/root_module`, 0, found)
  return found
}

function visit(module: JsonObject, at: string, depth: number, found: Shown[]): void {
  if (depth > MAX_DEPTH) return
  for (const [index, resource] of listOf(module, 'resources').entries())
    if (isObject(resource)) {
      const own = pointer(at, 'resources', index)
      found.push({ resource, at: own, valuesAt: pointer(own, 'values') })
    }
  for (const [index, child] of listOf(module, 'child_modules').entries())
    if (isObject(child)) visit(child, pointer(at, 'child_modules', index), depth + 1, found)
}

function listOf(object: JsonObject, name: string): readonly Json[] {
  const list = member(object, name)
  return isArray(list) ? list : []
}

function text(object: JsonObject, name: string): string | undefined {
  const value = member(object, name)
  return typeof value === 'string' ? value : undefined
}

interface Load {
  readonly document: SourceDocument
  readonly options: LoadOptions
  readonly functions: MachineSource['functions']
}

function readShown(name: string, { resource, at, valuesAt }: Shown, load: Load): MachineSource {
  const { document, options, functions } = load
  const values = section(resource, 'values')
  const definition = text(values, 'definition')
  const place = pointer(valuesAt, 'definition')
  if (definition === undefined || definition === '') throw hidden(name, at, document)
  const source = new TracedText([{ text: definition, origin: scalarOrigin(document, place, definition) }])
  const substituted = substituteText(source, (placeholder) => member(options.substitutions ?? {}, placeholder))
  const read = readDefinitionText(substituted, 'definition')
  return {
    name,
    logicalId: name,
    file: document.file,
    ...read,
    type: text(values, 'type') === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    functions,
    declaredAt: nearestPosition(document, at),
  }
}

function hidden(name: string, at: string, { root, file, ...document }: SourceDocument): UserError {
  const where = nearestPosition({ root, file, ...document }, at)
  const change = listOf(isObject(root) ? root : {}, 'resource_changes').find(
    (candidate) => isObject(candidate) && text(candidate, 'address') === name,
  )
  const unknown = isObject(change) && member(section(section(change, 'change'), 'after_unknown'), 'definition') === true
  const what = unknown
    ? `the plan does not know the definition of ${name} yet, as parts of it are only known once it is applied`
    : `${name} has no definition here`
  return new UserError('definition', what, {
    at: where,
    hint: 'name the folder with its .tf files, or a state (terraform show -json) after apply',
  })
}

/** The functions by ARN and name. */
function functionsOf(shown: readonly Shown[]): Readonly<Record<string, FunctionFacts>> {
  const facts = new Map<string, FunctionFacts>()
  for (const { resource } of shown) {
    if (text(resource, 'type') !== 'aws_lambda_function') continue
    const values = section(resource, 'values')
    const fact = factsOf(text(resource, 'address') ?? '', values)
    for (const key of ['arn', 'qualified_arn', 'function_name', 'id']) {
      const name = text(values, key)
      if (name !== undefined && name !== '') facts.set(name, fact)
    }
  }
  return Object.fromEntries(facts)
}

function factsOf(logicalId: string, values: JsonObject): FunctionFacts {
  const number = (object: JsonObject, name: string): number | undefined => {
    const value = member(object, name)
    return typeof value === 'number' ? value : undefined
  }
  const [storage] = listOf(values, 'ephemeral_storage')
  return functionFacts({
    logicalId,
    timeoutSeconds: number(values, 'timeout'),
    memoryMb: number(values, 'memory_size'),
    runtime: text(values, 'runtime'),
    ephemeralStorageMb: isObject(storage) ? number(storage, 'size') : undefined,
    reservedConcurrency: number(values, 'reserved_concurrent_executions'),
  })
}

/** Resources of a state file as Terraform keeps it (`terraform.tfstate`), in the shape of `terraform show -json`. */
function rawResources({ root }: SourceDocument): readonly Shown[] {
  return listOf(isObject(root) ? root : {}, 'resources').flatMap((resource, index) => {
    if (!isObject(resource)) return []
    const module = text(resource, 'module')
    const name = [module, text(resource, 'type'), text(resource, 'name')].filter((part) => part !== undefined).join('.')
    return listOf(resource, 'instances').flatMap((instance, number): Shown[] => {
      if (!isObject(instance)) return []
      const key = member(instance, 'index_key')
      const address = key === undefined ? name : `${name}[${JSON.stringify(key)}]`
      const at = pointer('/resources', index, 'instances', number)
      return [
        {
          resource: { ...resource, address, values: section(instance, 'attributes') },
          at,
          valuesAt: pointer(at, 'attributes'),
        },
      ]
    })
  })
}
