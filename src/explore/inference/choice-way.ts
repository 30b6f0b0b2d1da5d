import { isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { jsonataText } from '../../asl/query-language.js'
import { sightOf, treeOf } from './expression-value.js'
import { imposeRules } from './imposed-rule.js'
import type { OpenValue } from './open-value.js'
import type { GraphState, Way } from './state-graph.js'
import type { HandedOn, ValueFlow } from './value-flow.js'
import type { ValueScope } from './value-scope.js'

/** Sees to it that a Choice goes this way. */
export function imposeWay(way: Way, rules: readonly Json[], isJsonata: boolean, scope: ValueScope): boolean {
  const before = (way.kind === 'rule' ? rules.slice(0, way.index) : rules).map((rule) => ({ rule, holds: false }))
  // What the way's own rule asks for says how the rules before it fail.
  const goals = way.kind === 'rule' ? [{ rule: rules[way.index] ?? null, holds: true }, ...before] : before
  return isJsonata ? goals.every(({ rule, holds }) => imposeJsonata(rule, holds, scope)) : imposeRules(goals, scope)
}

function imposeJsonata(rule: Json, holds: boolean, scope: ValueScope): boolean {
  const condition = isObject(rule) ? member(rule, 'Condition') : undefined
  if (typeof condition === 'boolean') return condition === holds
  const text = condition === undefined ? undefined : jsonataText(condition)
  const tree = text === undefined ? undefined : treeOf(text)
  const sight = sightOf(scope)
  return tree !== undefined && sight.impose(tree, holds, sight)
}

/** What a Choice hands on: a rule's own Output and Assign stand in for the state's. */
export function choiceHandsOn(
  state: GraphState,
  rule: Json | undefined,
  raw: OpenValue,
  flow: ValueFlow,
  scope: ValueScope,
): HandedOn | undefined {
  const { definition } = state
  if (!isObject(rule)) return flow.handOn(definition, raw, scope.input, scope)
  const output = member(rule, 'Output') ?? member(definition, 'Output')
  const outputPath = member(definition, 'OutputPath')
  const assign = member(rule, 'Assign')
  const fields: JsonObject = {
    ...(output !== undefined && { Output: output }),
    ...(outputPath !== undefined && { OutputPath: outputPath }),
    ...(assign !== undefined && { Assign: assign }),
  }
  return flow.handOn(fields, raw, scope.input, scope)
}
