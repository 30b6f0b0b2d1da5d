import type { Json, JsonObject } from '../../src/asl/json.js'
import type { Draw } from './jsonata-grammar.js'

/** What an expression can read: `$states` but for its context, and the machine's variables. */
export interface Document {
  readonly input: Json
  readonly result: Json
  readonly errorOutput: Json
  readonly variables: JsonObject
}

/** A document of the shape that the grammar writes for. Sizes differ, an empty and a single item among them, and members are missing. */
export function drawDocument(draw: Draw): Document {
  const input: Record<string, Json> = {
    n: oneOf(draw, [1, 0, 7, -3]),
    name: oneOf(draw, ['Ada', '', 'Zoë 😀']),
    big: oneOf(draw, [1234567.891, 1e21, 0.1 + 0.2, -0.000123]),
    text: 'The quick brown fox, the lazy dog',
    flag: draw(2) === 0,
    none: null,
    empty: [],
    blank: {},
    one: ['only'],
    numbers: some(draw, 4, () => oneOf(draw, [5, 3, 9, 1, 2.5, -4, 3])),
    words: some(draw, 4, () => oneOf(draw, ['pear', 'apple', 'fig', 'b', ''])),
    nested: [[1, 2], [3, [4, 5]], []],
    mixed: oneOf<Json>(draw, [[1, 'a', null, true, { k: 1 }, [2]], [[]], [null], [[1], [1]], 'x', 0, false]),
    orders: some(draw, 4, (index) => order(draw, index)),
    books: some(draw, 3, (index) => ({ of: `o${index}`, title: `Title ${index}`, price: index })),
    tree: { a: { x: 1, b: { x: 2, c: [{ x: 3 }, { x: 4 }] } }, d: [1, [2]] },
    __proto: { toJSON: 'no function' },
  }
  if (draw(6) === 5) delete input['orders']
  if (draw(6) === 5) input['numbers'] = draw(9)
  return {
    input,
    result: { total: draw(100), ok: true },
    errorOutput: { Error: 'Carrier.Down', Cause: '{"errorMessage":"down"}' },
    variables: { count: 3, list: [1, 2, 3], person: { name: 'Eve' }, nothing: null },
  }
}

function order(draw: Draw, index: number): JsonObject {
  const whole: Record<string, Json> = {
    id: `o${index}`,
    price: oneOf(draw, [10.5, 7, 20, 0]),
    quantity: 1 + draw(4),
    tags: some(draw, 3, () => oneOf(draw, ['a', 'b', 'c'])),
    customer: { name: oneOf(draw, ['Ada', 'Bob']), city: oneOf(draw, ['Rome', 'Oslo', '']) },
  }
  if (draw(5) === 4) delete whole[oneOf(draw, ['price', 'tags', 'customer', 'quantity'])]
  return whole
}

function some(draw: Draw, most: number, make: (index: number) => Json): readonly Json[] {
  return Array.from({ length: draw(most + 1) }, (_, index) => make(index))
}

function oneOf<T>(draw: Draw, from: readonly [T, ...T[]]): T {
  const picked = from[draw(from.length)]
  return picked === undefined ? from[0] : picked
}
