import { type Json, type JsonObject, isObject } from '../asl/json.js'
import type { Catcher, State } from '../asl/types.js'
import { EvaluationScope, type ScopeSources } from './evaluation-scope.js'
import type { Evaluator } from './evaluator.js'
import { QueryFailure } from './failure.js'
import type { CatchFlow, Flow, Flowed, Handover } from './flow.js'
import { PathFailure } from './jsonpath.js'
import { compilePathExpression } from './path-expression.js'
import { compileTemplate } from './payload-template.js'
import { compileReferencePath } from './reference-path.js'

type Step = (value: Json, sources: ScopeSources) => Flowed
type Merge = (rawInput: Json, result: Json) => Flowed

interface PathFields {
  readonly InputPath?: string | null
  readonly OutputPath?: string | null
  readonly ResultPath?: string | null
  readonly Parameters?: Json
  readonly ResultSelector?: JsonObject
  readonly Assign?: JsonObject
}

const same: Step = (value) => value

/** InputPath and OutputPath: `null` gives an empty object; a failure prints the path and Jayway's own text. */
function compilePathStep(text: string | null | undefined): Step {
  if (text === undefined || text === '$') return same
  if (text === null) return () => ({})
  const path = compilePathExpression(text)
  return (value, sources) => {
    const found = path.read(new EvaluationScope(sources, value))
    return found instanceof PathFailure ? invalidPath(text, found) : found
  }
}

/** The failure of a path that is a whole field (InputPath, TimeoutSecondsPath, ...). Recorded wording. */
export function invalidPath(text: string, failure: PathFailure): QueryFailure {
  return new QueryFailure('States.Runtime', `Invalid path '${text}' : ${failure.message}`)
}

function compileTemplateStep(source: Json | undefined): Step {
  if (source === undefined) return same
  const evaluate = compileTemplate(source)
  return (value, sources) => evaluate(new EvaluationScope(sources, value))
}

/** ResultPath: where the result goes in the raw input. */
function compileMerge(text: string | null | undefined): Merge {
  if (text === undefined || text === '$') return (_raw, result) => result
  if (text === null) return (raw) => raw
  const path = compileReferencePath(text)
  return (raw, result) => path.write(raw, result)
}

function compileAssign(source: JsonObject | undefined): Evaluator | undefined {
  return source === undefined ? undefined : compileTemplate(source)
}

function assignFrom(
  assign: Evaluator | undefined,
  basis: Json,
  sources: ScopeSources,
): JsonObject | QueryFailure | undefined {
  if (!assign) return undefined
  const value = assign(new EvaluationScope(sources, basis))
  return value instanceof QueryFailure || isObject(value) ? value : undefined
}

/** The flow of a state whose query language is JSONPath. */
export function compileJsonPathFlow(state: State): Flow {
  const fields: PathFields = state.Type === 'Fail' ? {} : state
  const inputStep = compilePathStep(fields.InputPath)
  const payloadStep = state.Type === 'Map' ? same : compileTemplateStep(fields.Parameters)
  const selectStep = compileTemplateStep(fields.ResultSelector)
  const merge = compileMerge(fields.ResultPath)
  const outputStep = compilePathStep(fields.OutputPath)
  const assign = compileAssign(fields.Assign)
  const mergesResult =
    state.Type === 'Task' || state.Type === 'Pass' || state.Type === 'Parallel' || state.Type === 'Map'

  function output(rawInput: Json, result: Json, sources: ScopeSources): Flowed {
    const selected = selectStep(result, sources)
    if (selected instanceof QueryFailure) return selected
    const merged = mergesResult ? merge(rawInput, selected) : selected
    return merged instanceof QueryFailure ? merged : outputStep(merged, sources)
  }

  return {
    effectiveInput: inputStep,
    payload: payloadStep,
    handover(rawInput, _effectiveInput, result, sources): Handover | QueryFailure {
      const value = output(rawInput, result, sources)
      if (value instanceof QueryFailure) return value
      const assigned = assignFrom(assign, result, sources)
      return assigned instanceof QueryFailure ? assigned : { output: value, assigned }
    },
  }
}

/** A JSONPath catcher: ResultPath puts the Error Output into the raw input; Assign reads the Error Output as `$`. */
export function compileJsonPathCatchFlow(catcher: Catcher): CatchFlow {
  const merge = compileMerge(catcher.ResultPath)
  const assign = compileAssign(catcher.Assign)
  return {
    handover(rawInput, _effectiveInput, errorOutput, sources) {
      const output = merge(rawInput, errorOutput)
      if (output instanceof QueryFailure) return output
      const assigned = assignFrom(assign, errorOutput, sources)
      return assigned instanceof QueryFailure ? assigned : { output, assigned }
    },
  }
}
