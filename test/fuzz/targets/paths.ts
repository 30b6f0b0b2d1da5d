import * as fc from 'fast-check'
import { isObject, type Json } from '../../../src/asl/json.js'
import { InvalidExpressionError } from '../../../src/data/failure.js'
import { compilePathExpression } from '../../../src/data/path-expression.js'
import { compileReferencePath } from '../../../src/data/reference-path.js'
import { spoilt, values } from '../hostile.js'
import { scopeOver } from '../scope.js'
import { type Target, textOf } from '../target.js'

const STEPS = [
  '.a',
  '.b',
  '..n',
  '..*',
  '.*',
  '[*]',
  '[0]',
  '[-1]',
  '[1:3]',
  '[:2]',
  '[-2:]',
  '[0,1]',
  "['a']",
  "['a','b']",
  '["a.b"]',
  '..[0]',
  '[?(@.n)]',
  '[?(@.n > 1)]',
  "[?(@.a == 'x' && !(@.b))]",
  '[?(@.a =~ /x.*/i)]',
  "[?(@ in ['a', 1])]",
  '[?(@.n >= $.n || @.a != null)]',
  '[?(@.length() > 1)]',
  '.length()',
  '[?(@.a nin [1])]',
  '[?(@.a empty true)]',
  '[?(@.a subsetof [1,2])]',
  '[?(@.a size 1)]',
  "['\\u0061']",
  '.\u00e9',
  '.__proto__',
  '.constructor',
]
const PIECES = [
  '$',
  '@',
  '[',
  ']',
  '(',
  ')',
  '?',
  "'",
  '"',
  '\\',
  '..',
  '*',
  ',',
  ':',
  '/',
  '&&',
  '||',
  '=~',
  '9'.repeat(20),
  '['.repeat(500),
  '(a+)+$',
  '!'.repeat(300),
  '(',
]

const pathTexts = fc
  .tuple(fc.constantFrom('$', '$', '$', '$$', '$v', '$v.a'), fc.array(fc.constantFrom(...STEPS), { maxLength: 5 }))
  .map(([root, steps]) => root + steps.join(''))

/** JSONPath and reference paths, over any document. */
export const paths: Target = {
  name: 'paths',
  slice: 600,
  cases: fc.record({ text: fc.oneof(pathTexts, spoilt(pathTexts, PIECES)), document: values, value: values }),
  run(given) {
    const { text = '', document = null, value = null } = isObject(given) ? given : {}
    const scope = scopeOver(document, { v: document })
    const read = attempt(() => compilePathExpression(textOf(text)).read(scope))
    const written = attempt(() => compileReferencePath(textOf(text)).write(document, value))
    return JSON.stringify([read, written])
  },
}

function attempt(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    if (error instanceof InvalidExpressionError) return { refused: error.message } satisfies Json
    throw error
  }
}
