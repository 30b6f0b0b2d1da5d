import { describe, expect, it } from 'vitest'
import { InvalidExpressionError } from '../../../src/data/failure.js'
import { PathFailure } from '../../../src/data/jsonpath.js'
import { compilePathExpression } from '../../../src/data/path-expression.js'
import { scopeWith } from './scope-with.js'

const input = { id: 1, items: [1, 2] }
const context = { State: { Name: 'Ship' } }
const order = { items: [{ sku: 'A' }] }
const scope = scopeWith(input, { context, variables: { order, été: 'summer' } })

describe('a path in ASL', () => {
  it.each([
    ['$', 'input', true, input],
    ['$.id', 'input', true, 1],
    ["$['id']", 'input', true, 1],
    ['$.items[*]', 'input', false, [1, 2]],
    ['$$', 'context', true, context],
    ['$$.State.Name', 'context', true, 'Ship'],
    ['$order', 'variable', true, order],
    ['$order.items[0].sku', 'variable', true, 'A'],
    ["$order['items'][*].sku", 'variable', false, ['A']],
    ['$été', 'variable', true, 'summer'],
  ])('%s reads the %s', (text, root, definite, value) => {
    const path = compilePathExpression(text)
    expect(path).toMatchObject({ text, root, definite })
    expect(path.read(scope)).toEqual(value)
  })

  it('says in which document it looks', () => {
    expect(compilePathExpression('$.nope').document(scope)).toBe(input)
    expect(compilePathExpression('$$.nope').document(scope)).toBe(context)
    expect(compilePathExpression('$order.nope').document(scope)).toBe(order)
  })

  it('fails for a variable that is not set, without running the path', () => {
    const path = compilePathExpression('$nope.a')
    expect(path.read(scope)).toEqual(new PathFailure('missing', 'No results for path: $nope'))
    expect(path.document(scope)).toBe(input)
  })

  it('reads a variable that an outer scope holds', () => {
    const inner = { ...scope, variables: { own: {}, outer: scope.variables } }
    expect(compilePathExpression('$order.items[0].sku').read(inner)).toBe('A')
  })

  it.each(['', 'a', '.a', '@.a', ' $.a', '$1', '$-a', '$a b', '$$a', '$$$', '$_a', '$order.', '$order-id'])(
    '%j is refused',
    (text) => {
      expect(() => compilePathExpression(text)).toThrow(InvalidExpressionError)
    },
  )
})
