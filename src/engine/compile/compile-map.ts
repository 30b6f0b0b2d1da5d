import { type Json, isObject } from '../../asl/json.js'
import { jsonataText } from '../../asl/query-language.js'
import { printedJson } from '../../asl/nesting.js'
import type { MapState } from '../../asl/types.js'
import { EvaluationScope } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import { PathFailure } from '../../data/jsonpath.js'
import { invalidPath } from '../../data/flow-jsonpath.js'
import { compileJsonataTemplate, expectType } from '../../data/jsonata-template.js'
import { compilePathExpression } from '../../data/path-expression.js'
import { type MemberOrder, compileTemplate } from '../../data/payload-template.js'
import type { CompiledMap } from '../program.js'

/** The items of a Map: ItemsPath of the effective input, or JSONata's Items; the input itself by default. */
export function compileItems(state: MapState, jsonata: boolean): CompiledMap['items'] {
  return jsonata ? jsonataItems(state.Items) : pathItems(state.ItemsPath ?? '$')
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function pathItems(text: string): CompiledMap['items'] {
  const path = compilePathExpression(text)
  return (input, sources, objects) => {
    const value = path.read(new EvaluationScope(sources, input))
    if (value instanceof PathFailure) return invalidPath(text, value)
    if (isList(value) || (objects && isObject(value))) return value
    return new QueryFailure('States.Runtime', `Reference path "${text.replace(/^\$\$/, '$')}" must point to array.`)
  }
}

function jsonataItems(source: Json | undefined): CompiledMap['items'] {
  const text = source === undefined ? undefined : jsonataText(source)
  const evaluate = source === undefined ? undefined : compileJsonataTemplate(source)
  return (input, sources, objects) => {
    const value = evaluate ? evaluate(new EvaluationScope(sources, input), 'Items') : input
    if (value instanceof QueryFailure || isList(value) || (objects && isObject(value))) return value
    const mismatch = text === undefined ? undefined : expectType(value, 'array', text, 'Items')
    return mismatch ?? notAnArray(value)
  }
}

/** Recorded, and without a location. */
function notAnArray(value: Json): QueryFailure {
  const cause = `Map state input must be an array but was: ${printedJson(value)}`
  return new QueryFailure('States.QueryEvaluationError', cause)
}

/** What ItemSelector (or Parameters, its older spelling) makes of an item; undefined if the Map has neither. */
export function compileItemSelector(
  state: MapState,
  jsonata: boolean,
  order: MemberOrder,
): CompiledMap['itemSelector'] {
  const source = state.ItemSelector ?? state.Parameters
  if (source === undefined) return undefined
  if (jsonata) {
    const evaluate = compileJsonataTemplate(source)
    return (input, sources) => evaluate(new EvaluationScope(sources, input), 'ItemSelector')
  }
  const evaluate = compileTemplate(source, order)
  return (input, sources) => evaluate(new EvaluationScope(sources, input))
}
