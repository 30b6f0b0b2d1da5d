import { describe, expect, it } from 'vitest'
import { type ReadStruct, checkPages } from '../../../src/tasks/parquet-pages.js'

/** A column of one page of 20 bytes, 4 of them its header, that says this of itself. */
function check(header: Readonly<Record<string, unknown>>): () => void {
  const readStruct: ReadStruct = (reader) => {
    reader.offset += 4
    return { field_2: 32, field_3: 16, ...header }
  }
  return () => checkPages(new ArrayBuffer(40), { startByte: 10, endByte: 30, values: 8 }, readStruct)
}

describe('the pages of a Parquet column', () => {
  it.each([[{ field_5: { field_1: 8 } }], [{ field_7: { field_1: 500 } }], [{ field_8: { field_1: 8, field_2: 8 } }]])(
    'may say %j',
    (header) => {
      expect(check(header)).not.toThrow()
    },
  )

  it.each([
    [{}],
    [{ field_5: {} }],
    [{ field_5: { field_1: 9 } }],
    [{ field_8: { field_1: 8, field_2: -1 } }],
    [{ field_5: { field_1: 8 }, field_3: -1 }],
    [{ field_5: { field_1: 8 }, field_3: 2 ** 31 }],
    [{ field_5: { field_1: 8 }, field_2: 2 ** 31 - 1 }],
  ])('may not say %j, which a reader would take at its word', (header) => {
    expect(check(header)).toThrow('the header of a page is broken')
  })
})
