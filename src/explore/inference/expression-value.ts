import { isArray, isObject, type Json } from '../../asl/json.js'
import { parseJsonata } from '../../data/jsonata.js'
import { jsonataText } from '../../asl/query-language.js'
import type { NodeOf, NodeType, SyntaxNode } from '../../data/jsonata/syntax-node.js'
import { callValue } from './call-value.js'
import { imposeCondition, isTruthy } from './imposed-condition.js'
import { partsOfScope, type ValueScope } from './value-scope.js'
import { computed, literalsIn, operandValues, sequenceValue, type Sight } from './expression-sight.js'
import { jsonOf, known, valuePart, present, settledValue, type OpenValue } from './open-value.js'
import { filteredValue, listItems, withoutFilters } from './filtered-value.js'
import { ANY_NUMBER } from './wanted-value.js'

/** The value of a JSONata field, `{% ... %}` anywhere in it; undefined where an expression gives nothing. */
export function jsonataValue(field: Json, scope: ValueScope): OpenValue | undefined {
  if (isArray(field)) {
    const items = field.map((item) => jsonataValue(item, scope))
    return items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined
  }
  if (isObject(field)) {
    const members = new Map<string, OpenValue>()
    for (const [key, part] of Object.entries(field)) {
      const value = jsonataValue(part, scope)
      if (!value) return undefined
      members.set(key, value)
    }
    return { kind: 'object', members, below: undefined }
  }
  const text = jsonataText(field)
  if (text === undefined) return known(field)
  const tree = treeOf(text)
  const value = tree && valueOf(tree, sightOf(scope))
  return present(value) ? value : undefined
}

/** What a whole expression sees. */
export function sightOf(scope: ValueScope): Sight {
  return { scope, bound: new Map(), current: undefined, valueOf, impose: imposeCondition }
}

export function treeOf(text: string): SyntaxNode | undefined {
  try {
    return parseJsonata(text)
  } catch {
    return undefined
  }
}

/** The value of a part of an expression. What it reads is noted as needed, as far as that can be told. */
export function valueOf(node: SyntaxNode, sight: Sight): OpenValue | undefined {
  const plain = plainValue(withoutFilters(node), sight)
  const value = plain && settledValue(plain)
  const filtered = (node.predicate ?? []).reduce(
    (found: OpenValue | undefined, { expr }) => found && filteredValue(found, expr, sight),
    value,
  )
  return node.group ? computed(node, sight, filtered ? [filtered] : []) : filtered
}

type Evaluator<T extends NodeType> = (node: NodeOf<T>, sight: Sight) => OpenValue | undefined

/** How the value of each kind of node is had; that of others is computed. */
const EVALUATORS: { readonly [T in NodeType]?: Evaluator<T> } = {
  string: ({ value }) => known(value),
  number: ({ value }) => known(value),
  value: ({ value }) => known(value),
  variable: ({ value }, sight) => variableValue(value, sight),
  name: ({ value }, { current }) => current && stepValue(current, value),
  path: pathValue,
  unary: unaryValue,
  binary: binaryValue,
  condition: conditionValue,
  block: ({ expressions }, sight) => blockValue(expressions, sight),
  bind: bindValue,
  function: (node, sight) => callValue(node, node.procedure, node.arguments, sight),
  apply: applyValue,
}

function plainValue(node: SyntaxNode, sight: Sight): OpenValue | undefined {
  const evaluate = EVALUATORS[node.type] as Evaluator<NodeType> | undefined
  return evaluate ? evaluate(node, sight) : computed(node, sight, partsOfScope(sight.scope))
}

function bindValue({ lhs, rhs }: NodeOf<'bind'>, sight: Sight): OpenValue | undefined {
  const value = valueOf(rhs, sight)
  if (value) sight.bound.set(lhs.value, value)
  return value
}

/** `a ~> $f(b)` is `$f(a, b)`. */
function applyValue(node: NodeOf<'apply'>, sight: Sight): OpenValue | undefined {
  const { lhs, rhs } = node
  if (rhs.type === 'function') return callValue(node, rhs.procedure, [lhs, ...rhs.arguments], sight)
  return rhs.type === 'variable'
    ? callValue(node, rhs, [lhs], sight)
    : computed(node, sight, operandValues([lhs], sight))
}

function variableValue(name: string, { scope, bound, current }: Sight): OpenValue | undefined {
  if (name === '') return current
  const value = bound.get(name)
  if (value) return value
  if (name !== 'states') return scope.variables.get(name)
  const members = new Map<string, OpenValue>([
    ['input', scope.input],
    ['context', scope.context],
  ])
  if (scope.result) members.set('result', scope.result)
  if (scope.errorOutput) members.set('errorOutput', scope.errorOutput)
  return { kind: 'object', members, below: undefined }
}

