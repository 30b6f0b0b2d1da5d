import { findJsonFault, jsonOffsets } from './json-scanner.js'
import { isObject } from './json.js'
import type { Json, JsonObject } from './json.js'
import { findNotPlain, MAX_DOCUMENT_NESTING } from './plain-json.js'
import type { LocateSource } from './positions.js'
import { textPositions } from './text-positions.js'
import { escapeUnprintable, hasUnprintable, unicodeEscape } from './unprintable.js'
import { type ErrorPlace, UserError } from './user-error.js'
import { type CST, type Document, type Node, type Pair, type Scalar, yaml } from './yaml-package.js'

export interface ParseOptions {
  /** Largest text that is read, in bytes of UTF-8. Default 16 MiB: templates are larger than the 1 MiB of a definition. */
  readonly maxBytes?: number
  /** Only JSON, whatever the file is named. By default YAML is read as well, but not from a file named `.json`. */
  readonly jsonOnly?: boolean
}

/** Data read from a JSON or YAML text, and where each part of it stands (a member at its name). */
export interface Located<T> {
  readonly value: T
  readonly locate: LocateSource
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024

/** A YAML text is not parsed beyond this length, in UTF-16 units: YAML takes its time, and a template ends at 1 MB. */
export const MAX_YAML_LENGTH = 2 * 1024 * 1024

/** Data as YAML text, with a newline at the end. What could act on a screen or in the log of a CI job stands escaped in double quotes. */
export function printYaml(value: Json): string {
  const { Document, visit } = yaml()
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && mustBeEscaped(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return escapeUnprintable(
    document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity }),
    (character) => (character === '\n' || character === '\t' ? character : unicodeEscape(character)),
  )
}

/** Whether a text cannot stand as it is: line breaks and tabs do, as long as no line begins as a command of GitHub does. */
function mustBeEscaped(text: string): boolean {
  return hasUnprintable(text.replaceAll(/[\n\t]/g, '')) || /^\s*::/m.test(text)
}

/** How often YAML aliases may multiply one anchor; guards against documents that grow exponentially. */
const MAX_ALIAS_COUNT = 1000

/**
 * Reads a state machine from JSON or YAML text. `file` is only used in messages and positions.
 * Names given twice are accepted and the last one counts, as in Step Functions. Throws `UserError` ('definition').
 */
export function parseDefinition(
  text: string,
  file: string,
  options: ParseOptions = {},
): { readonly definition: JsonObject; readonly locate: LocateSource } {
  const { value, locate } = parseLocated(text, file, options)
  if (isObject(value)) return { definition: value, locate }
  const at = locate('') ?? { file, line: 1, column: 1 }
  throw refusal(at, 'a state machine must be an object with StartAt and States', 'check that this is the right file')
}

/** Reads any JSON or YAML data, with the same protections as `parseDefinition`. Throws `UserError` ('definition'). */
export function parseData(text: string, file: string, options: ParseOptions = {}): Json {
  return parseLocated(text, file, options).value
}

