import type * as Hyparquet from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { parquetRows } from '../../../src/tasks/parquet.js'

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData']

function file(columnData: Columns): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

afterEach(() => {
  vi.doUnmock('hyparquet')
  vi.resetModules()
})

describe('the rows of a Parquet file', () => {
  it('are JSON: NULL is null, whole numbers that JSON cannot hold are text, and so are NaN and Infinity', async () => {
    const rows = await parquetRows(
      file([
        { name: 'id', data: [1n, -2n, 9007199254740993n], type: 'INT64' },
        { name: 'n', data: [1.5, null, Number.NaN], type: 'DOUBLE' },
        { name: 's', data: ['x', null, 'é'], type: 'STRING' },
        { name: 'b', data: [true, null, false], type: 'BOOLEAN' },
      ]),
    )
    expect(rows).toEqual([
      { id: 1, n: 1.5, s: 'x', b: true },
      { id: -2, n: null, s: null, b: null },
      { id: '9007199254740993', n: 'NaN', s: 'é', b: false },
    ])
  })

  it('have times as ISO 8601, and days without a time', async () => {
    const schema = [
      { name: 'root', num_children: 2 },
      { name: 'at', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' },
      { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
    ] as const
    const columnData = [
      { name: 'at', data: [new Date(Date.UTC(2030, 0, 31, 12, 30, 0, 5)), null] },
      { name: 'day', data: [new Date(Date.UTC(2030, 0, 31)), null] },
    ]
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData, schema: [...schema] }))
    expect(await parquetRows(bytes)).toEqual([
      { at: '2030-01-31T12:30:00.005Z', day: '2030-01-31' },
      { at: null, day: null },
    ])
  })

  it('may hold lists and structs', async () => {
    const j = [{ tags: ['a', 'b'], deep: { n: null } }, null]
    const rows = await parquetRows(file([{ name: 'j', data: j, type: 'JSON' }]))
    expect(JSON.stringify(rows)).toBe('[{"j":{"tags":["a","b"],"deep":{"n":null}}},{"j":null}]')
  })

  it('may be nested columns, with NULL at every level', async () => {
    const schema = [
      { name: 'root', num_children: 2 },
      { name: 'tags', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'at', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'y', type: 'INT64', repetition_type: 'OPTIONAL' },
    ] as const
    const columnData = [
      { name: 'tags', data: [['a', null], [], null] },
      { name: 'at', data: [{ y: 2n }, { y: null }, null] },
    ]
    expect(await parquetRows(new Uint8Array(parquetWriteBuffer({ columnData, schema: [...schema] })))).toEqual([
      { tags: ['a', null], at: { y: 2 } },
      { tags: [], at: { y: null } },
      { tags: null, at: null },
    ])
  })

  it('are not read from what is no Parquet file', async () => {
    const cut = file([{ name: 'id', data: [1, 2] }]).subarray(0, 40)
    expect(await parquetRows(cut)).toMatch(/^The object cannot be read as a Parquet file: /)
    expect(await parquetRows(new Uint8Array())).toMatch(/^The object cannot be read as a Parquet file: /)
  })

  it('are refused when the file claims more of them than it may unpack to', async () => {
    const columnData = [{ name: 'id', data: new Int32Array(8) }]
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }))
    vi.doMock('hyparquet', async (original) => {
      const real = await original<typeof Hyparquet>()
      return { ...real, parquetMetadata: (b: ArrayBuffer) => ({ ...real.parquetMetadata(b), num_rows: 10n ** 12n }) }
    })
    const { parquetRows: rowsOf } = await import('../../../src/tasks/parquet.js')
    await expect(rowsOf(bytes)).rejects.toThrow(
      'a Parquet object unpacks to more than 256 MiB or 10000000 rows: use a smaller one',
    )
  })

  it('need a package that may be missing, which is said in one line', async () => {
    vi.doMock('hyparquet', () => {
      throw new Error('Cannot find package')
    })
    const { parquetRows: rowsOf } = await import('../../../src/tasks/parquet.js')
    const failure = await rowsOf(new Uint8Array(8)).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: UserError.name, kind: 'unsupported' })
    expect(String(failure)).toContain('needs the package hyparquet, which is not installed')
  })
})
