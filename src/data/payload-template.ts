import { isArray, isObject, setMember, type Json, type JsonObject, type JsonObjectBuilder } from '../asl/json.js'
import type { FailureReason } from '../asl/profile.js'
import type { Evaluator } from './evaluator.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { compileIntrinsic } from './intrinsics/compile-intrinsic.js'
import { javaHashOrder } from './java-hash-order.js'
import { PathFailure } from './jsonpath.js'
import { MAX_NESTING, nestsDeeperThan, printedJson } from '../asl/nesting.js'
import { compilePathExpression } from './path-expression.js'

/** A part of a template: JSON that never changes, or what must be evaluated each time. */
type Part =
  { readonly kind: 'literal'; readonly value: Json } | { readonly kind: 'dynamic'; readonly evaluate: Evaluator }

interface Member {
  readonly key: string
  readonly part: Part
}

/**
 * How the members of a result are ordered: as AWS's hash map has them (recorded), or as written, which is measured for the
 * ItemSelector of a distributed Map.
 */
export type MemberOrder = 'hash-map' | 'written'

/**
 * Compiles a payload template (Parameters, ResultSelector, ItemSelector, Assign, ...): members named `x.$` become `x` with
 * the value of their path or intrinsic call, all else stays as it is. A template without such members gives the same
 * frozen value each time. Throws InvalidExpressionError with AWS's text for a member that is neither.
 */
export function compileTemplate(source: Json, order: MemberOrder = 'hash-map'): Evaluator {
  if (nestsDeeperThan(source, MAX_NESTING)) {
    throw new InvalidExpressionError(`The payload template is nested more than ${MAX_NESTING} deep`)
  }
  return evaluatorOf(compilePart(source, order))
}

/**
 * Compiles the text of one `x.$` member, or of ErrorPath or CausePath; `fieldName` is the name as written and `reason`
 * what documents call a path that fails there. A path that finds nothing becomes States.Runtime
 * with AWS's recorded text; a path that does not fit the input shows the engine's own text, as measured on AWS.
 */
export function compileDynamicValue(fieldName: string, text: string, reason?: FailureReason): Evaluator {
  try {
    return text.startsWith('$') ? compilePathValue(fieldName, text, reason) : compileIntrinsic(text)
  } catch (error) {
    if (error instanceof InvalidExpressionError) throw notDynamic(fieldName, error)
    throw error
  }
}

function compilePathValue(fieldName: string, text: string, reason: FailureReason | undefined): Evaluator {
  const path = compilePathExpression(text)
  return (scope) => {
    const value = path.read(scope)
    if (!(value instanceof PathFailure)) return value
    const cause =
      value.kind === 'missing'
        ? `The JSONPath '${text}' specified for the field '${fieldName}' could not be found in the input '${printedJson(path.document(scope))}'`
        : value.message
    return new QueryFailure('States.Runtime', cause, undefined, reason)
  }
}

function notDynamic(fieldName: string, cause?: InvalidExpressionError): InvalidExpressionError {
  const message = `The value for the field '${fieldName}' must be a valid JSONPath or a valid intrinsic function call`
  return new InvalidExpressionError(message, { cause })
}

function evaluatorOf(part: Part): Evaluator {
  return part.kind === 'literal' ? () => part.value : part.evaluate
}

function compilePart(source: Json, order: MemberOrder): Part {
  if (isObject(source)) return compileObject(source, order)
  if (isArray(source)) return compileArray(source, order)
  return { kind: 'literal', value: source }
}

function compileArray(source: readonly Json[], order: MemberOrder): Part {
  const parts = source.map((part) => compilePart(part, order))
  const literals = parts.flatMap((part) => (part.kind === 'literal' ? [part.value] : []))
  if (literals.length === parts.length) return { kind: 'literal', value: Object.freeze(literals) }
  return {
    kind: 'dynamic',
    evaluate(scope) {
      const result: Json[] = []
      for (const part of parts) {
        const value = part.kind === 'literal' ? part.value : part.evaluate(scope)
        if (value instanceof QueryFailure) return value
        result.push(value)
      }
      return result
    },
  }
}

function compileObject(source: JsonObject, order: MemberOrder): Part {
  const members = order === 'written' ? membersAsWritten(source) : membersOf(source)
  const literals: JsonObjectBuilder = {}
  for (const { key, part } of members) if (part.kind === 'literal') setMember(literals, key, part.value)
  if (members.every(({ part }) => part.kind === 'literal')) return { kind: 'literal', value: Object.freeze(literals) }
  return {
    kind: 'dynamic',
    evaluate(scope) {
      const result: JsonObjectBuilder = {}
      for (const { key, part } of members) {
        const value = part.kind === 'literal' ? part.value : part.evaluate(scope)
        if (value instanceof QueryFailure) return value
        setMember(result, key, value)
      }
      return result
    },
  }
}

function membersAsWritten(source: JsonObject): readonly Member[] {
  return Object.entries(source).map(([name, value]) =>
    name.endsWith('.$')
      ? { key: name.slice(0, -2), part: compileDynamicPart(name, value) }
      : { key: name, part: compilePart(value, 'written') },
  )
}

function compileDynamicPart(name: string, value: Json): Part {
  if (typeof value !== 'string') throw notDynamic(name)
  return { kind: 'dynamic', evaluate: compileDynamicValue(name, value, 'parameter-path-name') }
}

/** Literal and nested members first, as written; then the dynamic ones in the order of AWS's hash map. */
function membersOf(source: JsonObject): readonly Member[] {
  const fixed: Member[] = []
  const dynamic = new Map<string, Part>()
  for (const [name, value] of Object.entries(source)) {
    if (!name.endsWith('.$')) {
      fixed.push({ key: name, part: compilePart(value, 'hash-map') })
      continue
    }
    dynamic.set(name.slice(0, -2), compileDynamicPart(name, value))
  }
  const ordered = javaHashOrder([...dynamic.keys()]).map((key) => ({ key, part: dynamic.get(key) }))
  return [...fixed, ...ordered.flatMap(({ key, part }) => (part ? [{ key, part }] : []))]
}
