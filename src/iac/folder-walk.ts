import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../asl/user-error.js'
import { isAssembly } from './cdk/assembly.js'
import { peekSourceFile, readSourceFile } from './source-file.js'

/** What may hold machines: a file with its text, or a cloud assembly of CDK. */
export type Source =
  | { readonly kind: 'file'; readonly path: string; readonly read: () => string }
  | { readonly kind: 'assembly'; readonly path: string }

/** Entries of all folders together; a project has less. */
const MAX_ENTRIES = 50_000
const MAX_DEPTH = 16
/** Bytes of all files that are read. */
const MAX_BYTES = 128 * 1024 * 1024
/** A file whose name says nothing is not read beyond this size. */
const MAX_UNNAMED_BYTES = 4 * 1024 * 1024

/** Folders of packages and of what tools made, besides all whose names begin with a dot. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'dist', 'site-packages', 'venv'])

/** Names by which people tell what is in a file. */
const NAMED =
  /\.asl\.(?:json|ya?ml)$|\.template(?:\.json|\.ya?ml)?$|^template\.(?:json|ya?ml)$|^serverless\.(?:ya?ml|json|[cm]?[jt]s)$|\.tf$|\.tfstate$/i
const READABLE = /\.(?:json|ya?ml)$/i

/** Words of which one is in every file with machines. */
const WORDS =
  /::(?:Serverless|StepFunctions)::StateMachine|aws_sfn_state_machine|aws:sfn\/|aws-native:stepfunctions:|\bstepFunctions\b|\bStartAt\b/

/** In Terraform the machine may be in a module that is called. */
const CALL = /^\s*module\s+"/m

/** Everything below a folder that may hold machines, sorted by path. UserError where there is too much to look through. */
export function findSources(folder: string): readonly Source[] {
  const walk: Walk = { sources: [], left: { entries: MAX_ENTRIES, bytes: MAX_BYTES }, root: folder }
  visit(folder, 0, walk)
  return walk.sources
}

interface Walk {
  readonly root: string
  readonly sources: Source[]
  readonly left: { entries: number; bytes: number }
}

function visit(folder: string, depth: number, walk: Walk): void {
  if (isAssembly(folder)) {
    walk.sources.push({ kind: 'assembly', path: folder })
    return
  }
  const entries = entriesOf(folder)
  walk.left.entries -= entries.length
  if (walk.left.entries < 0) throw tooMuch(walk.root, `more than ${MAX_ENTRIES} files`)
  let module = false
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (isProject(entry.name) && depth < MAX_DEPTH) visit(path, depth + 1, walk)
    } else if (entry.isFile() && !(module && isTerraform(path))) {
      const source = fileSource(path, entry.name, walk)
      if (source) walk.sources.push(source)
      // The files of a folder are one Terraform module: the first of them that has a machine stands for all.
      module ||= source !== undefined && isTerraform(path)
    }
  }
}

/** Sorted, as systems list them in any order. A folder that may not be read is passed over. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function isProject(name: string): boolean {
  return !name.startsWith('.') && !SKIPPED.has(name)
}

function isTerraform(path: string): boolean {
  return /\.tf$/i.test(path)
}

function fileSource(path: string, name: string, walk: Walk): Source | undefined {
  const isNamed = NAMED.test(name)
  if (!isNamed && !READABLE.test(name)) return undefined
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > MAX_UNNAMED_BYTES && !isNamed) return undefined
  walk.left.bytes -= Math.min(size, MAX_UNNAMED_BYTES)
  if (walk.left.bytes < 0) throw tooMuch(walk.root, `more than ${MAX_BYTES / (1024 * 1024)} MiB of JSON and YAML`)
  let text: string
  try {
    text = peekSourceFile(path)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return isNamed ? { kind: 'file', path, read: () => readSourceFile(path) } : undefined
  }
  return WORDS.test(text) || (isTerraform(path) && CALL.test(text))
    ? { kind: 'file', path, read: () => text }
    : undefined
}

function tooMuch(folder: string, what: string): UserError {
  return new UserError('usage', `${what} to look through`, {
    at: { file: folder },
    hint: 'name a folder further down, or a file',
  })
}
