import * as fc from 'fast-check'
import { isObject, type Json } from '../../../src/asl/json.js'
import { compileTemplate } from '../../../src/data/payload-template.js'
import { spoilt, values } from '../hostile.js'
import { objectOf } from '../mutate.js'
import { scopeOver } from '../scope.js'
import type { Target } from '../target.js'

const ARGUMENTS = [
  "'{}'",
  "'a,b'",
  "'\\'{\\}'",
  "'a{}b{}'",
  '1',
  '-2.5',
  '1e3',
  '10000000',
  'null',
  'true',
  '$',
  '$.a',
  '$.list',
  '$.list[*]',
  '$$.Execution.Id',
  '$v',
  '$.missing',
  "'SHA-256'",
  "'MD5'",
  "','",
  "''",
  '\'{"a":1}\'',
]
const FUNCTIONS = [
  'Format',
  'StringToJson',
  'JsonToString',
  'Array',
  'ArrayPartition',
  'ArrayContains',
  'ArrayRange',
  'ArrayGetItem',
  'ArrayLength',
  'ArrayUnique',
  'Base64Encode',
  'Base64Decode',
  'Hash',
  'JsonMerge',
  'MathRandom',
  'MathAdd',
  'StringSplit',
  'UUID',
  'Nothing',
]

const calls = fc.letrec<{ call: string; argument: string }>((tie) => ({
  call: fc
    .tuple(fc.constantFrom(...FUNCTIONS), fc.array(tie('argument'), { maxLength: 4 }))
    .map(([name, args]) => `States.${name}(${args.join(', ')})`),
  argument: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: fc.constantFrom(...ARGUMENTS) },
    { weight: 1, arbitrary: tie('call') },
  ),
})).call

const PIECES = ['(', ')', "'", '\\', ',', '{}', '$', 'States.', '('.repeat(2_000), 'States.Array('.repeat(800)]
const expressions = fc.oneof(calls, spoilt(calls, PIECES), fc.constantFrom('$', '$.a', '$$', '$v.x', '$..a'))

/** Payload templates whose members are paths and calls of intrinsic functions. */
export const templates: Target = {
  name: 'templates',
  slice: 500,
  cases: fc.record({
    template: fc.oneof(
      fc
        .array(fc.tuple(fc.constantFrom('a.$', 'b.$', '.$', '__proto__.$', 'a'), expressions), {
          minLength: 1,
          maxLength: 4,
        })
        .map(objectOf),
      values,
    ),
    input: fc.oneof(fc.constant<Json>({ a: 'x', list: [1, 1, [2], { n: 1 }], n: 3 }), values),
  }),
  run(given) {
    const { template = null, input = null } = isObject(given) ? given : {}
    return JSON.stringify(compileTemplate(template)(scopeOver(input, { v: input })))
  },
}
