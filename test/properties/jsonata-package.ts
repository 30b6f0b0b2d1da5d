import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
import type jsonata from 'jsonata'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { AWS_SIGNATURES } from '../../src/data/jsonata/builtins/aws.js'
import { firstJavaDouble } from '../../src/data/java-random.js'
import type { Document } from './jsonata-documents.js'

export type Package = typeof jsonata

const require = createRequire(import.meta.url)

/** The package as it is published. */
export const PACKAGE: Package = require('jsonata')

/**
 * The package with one change: items of `[...]` and members of `{...}` are evaluated one after the other, where it starts
 * all at once and lets its promises decide which error comes first.
 */
export const PACKAGE_IN_ORDER: Package = loadInOrder()

function loadInOrder(): Package {
  const source = readFileSync(require.resolve('jsonata'), 'utf8')
  const changed = source.replaceAll(/Promise\.all\(([\w.()]+)\s*\.map\(async/g, '__inOrder($1, (async')
  if (changed.split('__inOrder').length !== 3) throw new Error('jsonata: not the two places that were expected')
  const module: { exports: unknown } = { exports: {} }
  compileFunction(changed, ['module', 'exports', '__inOrder'])(module, module.exports, inOrder)
  return module.exports as Package
}

async function inOrder<T, R>(items: readonly T[], make: (item: T, index: number) => Promise<R>): Promise<readonly R[]> {
  const made: R[] = []
  for (const [index, item] of items.entries()) made.push(await make(item, index))
  return made
}

/** What came of an expression: a value (undefined for nothing), or an error with its code and message. */
export type Outcome =
  { readonly value: unknown } | { readonly code: string | undefined; readonly message: string; readonly phase: Phase }
type Phase = 'parse' | 'evaluate'

/** Asks the package. What it gets are copies, as it may change them; it has the functions AWS adds, and not `$eval`. */
export async function ask(source: Package, text: string, document: Document, context: JsonObject): Promise<Outcome> {
  let phase: Phase = 'parse'
  try {
    const expression = source(text)
    phase = 'evaluate'
    addAwsFunctions(expression)
    const { variables, ...states } = structuredClone(document)
    return {
      value: await expression.evaluate(undefined, { states: { ...states, context }, eval: undefined, ...variables }),
    }
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    return { code, message, phase }
  }
}

/** The documented behaviour of AWS's functions, written once more and plainly. `Math.random` is the test's own. */
function addAwsFunctions(expression: jsonata.Expression): void {
  const functions: Readonly<Record<string, (...args: never[]) => unknown>> = {
    partition: (array: Json[] | undefined, size: number | undefined) => {
      if (array === undefined || array.length === 0 || (size !== undefined && Math.trunc(size) === 0)) return undefined
      if (size === undefined) return [array]
      if (size <= -1) throw codedError('Second argument must be zero or greater')
      const length = Math.trunc(size)
      return Array.from({ length: Math.ceil(array.length / length) }, (_, i) =>
        array.slice(i * length, (i + 1) * length),
      )
    },
    range: (first?: number, last?: number, step?: number) => {
      if (first === undefined || last === undefined || step === undefined || step === 0) return undefined
      const numbers: number[] = []
      for (let n = first; step > 0 ? n <= last : n >= last; n = first + numbers.length * step) numbers.push(n)
      return Object.defineProperty(numbers, 'sequence', { value: true })
    },
    hash: async (value: Json | undefined, name: string | undefined) => {
      if (value === undefined || name === undefined) return undefined
      if (!/^(?:MD5|SHA-(?:1|256|384|512))$/.test(name)) throw codedError(`Hash algorithm not supported: ${name}`)
      const text: string = await PACKAGE('$string($v)').evaluate(undefined, { v: value })
      return createHash(name.replace('-', '')).update(text).digest('hex')
    },
    random: (seed?: number) => (seed === undefined ? Math.random() : firstJavaDouble(seed)),
    uuid: () => 'uuid of JSONata $uuid',
    parse: (text?: string) => {
      if (text === undefined) return undefined
      try {
        return JSON.parse(text)
      } catch {
        throw codedError('Invalid JSON')
      }
    },
  }
  for (const [name, body] of Object.entries(functions)) {
    expression.registerFunction(name, body as () => unknown, AWS_SIGNATURES[name])
  }
}

function codedError(message: string): object {
  return Object.assign(new Error(message), { code: 'D3137' })
}
