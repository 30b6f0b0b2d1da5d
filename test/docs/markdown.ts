import { readFileSync } from 'node:fs'

/** What a comment before a fence claims of its text; `output` names a command, the others a file of the repository. */
export interface Claim {
  /** `output`: the command prints it. `file`: the file's whole text. `from`: parts of the file, `// ...` between them. */
  readonly kind: 'output' | 'file' | 'from'
  readonly what: string
}

/** A fenced block of a document. */
export interface Fence {
  /** `README.md:12`, the line of the opening fence. */
  readonly at: string
  /** The first word after the opening fence, e.g. `sh`. */
  readonly language: string
  readonly text: string
  readonly claim: Claim | undefined
}

export interface MarkdownDocument {
  /** From the root of the repository. */
  readonly path: string
  readonly fences: readonly Fence[]
  /** The text without fenced blocks, line by line as in the file. */
  readonly prose: string
}

const CLAIM = /^<!-- (output|file|from): (.+) -->$/

/** Reads a Markdown file of the repository. A fence that never ends is an error. */
export function readMarkdown(path: string, text: string = readFileSync(path, 'utf8')): MarkdownDocument {
  const fences: Fence[] = []
  const prose: string[] = []
  let claim: Claim | undefined
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const [, indent = '', ticks, language = ''] = /^(\s*)(`{3,})(\w*)/.exec(line) ?? []
    if (ticks === undefined) {
      const [, kind, what = ''] = CLAIM.exec(line.trim()) ?? []
      if (kind !== undefined) claim = { kind: kind as Claim['kind'], what }
      else if (line.trim() !== '') claim = undefined
      prose.push(line)
      continue
    }
    const end = lines.findIndex((other, at) => at > i && other.trim() === ticks)
    if (end === -1) throw new Error(`${path}:${i + 1}: this fence has no end`)
    const body = lines.slice(i + 1, end).map((inner) => (inner.startsWith(indent) ? inner.slice(indent.length) : inner))
    fences.push({ at: `${path}:${i + 1}`, language, text: body.join('\n'), claim })
    claim = undefined
    prose.push(...Array.from({ length: end - i + 1 }, () => ''))
    i = end
  }
  return { path, fences, prose: prose.join('\n') }
}

/** The targets of `[text](target)`. */
export function linksOf({ prose }: MarkdownDocument): readonly string[] {
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
}

/** What stands between single backticks. */
export function codeSpansOf({ prose }: MarkdownDocument): readonly string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
}

/** The anchors of the headings, as GitHub names them. */
export function anchorsOf({ prose }: MarkdownDocument): readonly string[] {
  return [...prose.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
