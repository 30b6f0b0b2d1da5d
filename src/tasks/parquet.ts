import type * as Zlib from 'node:zlib'
import type * as Hyparquet from 'hyparquet'
import { type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { MAX_OBJECT_BYTES } from './object-bytes.js'
import { type PageRange, checkPages } from './parquet-pages.js'

/** Rows of a file beyond this are refused: a small file can claim any number of them. */
const MAX_ROWS = 10_000_000
/** Levels of lists and structs in a row. */
const MAX_DEPTH = 100

/** Rows as JSON; or what is wrong with the file, where it is none, in one sentence. */
export type ParquetRows = readonly Json[] | string

/**
 * The rows of a Parquet file as JSON, the same on every machine: a column is a member, NULL is null; whole numbers beyond
 * 2^53 and numbers that JSON has not (NaN, Infinity) are text; a DATE is `2030-01-31`, a TIMESTAMP ISO 8601 in UTC with
 * milliseconds; BYTE_ARRAY is text in UTF-8, other bytes are base64. Pages in SNAPPY, GZIP, BROTLI or none.
 * UserError: 'unsupported' without the package hyparquet, 'usage' for a file that unpacks beyond the limits.
 * What the headers say is checked; a file that was broken on purpose inside a page may still keep the package busy.
 */
export async function parquetRows(bytes: Uint8Array): Promise<ParquetRows> {
  const hyparquet = await loadHyparquet()
  const file = new Uint8Array(bytes).buffer
  try {
    const metadata = hyparquet.parquetMetadata(file)
    const { deserializeTCompactProtocol: readStruct } = await import('hyparquet/src/thrift.js')
    checkSize(metadata)
    checkColumns(metadata, hyparquet.parquetSchema(metadata))
    for (const range of pageRanges(metadata)) checkPages(file, range, readStruct)
    const compressors = decompressors(hyparquet.snappyUncompress, await import('node:zlib'))
    const rows = await hyparquet.parquetReadObjects({ file, metadata, compressors, parsers: PARSERS })
    return rows.map((row) => asJson(row, 0))
  } catch (error) {
    if (error instanceof UserError) throw error
    return `The object cannot be read as a Parquet file: ${error instanceof Error ? error.message : String(error)}.`
  }
}

async function loadHyparquet(): Promise<typeof Hyparquet> {
  try {
    return await import('hyparquet')
  } catch {
    throw new UserError(
      'unsupported',
      'InputType PARQUET needs the package hyparquet, which is not installed: npm install --save-dev hyparquet',
    )
  }
}

interface Sizes {
  readonly num_rows: bigint
  readonly row_groups: readonly { readonly columns: readonly Chunk[] }[]
}

interface Chunk {
  readonly meta_data?: {
    readonly num_values: bigint
    readonly dictionary_page_offset?: bigint | undefined
    readonly data_page_offset: bigint
    readonly total_compressed_size: bigint
    readonly total_uncompressed_size: bigint
    readonly path_in_schema: readonly string[]
  }
}

/** What the file says of itself is believed no further than the limits; each page is held to them again. */
function checkSize({ num_rows, row_groups }: Sizes): void {
  const chunks = row_groups.flatMap(({ columns }) => columns.flatMap(({ meta_data }) => meta_data ?? []))
  const bytes = chunks.reduce((sum, { total_uncompressed_size }) => sum + total_uncompressed_size, 0n)
  const values = chunks.reduce((sum, { num_values }) => sum + num_values, 0n)
  if (num_rows > MAX_ROWS || values > MAX_ROWS * 10 || bytes > MAX_OBJECT_BYTES) throw tooLarge()
}

function pageRanges({ row_groups }: Sizes): readonly PageRange[] {
  const chunks = row_groups.flatMap(({ columns }) => columns.flatMap(({ meta_data }) => meta_data ?? []))
  return chunks.map(({ dictionary_page_offset, data_page_offset, total_compressed_size, num_values }) => {
    const startByte = Number(dictionary_page_offset || data_page_offset)
    return { startByte, endByte: startByte + Number(total_compressed_size), values: Number(num_values) }
  })
}

interface Column {
  readonly element: { readonly name: string }
  readonly children: readonly Column[]
}

/**
 * Every chunk is of one leaf of the schema, and no leaf has two in a row group. The reader starts on all chunks at once and
 * waits for those that it needs: the failure of another one would be nobody's.
 */
function checkColumns({ row_groups }: Sizes, root: Column): void {
  for (const { columns } of row_groups) {
    const seen = new Set<Column>()
    for (const { meta_data } of columns) {
      let column: Column | undefined = root
      for (const name of meta_data?.path_in_schema ?? []) {
        column = column?.children.find(({ element }) => element.name === name)
      }
      if (!column || column.children.length > 0 || seen.has(column)) {
        throw new Error('its row groups do not fit its schema')
      }
      seen.add(column)
    }
  }
}

function tooLarge(): UserError {
  return new UserError(
    'usage',
    `a Parquet object unpacks to more than ${MAX_OBJECT_BYTES / 1024 / 1024} MiB or ${MAX_ROWS} rows: use a smaller one`,
  )
}

type Decompress = (input: Uint8Array, outputLength: number) => Uint8Array

function decompressors(
  snappy: (input: Uint8Array, output: Uint8Array) => unknown,
  { brotliDecompressSync, gunzipSync }: typeof Zlib,
): Readonly<Record<string, Decompress>> {
  const bounded =
    (decompress: Decompress): Decompress =>
    (input, outputLength) => {
      if (outputLength > MAX_OBJECT_BYTES) throw tooLarge()
      return decompress(input, outputLength)
    }
  return {
    SNAPPY: bounded((input, outputLength) => {
      const output = new Uint8Array(outputLength)
      snappy(input, output)
      return output
    }),
    GZIP: bounded((input, maxOutputLength) => gunzipSync(input, { maxOutputLength: Math.max(1, maxOutputLength) })),
    BROTLI: bounded((input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) })),
  }
}

const DAY_MS = 86_400_000

const PARSERS = { dateFromDays: (days: number) => isoText(new Date(days * DAY_MS))?.slice(0, 10) ?? days }

/** Undefined for a time that has no ISO text. */
function isoText(date: Date): string | undefined {
  return Number.isFinite(date.getTime()) ? date.toISOString() : undefined
}

function asJson(value: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw new Error(`its values are nested more than ${MAX_DEPTH} levels deep`)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return isoText(value) ?? null
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map((item) => asJson(item, depth + 1))
  if (ArrayBuffer.isView(value))
    return [...(value as unknown as Iterable<unknown>)].map((item) => asJson(item, depth + 1))
  if (typeof value !== 'object' || value === null) return null
  const object: JsonObjectBuilder = {}
  for (const [key, item] of Object.entries(value)) setMember(object, key, asJson(item, depth + 1))
  return object
}
