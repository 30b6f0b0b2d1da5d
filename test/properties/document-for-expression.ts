import type { Json, JsonObjectBuilder } from '../../src/asl/json.js'
import type { Document } from './jsonata-documents.js'

/** What may stand at the end of a path of a machine found somewhere. */
const LEAVES: readonly Json[] = [
  'COMPLETED',
  7,
  [{ id: 'a', name: 'x/y.json' }, { id: 'b' }],
  { arn: 'arn:aws:states:us-east-1:123456789012:x', list: [0, 1, 1], text: '{"a":1}' },
  '2030-01-01T00:00:00.000Z',
  true,
  [],
  null,
  [3, 1, 2],
]

/** A document that has something at every path of an expression, such as `$states.input.a.b` or `$name.c`. `variant` changes what. */
export function documentFor(text: string, variant: number): Document {
  const root: JsonObjectBuilder = {}
  let leaf = variant * 2
  for (const [path] of text.matchAll(/\$\w+(?:\.\w+)*/g)) {
    put(root, path.slice(1).split('.'), structuredClone(LEAVES[leaf++ % LEAVES.length] ?? null))
  }
  const { states = {}, ...variables } = root
  const { input = null, result = null, errorOutput = null } = states as { readonly [name: string]: Json }
  for (const name of Object.keys(variables)) if (text.includes(`$${name}(`)) delete variables[name]
  return { input, result, errorOutput, variables }
}

/** The first path that needs an object at a place gets it; what is below a leaf is left out. */
function put(object: JsonObjectBuilder, [name = '', ...rest]: readonly string[], leaf: Json): void {
  if (rest.length === 0) {
    object[name] ??= leaf
    return
  }
  const inner = object[name]
  if (inner === undefined || typeof inner !== 'object' || inner === null || Array.isArray(inner)) object[name] = {}
  put(object[name] as JsonObjectBuilder, rest, leaf)
}
