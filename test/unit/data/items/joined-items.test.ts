import { expect, it } from 'vitest'
import { itemList } from '../../../../src/data/items/items.js'
import { joinedItems } from '../../../../src/data/items/joined-items.js'

it('joined items are those of each part in turn, empty parts among them', () => {
  const joined = joinedItems([[], ['a', 'b'], [], ['c'], ['d', 'e', 'f'], []])
  expect(itemList(joined)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect([joined.length, joined.at(-1), joined.at(6)]).toEqual([6, undefined, undefined])
  expect(joinedItems([]).length).toBe(0)
})
