import type { Json } from '../../asl/json.js'
import { compileNode } from '../../data/jsonata.js'
import type { SyntaxNode } from '../../data/jsonata/syntax-node.js'
import { plainScope, type ValueScope } from './value-scope.js'
import { type ComputedValue, impose, jsonOf, present, type OpenValue } from './open-value.js'
import type { Want } from './wanted-value.js'

/** What a part of a JSONata expression sees. */
export interface Sight {
  readonly scope: ValueScope
  /** What the expression has bound itself. */
  readonly bound: Map<string, OpenValue>
  /** The context value, `$`: of a predicate or a step the item. */
  readonly current: OpenValue | undefined
  /** The value of a part of the expression. What it reads is noted as needed, as far as that can be told. */
  readonly valueOf: (node: SyntaxNode, sight: Sight) => OpenValue | undefined
  /** Sees to it that a part is true, or false; false if it cannot be. */
  readonly impose: (node: SyntaxNode, holds: boolean, sight: Sight) => boolean
}

/** A sequence of one is its value, an empty one is nothing. */
export function sequenceValue(values: readonly (OpenValue | undefined)[]): OpenValue | undefined {
  const items = values.filter((value) => value !== undefined)
  return items.length > 1 ? { kind: 'list', items } : items[0]
}

/** The values of operands, each of which is needed unless `isNeeded` is false; those that are nothing are left out. */
export function operandValues(
  nodes: readonly SyntaxNode[],
  sight: Sight,
  want?: Want,
  isNeeded = true,
): readonly OpenValue[] {
  return nodes.flatMap((node) => {
    const value = sight.valueOf(node, sight)
    if (!value || (isNeeded && !present(value))) return []
    if (want) impose(value, want, sight.scope.trail)
    return [value]
  })
}

/** A value that the evaluator computes from what its parts are at the time. */
export function computed(node: SyntaxNode, sight: Sight, parts: readonly OpenValue[]): ComputedValue {
  const bound = new Map(sight.bound)
  const { scope, current } = sight
  let evaluate: ReturnType<typeof compileNode> | undefined
  const compute = (): Json | undefined => {
    evaluate ??= compileNode(node)
    return evaluate(plainScope(scope, bound), current && jsonOf(current))
  }
  return { kind: 'computed', compute, parts, tries: () => literalsIn(node) }
}

/** What an expression compares with: values worth a try. */
export function literalsIn(node: SyntaxNode): readonly Json[] {
  const found = new Set<Json>()
  const todo: unknown[] = [node]
  for (let next = todo.pop(); next !== undefined && found.size < 20; next = todo.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (isLiteral(next)) found.add(next.value)
    if (isLiteral(next) && typeof next.value === 'number') found.add(next.value + 1).add(next.value - 1)
    todo.push(...Object.values(next).reverse())
  }
  return [...found]
}

function isLiteral(node: object): node is { readonly type: string; readonly value: string | number } {
  return 'type' in node && (node.type === 'string' || node.type === 'number') && 'value' in node
}
