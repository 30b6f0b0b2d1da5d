import { join, relative, sep } from 'node:path'
import { isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { templateMachines } from '../cloudformation.js'
import type { FoundMachines, LoadOptions, MachineProblem } from '../found-machines.js'
import type { MachineSource } from '../machine-source.js'
import { typeOf } from '../resolution.js'
import { isFile, readSourceFile } from '../source-file.js'
import { parseSource, section } from '../template.js'

/** Stages within stages, and stacks within stacks. */
const MAX_DEPTH = 20

/** A template of the assembly, and the construct paths of its resources as far as the manifest has them. */
interface StackTemplate {
  readonly file: string
  readonly paths: ReadonlyMap<string, string>
}

/** Whether a folder is what `cdk synth` writes: `cdk.out`, with its manifest. */
export function isAssembly(folder: string): boolean {
  const file = join(folder, 'manifest.json')
  if (!isFile(file)) return false
  try {
    return isObject(manifestOf(folder)['artifacts'])
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

/**
 * The machines of a cloud assembly: all stacks, those of nested stages, and nested stacks. A machine's name is its construct
 * path, e.g. `OrdersStack/OrderFlow`, or its logical id where the template does not have the path.
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assemblies
 */
export function assemblyMachines(folder: string, options: LoadOptions): FoundMachines {
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  const seen = new Set<string>()
  const add = (template: StackTemplate, depth: number): void => {
    if (seen.has(template.file) || depth > MAX_DEPTH) return
    seen.add(template.file)
    try {
      const { root, found } = readTemplate(template.file, options)
      const rename = <T extends { readonly name: string }>(item: T): T => ({
        ...item,
        name: constructPath(item.name, root, template.paths),
      })
      machines.push(...found.machines.map(rename))
      problems.push(...found.problems.map(rename))
      for (const file of nestedTemplates(root, folder, template.file)) add({ file, paths: new Map() }, depth + 1)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const declaredAt = { file: template.file, line: 1, column: 1 }
      problems.push({ name: relative(folder, template.file), declaredAt, error })
    }
  }
  for (const template of stackTemplates(folder, folder, 0)) add(template, 0)
  return { machines, problems }
}

function manifestOf(folder: string): JsonObject {
  const file = join(folder, 'manifest.json')
  const { root } = parseSource(readSourceFile(file), file)
  return isObject(root) ? root : {}
}

function stackTemplates(folder: string, assembly: string, depth: number): readonly StackTemplate[] {
  const artifacts = Object.values(section(manifestOf(folder), 'artifacts')).filter(isObject)
  return artifacts.flatMap((artifact) => {
    const properties = section(artifact, 'properties')
    const type = member(artifact, 'type')
    if (type === 'aws:cloudformation:stack') {
      const file = within(assembly, folder, member(properties, 'templateFile'))
      return file === undefined ? [] : [{ file, paths: constructPaths(section(artifact, 'metadata')) }]
    }
    const nested = within(assembly, folder, member(properties, 'directoryName'))
    const isStage = type === 'cdk:cloud-assembly' && nested !== undefined && depth < MAX_DEPTH
    return isStage && isFile(join(nested, 'manifest.json')) ? stackTemplates(nested, assembly, depth + 1) : []
  })
}

/** A path of the manifest, if it stays within the assembly. */
function within(assembly: string, folder: string, name: Json | undefined): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined
  const path = join(folder, name)
  const inside = relative(assembly, path)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : path
}

/** Construct paths by logical id, from the metadata of a stack. */
function constructPaths(metadata: JsonObject): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  for (const [path, entries] of Object.entries(metadata)) {
    if (!Array.isArray(entries)) continue
    for (const entry of entries) {
      const logicalId =
        isObject(entry) && member(entry, 'type') === 'aws:cdk:logicalId' ? member(entry, 'data') : undefined
      if (typeof logicalId === 'string') paths.set(logicalId, path.replace(/^\//, ''))
    }
  }
  return paths
}

function readTemplate(file: string, options: LoadOptions): { readonly root: Json; readonly found: FoundMachines } {
  const document = parseSource(readSourceFile(file), file)
  const resources = Object.values(section(document.root, 'Resources')).filter(isObject)
  const hasMachine = resources.some((resource) => typeOf(resource).endsWith('::StateMachine'))
  return {
    root: document.root,
    found: hasMachine ? templateMachines(document, options) : { machines: [], problems: [] },
  }
}

function constructPath(logicalId: string, root: Json, paths: ReadonlyMap<string, string>): string {
  const resource = member(section(root, 'Resources'), logicalId)
  const own = member(section(resource, 'Metadata'), 'aws:cdk:path')
  const path = typeof own === 'string' && own !== '' ? own : paths.get(logicalId)
  return path === undefined ? logicalId : path.replace(/\/Resource$/, '')
}

/** Templates of nested stacks, which `cdk synth` puts beside the template they are nested in. */
function nestedTemplates(root: Json, assembly: string, parent: string): readonly string[] {
  return Object.values(section(root, 'Resources')).flatMap((resource) => {
    if (!isObject(resource) || typeOf(resource) !== 'AWS::CloudFormation::Stack') return []
    const file = within(assembly, join(parent, '..'), member(section(resource, 'Metadata'), 'aws:asset:path'))
    return file !== undefined && isFile(file) ? [file] : []
  })
}
