import type { Json } from '../../../../src/asl/json.js'
import { QueryFailure } from '../../../../src/data/failure.js'
import { compileIntrinsic } from '../../../../src/data/intrinsics/compile-intrinsic.js'
import { scopeWith, type ScopeParts } from '../scope-with.js'

/** What the call gives on this input. */
export function call(text: string, input: Json = {}, parts: ScopeParts = {}): Json | QueryFailure {
  return compileIntrinsic(text)(scopeWith(input, parts))
}

/** What the cause of the call's failure says about it; fails the test if there is none. */
export function detailOf(text: string, input: Json = {}): string {
  const result = call(text, input)
  if (!(result instanceof QueryFailure)) throw new Error(`${text} did not fail: ${JSON.stringify(result)}`)
  const prefix = `The function '${text}' had the following error: `
  if (!result.cause.startsWith(prefix)) throw new Error(`unexpected cause: ${result.cause}`)
  return result.cause.slice(prefix.length)
}

/** `[[[…]]]`, so many levels deep. */
export function nestedArray(levels: number): Json {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as Json
}
