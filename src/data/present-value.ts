import { isArray, type Json } from '../asl/json.js'
import { PathFailure } from './jsonpath/path-failure.js'
import { compilePathExpression, type PathExpression } from './path-expression.js'
import type { Scope } from './scope.js'

/** A last step that takes one element: `[3]` or `[(@.length-1)]`. */
const LAST_ELEMENT = /\[\s*(?:(-?\d+)|\(@\.length\s*-\s*(\d+)\))\s*\]$/

/**
 * Reads a path where what is not there counts as missing, also past the end of an array. In a payload template an index
 * past the end is null; as the argument of an intrinsic function it is not found (measured on AWS us-east-1, 2026), and
 * `IsPresent` on `$.list[0]` tells an empty list from a full one. An element that is null is there.
 */
export function compilePresentRead(path: PathExpression): (scope: Scope) => Json | PathFailure {
  const step = LAST_ELEMENT.exec(path.text)
  if (step === null) return (scope) => path.read(scope)
  const array = compilePathExpression(path.text.slice(0, step.index))
  return (scope) => {
    const value = path.read(scope)
    if (value !== null) return value
    const owner = array.read(scope)
    if (isArray(owner) && !Object.hasOwn(owner, indexOf(step, owner.length))) {
      return new PathFailure('missing', `No results for path: ${path.text}`)
    }
    return value
  }
}

function indexOf(step: RegExpExecArray, length: number): number {
  return step[1] === undefined ? length - Number(step[2]) : Number(step[1])
}
