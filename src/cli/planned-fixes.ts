import { readFileSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import type { SourcePosition } from '../asl/positions.js'
import { type Mend, mendInWords } from '../explore/findings/mend.js'
import { isAssembly } from '../iac/cdk/assembly.js'
import { EditedDocument, type EditPlace } from '../iac/editing/edited-document.js'
import { type TextEdit, withEdits } from '../iac/editing/text-edit.js'
import type { LocatedFindings } from '../report/findings-json.js'

/** A mend that `--fix` writes, or why it does not. */
export interface PlannedFix {
  readonly machine: string
  readonly state: string
  readonly what: string
  readonly at: SourcePosition | undefined
  /** Why it is not written; undefined for one that is. */
  readonly because: string | undefined
}

/** A file as it is, and as it is to be. */
export interface FixedFile {
  readonly path: string
  readonly before: string
  readonly edits: readonly TextEdit[]
}

export interface FixPlan {
  readonly files: readonly FixedFile[]
  readonly fixes: readonly PlannedFix[]
}

/** What `--fix` is to write for the findings: nothing is written here. */
export function planFixes(explored: readonly LocatedFindings[]): FixPlan {
  const open = new Map<string, OpenFile | string>()
  const fixes = explored.flatMap((located) =>
    located.findings.mends.map((mend): PlannedFix => {
      const at = located.locate?.(mend.pointer)
      const because = at ? plan(mend, at, open) : 'where it stands is not known'
      return { machine: located.findings.machine, state: mend.state, what: mendInWords(mend), at, because }
    }),
  )
  const files = [...open].flatMap(([path, file]) =>
    typeof file === 'string' || file.edits.length === 0 ? [] : [{ path, ...file }],
  )
  return { files, fixes }
}

export function fixedText({ before, edits }: FixedFile): string {
  return withEdits(before, edits)
}

interface OpenFile {
  readonly before: string
  readonly document: EditedDocument
  readonly edits: TextEdit[]
}

/** Notes the edit of a mend; why there is none, if there is none. */
function plan(mend: Mend, at: SourcePosition, open: Map<string, OpenFile | string>): string | undefined {
  const file = open.get(at.file) ?? opened(at.file)
  open.set(at.file, file)
  if (typeof file === 'string') return file
  const edit = editOf(mend, { ...at, isItem: /\/\d+$/.test(mend.pointer) }, file.document)
  if (!edit) return 'what stands there is not written out as JSON or YAML'
  // Two machines may be made of one definition.
  const isKnown = file.edits.some((one) => one.start === edit.start && one.text === edit.text)
  if (!isKnown) file.edits.push(edit)
  return undefined
}

const WRITTEN_OUT = new Set(['.json', '.yaml', '.yml', '.template', '.asl'])

/** A file to edit, or why it is not to be edited. */
function opened(path: string): OpenFile | string {
  if (isAssembly(dirname(path))) return 'CDK writes this file anew: change the construct'
  if (!WRITTEN_OUT.has(extname(path))) return `a ${extname(path)} file is not written by aslx`
  const before = readFileSync(path, 'utf8')
  const document = EditedDocument.of(before)
  return document ? { before, document, edits: [] } : 'the file is no JSON or YAML as it stands'
}

function editOf(mend: Mend, at: EditPlace, document: EditedDocument): TextEdit | undefined {
  if (mend.kind === 'text') return document.replaceText(at, mend.text)
  if (mend.kind === 'member')
    return document.has(at, mend.name) ? undefined : document.insertMember(at, mend.name, mend.value)
  return document.has(at, 'Retry')
    ? document.insertItem(at, 'Retry', mend.retrier)
    : document.insertMember(at, 'Retry', [mend.retrier], ['Catch', 'Next', 'End'])
}
