import type { Code } from './callables.js'
import type { Compile } from './constructors.js'
import { EvaluationError } from './evaluation-error.js'
import { frameOf } from './predicate.js'
import type { Frame } from './frame.js'
import type { JsonataRun } from './jsonata-run.js'
import type { SortNode } from './syntax-node.js'
import { Sequence, type Tuple, type Value } from './jsonata-values.js'

/** True if `left` has to come behind `right`. */
export type ComesAfter = (left: Value, right: Value) => boolean

interface Term {
  readonly code: Code
  readonly descending: boolean
}

/** `^(a, >b)`: orders the items of a path. */
export function compileSort(node: SortNode, compile: Compile) {
  const terms = node.terms.map((term): Term => ({ code: compile(term.expression), descending: term.descending }))
  return (run: JsonataRun, items: readonly Value[], frame: Frame): readonly Value[] => {
    const isTupleStream = items instanceof Sequence && items.tupleStream === true
    const keyOf = (term: Term, item: Value): Value =>
      isTupleStream ? term.code(run, (item as Tuple)['@'], frameOf(item as Tuple, frame)) : term.code(run, item, frame)
    return mergeSort(run, items, (left, right) => {
      for (const term of terms) {
        const order = compareKeys(keyOf(term, left), keyOf(term, right), term.descending)
        if (order !== 0) return order > 0
      }
      return false
    })
  }
}

/** Nothing comes last, whatever the direction. */
function compareKeys(left: Value, right: Value, descending: boolean): number {
  if (left === undefined) return right === undefined ? 0 : 1
  if (right === undefined) return -1
  if (!isSortable(left) || !isSortable(right))
    throw new EvaluationError('T2008', { value: isSortable(left) ? right : left })
  if (typeof left !== typeof right) throw new EvaluationError('T2007', { value: left, value2: right })
  if (left === right) return 0
  const order = left < right ? -1 : 1
  return descending ? -order : order
}

function isSortable(value: Value): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** A stable merge sort; the comparisons come in the same order as in the package. One item or none is returned as it is. */
export function mergeSort(run: JsonataRun, items: readonly Value[], comesAfter: ComesAfter): readonly Value[] {
  if (items.length <= 1) return items
  run.spend(items.length)
  const middle = Math.floor(items.length / 2)
  const left = mergeSort(run, items.slice(0, middle), comesAfter)
  const right = mergeSort(run, items.slice(middle), comesAfter)
  const merged: Value[] = []
  let fromLeft = 0
  let fromRight = 0
  while (fromLeft < left.length && fromRight < right.length) {
    if (comesAfter(left[fromLeft], right[fromRight])) merged.push(right[fromRight++])
    else merged.push(left[fromLeft++])
  }
  while (fromLeft < left.length) merged.push(left[fromLeft++])
  while (fromRight < right.length) merged.push(right[fromRight++])
  return merged
}
