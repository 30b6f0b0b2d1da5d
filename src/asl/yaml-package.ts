import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

export type { CST, Document, Node, Pair, Scalar } from 'yaml'

let loaded: typeof Yaml | undefined

/** The package, which is only loaded for text that is not JSON: that halves the time to import aslx. */
export function yaml(): typeof Yaml {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof Yaml
  return loaded
}
