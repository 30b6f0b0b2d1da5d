import { isObject, type Json, member } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { aslFileMachine } from './asl-file.js'
import { templateMachines } from './cloudformation.js'
import type { FoundMachines, LoadOptions } from './found-machines.js'
import { isPulumi, pulumiMachines } from './pulumi/stack.js'
import { parseMisplaced } from './serverless/misplaced.js'
import { isServerless, serverlessMachines } from './serverless/service.js'
import { readSourceFile } from './source-file.js'
import { parseSource, type SourceDocument } from './template.js'
import { terraformMachines } from './terraform/module-folder.js'
import { isTerraformShow, shownMachines } from './terraform/show-json.js'

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
  {
    title: 'a Serverless Framework file (stepFunctions)',
    recognises: isServerless,
    machines: serverlessMachines,
  },
  {
    title: 'a Pulumi stack or preview (deployment or steps)',
    recognises: isPulumi,
    machines: pulumiMachines,
  },
  {
    title: 'a Terraform plan or state (terraform show -json)',
    recognises: isTerraformShow,
    machines: shownMachines,
  },
]

/** Kinds of file that hold machines as well, and that aslx does not read: what they are, and what to name instead. */
const NOT_READ: readonly {
  readonly title: string
  readonly recognises: (root: Json | undefined, path: string) => boolean
  readonly advice: string
}[] = [
  {
    title: 'a Serverless Framework file in code is not run',
    recognises: (_, path) => /(?:^|[/\\])serverless\.[cm]?[jt]s$/i.test(path),
    advice: 'name the file that `serverless print --format json > serverless.json` writes',
  },
]

function refuseUnread(root: Json | undefined, path: string): void {
  const form = NOT_READ.find(({ recognises }) => recognises(root, path))
  if (form) throw new UserError('unsupported', form.title, { at: { file: path }, hint: form.advice })
}

/** Everything a file holds, including the machines whose definition is out of reach. Throws UserError. */
export function fileMachines(path: string, options: LoadOptions): FoundMachines {
  const found = textMachines(readSourceFile(path), path, options)
  if (found && found.machines.length + found.problems.length > 0) return found
  const titles = FORMS.map(({ title }) => title)
  const forms = `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`
  throw new UserError('definition', 'no state machine found', { at: { file: path }, hint: `expected ${forms}` })
}

/** The same for a text already read; undefined if it is of no form that aslx knows. */
export function textMachines(text: string, path: string, options: LoadOptions): FoundMachines | undefined {
  refuseUnread(undefined, path)
  if (/\.tf$/i.test(path)) return terraformMachines(path, options)
  const document = parseOrUndefined(text, path)
  if (document === undefined) return { machines: [aslFileMachine(text, path, options)], problems: [] }
  const form = FORMS.find(({ recognises }) => recognises(document.root))
  if (form) return form.machines(document, options)
  refuseUnread(document.root, path)
  return undefined
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
    const document = parseMisplaced(text, path, error)
    if (document) return document
    throw error
  }
}