/** As `parseData`, and tells where each part stands. Positions of JSON are worked out when first asked for. */
export function parseLocated(text: string, file: string, options: ParseOptions = {}): Located<Json> {
  refuseLargeText(text, file, options.maxBytes ?? DEFAULT_MAX_BYTES)
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (source.trim() === '') throw refusal({ file }, 'it is empty', 'check that this is the right file')
  const strict = options.jsonOnly === true || isNamed(file, 'json')
  const located = strict || /^\s*[{[]/.test(source) ? parseJsonOrYaml(source, file, strict) : parseYaml(source, file)
  const notPlain = findNotPlain(located.value)
  if (!notPlain) return located
  const at = located.locate(notPlain.pointer)
  throw refusal(at ?? { file }, `the value ${notPlain.why}`, 'make it plain JSON data')
}

function refuseLargeText(text: string, file: string, maxBytes: number): void {
  const bytes = Buffer.byteLength(text)
  if (bytes > maxBytes) {
    throw refusal(
      { file },
      `the file has ${bytes} bytes and the limit is ${maxBytes}`,
      'check that this is the right file',
    )
  }
}

function refusal(at: ErrorPlace, what: string, hint: string): UserError {
  return new UserError('definition', what, { at, hint })
}

function isNamed(file: string, ...extensions: readonly string[]): boolean {
  return extensions.some((extension) => file.toLowerCase().endsWith(`.${extension}`))
}

/** JSON text is YAML as well (flow style, with comments and bare names), and is taken as such unless it must be strict. */
function parseJsonOrYaml(text: string, file: string, strict: boolean): Located<Json> {
  try {
    return { value: JSON.parse(text) as Json, locate: locateJson(text, file) }
  } catch {
    if (strict) throw jsonRefusal(text, file)
    try {
      return parseYaml(text, file)
    } catch (error) {
      throw isNamed(file, 'yaml', 'yml') ? error : jsonRefusal(text, file)
    }
  }
}

function jsonRefusal(text: string, file: string): UserError {
  const fault = findJsonFault(text) ?? { offset: 0, expected: 'JSON' }
  const where = { file, ...textPositions(text)(fault.offset) }
  if (text.startsWith('${', fault.offset)) {
    return refusal(where, 'not JSON before the placeholder has its value', 'load the template that substitutes it')
  }
  const found =
    fault.offset < text.length
      ? `found ${JSON.stringify(text.slice(fault.offset, fault.offset + 12))}`
      : 'the text ends'
  return refusal(where, `not valid JSON: expected ${fault.expected}, ${found}`, 'correct the file here')
}

function locateJson(text: string, file: string): LocateSource {
  const positionOf = textPositions(text)
  let offsets: ReadonlyMap<string, number> | undefined
  return (pointer) => {
    offsets ??= jsonOffsets(text)
    const offset = offsets.get(pointer)
    return offset === undefined ? undefined : { file, ...positionOf(offset) }
  }
}

function parseYaml(text: string, file: string): Located<Json> {
  if (text.length > MAX_YAML_LENGTH)
    throw refusal({ file }, 'YAML is read up to 2 MiB', 'write it as JSON, or make it smaller')
  const positionOf = textPositions(text)
  const where = (offset: number): ErrorPlace => ({ file, ...positionOf(offset) })
  const tokens = [...new (yaml().Parser)().parse(text)]
  const tooDeep = findTooDeep(tokens)
  if (tooDeep)
    throw refusal(where(tooDeep.offset), `nested more than ${MAX_DOCUMENT_NESTING} levels deep`, 'make it flatter')

  // Tags such as !!set would make values that are no JSON data.
  const options = { uniqueKeys: false, merge: true, resolveKnownTags: false, logLevel: 'error' } as const
  const [document, second] = new (yaml().Composer)(options).compose(tokens, true, text.length)
  if (!document) throw refusal({ file }, 'the file is empty', 'check that this is the right file')
  const [fault] = document.errors
  if (fault) throw refusal(where(fault.pos[0]), `not valid YAML: ${firstLine(fault.message)}`, 'correct the file here')
  if (second) throw refusal(where(second.range[0]), 'a second YAML document starts here', 'keep one document in a file')
  return { value: toData(document, file), locate: locateYaml(document, file, positionOf) }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message
}

function toData(document: Document.Parsed, file: string): Json {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) as Json
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error)
    // For aliases the package throws ReferenceErrors, and plain Errors where `<<` has something that it cannot merge.
    if (!(error instanceof ReferenceError)) throw refusal({ file }, `not valid YAML: ${reason}`, 'correct the file')
    throw refusal({ file }, `YAML aliases cannot be written out (${reason})`, 'use fewer aliases')
  }
}

/** The first token below the allowed nesting. Done before composing, which recurses. */
function findTooDeep(tokens: readonly CST.Token[]): CST.Token | undefined {
  const todo = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { token, depth } = next
    if (depth > MAX_DOCUMENT_NESTING) return token
    if (token.type === 'document') {
      if (token.value) todo.push({ token: token.value, depth })
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) todo.push({ token: item.key, depth: depth + 1 })
        if (item.value) todo.push({ token: item.value, depth: depth + 1 })
      }
    }
  }
  return undefined
}

function locateYaml(
  document: Document.Parsed,
  file: string,
  positionOf: ReturnType<typeof textPositions>,
): LocateSource {
  return (pointer) => {
    const steps = pointer.split('/').slice(1)
    let node: unknown = document.contents
    let offset = offsetOf(node)
    for (const step of steps) {
      const found = childOf(document, node, step.replaceAll('~1', '/').replaceAll('~0', '~'))
      if (!found) return undefined
      node = found.node
      offset = found.offset
    }
    return offset === undefined ? undefined : { file, ...positionOf(offset) }
  }
}

interface Child {
  readonly node: unknown
  readonly offset: number | undefined
}

function childOf(document: Document.Parsed, node: unknown, key: string): Child | undefined {
  const parent = yaml().isAlias(node) ? node.resolve(document) : node
  if (yaml().isSeq(parent)) {
    const item = /^[0-9]+$/.test(key) ? parent.items[Number(key)] : undefined
    return item === undefined ? undefined : { node: item, offset: offsetOf(item) }
  }
  if (!yaml().isMap(parent)) return undefined
  const pair = parent.items.findLast((item) => yaml().isPair(item) && keyOf(item) === key)
  if (pair) return { node: pair.value, offset: offsetOf(pair.key) }
  return childOfMerged(document, parent.items, key)
}

/** A member that `<<: *anchor` brings in stands where the anchor has it. */
function childOfMerged(document: Document.Parsed, pairs: readonly Pair[], key: string): Child | undefined {
  for (const { value } of pairs.filter((pair) => keyOf(pair) === '<<')) {
    for (const merged of yaml().isSeq(value) ? value.items : [value]) {
      const target = yaml().isAlias(merged) ? merged.resolve(document) : merged
      const pair = yaml().isMap(target) ? target.items.findLast((item) => keyOf(item) === key) : undefined
      if (pair) return { node: pair.value, offset: offsetOf(pair.key) }
    }
  }
  return undefined
}

function keyOf(pair: Pair): string | undefined {
  if (!yaml().isScalar(pair.key)) return undefined
  const { value } = pair.key as Scalar<string | number | boolean | bigint | symbol | null>
  if (typeof value === 'symbol') return value.description
  return value === null ? '' : String(value)
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0]
}
