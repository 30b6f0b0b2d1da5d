import { type Json, type JsonObject, isObject, member, pointer } from '../../asl/json.js'
import { jsonataText } from '../../asl/query-language.js'
import type { ChoiceState } from '../../asl/types.js'
import { compileChoiceRule } from '../../data/choice-conditions.js'
import { EvaluationScope } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import type { Flow, FlowFields, Handover } from '../../data/flow.js'
import { compileRuleFlow } from '../../data/flow-jsonata.js'
import { compileJsonataTemplate, expectType } from '../../data/jsonata-template.js'
import { compileTemplate } from '../../data/payload-template.js'
import type { CompiledRule } from '../program.js'

export function compileRules(state: ChoiceState, at: string, flow: Flow, jsonata: boolean): readonly CompiledRule[] {
  return state.Choices.map((rule, index) => {
    const next = member(rule, 'Next')
    const common = { next: typeof next === 'string' ? next : '', edge: pointer(at, 'Choices', index) }
    return jsonata ? { ...common, ...jsonataRule(rule, index, state) } : { ...common, ...jsonPathRule(rule, flow) }
  })
}

type RuleParts = Pick<CompiledRule, 'test' | 'handover'>

function jsonPathRule(rule: JsonObject, flow: Flow): RuleParts {
  const test = compileChoiceRule(rule)
  const assign = member(rule, 'Assign')
  const evaluate = assign === undefined ? undefined : compileTemplate(assign)
  return {
    test: (input, sources) => test(new EvaluationScope(sources, input)),
    handover(rawInput, input, sources): Handover | QueryFailure {
      const handedOn = flow.handover(rawInput, input, input, sources)
      if (handedOn instanceof QueryFailure) return handedOn
      const assigned = evaluate?.(new EvaluationScope(sources, input))
      if (assigned instanceof QueryFailure) return assigned
      return { output: handedOn.output, assigned: isObject(assigned) ? assigned : undefined }
    },
  }
}

/** A JSONata rule's own Output and Assign stand in for the state's. */
function jsonataRule(rule: JsonObject, index: number, state: ChoiceState): RuleParts {
  const at = `Choices[${index}]`
  const handOn = compileRuleFlow(flowFields(rule, state), at)
  return {
    test: compileCondition(member(rule, 'Condition') ?? false, `${at}/Condition`),
    handover: (_rawInput, input, sources) => handOn(input, sources),
  }
}

function flowFields(rule: JsonObject, state: ChoiceState): FlowFields {
  const assign = member(rule, 'Assign')
  const output = member(rule, 'Output') ?? state.Output
  return { ...(isObject(assign) && { Assign: assign }), ...(output !== undefined && { Output: output }) }
}

function compileCondition(source: Json, location: string): CompiledRule['test'] {
  if (typeof source === 'boolean') return () => source
  const evaluate = compileJsonataTemplate(source)
  const text = jsonataText(source) ?? JSON.stringify(source)
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input), location)
    if (value instanceof QueryFailure || typeof value === 'boolean') return value
    return expectType(value, 'boolean', text, location) ?? false
  }
}
