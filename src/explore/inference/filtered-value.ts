import { isArray } from '../../asl/json.js'
import type { SyntaxNode } from '../../data/jsonata/syntax-node.js'
import { type Sight, sequenceValue } from './expression-sight.js'
import { imposeCondition } from './imposed-condition.js'
import { itemsOf, jsonOf, known, type OpenValue } from './open-value.js'
import { itemOfComputed } from './split-text.js'
import type { Trail } from './trail.js'

/** What `[...]` behind a value selects: an item by its number, or what fits. */
export function filteredValue(value: OpenValue, expr: SyntaxNode, sight: Sight): OpenValue | undefined {
  const index = indexOf(expr)
  if (index !== undefined) return itemAt(value, index, sight.scope.trail)
  if (value.kind === 'hole' && !value.hole.beList(true)) return undefined
  const { trail, isSparse, listLength } = sight.scope
  const items = listItems(value, listLength)
  if (!items) return imposeCondition(expr, true, { ...sight, current: value }) ? value : undefined
  if (isSparse && value.kind === 'hole') return undefined
  const chosen = items.filter((item) => trail.attempt(() => imposeCondition(expr, true, { ...sight, current: item })))
  return sequenceValue(chosen)
}

function indexOf(expr: SyntaxNode): number | undefined {
  if (expr.type === 'number') return expr.value
  const isNegative = expr.type === 'unary' && expr.value === '-' && expr.expression.type === 'number'
  return isNegative && expr.expression.type === 'number' ? -expr.expression.value : undefined
}

function itemAt(value: OpenValue, index: number, trail: Trail): OpenValue | undefined {
  if (value.kind === 'hole') {
    // A value is its own first item.
    const items = value.hole.isList || value.hole.beList(true) ? itemsOf(value) : undefined
    const hole = index < 0 ? undefined : value.hole.item(index)
    return hole ? { kind: 'hole', hole } : items?.at(index)
  }
  if (value.kind === 'computed' && isArray(jsonOf(value))) return itemOfComputed(value, index, trail)
  const items = itemsOf(value)
  return items ? items.at(index) : index === 0 || index === -1 ? value : undefined
}

/** The items of what is known to be a list. */
export function listItems(value: OpenValue, atLeast?: number): readonly OpenValue[] | undefined {
  if (value.kind === 'list') return value.items
  if (value.kind === 'hole') return value.hole.isList ? itemsOf(value, atLeast) : undefined
  return value.kind === 'known' && isArray(value.json) ? value.json.map(known) : undefined
}

const UNFILTERED = new WeakMap<SyntaxNode, SyntaxNode>()

/** The node before `[...]` and `{...}` behind it are applied. */
export function withoutFilters(node: SyntaxNode): SyntaxNode {
  if (!node.predicate && !node.group) return node
  const known = UNFILTERED.get(node)
  if (known) return known
  const { predicate: _, group: __, ...bare } = node
  UNFILTERED.set(node, bare)
  return bare
}
