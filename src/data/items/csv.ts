import { type Json, type JsonObjectBuilder, setMember } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'

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
export function csvItems(text: string, { headers, delimiter }: CsvOptions): readonly Json[] | QueryFailure {
  const rows = csvRows(text, delimiter)
  const names = headers ?? rows.shift() ?? []
  if (new Set(names).size !== names.length) {
    return new QueryFailure('States.ItemReaderFailed', 'CSV headers cannot contain duplicates.')
  }
  return rows.map((row) => {
    const item: JsonObjectBuilder = {}
    for (const [i, name] of names.entries()) setMember(item, name, row[i] ?? '')
    return item
  })
}

/** Rows of fields; a field in double quotes may hold delimiters, line ends and doubled quotes (RFC 4180). */
function csvRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    let end = at
    do {
      const field = text[end] === '"' ? quotedField(text, end) : bareField(text, end, delimiter)
      row.push(field.value)
      end = field.end + 1
    } while (text[end - 1] === delimiter)
    if (row.length > 1 || row[0] !== '') rows.push(row)
    at = text[end - 1] === '\r' && text[end] === '\n' ? end + 1 : end
  }
  return rows
}

interface Field {
  readonly value: string
  /** Index of the delimiter or line end after it. */
  readonly end: number
}

function bareField(text: string, start: number, delimiter: string): Field {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(start, end), end }
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
