import { isArray, isObject, type Json } from '../../asl/json.js'
import type { NodeOf, SyntaxNode } from '../../data/jsonata/syntax-node.js'
import { partsOfScope } from './value-scope.js'
import { computed, literalsIn, type Sight } from './expression-sight.js'
import { absent, impose, imposeByParts, itemsOf, jsonOf, present, type OpenValue } from './open-value.js'
import { around, equalTo, type Want } from './wanted-value.js'

/** Whether JSONata takes a value for true. https://docs.jsonata.org/boolean-functions#boolean */
export function isTruthy(json: Json): boolean {
  if (isArray(json)) return json.some(isTruthy)
  return isObject(json) ? Object.keys(json).length > 0 : Boolean(json)
}

/**
 * Sees to it that a JSONata condition is true, or false. False if it cannot be. What a failed try has changed may be left:
 * see `Trail.attempt`.
 */
export function imposeCondition(node: SyntaxNode, holds: boolean, sight: Sight): boolean {
  if (node.type === 'value') return (node.value === true) === holds
  if (node.type === 'binary') return imposeBinary(node, holds, sight)
  if (node.type === 'block') return imposeBlock(node, holds, sight)
  if (node.type === 'function') return imposeCall(node, holds, sight)
  if (node.type === 'condition') return imposeEither(node, holds, sight)
  return imposeTruth(node, holds, sight)
}

function imposeBlock({ expressions }: NodeOf<'block'>, holds: boolean, sight: Sight): boolean {
  const inner = { ...sight, bound: new Map(sight.bound) }
  for (const expression of expressions.slice(0, -1)) sight.valueOf(expression, inner)
  const last = expressions.at(-1)
  return last !== undefined && imposeCondition(last, holds, inner)
}

function imposeBinary(node: NodeOf<'binary'>, holds: boolean, sight: Sight): boolean {
  const { value: operator, lhs, rhs } = node
  const { trail } = sight.scope
  if (operator === 'and' || operator === 'or') {
    const both = operator === 'and' ? holds : !holds
    const [one, other] = operator === 'and' ? [true, false] : [false, true]
    if (both) return imposeCondition(lhs, one, sight) && imposeCondition(rhs, one, sight)
    return (
      trail.attempt(() => imposeCondition(lhs, one, sight) && imposeCondition(rhs, other, sight)) ||
      trail.attempt(() => imposeCondition(lhs, other, sight))
    )
  }
  if (operator === 'in') return imposeAmong(lhs, rhs, holds, sight)
  const test = COMPARED[operator]
  if (!test) return imposeTruth(node, holds, sight)
  const left = sight.valueOf(lhs, sight)
  const right = sight.valueOf(rhs, sight)
  if (!left || !right) return operator === '=' ? !holds : operator === '!=' ? holds : false
  const flipped = (a: Json, b: Json): boolean => test(b, a)
  return (
    imposeCompared(left, right, test, `${operator} ${holds}`, holds, sight) ||
    imposeCompared(right, left, flipped, `flipped ${operator} ${holds}`, holds, sight) ||
    imposeComputed(node, holds, sight)
  )
}

const COMPARED: Readonly<Record<string, (left: Json, right: Json) => boolean>> = {
  '=': (left, right) => JSON.stringify(left) === JSON.stringify(right),
  '!=': (left, right) => JSON.stringify(left) !== JSON.stringify(right),
  '<': (left, right) => orderOf(left, right) === -1,
  '<=': (left, right) => isAtMost(orderOf(left, right)),
  '>': (left, right) => orderOf(left, right) === 1,
  '>=': (left, right) => isAtMost(orderOf(right, left)),
}

/** Numbers and texts have an order among their own kind. */
function orderOf(left: Json, right: Json): -1 | 0 | 1 | undefined {
  const areTexts = typeof left === 'string' && typeof right === 'string'
  if (!areTexts && !(typeof left === 'number' && typeof right === 'number')) return undefined
  return left < right ? -1 : left > right ? 1 : 0
}

function isAtMost(order: -1 | 0 | 1 | undefined): boolean {
  return order === -1 || order === 0
}

const ANYTHING: Want = { test: () => true, examples: [1], key: 'anything' }

