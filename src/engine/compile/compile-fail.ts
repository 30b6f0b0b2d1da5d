import { jsonataText } from '../../asl/query-language.js'
import type { FailState } from '../../asl/types.js'
import { EvaluationScope } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import { compileJsonataTemplate, expectType } from '../../data/jsonata-template.js'
import { compileDynamicValue } from '../../data/payload-template.js'
import type { FailText } from '../program.js'

/** `Error` or `Cause` of a Fail state: literal, by path or intrinsic call, or a JSONata expression. */
export function compileFailText(state: FailState, field: 'Error' | 'Cause', jsonata: boolean): FailText {
  const path = state[`${field}Path`]
  if (path !== undefined) return fromPath(`${field}Path`, path)
  const literal = state[field]
  if (literal === undefined || !jsonata) return () => literal
  return fromJsonata(field, literal)
}

function fromPath(field: string, text: string): FailText {
  const evaluate = compileDynamicValue(field, text)
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input))
    if (value instanceof QueryFailure || typeof value === 'string') return value
    return new QueryFailure('States.Runtime', `The ${field} field does not refer to a string: ${text}`)
  }
}

function fromJsonata(field: string, source: string): FailText {
  const text = jsonataText(source)
  if (text === undefined) return () => source
  const evaluate = compileJsonataTemplate(source)
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input), field)
    if (value instanceof QueryFailure || typeof value === 'string') return value
    return expectType(value, 'string', text, field)
  }
}
