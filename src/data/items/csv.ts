import { type Json, type JsonObjectBuilder, setMember } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'
import type { Items } from './items.js'

/** How an ItemReader reads CSV. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
export interface CsvOptions {
  /** Headers given in the definition; undefined: the first row holds them. */
  readonly headers: readonly string[] | undefined
  /** One character; default a comma. */
  readonly delimiter: string
}

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
}

/** The character of `CSVDelimiter`; a comma where it is not given. */
export function delimiterCharacter(name: Json | undefined): string {
  return typeof name === 'string' ? (DELIMITERS[name] ?? ',') : ','
}

/**
 * The rows as items: every value is text, a row that is too short is filled with empty text, and what goes beyond the
 * headers is dropped; an empty header is a header (all recorded). Duplicate headers are refused.
 */
export function csvItems(text: string, { headers, delimiter }: CsvOptions): Items | QueryFailure {
  const starts = rowStarts(text, delimiter)
  const first = headers === undefined ? starts.shift() : undefined
  const names = headers ?? (first === undefined ? [] : fieldsAt(text, first, delimiter))
  if (new Set(names).size !== names.length) {
    return new QueryFailure('States.ItemReaderFailed', 'CSV headers cannot contain duplicates.')
  }
  return new CsvRows(text, delimiter, names, starts)
}

/** The rows of a CSV text: what is kept of a row is where it starts. */
class CsvRows implements Items {
  readonly #text: string
  readonly #delimiter: string
  readonly #names: readonly string[]
  readonly #starts: readonly number[]

  constructor(text: string, delimiter: string, names: readonly string[], starts: readonly number[]) {
    this.#text = text
    this.#delimiter = delimiter
    this.#names = names
    this.#starts = starts
  }

  get length(): number {
    return this.#starts.length
  }

  at(index: number): Json | undefined {
    const start = this.#starts[index]
    if (start === undefined) return undefined
    const fields = fieldsAt(this.#text, start, this.#delimiter)
    const item: JsonObjectBuilder = {}
    for (let i = 0; i < this.#names.length; i++) setMember(item, this.#names[i] ?? '', fields[i] ?? '')
    return item
  }
}

/** Where the rows of a text start that are not empty. */
function rowStarts(text: string, delimiter: string): number[] {
  const starts: number[] = []
  let at = 0
  while (at < text.length) {
    let end = fieldEnd(text, at, delimiter)
    if (text[end] === delimiter || !isEmpty(text, at, end)) starts.push(at)
    while (text[end] === delimiter) end = fieldEnd(text, end + 1, delimiter)
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
  return starts
}

function isEmpty(text: string, start: number, end: number): boolean {
  return start === end || (text[start] === '"' && quotedField(text, start).value === '')
}

/** The fields of a row; one in double quotes may hold delimiters, line ends and doubled quotes (RFC 4180). */
function fieldsAt(text: string, start: number, delimiter: string): readonly string[] {
  const fields: string[] = []
  for (let at = start; ; at++) {
    if (text[at] === '"') {
      const field = quotedField(text, at)
      fields.push(field.value)
      at = field.end
    } else {
      const end = fieldEnd(text, at, delimiter)
      fields.push(text.slice(at, end))
      at = end
    }
    if (text[at] !== delimiter) return fields
  }
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Index of the delimiter or line end after the field that starts here; the text's length for the last one. */
function fieldEnd(text: string, start: number, delimiter: string): number {
  if (text[start] === '"') return quotedField(text, start).end
  const delimiterUnit = delimiter.charCodeAt(0)
  for (let end = start; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit === delimiterUnit || unit === LINE_FEED || unit === CARRIAGE_RETURN) return end
  }
  return text.length
}

interface Field {
  readonly value: string
  /** Index of the delimiter or line end after it. */
  readonly end: number
}

function quotedField(text: string, start: number): Field {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return { value: parts.join('') + text.slice(from), end: text.length }
    parts.push(text.slice(from, quote))
    if (text[quote + 1] !== '"') return { value: parts.join(''), end: quote + 1 }
    parts.push('"')
    from = quote + 2
  }
}
