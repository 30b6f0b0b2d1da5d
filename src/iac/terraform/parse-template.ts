import { Scanner } from './scanner.js'
import type { Expression, ForHead, TemplatePart } from './hcl-syntax.js'

/** A template before its directives are put into one another. */
type Token =
  | { readonly kind: 'text'; text: string; start: number }
  | { readonly kind: 'value'; readonly of: Expression; readonly trims: Trims }
  | { readonly kind: 'if'; readonly condition: Expression; readonly trims: Trims }
  | { readonly kind: 'for'; readonly head: ForHead; readonly trims: Trims }
  | { readonly kind: 'else' | 'endif' | 'endfor'; readonly trims: Trims }

/** Whether `~` takes away the blanks before or after. */
interface Trims {
  readonly before: boolean
  readonly after: boolean
}

/** What reads the expressions within a template. */
export interface Inside {
  readonly expression: (scanner: Scanner) => Expression
  readonly forHead: (scanner: Scanner) => ForHead
}

/** Reads all that is left as a template. */
export function readTemplate(scanner: Scanner, inside: Inside): readonly TemplatePart[] {
  return arrange(
    readTokens(scanner, () => scanner.done, false, inside),
    scanner,
  )
}

/** Reads a quoted template. */
export function readQuoted(scanner: Scanner, inside: Inside): readonly TemplatePart[] {
  scanner.expect('"')
  const parts = arrange(
    readTokens(scanner, () => scanner.char() === '"', true, inside),
    scanner,
  )
  scanner.expect('"')
  return parts
}

/** Reads `<<END` and `<<-END`; the latter without the indentation that all lines share. */
export function readHeredoc(scanner: Scanner, inside: Inside): readonly TemplatePart[] {
  const [, flush, name = ''] = scanner.match(/<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy) ?? []
  if (name === '') throw scanner.fail('expected the name of a heredoc and a new line')
  const start = scanner.at
  const closing = new RegExp(`^[ \\t]*${name}(?=[ \\t]*(?![^\\r\\n]))`, 'mu')
  const found = closing.exec(scanner.source.text.slice(start))
  if (!found) throw scanner.fail(`the heredoc has no closing ${name}`, start)
  const end = start + found.index
  const inner = new Scanner(scanner.source, start, end)
  const tokens = readTokens(inner, () => inner.done, false, inside)
  if (flush === '-') dedent(tokens)
  scanner.at = end + found[0].length
  return arrange(tokens, inner)
}

function readTokens(scanner: Scanner, ends: () => boolean, quoted: boolean, inside: Inside): Token[] {
  const tokens: Token[] = []
  while (!ends()) {
    if (scanner.done) throw scanner.fail('the text has no closing quote')
    const start = scanner.at
    const token = readMarked(scanner, inside)
    if (token !== undefined) {
      tokens.push(token)
      continue
    }
    const escape = quoted ? scanner.match(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^uU]))/y) : undefined
    const text = escape ? unescape(escape) : readPlain(scanner, quoted)
    tokens.push({ kind: 'text', text, start })
  }
  return tokens
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function unescape([, short, long, char = '']: RegExpExecArray): string {
  const code = Number.parseInt(short ?? long ?? '', 16)
  if (Number.isNaN(code)) return ESCAPES[char] ?? char
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}

