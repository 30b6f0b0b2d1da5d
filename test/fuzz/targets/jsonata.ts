import * as fc from 'fast-check'
import { isObject } from '../../../src/asl/json.js'
import { compileJsonata } from '../../../src/data/jsonata.js'
import { drawExpression } from '../../properties/jsonata-grammar.js'
import { drawDocument } from '../../properties/jsonata-documents.js'
import { spoilt, values } from '../hostile.js'
import { scopeOver } from '../scope.js'
import { type Target, textOf } from '../target.js'

/** No regular expression that backtracks without end is among them: nothing stops one (docs/decisions/001). */
const PIECES = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '$',
  '@$x',
  '#$i',
  '%',
  '~>',
  '^(',
  '?',
  ':',
  '..',
  '**',
  '|$|{}|',
  'function($x){',
  '$f := ',
  '"',
  '`',
  '\\u',
  '[1..1e7]',
  '[1..99999]',
  '(('.repeat(400),
  '$pad("x", 1e9)',
  '$f($f)',
  '$reduce([1..9999], $append)',
  '$eval("1")',
  '($f := function($n){ $f($n + 1) }; $f(0))',
  '($f := function($n){ [$f($n), $f($n)] }; $f(0))',
  '$map([1..9999], function($x){[1..9999]})',
  '$string($states)',
  '$now("[Y0001")',
  '$toMillis("x", "[Y]")',
  '$formatNumber(1e300, "0")',
  '$formatBase(1, 99)',
  '$split("a", "")',
  '$range(0, 1e9, 1)',
  '$join($map([1..2000], function($x){ $pad("a", 500) }))',
  '$replace("a", /a*/, "$0$1")',
  '$base64decode("&")',
  '$parse("{")',
  '$uuid(1)',
  '$sift($states, function($v){$v})',
  '$each($states.input, $string)',
]

const expressions = fc.gen().map((generate) => drawExpression((below) => generate(fc.nat, { max: below - 1 }), 3))
const documents = fc.gen().map((generate) => {
  const { input } = drawDocument((below) => generate(fc.nat, { max: below - 1 }))
  return input
})

/** JSONata expressions, right and spoilt, over any document. */
export const jsonata: Target = {
  name: 'jsonata',
  slice: 80,
  cases: fc.record({
    text: fc.oneof(expressions, spoilt(expressions, PIECES), fc.constantFrom(...PIECES)),
    document: fc.oneof(documents, values),
  }),
  run(given) {
    const { text = '', document = null } = isObject(given) ? given : {}
    return JSON.stringify(
      compileJsonata(textOf(text)).evaluate(scopeOver(document, { count: 2, v: document }), 'Output'),
    )
  },
}
