import { expect, it } from 'vitest'
import { PathFailure } from '../../../src/data/jsonpath/path-failure.js'
import { compilePathExpression } from '../../../src/data/path-expression.js'
import { compilePresentRead } from '../../../src/data/present-value.js'
import { scopeWith } from './scope-with.js'

const scope = scopeWith({ list: [1, null], none: null }, { variables: { items: [] } })

function read(path: string): unknown {
  return compilePresentRead(compilePathExpression(path))(scope)
}

it.each([
  ['$.list[0]', 1],
  ['$.list[1]', null],
  ['$.list[(@.length-1)]', null],
  ['$.none', null],
  ['$.list[5:]', []],
])('%s is there', (path, value) => {
  expect(read(path)).toEqual(value)
})

it.each(['$.list[2]', '$.list[-1]', '$.list[(@.length-3)]', '$items[0]', '$.nope'])('%s is missing', (path) => {
  expect(read(path)).toBeInstanceOf(PathFailure)
})
