import { expect, it } from 'vitest'
import { textPositions } from '../../../src/asl/text-positions.js'

it('counts lines and columns from 1, with either kind of line break', () => {
  const positionOf = textPositions('ab\r\ncd\n\nx')
  expect([0, 1, 4, 5, 7, 8, 9].map((offset) => positionOf(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ])
  expect(textPositions('')(0)).toEqual({ line: 1, column: 1 })
})