/** One side is chosen, the other follows it. */
function imposeCompared(
  side: OpenValue,
  fixed: OpenValue,
  test: (left: Json, right: Json) => boolean,
  key: string,
  holds: boolean,
  { scope: { trail } }: Sight,
): boolean {
  return trail.attempt(() => {
    if (!present(fixed)) return false
    const json = fixed.kind === 'hole' && !fixed.hole.want(ANYTHING) ? undefined : jsonOf(fixed)
    if (json === undefined || (fixed.kind === 'hole' && !impose(fixed, equalTo(json), trail))) return false
    const isKind = (value: Json): boolean => typeof value === typeof json || json === null
    const want: Want = {
      test: (value) => test(value, json) === holds && (isKind(value) || !isOrderedKind(json)),
      examples: around(json),
      key: `${key} ${JSON.stringify(json)}`,
    }
    return impose(side, want, trail)
  })
}

/** Comparing values of two kinds is an error of the expression if it asks which is greater. */
function isOrderedKind(json: Json): boolean {
  return typeof json === 'number'
}

function imposeAmong(lhs: SyntaxNode, rhs: SyntaxNode, holds: boolean, sight: Sight): boolean {
  const { trail } = sight.scope
  const value = sight.valueOf(lhs, sight)
  const list = sight.valueOf(rhs, sight)
  if (!value || !list) return !holds
  const options = (itemsOf(list) ?? [list]).map((option) => jsonOf(option)).filter((json) => json !== undefined)
  const isAmong = (json: Json): boolean => options.some((option) => JSON.stringify(option) === JSON.stringify(json))
  if (trail.attempt(() => impose(value, { test: (json) => isAmong(json) === holds, examples: options }, trail)))
    return true
  // The list may be what is open.
  const json = jsonOf(value)
  const [item] = itemsOf(list) ?? []
  return holds && json !== undefined && item !== undefined && impose(item, equalTo(json), trail)
}

function imposeCall(node: NodeOf<'function'>, holds: boolean, sight: Sight): boolean {
  const [first, second] = node.arguments
  const name = node.procedure.type === 'variable' ? node.procedure.value : ''
  if (!first) return imposeTruth(node, holds, sight)
  if (name === 'not') return imposeCondition(first, !holds, sight)
  if (name === 'boolean') return imposeCondition(first, holds, sight)
  if (name === 'exists') return holds ? present(sight.valueOf(first, sight)) : imposeAbsence(first, sight)
  if (name === 'contains' && second) {
    const text = sight.valueOf(first, sight)
    const token = sight.valueOf(second, sight)
    const part = token && jsonOf(token)
    if (text && typeof part === 'string') {
      const test = (json: Json): boolean => typeof json === 'string' && json.includes(part) === holds
      return impose(text, { test, examples: [part] }, sight.scope.trail)
    }
  }
  return imposeTruth(node, holds, sight)
}

/** Nothing is there; or there are items, of which a predicate selects none. */
function imposeAbsence(node: SyntaxNode, sight: Sight): boolean {
  const { trail } = sight.scope
  if (trail.attempt(() => absent(sight.valueOf(node, sight)))) return true
  return absent(sight.valueOf(node, { ...sight, scope: { ...sight.scope, isSparse: true } }))
}

function imposeEither(
  { condition, then, else: otherwise }: NodeOf<'condition'>,
  holds: boolean,
  sight: Sight,
): boolean {
  const { trail } = sight.scope
  const way = (isMet: boolean, result: SyntaxNode | undefined): boolean =>
    result !== undefined &&
    trail.attempt(() => imposeCondition(condition, isMet, sight) && imposeCondition(result, holds, sight))
  return way(true, then) || way(false, otherwise)
}

function imposeTruth(node: SyntaxNode, holds: boolean, sight: Sight): boolean {
  const value = sight.valueOf(node, sight)
  if (!value) return !holds
  const want: Want = { test: (json) => isTruthy(json) === holds, examples: [holds], key: `truth ${holds}` }
  return sight.scope.trail.attempt(() => impose(value, want, sight.scope.trail)) || imposeComputed(node, holds, sight)
}

/** Tries what the expression compares with for all that it could read. */
function imposeComputed(node: SyntaxNode, holds: boolean, sight: Sight): boolean {
  const whole = { ...computed(node, sight, partsOfScope(sight.scope)), tries: () => literalsIn(node) }
  const fits = (): boolean => {
    const json = whole.compute()
    return json !== undefined && isTruthy(json) === holds
  }
  return fits() || imposeByParts(whole, [true, false], fits, sight.scope.trail)
}
