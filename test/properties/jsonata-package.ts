import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
import type jsonata from 'jsonata'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { firstJavaDouble } from '../../src/data/java-random.js'
import { AWS_SIGNATURES } from '../../src/data/jsonata/builtins/aws.js'
import type { Document } from './jsonata-documents.js'

export type Package = typeof jsonata

/** A change of the package's source: what it does there is not what a rule wants. */
export interface Change {
  readonly from: RegExp
  readonly to: string
  /** How many places there are. */
  readonly places: number
}

const require = createRequire(import.meta.url)

/** The package as it is published. */
export const PACKAGE: Package = require('jsonata')

/** The package with changes. Fails if one of them finds other places than it was written for. */
export function packageWith(changes: readonly Change[]): Package {
  let source = readFileSync(require.resolve('jsonata'), 'utf8')
  for (const { from, to, places } of changes) {
    const found = source.match(from)?.length
    if (found !== places) throw new Error(`${String(from)} is in ${found} places of jsonata, and not in ${places}`)
    source = source.replaceAll(from, to)
  }
  const module: { exports: unknown } = { exports: {} }
  const helpers = { inOrder, objectsIn }
  compileFunction(source, ['module', 'exports', 'helpers'])(module, module.exports, helpers)
  return module.exports as Package
}

async function inOrder<T, R>(items: readonly T[], make: (item: T, index: number) => Promise<R>): Promise<readonly R[]> {
  const made: R[] = []
  for (const [index, item] of items.entries()) made.push(await make(item, index))
  return made
}

function objectsIn(root: unknown): ReadonlySet<unknown> {
  const found = new Set<unknown>()
  const left: unknown[] = [root]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value !== 'object' || value === null || found.has(value)) continue
    found.add(value)
    left.push(...Object.values(value))
  }
  return found
}

/** What came of an expression: a value (undefined for nothing), or an error. `code` is missing where JavaScript itself threw. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown; readonly largest: number }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'error'; readonly code: string | undefined; readonly message: string; readonly largest: number }

/**
 * Asks the package. What it gets are copies, as it may change them; it has the functions that AWS adds, and not `$eval`.
 * `largest` is the length of the longest array or string on the way.
 */
export async function ask(source: Package, text: string, document: Document, context: JsonObject): Promise<Outcome> {
  let largest = 0
  let expression: jsonata.Expression
  try {
    expression = source(text)
  } catch (error) {
    return { kind: 'invalid', message: (error as Error).message }
  }
  addAwsFunctions(expression)
  const exit = Symbol.for('jsonata.__evaluate_exit') as unknown as string
  expression.assign(exit, (_node: unknown, _input: unknown, _frame: unknown, result: unknown) => {
    if (Array.isArray(result) || typeof result === 'string') largest = Math.max(largest, result.length)
  })
  const { input, result, errorOutput, variables } = structuredClone(document)
  const states = { input, context, result, errorOutput }
  try {
    const value: unknown = await expression.evaluate(undefined, { states, eval: undefined, ...variables })
    return { kind: 'value', value, largest }
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    return { kind: 'error', code, message, largest }
  }
}

/** What AWS's functions do, written once more and plainly. `Math.random` is the test's own. */
const AWS_FUNCTIONS: Readonly<Record<string, Parameters<jsonata.Expression['registerFunction']>[1]>> = {
  partition(array: readonly Json[] | undefined, size: number | undefined) {
    if (array === undefined || array.length === 0 || (size !== undefined && Math.trunc(size) === 0)) return undefined
    if (size === undefined) return [array]
    const length = Math.trunc(size)
    if (length < 0) throw codedError('Second argument must be zero or greater')
    return Array.from({ length: Math.ceil(array.length / length) }, (_, i) => array.slice(i * length, (i + 1) * length))
  },
  range(first?: number, last?: number, step?: number) {
    if (first === undefined || last === undefined || step === undefined || step === 0) return undefined
    const numbers: number[] = []
    for (let n = first; step > 0 ? n <= last : n >= last; n = first + numbers.length * step) numbers.push(n)
    if (numbers.length === 0) return undefined
    return Object.defineProperty(numbers, 'sequence', { value: true })
  },
  async hash(value: Json | undefined, name: string | undefined) {
    if (value === undefined || name === undefined) return undefined
    if (!/^(?:MD5|SHA-(?:1|256|384|512))$/.test(name)) throw codedError(`Hash algorithm not supported: ${name}`)
    const text: string = await PACKAGE('$string($v)').evaluate(undefined, { v: value })
    return createHash(name.replace('-', '')).update(text).digest('hex')
  },
  random: (seed?: number) => (seed === undefined ? Math.random() : firstJavaDouble(seed)),
  uuid: () => 'uuid of JSONata $uuid',
  parse(text?: string): unknown {
    if (text === undefined) return undefined
    try {
      return JSON.parse(text)
    } catch {
      throw codedError('Invalid JSON')
    }
  },
}

function addAwsFunctions(expression: jsonata.Expression): void {
  for (const [name, body] of Object.entries(AWS_FUNCTIONS)) {
    expression.registerFunction(name, body, AWS_SIGNATURES[name])
  }
}

function codedError(message: string): object {
  return Object.assign(new Error(message), { code: 'D3137' })
}