/** Text up to a sign that may mean something, or the end of the line; `$${` and `%%{` are `${` and `%{`. */
function readPlain(scanner: Scanner, quoted: boolean): string {
  const doubled = scanner.match(/(?:\$\$|%%)(?=\{)/y)
  if (doubled) {
    scanner.at++
    return `${doubled[0].charAt(0)}{`
  }
  const plain = scanner.match(quoted ? /[^"\\$%\n]+/y : /[^$%\n]*\n|[^$%\n]+/y)?.[0]
  if (plain !== undefined) return plain
  const char = scanner.char()
  if (quoted && char === '\n') throw scanner.fail('a quoted text ends on its line')
  scanner.at++
  return char
}

/** `${...}` and `%{...}`. */
function readMarked(scanner: Scanner, inside: Inside): Token | undefined {
  const directive = scanner.startsWith('%{')
  if (!directive && !scanner.startsWith('${')) return undefined
  scanner.at += 2
  return scanner.within(false, () => {
    const before = scanner.take('~')
    scanner.blanks()
    const open = directive ? readDirective(scanner, inside) : { kind: 'value' as const, of: inside.expression(scanner) }
    scanner.blanks()
    const after = scanner.take('~')
    scanner.expect('}')
    return { ...open, trims: { before, after } }
  })
}

type Directive =
  | { readonly kind: 'if'; readonly condition: Expression }
  | { readonly kind: 'for'; readonly head: ForHead }
  | { readonly kind: 'else' | 'endif' | 'endfor' }

function readDirective(scanner: Scanner, inside: Inside): Directive {
  if (scanner.sees(/for\b/y)) return { kind: 'for', head: inside.forHead(scanner) }
  const word = scanner.match(/(?:if|else|endif|endfor)\b/y)?.[0]
  if (word === 'if') return { kind: 'if', condition: inside.expression(scanner) }
  if (word === 'else' || word === 'endif' || word === 'endfor') return { kind: word }
  throw scanner.fail('expected if, else, endif, for or endfor')
}

/** Takes away the indentation that all lines have; lines of blanks do not count. */
function dedent(tokens: readonly Token[]): void {
  const firsts = tokens.filter((_, index) => {
    const before = tokens[index - 1]
    return before === undefined || (before.kind === 'text' && before.text.endsWith('\n'))
  })
  const indented = firsts.filter((token) => token.kind !== 'text' || !/^\s*\n$/.test(token.text))
  const indents = indented.map((token) => (token.kind === 'text' ? /^[ \t]*/.exec(token.text)?.[0].length : 0) ?? 0)
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  for (const token of indented) {
    if (token.kind !== 'text') continue
    token.text = token.text.slice(common)
    token.start += common
  }
}

/** Trims texts as their neighbours ask, and puts directives into one another. */
function arrange(tokens: readonly Token[], scanner: Scanner): readonly TemplatePart[] {
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') continue
    if (token.trims.before) trim(tokens, index, -1)
    if (token.trims.after) trim(tokens, index, 1)
  }
  const rest = [...tokens].reverse()
  return readUntil(rest, [], scanner)
}

function trim(tokens: readonly Token[], from: number, step: 1 | -1): void {
  for (let index = from + step; ; index += step) {
    const token = tokens[index]
    if (token?.kind !== 'text') return
    const trimmed = step === 1 ? token.text.trimStart() : token.text.trimEnd()
    if (step === 1) token.start += token.text.length - trimmed.length
    token.text = trimmed
    if (trimmed !== '') return
  }
}

/** Parts up to one of the closing directives, which stays. `rest` is in reverse. */
function readUntil(rest: Token[], closing: readonly Token['kind'][], scanner: Scanner): readonly TemplatePart[] {
  return scanner.nested(() => {
    const parts: TemplatePart[] = []
    for (let token = rest.at(-1); token !== undefined; token = rest.at(-1)) {
      if (closing.includes(token.kind)) return parts
      rest.pop()
      if (token.kind === 'text') {
        if (token.text !== '') parts.push(token)
      } else if (token.kind === 'value') parts.push({ kind: 'value', of: token.of })
      else if (token.kind === 'if') {
        const yes = readUntil(rest, ['else', 'endif'], scanner)
        const no = rest.at(-1)?.kind === 'else' && rest.pop() ? readUntil(rest, ['endif'], scanner) : []
        rest.pop()
        parts.push({ kind: 'if', condition: token.condition, yes, no })
      } else if (token.kind === 'for') {
        const inside = readUntil(rest, ['endfor'], scanner)
        rest.pop()
        parts.push({ kind: 'for', head: token.head, parts: inside })
      } else throw scanner.fail(`a ${token.kind} has nothing before it to close`)
    }
    if (closing.length > 0) throw scanner.fail(`expected ${closing.join(' or ')} before the end of the template`)
    return parts
  })
}
