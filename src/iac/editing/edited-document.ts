import type { Json, JsonObject } from '../../asl/json.js'
import type { Position } from '../../asl/positions.js'
import { type Document, type Node, type Pair, yaml } from '../../asl/yaml-package.js'
import { blockLines, flowText } from './notation.js'
import type { TextEdit } from './text-edit.js'

/** Where a value stands: an item of a list at its own beginning, a member of a map at its key's. */
export interface EditPlace extends Position {
  readonly isItem: boolean
}

/** A text in JSON or YAML, of which parts are changed while all else stays as it is written. */
export class EditedDocument {
  readonly #text: string
  readonly #document: Document
  readonly #newline: string

  /** Undefined for a text that is neither. */
  static of(text: string): EditedDocument | undefined {
    const document = yaml().parseDocument(text, { keepSourceTokens: true, logLevel: 'silent', uniqueKeys: false })
    return document.errors.length > 0 ? undefined : new EditedDocument(text, document)
  }

  private constructor(text: string, document: Document) {
    this.#text = text
    this.#document = document
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n'
  }

  /** Another text for a scalar; undefined if none stands there. */
  replaceText(at: EditPlace, value: string): TextEdit | undefined {
    const node = this.#nodeAt(at)
    if (!node || !yaml().isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined
    const [start, end] = node.range
    const quote = this.#text[start]
    const text = quote === '"' ? JSON.stringify(value) : quote === "'" ? `'${value.replaceAll("'", "''")}'` : value
    return { start, end, text }
  }

  /** A new member of a map, before the first of `before` that it has, or else as its first. */
  insertMember(at: EditPlace, name: string, value: Json, before: readonly string[] = []): TextEdit | undefined {
    const map = this.#nodeAt(at)
    if (!map || !yaml().isMap(map)) return undefined
    const pairs: readonly Pair[] = map.items
    const next = before.flatMap((key) => pairs.find((pair) => keyOf(pair) === key) ?? [])[0] ?? pairs[0]
    const start = next && startOf(next.key)
    if (start === undefined) return undefined
    if (map.flow !== true) return this.#insertion(start, blockLines({ [name]: value }))
    return this.#insertion(start, flowText(`${JSON.stringify(name)}: `, value, this.#unitAt(start)), ',')
  }

  /** A new first item of the list that a map has under a name. */
  insertItem(at: EditPlace, name: string, value: JsonObject): TextEdit | undefined {
    const map = this.#nodeAt(at)
    const list = map && yaml().isMap(map) ? map.get(name, true) : undefined
    if (!list || !yaml().isSeq(list)) return undefined
    const first = startOf(list.items[0])
    if (first === undefined) return undefined
    if (list.flow === true) return this.#insertion(first, flowText('', value, this.#unitAt(first)), ',')
    const dash = this.#text.lastIndexOf('-', first - 1)
    const [head = '', ...rest] = blockLines(value)
    return this.#insertion(dash, [`- ${head}`, ...rest.map((line) => `  ${line}`)])
  }

  /** Whether the map has a member of the name. */
  has(at: EditPlace, name: string): boolean {
    const map = this.#nodeAt(at)
    return map !== undefined && yaml().isMap(map) && map.has(name)
  }

  /** Lines before what stands at the offset, which stays on a line of its own where it is on one. */
  #insertion(start: number, lines: readonly string[], separator = ''): TextEdit {
    const lineStart = this.#text.lastIndexOf('\n', start - 1) + 1
    const indent = this.#text.slice(lineStart, start)
    if (indent.trim() !== '') {
      const inline = lines.map((line) => line.trim()).join(' ')
      return { start, end: start, text: `${inline}${separator} ` }
    }
    const text = lines.map((line, i) => (i === 0 ? line : indent + line)).join(this.#newline)
    return { start, end: start, text: `${text}${separator}${this.#newline}${indent}` }
  }

  /** What a level of indentation is: the line's own, less that of the nearest line above with less. */
  #unitAt(offset: number): string {
    const lines = this.#text.slice(0, offset).split('\n')
    const own = indentOf(lines.pop() ?? '')
    const outer = lines.map(indentOf).findLast((indent) => indent.length < own.length) ?? ''
    const unit = own.slice(outer.length)
    return unit === '' ? '  ' : unit
  }

  /** The value whose key stands at a place; of an item of a list the value itself does. */
  #nodeAt({ line, column, isItem }: EditPlace): Node | undefined {
    const before = this.#text.split('\n').slice(0, line - 1)
    const offset = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1
    let found: unknown
    yaml().visit(this.#document, {
      Pair: (_, pair) => {
        if (isItem || startOf(pair.key) !== offset) return undefined
        found = pair.value
        return yaml().visit.BREAK
      },
      Node: (_, node) => {
        if (!isItem || startOf(node) !== offset) return undefined
        found = node
        return yaml().visit.BREAK
      },
    })
    return yaml().isNode(found) ? found : undefined
  }
}

function startOf(node: unknown): number | undefined {
  return yaml().isNode(node) ? node.range?.[0] : undefined
}

function keyOf({ key }: Pair): unknown {
  return yaml().isScalar(key) ? key.value : undefined
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}
