import { describe, expect, it } from 'vitest'
import { batchLength } from '../../../../src/data/items/batches.js'
import { QueryFailure } from '../../../../src/data/failure.js'
import { itemList } from '../../../../src/data/items/items.js'
import { itemsOfObject } from '../../../../src/data/items/items-of-object.js'

describe('items of an object', () => {
  it('are the elements of a JSON array', () => {
    expect(itemsOfObject('[1,{"a":2}]', { InputType: 'JSON' })).toEqual([1, { a: 2 }])
  })

  it('are found at a pointer', () => {
    expect(itemsOfObject('{"x":{"y~z":[7]}}', { InputType: 'JSON', ItemsPointer: '/x/y~0z' })).toEqual([7])
  })

  it('are the members of an object at a pointer', () => {
    const items = itemsOfObject('{"x":{"k":1}}', { InputType: 'JSON', ItemsPointer: '/x' })
    expect(items instanceof QueryFailure ? items : itemList(items)).toEqual([{ Key: 'k', Value: 1 }])
  })

  it('are the lines of JSONL', () => {
    const items = itemsOfObject('{"a":1}\n\n{"a":2}\n', { InputType: 'JSONL' })
    expect(items instanceof QueryFailure ? items : itemList(items)).toEqual([{ a: 1 }, { a: 2 }])
  })

  it.each([
    ['7', 'JSON', 'Attempting to map over non-iterable node.'],
    ['{', 'JSON', 'Unable to parse the object as JSON.'],
    ['x', 'JSONL', 'Unable to parse the object as JSON.'],
    ['x', 'PARQUET', 'The InputType "PARQUET" is not one that aslx reads.'],
  ])('cannot be had from %s as %s', (body, InputType, cause) => {
    expect(itemsOfObject(body, { InputType })).toMatchObject({ error: 'States.ItemReaderFailed', cause })
  })
})

describe('a batch', () => {
  const items = ['aaaa', 'bbbb', 'cccc', 'dddd']

  it('is as long as MaxItemsPerBatch allows', () => {
    expect(batchLength(items, 0, { maxItems: 3, maxBytes: undefined }, 2)).toBe(3)
    expect(batchLength(items, 3, { maxItems: 3, maxBytes: undefined }, 2)).toBe(1)
  })

  it('stays below MaxInputBytesPerBatch, and holds one item at least', () => {
    expect(batchLength(items, 0, { maxItems: undefined, maxBytes: 15 }, 2)).toBe(2)
    expect(batchLength(items, 0, { maxItems: undefined, maxBytes: 3 }, 2)).toBe(1)
  })
})
