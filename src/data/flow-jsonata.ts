import { type Json, type JsonObject, isObject } from '../asl/json.js'
import type { Catcher, State } from '../asl/types.js'
import { EvaluationScope, type ScopeSources } from './evaluation-scope.js'
import { QueryFailure } from './failure.js'
import type { CatchFlow, Flow, FlowFields, Handover } from './flow.js'
import { type JsonataEvaluator, compileJsonataTemplate } from './jsonata-template.js'

interface JsonataFields extends FlowFields {
  readonly Arguments?: Json
}

function compileField(source: Json | undefined): JsonataEvaluator | undefined {
  return source === undefined ? undefined : compileJsonataTemplate(source)
}

/** Output and Assign, both evaluated from the same values: neither sees the other. */
function compileHandover(fields: FlowFields, at: string) {
  const output = compileField(fields.Output)
  const assign = compileField(fields.Assign)
  return (scope: EvaluationScope, otherwise: Json): Handover | QueryFailure => {
    const value = output ? output(scope, `${at}Output`) : otherwise
    if (value instanceof QueryFailure) return value
    if (!assign) return { output: value, assigned: undefined }
    const assigned = assign(scope, `${at}Assign`)
    if (assigned instanceof QueryFailure) return assigned
    return { output: value, assigned: isObject(assigned) ? assigned : undefined }
  }
}

/** The flow of a state whose query language is JSONata. */
export function compileJsonataFlow(state: State): Flow {
  const fields: JsonataFields = state.Type === 'Fail' ? {} : state
  const payload = compileField(fields.Arguments)
  const handOver = compileHandover(fields, '')
  const hasResult = state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map'
  return {
    effectiveInput: (rawInput) => rawInput,
    payload: (input, sources) => (payload ? payload(new EvaluationScope(sources, input), 'Arguments') : input),
    handover(_rawInput, input, result, sources) {
      return handOver(new EvaluationScope(sources, input, hasResult ? result : undefined), result)
    },
  }
}

/** A JSONata catcher: Output defaults to `$states.errorOutput`. `at` is its place in the state, e.g. `Catch[1]`. */
export function compileJsonataCatchFlow(catcher: Catcher, at: string): CatchFlow {
  const handOver = compileHandover(catcher, `${at}/`)
  return {
    handover(_rawInput, input, errorOutput: JsonObject, sources: ScopeSources) {
      return handOver(new EvaluationScope(sources, input, undefined, errorOutput), errorOutput)
    },
  }
}

/** Output and Assign of one rule of a Choice, e.g. at `Choices[0]`; the output defaults to the input. */
export function compileRuleFlow(fields: FlowFields, at: string) {
  const handOver = compileHandover(fields, `${at}/`)
  return (input: Json, sources: ScopeSources): Handover | QueryFailure =>
    handOver(new EvaluationScope(sources, input), input)
}
