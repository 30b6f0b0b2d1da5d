import { isArray, isObject, type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'
import { MAX_DOCUMENT_NESTING } from '../asl/plain-json.js'
import { textPositions } from '../asl/text-positions.js'
import { type ErrorPlace, UserError } from '../asl/user-error.js'
import { type CST, type Document, type Node, type Pair, type Scalar, yaml } from '../asl/yaml-package.js'
import { indentContinuations } from './yaml-indent.js'

/** How many values aliases may repeat in all: more is an alias bomb. */
const MAX_REPEATED = 100_000

/** A YAML text with CloudFormation's short forms written out: `!GetAtt A.B` is `{ "Fn::GetAtt": ["A", "B"] }`. */
export interface YamlText {
  readonly value: Json
  /** Where the value at a JSON Pointer of `value` stands. */
  readonly find: (pointer: string) => TextSpan | undefined
}

/** Offsets in a text: where a value stands (a member at its name), and where the value itself begins, after its tag. */
export interface TextSpan {
  readonly at: number
  readonly value: number
}

/** A text that is no YAML, with the place of its first fault. */
export class YamlSyntaxError extends UserError {
  constructor(fault: string, at: ErrorPlace) {
    super('definition', `not valid YAML: ${fault}`, { at })
  }
}

/** Parses YAML as CloudFormation does: tags as functions, keys may repeat (the last counts), `<<` merges. */
export function parseTaggedYaml(text: string, file: string): YamlText {
  const positionOf = textPositions(text)
  const at = (offset?: number): ErrorPlace => ({ file, ...(offset !== undefined && positionOf(offset)) })
  const refuse = (message: string, offset?: number): never => {
    throw new UserError('definition', message, { at: at(offset) })
  }
  const { document, originalOffset, fault } = compose(text, refuse)
  if (fault) throw new YamlSyntaxError(firstLine(fault.message), at(fault.pos[0]))
  if (document === undefined) return { value: null, find: () => undefined }
  const fail: Fail = (message, offset) => refuse(message, offset === undefined ? undefined : originalOffset(offset))
  const reader = new Reader(document, fail)
  const find = (pointer: string): TextSpan | undefined => {
    const place = reader.find(pointer)
    return place && { at: originalOffset(place.at), value: originalOffset(place.value) }
  }
  return { value: reader.toJson(document.contents, 0, false), find }
}

interface Composed {
  readonly document: Document.Parsed | undefined
  readonly originalOffset: (offset: number) => number
  /** Why it is no YAML. */
  readonly fault?: Document.Parsed['errors'][number]
}

/** Composes the text; one that is not YAML 1.2 is tried again with the indentation that YAML 1.1 did not ask for. */
function compose(text: string, fail: Fail): Composed {
  const [document, second] = firstDocuments(text, fail)
  const [error] = document?.errors ?? []
  if (error) {
    const indented = indentContinuations(text)
    const [mended, more] = indented.text === text ? [] : firstDocuments(indented.text, fail)
    if (mended?.errors.length === 0 && (!more || isEmpty(more)))
      return { document: mended, originalOffset: indented.originalOffset }
    return { document, originalOffset: (offset) => offset, fault: error }
  }
  if (second && !isEmpty(second)) fail('holds more than one YAML document; only one is expected', second.range[0])
  return { document, originalOffset: (offset) => offset }
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (yaml().isScalar(contents) && contents.value === null)
}

/** The first document, and the second if there are more. */
function firstDocuments(text: string, fail: Fail): readonly Document.Parsed[] {
  const tokens = [...new (yaml().Parser)().parse(text)]
  if (tokenDepth(tokens) > MAX_DOCUMENT_NESTING) fail(`nested more than ${MAX_DOCUMENT_NESTING} levels deep`)
  const composer = new (yaml().Composer)({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  const documents: Document.Parsed[] = []
  for (const document of composer.compose(tokens)) {
    documents.push(document)
    if (documents.length === 2) break
  }
  return documents
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}

/** How deep collections are nested; iterates, so that it holds for any input. */
function tokenDepth(tokens: readonly CST.Token[]): number {
  const stack: [token: CST.Token, depth: number][] = tokens.map((token) => [token, 0])
  let deepest = 0
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [token, depth] = next
    deepest = Math.max(deepest, depth)
    if (deepest > MAX_DOCUMENT_NESTING) break
    if (token.type === 'document' && token.value) stack.push([token.value, depth])
    if (!('items' in token)) continue
    for (const item of token.items) {
      if (item.key) stack.push([item.key, depth + 1])
      if (item.value) stack.push([item.value, depth + 1])
    }
  }
  return deepest
}

type Fail = (message: string, offset?: number) => never

class Reader {
  readonly #document: Document.Parsed
  readonly #fail: Fail
  #repeated = 0

  constructor(document: Document.Parsed, fail: Fail) {
    this.#document = document
    this.#fail = fail
  }

  toJson(node: unknown, depth: number, repeated: boolean): Json {
    if (depth > MAX_DOCUMENT_NESTING)
      return this.#fail(`nested more than ${MAX_DOCUMENT_NESTING} levels deep, or an alias within itself`)
    if (repeated && ++this.#repeated > MAX_REPEATED) return this.#fail('its aliases repeat too much (an alias bomb?)')
    if (yaml().isAlias(node)) return this.toJson(this.#target(node), depth + 1, true)
    const name = functionName(node)
    const value = this.#plain(node, depth, repeated)
    if (name === undefined) return value
    return { [name]: name === 'Fn::GetAtt' && typeof value === 'string' ? splitAttribute(value) : value }
  }

  #plain(node: unknown, depth: number, repeated: boolean): Json {
    if (yaml().isScalar(node)) return scalarValue(node)
    if (yaml().isSeq(node)) return node.items.map((item) => this.toJson(item, depth + 1, repeated))
    if (!yaml().isMap(node)) return null
    const result: JsonObjectBuilder = {}
    for (const pair of node.items) {
      if (isMergeKey(pair)) this.#merge(pair.value, result, depth)
    }
    for (const pair of node.items) {
      if (!isMergeKey(pair)) setMember(result, this.#key(pair), this.toJson(pair.value, depth + 1, repeated))
    }
    return result
  }

  #merge(source: unknown, into: JsonObjectBuilder, depth: number): void {
    const value = this.toJson(source, depth + 1, true)
    for (const map of isArray(value) ? value.toReversed() : [value]) {
      if (isObject(map)) for (const [key, item] of Object.entries(map)) setMember(into, key, item)
    }
  }

  #key(pair: Pair): string {
    if (yaml().isScalar(pair.key)) return keyText(pair.key)
    return this.#fail('a key must be a string', startOf(pair.key))
  }

  #target(node: unknown): Node | undefined {
    return yaml().isAlias(node) ? node.resolve(this.#document) : (node as Node | undefined)
  }

  /** Where the value at a pointer stands; tags and aliases are followed as `toJson` does. */
  find(pointer: string): TextSpan | undefined {
    let node: unknown = this.#document.contents
    let place: TextSpan = { at: startOf(node) ?? 0, value: startOf(node) ?? 0 }
    let written = false
    for (const step of pointer.split('/').slice(1)) {
      if (!written && functionName(node) === step) {
        written = true
        continue
      }
      const entry = this.#entry(this.#target(node), step.replaceAll('~1', '/').replaceAll('~0', '~'), 0)
      const value = entry && (startOf(entry.node) ?? entry.key)
      if (entry === undefined || value === undefined) return undefined
      place = { at: entry.key ?? value, value }
      node = entry.node
      written = false
    }
    return place
  }

  #entry(node: unknown, step: string, depth: number): Entry | undefined {
    if (yaml().isSeq(node))
      return /^\d+$/.test(step) && Number(step) < node.items.length ? { node: node.items[Number(step)] } : undefined
    if (!yaml().isMap(node) || depth > MAX_DOCUMENT_NESTING) return undefined
    const pair = node.items.findLast(
      (item) => !isMergeKey(item) && yaml().isScalar(item.key) && keyText(item.key) === step,
    )
    if (pair) return { node: pair.value, key: startOf(pair.key) }
    for (const merged of node.items.filter(isMergeKey)) {
      const source = this.#target(merged.value)
      for (const map of yaml().isSeq(source) ? source.items : [source]) {
        const entry = this.#entry(this.#target(map), step, depth + 1)
        if (entry) return entry
      }
    }
    return undefined
  }
}

interface Entry {
  readonly node: unknown
  readonly key?: number | undefined
}

function startOf(node: unknown): number | undefined {
  return yaml().isNode(node) ? node.range?.[0] : undefined
}

function isMergeKey(pair: Pair): boolean {
  return yaml().isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN'
}

/** The function a local tag stands for: `!Sub` for `Fn::Sub`, `!Ref` for `Ref`. */
function functionName(node: unknown): string | undefined {
  const tag = yaml().isScalar(node) || yaml().isMap(node) || yaml().isSeq(node) ? node.tag : undefined
  if (tag === undefined || !/^![A-Za-z]/.test(tag)) return undefined
  const name = tag.slice(1).replace(/^Fn::/, '')
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`
}

function splitAttribute(text: string): Json {
  const dot = text.indexOf('.')
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)]
}

function keyText(key: Scalar): string {
  return key.type === 'PLAIN' ? (key.source ?? String(key.value)) : String(key.value)
}

/** Numbers that JSON does not have (`.inf`) and dates stay text. */
function scalarValue(node: Scalar): Json {
  const { value } = node
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return node.source ?? null
}
