import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../../../../src/asl/json.js'

/** What the expressions of the table below read at `$states.input`. */
export const INPUT: Json = {
  n: 1,
  name: 'Ada',
  none: null,
  empty: [],
  blank: {},
  flag: true,
  big: 1234567.891,
  numbers: [5, 3, 9, 1],
  words: ['pear', 'apple', 'fig'],
  one: ['only'],
  nested: [[1, 2], [3, [4, 5]], []],
  mixed: [1, 'a', null, true, { k: 1 }, [2]],
  text: 'The quick brown fox, the lazy dog',
  orders: [
    { id: 'o1', price: 10.5, quantity: 2, tags: ['a', 'b'], customer: { name: 'Ada', city: 'Rome' } },
    { id: 'o2', price: 7, quantity: 1, tags: ['b'], customer: { name: 'Bob', city: 'Oslo' } },
    { id: 'o3', price: 20, quantity: 5, tags: [], customer: { name: 'Ada', city: 'Rome' } },
    { id: 'o4', price: 7, quantity: 3, customer: { name: 'Cy' } },
  ],
  tree: { a: { x: 1, b: { x: 2, c: [{ x: 3 }, { x: 4 }] } }, d: [1, [2]] },
  loans: [
    { isbn: '2', by: 'Ada' },
    { isbn: '1', by: 'Bob' },
    { isbn: '2', by: 'Cy' },
  ],
  books: [
    { isbn: '1', title: 'One' },
    { isbn: '2', title: 'Two' },
  ],
  'odd key': { 'a-b': 5 },
  '10': 'ten',
}

/** Variables of the machine. */
export const VARIABLES = { count: 3, list: [1, 2, 3], person: { name: 'Eve' }, nothing: null }

/** One expression a line: the language, operator by operator, then the functions. */
export const EXPRESSIONS: readonly string[] = readFileSync(join(import.meta.dirname, 'expressions.txt'), 'utf8')
  .trim()
  .split('\n')
