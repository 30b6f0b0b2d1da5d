import { isObject, type Json } from '../asl/json.js'
import { compiledOnce } from './compiled-once.js'
import { evaluateJsonPath, readDefinite, type JsonPathStep } from './jsonpath/evaluate-json-path.js'
import { compileFilter } from './jsonpath/path-filter.js'
import { parsePath } from './jsonpath/parse-path.js'
import { PathFailure } from './jsonpath/path-failure.js'
import { isDefinite, type DefiniteStep, type Token } from './jsonpath/tokens.js'

export { PathFailure }

/**
 * A compiled path in the dialect AWS runs: Jayway JsonPath 2.0.0, which differs from later releases in functions (there are
 * none), negative indexes, escapes and much else.
 */
export interface JsonPath {
  readonly text: string
  /** True if it leads to one value: then it gives that value or fails. Otherwise it gives an array, perhaps an empty one. */
  readonly definite: boolean
  read(document: Json): Json | PathFailure
}

/** Compiles a path, once per text. Throws InvalidExpressionError where AWS would refuse the definition. */
export const compileJsonPath = compiledOnce(compile)

function compile(text: string): JsonPath {
  const steps = parsePath(text).map(toStep)
  if (!steps.every(isDefinite)) return { text, definite: false, read: (document) => evaluateJsonPath(steps, document) }
  const names = steps.map((step) => (step.kind === 'name' ? step.name : undefined))
  const isPlain = names.every((name) => name !== undefined)
  return { text, definite: true, read: isPlain ? nameReader(names, steps) : definiteReader(steps) }
}

function toStep(token: Token): JsonPathStep {
  return token.kind === 'filter' ? { kind: 'filter', test: compileFilter(token.body) } : token
}

function definiteReader(steps: readonly DefiniteStep[]): JsonPath['read'] {
  return (document) => {
    const value = readDefinite(steps, document)
    return value === undefined ? evaluateJsonPath(steps, document) : value
  }
}

/** For names alone, by far the most frequent kind of path. */
function nameReader(names: readonly string[], steps: readonly DefiniteStep[]): JsonPath['read'] {
  return (document) => {
    let value: Json | undefined = document
    for (const name of names) {
      if (!isObject(value) || !Object.hasOwn(value, name)) return evaluateJsonPath(steps, document)
      value = value[name]
    }
    return value ?? null
  }
}
