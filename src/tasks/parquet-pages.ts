import { MAX_OBJECT_BYTES } from './object-bytes.js'

/** Where the pages of one column are in a file, and how many values they hold. */
export interface PageRange {
  readonly startByte: number
  readonly endByte: number
  readonly values: number
}

/** Reads a Thrift struct: members are `field_1` and so on. */
export type ReadStruct = (reader: { readonly view: DataView; offset: number }) => Readonly<Record<string, unknown>>

/**
 * Throws unless every page of a column says of itself what can be: a reader takes it at its word, and one that promises
 * values without number would keep it busy for ever. https://github.com/apache/parquet-format (PageHeader)
 */
export function checkPages(file: ArrayBuffer, { startByte, endByte, values }: PageRange, readStruct: ReadStruct): void {
  const reader = { view: new DataView(file, startByte, endByte - startByte), offset: 0 }
  while (reader.offset < reader.view.byteLength - 1) {
    const { field_2: unpackedBytes, field_3: bytes, ...header } = readStruct(reader)
    const { field_1: count, field_2: nulls = 0 } = structOf(header['field_5'] ?? header['field_7'] ?? header['field_8'])
    const most = header['field_7'] === undefined ? values : MAX_OBJECT_BYTES
    const isWell = isCount(bytes, reader.view.byteLength) && isCount(unpackedBytes, MAX_OBJECT_BYTES)
    const nullsFit = header['field_8'] === undefined || isCount(nulls, values)
    if (!isWell || !isCount(count, most) || !nullsFit) throw new Error('the header of a page is broken')
    reader.offset += bytes
  }
}

function structOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}
