import type { Json } from '../../../asl/json.js'
import type { State } from '../../../asl/types.js'
import { compileFlow } from '../../../data/compile-flow.js'
import { QueryFailure } from '../../../data/failure.js'
import type { Flow, Handover } from '../../../data/flow.js'
import { type Ending, type Trial, failedQuery } from './trial.js'

/** The part of a state's work whose random draws belong to its output. */
const EXIT = 'exit'

/** What the state hands on once its work has given `result`. A JSONPath state with a result shows the steps on the way. */
export function finish(trial: Trial, result: Json): Ending {
  const { subject, input, effectiveInput, sources, inspector } = trial
  for (const [name, flow] of stagesOf(subject.source, subject.jsonata)) {
    const stage = flow.handover(input, effectiveInput, result, sources(EXIT))
    inspector.see(name, stage instanceof QueryFailure ? stage : stage.output)
  }
  const handover = subject.state.flow.handover(input, effectiveInput, result, sources(EXIT))
  return handedOn(handover, subject.state.next)
}

export function handedOn(handover: Handover | QueryFailure, next: string | undefined): Ending {
  return handover instanceof QueryFailure ? failedQuery(handover) : { handover, next }
}

/** The data flow of the state up to its ResultSelector, and up to its ResultPath: flows of their own, with the later fields left out. */
function stagesOf(
  source: State,
  jsonata: boolean,
): readonly (readonly ['afterResultSelector' | 'afterResultPath', Flow])[] {
  if (jsonata || !hasResult(source)) return []
  const { ResultSelector, ResultPath } = source
  const selected = { Type: 'Pass', ...(ResultSelector !== undefined && { ResultSelector }) } as const
  const merged = { ...selected, ...(ResultPath !== undefined && { ResultPath }) }
  return [
    ['afterResultSelector', compileFlow(selected, jsonata)],
    ['afterResultPath', compileFlow(merged, jsonata)],
  ]
}

type StateWithResult = Extract<State, { readonly Type: 'Pass' | 'Task' | 'Map' | 'Parallel' }>

function hasResult(state: State): state is StateWithResult {
  return state.Type === 'Pass' || state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel'
}
