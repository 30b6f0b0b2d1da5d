import { pathNameOf } from '../asl/fields/field.js'
import type { Json } from '../asl/json.js'
import { printedJson } from '../asl/nesting.js'
import { jsonataText } from '../asl/query-language.js'
import { isPlaceholder } from '../asl/placeholder.js'
import { EvaluationScope, type ScopeSources } from './evaluation-scope.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { invalidPath } from './flow-jsonpath.js'
import { PathFailure } from './jsonpath.js'
import { compileJsonataTemplate, expectType, unexpectedType } from './jsonata-template.js'
import { NUMBER_RULES, type NumberFieldName, type NumberRule, isLong, numberInText } from './number-rules.js'
import { compilePathExpression } from './path-expression.js'

/** A number that a state gives literally, by a `…Path` field or by a JSONata expression; undefined if it gives none. */
export type NumericField = (input: Json, sources: ScopeSources) => number | QueryFailure | undefined

const none: NumericField = () => undefined

/**
 * Compiles the field `name` and its `…Path` sister of a state, or of the part of one that stands at `at`
 * (`ItemBatcher/`). What breaks the field's rule is a failure, whichever way the number came.
 */
export function compileNumericField(
  fields: Readonly<Record<string, unknown>>,
  name: NumberFieldName,
  at = '',
): NumericField {
  const rule = NUMBER_RULES[name]
  const evaluate = compileSource(fields, name, rule, at)
  if (!evaluate) return none
  return (input, sources) => {
    const value = evaluate(input, sources)
    if (typeof value !== 'number' || (value >= rule.least && value <= rule.most)) return value
    return new QueryFailure('States.Runtime', rule.outside)
  }
}

function compileSource(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  rule: NumberRule,
  at: string,
): NumericField | undefined {
  const literal = fields[name]
  if (typeof literal === 'number') return () => readNumber(literal, rule) ?? notOfKind(name, rule, literal)
  if (typeof literal === 'string') return fromJsonata(at + name, literal, rule)
  const path = fields[pathNameOf(name)]
  return typeof path === 'string' ? fromPath(pathNameOf(name), path, rule) : undefined
}

function fromPath(fieldName: string, text: string, rule: NumberRule): NumericField {
  const path = compilePathExpression(text)
  return (input, sources) => {
    const value = path.read(new EvaluationScope(sources, input))
    if (value instanceof PathFailure) return invalidPath(text, value)
    return readNumber(value, rule) ?? notOfKind(fieldName, rule, value, text)
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

/** Text that is a number counts as one ("2"): recorded for paths. Undefined for what is no number of the kind. */
function readNumber(value: Json, { kind }: NumberRule): number | undefined {
  const number = typeof value === 'string' ? numberInText(value, kind) : value
  return typeof number === 'number' && (kind === 'float' || isLong(number)) ? number : undefined
}

/** The text is recorded for paths. */
function notOfKind(fieldName: string, { kind }: NumberRule, value: Json, path?: string): QueryFailure {
  const shown = typeof value === 'string' ? value : printedJson(value)
  const cause = `The ${fieldName} field refers to value "${shown}" which is not a valid ${kind}`
  return new QueryFailure('States.Runtime', path === undefined ? `${cause}.` : `${cause}: ${path}`)
}

/** An expression must give a number: text that is one is refused (measured). The word `integer` is an assumption. */
function fromJsonata(location: string, source: string, { kind }: NumberRule): NumericField {
  const text = jsonataText(source)
  if (text === undefined) throw unknownValue(location, source) ?? notNumeric(location)
  const evaluate = compileJsonataTemplate(source)
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input), location)
    if (value instanceof QueryFailure) return value
    if (typeof value !== 'number') return expectType(value, 'number', text, location)
    return kind === 'float' || isLong(value) ? value : unexpectedType(value, 'integer', text, location)
  }
}