function pathValue(node: NodeOf<'path'>, sight: Sight): OpenValue | undefined {
  let value = sight.current
  for (const [i, step] of node.steps.entries()) {
    const below = value
    value = step.type === 'name' ? below && stepValue(below, step.value) : stepByExpression(step, below, i, sight)
    for (const stage of step.stages ?? []) {
      if (value && stage.type === 'filter') value = filteredValue(value, stage.expr, sight)
    }
    if (value === undefined) return undefined
  }
  if (node.keepSingletonArray && value && value.kind !== 'list') return { kind: 'list', items: [value] }
  return value
}

/** A step that is no name: for each item of what is below, but for the first one. */
function stepByExpression(
  step: SyntaxNode,
  below: OpenValue | undefined,
  index: number,
  sight: Sight,
): OpenValue | undefined {
  if (index === 0) return valueOf(step, sight)
  if (!below) return undefined
  if (step.type === 'wildcard' || step.type === 'descendant' || step.type === 'sort') {
    return step.type === 'sort' || below.kind === 'hole' ? below : firstPart(below)
  }
  const items = listItems(below) ?? [below]
  return sequenceValue(items.map((current) => valueOf(step, { ...sight, current })))
}

function firstPart(value: OpenValue): OpenValue | undefined {
  if (value.kind === 'object') return sequenceValue([...value.members.values()])
  const json = jsonOf(value)
  return isObject(json) ? sequenceValue(Object.values(json).map(known)) : undefined
}

function stepValue(value: OpenValue, name: string): OpenValue | undefined {
  const items = listItems(value)
  return items ? sequenceValue(items.map((item) => valuePart(item, name)).filter(present)) : valuePart(value, name)
}

function unaryValue(node: NodeOf<'unary'>, sight: Sight): OpenValue | undefined {
  if (node.value === '-') return computed(node, sight, operandValues([node.expression], sight, ANY_NUMBER))
  if (node.value === '[') {
    const items = node.expressions.flatMap((expression) => {
      const value = valueOf(expression, sight)
      const isLiteral = expression.type === 'unary' && expression.value === '['
      return (isLiteral ? undefined : value && listItems(value)) ?? (value ? [value] : [])
    })
    return { kind: 'list', items: items.filter(present) }
  }
  const members = new Map<string, OpenValue>()
  for (const [key, part] of node.lhs) {
    if (key.type !== 'string') return computed(node, sight, operandValues([key, part], sight))
    const value = valueOf(part, sight)
    if (present(value)) members.set(key.value, value)
  }
  return { kind: 'object', members, below: undefined }
}

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '..'])

function binaryValue(node: NodeOf<'binary'>, sight: Sight): OpenValue | undefined {
  const sides = [node.lhs, node.rhs]
  if (ARITHMETIC.has(node.value)) {
    const parts = operandValues(sides, sight, ANY_NUMBER)
    return parts.length === 2 ? { ...computed(node, sight, parts), tries: inverse(node.value, parts) } : undefined
  }
  if (node.value === '&') return computed(node, sight, operandValues(sides, sight))
  return { ...computed(node, sight, operandValues(sides, sight, undefined, false)), tries: () => literalsIn(node) }
}

/** Values of either side that lead to a sum or a difference. */
function inverse(operator: string, [left, right]: readonly OpenValue[]): (wanted: Json) => readonly Json[] {
  return (wanted) => {
    const a = left?.kind === 'known' ? left.json : undefined
    const b = right?.kind === 'known' ? right.json : undefined
    if (typeof wanted !== 'number') return []
    if (typeof b === 'number') return operator === '+' ? [wanted - b] : operator === '-' ? [wanted + b] : []
    return typeof a === 'number' ? (operator === '+' ? [wanted - a] : operator === '-' ? [a - wanted] : []) : []
  }
}

function conditionValue(node: NodeOf<'condition'>, sight: Sight): OpenValue | undefined {
  const { condition, then, else: otherwise } = node
  const holds = sight.scope.trail.attempt(() => valueOf(condition, sight))
  const json = holds && jsonOf(holds)
  const way = json !== undefined && isTruthy(json) ? then : otherwise
  const taken = way && valueOf(way, sight)
  if (!taken || (taken.kind !== 'known' && taken.kind !== 'computed')) return taken
  // Which of two plain values it is can be steered by what the condition reads.
  if (!holds || holds.kind === 'known') return taken
  return { ...computed(node, sight, [holds, taken]), tries: () => [...literalsIn(condition), true, false] }
}

function blockValue(expressions: readonly SyntaxNode[], sight: Sight): OpenValue | undefined {
  const inner = { ...sight, bound: new Map(sight.bound) }
  let value: OpenValue | undefined
  for (const expression of expressions) value = valueOf(expression, inner)
  return value
}
