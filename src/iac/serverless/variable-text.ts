import type { Json } from '../../asl/json.js'

/** `${...}` of a Serverless file: what stands between the braces. */
export interface Variable {
  readonly text: string
}

/** One of the values that a variable may have, the first that there is: `opt:stage`, `'dev'`, `${self:custom.stage}`. */
export type Alternative =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'source'; readonly text: string }

/** Where a value comes from: `self:custom.table`, `file(tables.yml):orders`, `sls:stage`. */
export interface ValueSource {
  readonly type: string
  /** Between the brackets. */
  readonly parameters: string
  /** After the colon. */
  readonly address: string
}

/** Longer than any variable that people write. */
const MAX_LENGTH = 4_096

/** A text in parts: what stands there as it is, and variables. `${AWS::Region}` and `${Name}` are none: CloudFormation has them. */
export function partsOf(text: string): readonly (string | Variable)[] {
  const closing = closingBraces(text)
  const parts: (string | Variable)[] = []
  let from = 0
  for (const [at, end] of [...closing].sort(([a], [b]) => a - b)) {
    if (at < from) continue
    const inside = text.slice(at + 2, end)
    if (!isVariable(inside)) continue
    const isEscaped = text[at - 1] === '\\'
    if (isEscaped) parts.push(text.slice(from, at - 1) + text.slice(at, end + 1))
    else {
      if (at > from) parts.push(text.slice(from, at))
      parts.push({ text: inside })
    }
    from = end + 1
  }
  if (from < text.length || parts.length === 0) parts.push(text.slice(from))
  return parts
}

/** https://www.serverless.com/framework/docs/providers/aws/guide/variables */
function isVariable(inside: string): boolean {
  return inside.length <= MAX_LENGTH && /^\s*[A-Za-z][\w-]*(?:\(|:(?!:))/.test(inside)
}

/** Where each `${` of a text closes; those within others count as well. */
function closingBraces(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') open.push(at)
    else if (text[at] === '}') {
      const begin = open.pop()
      if (begin !== undefined && text[begin - 1] === '$') closing.set(begin - 1, at)
    }
  }
  return closing
}

/** What a variable may be, in the order of preference: `opt:stage, self:provider.stage, 'dev'`. */
export function alternativesOf({ text }: Variable): readonly Alternative[] {
  return splitAtCommas(text).map((part): Alternative => {
    if (part.startsWith('${') && closingBraces(part).get(0) === part.length - 1)
      return { kind: 'variable', variable: { text: part.slice(2, -1) } }
    const quoted = /^'(.*)'$|^"(.*)"$/s.exec(part)
    if (quoted) return { kind: 'literal', value: quoted[1] ?? quoted[2] ?? '' }
    if (/^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/.test(part))
      return { kind: 'literal', value: JSON.parse(part) as Json }
    return { kind: 'source', text: part }
  })
}

/** Splits at commas that stand outside of quotes and brackets. */
function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = []
  let [from, depth, quote] = [0, 0, '']
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if ('({['.includes(char)) depth++
    else if (')}]'.includes(char)) depth--
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...parts, text.slice(from).trim()]
}

/** A source in its parts; undefined for what is none, such as a bare word. */
export function sourceOf(text: string): ValueSource | undefined {
  const match = /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?(?::(.*))?$/s.exec(text)
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined
  return { type: match[1] ?? '', parameters: (match[2] ?? '').trim(), address: (match[3] ?? '').trim() }
}
