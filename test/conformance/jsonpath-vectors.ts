import type { Json } from '../../src/asl/json.js'
import { compileJsonPath, PathFailure } from '../../src/data/jsonpath.js'

/** One case of the JSONPath corpus: what Jayway JsonPath 2.0.0 gives for a path and a document. */
export interface JsonPathVector {
  /** Absent in generated cases: they are counted from 1. */
  readonly id?: number
  readonly path: string
  readonly document: Json
  readonly expect:
    | { readonly value: Json; readonly definite?: boolean }
    | { readonly error: 'missing' | 'invalid-context' | 'invalid-path'; readonly message?: string }
}

export interface VectorReport {
  readonly total: number
  readonly failures: readonly { readonly id: string; readonly reason: string }[]
}

/** Runs a parsed corpus file. Where a case gives no message, the kind of error counts alone. */
export function checkVectors(json: { readonly vectors: readonly JsonPathVector[] }): VectorReport {
  const failures = json.vectors.flatMap((vector, i) => {
    const got = outcome(vector)
    const wanted = expected(vector)
    const reason = `${vector.path} gives ${got} instead of ${wanted}`
    return got === wanted ? [] : [{ id: String(vector.id ?? i + 1), reason }]
  })
  return { total: json.vectors.length, failures }
}

function expected({ expect }: JsonPathVector): string {
  if ('error' in expect) return expect.message === undefined ? expect.error : `${expect.error}: ${expect.message}`
  return `${expect.definite === undefined ? '' : expect.definite ? 'definite ' : 'indefinite '}${JSON.stringify(expect.value)}`
}

function outcome({ path, document, expect }: JsonPathVector): string {
  const compiled = compileOrUndefined(path)
  if (!compiled) return 'invalid-path'
  const value = compiled.read(document)
  if (value instanceof PathFailure) {
    return 'error' in expect && expect.message === undefined ? value.kind : `${value.kind}: ${value.message}`
  }
  const definite = 'definite' in expect ? (compiled.definite ? 'definite ' : 'indefinite ') : ''
  return `${definite}${JSON.stringify(value)}`
}

function compileOrUndefined(path: string) {
  try {
    return compileJsonPath(path)
  } catch {
    return undefined
  }
}
