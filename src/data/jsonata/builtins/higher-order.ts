import { type Json, type JsonObjectBuilder, setMember } from '../../../asl/json.js'
import { apply, type NativeBody } from '../callables.js'
import { EvaluationError } from '../evaluation-error.js'
import type { JsonataRun } from '../jsonata-run.js'
import { mergeSort } from '../sort.js'
import { Callable, isNumeric, isRecord, isTrue, Sequence, type Value } from '../jsonata-values.js'

/** Calls a function with the value and, as far as it takes them, the key and the whole. */
function callWith(run: JsonataRun, callee: Value, value: Value, key: Value, whole: Value): Value {
  const arity = callee instanceof Callable ? callee.arity : 1
  const args = arity >= 3 ? [value, key, whole] : arity === 2 ? [value, key] : [value]
  return apply(run, callee, args, null)
}

function items(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function members(value: Value): readonly (readonly [string, Value])[] {
  return isRecord(value) ? Object.entries(value) : []
}

/** The functions that call functions, by name. The package has them, but only as promises. */
export const HIGHER_ORDER: Readonly<Record<string, NativeBody>> = {
  map(run, [array, callee]) {
    if (array === undefined) return undefined
    const results = new Sequence()
    items(array).forEach((item, index) => {
      const result = callWith(run, callee, item, index, array)
      if (result !== undefined) results.push(result)
    })
    return results
  },

  filter(run, [array, callee]) {
    if (array === undefined) return undefined
    const kept = new Sequence()
    items(array).forEach((item, index) => {
      if (isTrue(callWith(run, callee, item, index, array))) kept.push(item)
    })
    return kept
  },

  single(run, [array, callee]) {
    if (array === undefined) return undefined
    let found: { readonly item: Value } | undefined
    items(array).forEach((item, index) => {
      if (callee !== undefined && !isTrue(callWith(run, callee, item, index, array))) return
      if (found) throw new EvaluationError('D3138', { index })
      found = { item }
    })
    if (!found) throw new EvaluationError('D3139')
    return found.item
  },

  reduce(run, [sequence, callee, start]) {
    if (sequence === undefined) return undefined
    const arity = callee instanceof Callable ? callee.arity : 0
    if (arity < 2) throw new EvaluationError('D3050', { index: 1 })
    const [first, ...others] = items(sequence)
    const startsWithFirst = start === undefined && items(sequence).length > 0
    let result = startsWithFirst ? first : start
    const rest = startsWithFirst ? others : items(sequence)
    rest.forEach((item, index) => {
      const args = [result, item, index + (startsWithFirst ? 1 : 0), sequence]
      result = apply(run, callee, args.slice(0, Math.min(arity, 4)), null)
    })
    return result
  },

  each(run, [object, callee]) {
    const results = new Sequence()
    for (const [key, value] of members(object)) {
      const result = callWith(run, callee, value, key, object)
      if (result !== undefined) results.push(result)
    }
    return results
  },

  sift(run, [object, callee]) {
    const kept: JsonObjectBuilder = {}
    for (const [key, value] of members(object)) {
      if (isTrue(callWith(run, callee, value, key, object))) setMember(kept, key, value as Json)
    }
    return Object.keys(kept).length > 0 ? kept : undefined
  },

  sort(run, [array, comparator]) {
    if (array === undefined) return undefined
    const all = items(array)
    if (all.length <= 1) return array
    if (comparator !== undefined) {
      return mergeSort(run, all, (left, right) => Boolean(apply(run, comparator, [left, right], null)))
    }
    if (all.every(isNumeric)) return mergeSort(run, all, (left, right) => Number(left) > Number(right))
    if (all.every((item) => typeof item === 'string'))
      return mergeSort(run, all, (left, right) => String(left) > String(right))
    throw new EvaluationError('D3070', { index: 1 })
  },
}
