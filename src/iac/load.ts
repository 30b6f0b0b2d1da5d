import { isObject, type Json, member } from '../asl/json.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { aslFileMachine } from './asl-file.js'
import { templateMachines } from './cloudformation.js'
import type { FoundMachines, LoadOptions } from './found-machines.js'
import type { MachineSource } from './machine-source.js'
import { isFile, readSourceFile } from './source-file.js'
import { parseSource, type SourceDocument } from './template.js'

/** A kind of file that holds machines, recognised by what is in it. */
interface Form {
  readonly title: string
  readonly recognises: (root: Json) => boolean
  readonly machines: (document: SourceDocument, options: LoadOptions) => FoundMachines
}

const FORMS: readonly Form[] = [
  {
    title: 'ASL (StartAt and States)',
    recognises: isAsl,
    machines: ({ text, file }, options) => ({ machines: [aslFileMachine(text, file, options)], problems: [] }),
  },
  {
    title: 'a CloudFormation, SAM or CDK template (Resources)',
    recognises: (root) => isObject(root) && isObject(member(root, 'Resources')),
    machines: templateMachines,
  },
]

/** Kinds of file that hold machines as well, and that aslx does not read. */
const NOT_READ: readonly {
  readonly title: string
  readonly recognises: (root: Json | undefined, path: string) => boolean
}[] = [
  { title: 'Terraform source', recognises: (_, path) => /\.tf$/i.test(path) },
  {
    title: 'a Terraform plan or state',
    recognises: (root) => isObject(root) && Object.hasOwn(root, 'terraform_version'),
  },
  {
    title: 'a Serverless Framework file',
    recognises: (root) => isObject(root) && isObject(member(root, 'stepFunctions')),
  },
]

function refuseUnread(root: Json | undefined, path: string): void {
  const form = NOT_READ.find(({ recognises }) => recognises(root, path))
  if (!form) return
  const advice = 'name the file with the ASL definition, or a CloudFormation, SAM or CDK template'
  throw new UserError('unsupported', `${path}: ${form.title} is not supported; ${advice}`)
}

/** Everything a file holds, including the machines whose definition is out of reach. */
export function findMachines(path: string, options: LoadOptions = {}): FoundMachines {
  const text = readSourceFile(path)
  refuseUnread(undefined, path)
  const document = parseOrUndefined(text, path)
  if (document === undefined) return { machines: [aslFileMachine(text, path, options)], problems: [] }
  const form = FORMS.find(({ recognises }) => recognises(document.root))
  if (form) return form.machines(document, options)
  refuseUnread(document.root, path)
  const forms = FORMS.map(({ title }) => title).join(' or ')
  throw new UserError('definition', `${path}: no state machine found; expected ${forms}`)
}

/** The machines of a file, in the order they stand. A file of which none can be had throws the first reason. */
export function loadMachines(path: string, options: LoadOptions = {}): MachineSource[] {
  const { machines, problems } = findMachines(path, options)
  const [problem] = problems
  if (machines.length === 0 && problem) throw problem.error
  return [...machines]
}

/** One machine: `file` where it holds one, `file#Name` where it holds several. Throws UserError. */
export function loadMachine(spec: string, options: LoadOptions = {}): MachineSource {
  const { path, name } = splitSpec(spec)
  const found = findMachines(path, options)
  const names = [...found.machines, ...found.problems].map((machine) => machine.name)
  const wanted = name === undefined ? onlyName(names, path) : knownName(name, names, path)
  const problem = found.problems.find((candidate) => candidate.name === wanted)
  if (problem) throw problem.error
  const machine = found.machines.find((candidate) => candidate.name === wanted)
  if (machine === undefined) throw new Error(`no machine ${wanted}`)
  return machine
}

function splitSpec(spec: string): { path: string; name?: string } {
  const hash = spec.lastIndexOf('#')
  if (hash <= 0 || isFile(spec)) return { path: spec }
  return { path: spec.slice(0, hash), name: spec.slice(hash + 1) }
}

function onlyName(names: readonly string[], path: string): string {
  const [name = '', second] = names
  if (second === undefined) return name
  throw new UserError(
    'usage',
    `${path} holds ${names.length} state machines: ${list(names)}; name one, e.g. ${path}#${name}`,
  )
}

/** The machine's name; for CDK also without the eight hex digits that it adds to a logical id. */
function knownName(wanted: string, names: readonly string[], path: string): string {
  if (names.includes(wanted)) return wanted
  const withoutHash = names.filter((name) => name.replace(/[0-9A-F]{8}$/, '') === wanted)
  const [only, second] = withoutHash
  if (only !== undefined && second === undefined) return only
  const near = didYouMean(wanted, names)
  const hint = near === undefined ? '.' : `; did you mean "${near}"?`
  throw new UserError('usage', `${path} has no state machine "${wanted}"${hint} It holds ${list(names)}`)
}

function list(names: readonly string[]): string {
  return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ')
}

function isAsl(root: Json): boolean {
  return (
    isObject(root) &&
    !isObject(member(root, 'Resources')) &&
    (Object.hasOwn(root, 'States') || Object.hasOwn(root, 'StartAt'))
  )
}

/** Undefined for a text with `${...}` outside quotes, which is no JSON before values are put in: it is tried as ASL. */
function parseOrUndefined(text: string, path: string): SourceDocument | undefined {
  try {
    return parseSource(text, path)
  } catch (error) {
    if (error instanceof UserError && /^\s*\{/.test(text) && text.includes('${')) return undefined
    throw error
  }
}
