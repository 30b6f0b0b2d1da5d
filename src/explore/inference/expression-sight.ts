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
    return evaluate(plainScope(scope, bound, variablesIn(node)), current && jsonOf(current))
  }
  return { kind: 'computed', compute, parts, tries: () => literalsIn(node) }
}

const READ_VARIABLES = new WeakMap<SyntaxNode, ReadonlySet<string>>()

/** Names of the variables that an expression reads, `states` among them. */
function variablesIn(node: SyntaxNode): ReadonlySet<string> {
  const known = READ_VARIABLES.get(node)
  if (known) return known
  const names = new Set<string>()
  for (const part of objectsIn(node)) {
    if ('type' in part && part.type === 'variable' && 'value' in part && typeof part.value === 'string')
      names.add(part.value)
  }
  READ_VARIABLES.set(node, names)
  return names
}

/** What an expression compares with: values worth a try. */
export function literalsIn(node: SyntaxNode): readonly Json[] {
  const found = new Set<Json>()
  for (const part of objectsIn(node)) {
    if (found.size >= MOST_LITERALS) break
    if (isLiteral(part)) found.add(part.value)
    if (isLiteral(part) && typeof part.value === 'number') found.add(part.value + 1).add(part.value - 1)
  }
  return [...found]
}

const MOST_LITERALS = 20

/** Everything that a syntax tree is made of, in the order of the text. */
function* objectsIn(node: SyntaxNode): Generator<object> {
  const todo: unknown[] = [node]
  while (todo.length > 0) {
    const next = todo.pop()
    if (typeof next !== 'object' || next === null) continue
    yield next
    todo.push(...Object.values(next).reverse())
  }
}

function isLiteral(node: object): node is { readonly type: string; readonly value: string | number } {
  return 'type' in node && (node.type === 'string' || node.type === 'number') && 'value' in node
}
