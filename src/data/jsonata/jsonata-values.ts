import { EvaluationError } from './evaluation-error.js'
import { checkItems } from './evaluation-limits.js'
import type { JsonataRun } from './jsonata-run.js'
import type { Signature } from './syntax-node.js'

/** A value while an expression runs: JSON, undefined ("nothing"), a sequence, or a function. */
export type Value = unknown

/**
 * The values a path or function yields, as opposed to an array of the data: a sequence of one is that value, an empty one
 * is nothing. What arrays do (`slice`, `concat`) gives plain arrays, so only what is meant as a sequence is one.
 */
export class Sequence extends Array<Value> {
  // A value, not a getter: making one is 20 times as fast in V8.
  static override readonly [Symbol.species] = Array
  /** `[]` was written behind the path: a sequence of one stays an array. */
  declare keepSingleton?: boolean
  /** The items are tuples. */
  declare tupleStream?: boolean
  /** The mark by which the package's own functions know a sequence. */
  get sequence(): true {
    return true
  }
}

/** An array written as a step of a path, `a.[b, c]`: it is not flattened into the path's sequence. */
export class ConstructedArray extends Array<Value> {
  static override readonly [Symbol.species] = Array
}

export function sequenceOf(value: Value): Sequence {
  const sequence = new Sequence()
  sequence.push(value)
  return sequence
}

/** A function: built in, written in the expression, or made of others. */
export abstract class Callable {
  /** How many arguments a higher-order function passes it at most. */
  abstract readonly arity: number
  readonly signature: Signature | undefined = undefined

  /** Runs with arguments that the signature, if any, has approved. `input` is the context value of the caller. */
  abstract call(run: JsonataRun, args: readonly Value[], input: Value): Value

  /** The function itself, where this one only stands for it. */
  get target(): Callable {
    return this
  }

  /** The mark by which the package's signatures know a function. */
  get _jsonata_function(): true {
    return true
  }
  /** Functions have no JSON: not even by accident in a message. */
  toJSON(): undefined {
    return undefined
  }

  /** Nor have they text, where a function of the package makes some of an array. */
  toString(): string {
    return ''
  }
}

/** A place in the tuple stream of a path: the item at `@`, and the variables bound on the way. Without a prototype. */
export type Tuple = Record<string, Value>

export function tupleOf(...parts: readonly Readonly<Tuple>[]): Tuple {
  const tuple: Tuple = Object.create(null)
  for (const part of parts) Object.assign(tuple, part)
  return tuple
}

/** Puts the items, or the value if it is not an array, behind those of `target`. */
export function append(run: JsonataRun, target: Value[], value: Value): void {
  if (Array.isArray(value)) {
    checkItems(target.length + value.length)
    run.spend(value.length)
    for (const item of value) target.push(item)
  } else {
    target.push(value)
  }
}

/** True for a number; NaN is none, and infinity is the error D1001. */
export function isNumeric(value: Value): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false
  if (!Number.isFinite(value)) throw new EvaluationError('D1001', { value })
  return true
}

/** The effective boolean of a value: false for nothing, null, 0, '', {}, functions, and arrays without a true item. */
export function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 1 ? isTrue(value[0]) : value.filter(isTrue).length > 0
  if (typeof value === 'string') return value.length > 0
  if (typeof value === 'number') return isNumeric(value) && value !== 0
  if (typeof value === 'object' && value !== null) return !(value instanceof Callable) && Object.keys(value).length > 0
  return value === true
}

/** An object of the data: neither null nor an array nor a function. */
export function isRecord(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Callable)
}

/** The member `key`, of every object if it is an array (nested ones too). Nothing inherited is ever seen. */
export function lookup(run: JsonataRun, value: Value, key: string): Value {
  if (Array.isArray(value)) {
    run.spend(value.length)
    const found = new Sequence()
    for (const item of value) {
      const member = lookup(run, item, key)
      if (member !== undefined) append(run, found, member)
    }
    return found
  }
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
