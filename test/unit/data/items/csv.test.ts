import { describe, expect, it } from 'vitest'
import { csvItems, delimiterCharacter } from '../../../../src/data/items/csv.js'
import { QueryFailure } from '../../../../src/data/failure.js'

const firstRow = { headers: undefined, delimiter: ',' }

describe('CSV items', () => {
  it('take their names from the first row', () => {
    expect(csvItems('a,b\n1,2\n3,4\n', firstRow)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
  })

  it('take given names, fill short rows and drop what goes beyond', () => {
    expect(csvItems('1,2,3\n\n   \n', { headers: ['a', 'b'], delimiter: ',' })).toEqual([
      { a: '1', b: '2' },
      { a: '   ', b: '' },
    ])
  })

  it('keep an empty header as a name', () => {
    expect(csvItems('a,\n1,2\n', firstRow)).toEqual([{ a: '1', '': '2' }])
  })

  it('read quoted fields with delimiters, line ends and quotes in them', () => {
    expect(csvItems('a,b\r\n"x,""y""\nz",2\r\n', firstRow)).toEqual([{ a: 'x,"y"\nz', b: '2' }])
  })

  it('split at other delimiters', () => {
    expect(csvItems('a|b\n1,5|2\n', { headers: undefined, delimiter: delimiterCharacter('PIPE') })).toEqual([
      { a: '1,5', b: '2' },
    ])
  })

  it('are refused under duplicate headers', () => {
    const failure = csvItems('1\n', { headers: ['a', 'a'], delimiter: ',' })
    expect(failure).toEqual(new QueryFailure('States.ItemReaderFailed', 'CSV headers cannot contain duplicates.'))
  })

  it('keep a column called __proto__ a column', () => {
    const [item] = csvItems('__proto__\n1\n', firstRow) as readonly object[]
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype)
    expect(Object.keys(item ?? {})).toEqual(['__proto__'])
  })

  it('end with an unterminated quote where the text ends', () => {
    expect(csvItems('a\n"open', firstRow)).toEqual([{ a: 'open' }])
  })
})
