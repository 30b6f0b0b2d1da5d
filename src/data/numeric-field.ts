import { pathNameOf } from '../asl/fields/field.js'
import type { Json } from '../asl/json.js'
import { jsonataText } from '../asl/query-language.js'
import { isPlaceholder } from '../asl/placeholder.js'
import { EvaluationScope, type ScopeSources } from './evaluation-scope.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { invalidPath } from './flow-jsonpath.js'
import { PathFailure } from './jsonpath.js'
import { compileJsonataTemplate, expectType } from './jsonata-template.js'
import { compilePathExpression } from './path-expression.js'

/** A number that a state gives literally, by a `…Path` field or by a JSONata expression; undefined if it gives none. */
export type NumericField = (input: Json, sources: ScopeSources) => number | QueryFailure | undefined

const none: NumericField = () => undefined

/** How the value behind a `…Path` field becomes a number; its failure gets the path's text for its message. */
export type ReadPathValue = (value: Json, fieldName: string, path: string) => number | QueryFailure

/** Whole numbers, and text that is one ("2"): recorded for MaxConcurrencyPath. The message is recorded, too. */
const integerAtPath: ReadPathValue = (value, fieldName, path) => {
  const number = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  return new QueryFailure(
    'States.Runtime',
    `The ${fieldName} field refers to value "${shown}" which is not a valid integer: ${path}`,
  )
}

function fromPath(fieldName: string, text: string, readValue: ReadPathValue): NumericField {
  const path = compilePathExpression(text)
  return (input, sources) => {
    const value = path.read(new EvaluationScope(sources, input))
    if (value instanceof PathFailure) return invalidPath(text, value)
    return readValue(value, fieldName, text)
  }
}

function notNumeric(fieldName: string): InvalidExpressionError {
  return new InvalidExpressionError(`The field '${fieldName}' must be a number or a JSONata expression`)
}

/** That a field cannot be run with, since its value is a placeholder of a template; undefined if it is none. */
export function unknownValue(fieldName: string, value: unknown): InvalidExpressionError | undefined {
  if (!isPlaceholder(value)) return undefined
  const message = `The value of the field '${fieldName}' is known at deployment only: write one in place of ${String(value)} to run it`
  return new InvalidExpressionError(message)
}

function fromJsonata(fieldName: string, source: string): NumericField {
  const text = jsonataText(source)
  if (text === undefined) {
    throw unknownValue(fieldName, source) ?? notNumeric(fieldName)
  }
  const evaluate = compileJsonataTemplate(source)
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input), fieldName)
    if (value instanceof QueryFailure) return value
    if (typeof value === 'number') return value
    return expectType(value, 'number', text, fieldName)
  }
}

/** Compiles the field `name` (`TimeoutSeconds`, `MaxConcurrency`, ...) and its `…Path` sister of a state. */
export function compileNumericField(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  readValue: ReadPathValue = integerAtPath,
): NumericField {
  const literal = fields[name]
  if (typeof literal === 'number') return () => literal
  if (typeof literal === 'string') return fromJsonata(name, literal)
  const path = fields[pathNameOf(name)]
  return typeof path === 'string' ? fromPath(pathNameOf(name), path, readValue) : none
}
