import { describe, expect, it } from 'vitest'
import { type CsvOptions, csvItems, delimiterCharacter } from '../../../../src/data/items/csv.js'
import { QueryFailure } from '../../../../src/data/failure.js'
import { itemList } from '../../../../src/data/items/items.js'

function rowsOf(text: string, options: CsvOptions) {
  const items = csvItems(text, options)
  return items instanceof QueryFailure ? items : itemList(items)
}

const firstRow = { headers: undefined, delimiter: ',' }

describe('CSV items', () => {
  it('take their names from the first row', () => {
    expect(rowsOf('a,b\n1,2\n3,4\n', firstRow)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
  })

  it('take given names, fill short rows and drop what goes beyond', () => {
    expect(rowsOf('1,2,3\n\n   \n', { headers: ['a', 'b'], delimiter: ',' })).toEqual([
      { a: '1', b: '2' },
      { a: '   ', b: '' },
    ])
  })

  it('keep an empty header as a name', () => {
    expect(rowsOf('a,\n1,2\n', firstRow)).toEqual([{ a: '1', '': '2' }])
  })

  it('read quoted fields with delimiters, line ends and quotes in them', () => {
    expect(rowsOf('a,b\r\n"x,""y""\nz",2\r\n', firstRow)).toEqual([{ a: 'x,"y"\nz', b: '2' }])
  })

  it('split at other delimiters', () => {
    expect(rowsOf('a|b\n1,5|2\n', { headers: undefined, delimiter: delimiterCharacter('PIPE') })).toEqual([
      { a: '1,5', b: '2' },
    ])
  })

  it('are refused under duplicate headers', () => {
    const failure = rowsOf('1\n', { headers: ['a', 'a'], delimiter: ',' })
    expect(failure).toEqual(new QueryFailure('States.ItemReaderFailed', 'CSV headers cannot contain duplicates.'))
  })

  it('keep a column called __proto__ a column', () => {
    const [item] = rowsOf('__proto__\n1\n', firstRow) as readonly object[]
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype)
    expect(Object.keys(item ?? {})).toEqual(['__proto__'])
  })

  it('end with an unterminated quote where the text ends', () => {
    expect(rowsOf('a\n"open', firstRow)).toEqual([{ a: 'open' }])
  })

  it('leave out empty rows, a quoted nothing among them, and count none for them', () => {
    expect(rowsOf('a\n\n""\n1\r\r\n"x', firstRow)).toEqual([{ a: '1' }, { a: 'x' }])
    expect(rowsOf('a,b\n,\n"",\n', firstRow)).toEqual([
      { a: '', b: '' },
      { a: '', b: '' },
    ])
  })

  it('are made one by one, when they are asked for', () => {
    const items = csvItems('a\n1\n2\n', firstRow)
    if (items instanceof QueryFailure) throw items
    expect(items.length).toBe(2)
    expect([items.at(1), items.at(0), items.at(2)]).toEqual([{ a: '2' }, { a: '1' }, undefined])
    expect(items.at(0)).not.toBe(items.at(0))
  })
})
