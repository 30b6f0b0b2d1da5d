import { EvaluationError, nameFunction } from './evaluation-error.js'
import { Frame } from './frame.js'
import type { JsonataRun } from './jsonata-run.js'
import type { Signature } from './syntax-node.js'
import { Callable, type Value } from './jsonata-values.js'

/** A compiled expression. */
export type Code = (run: JsonataRun, input: Value, frame: Frame) => Value

/** A call that a function ends with: `apply` makes it in a loop, so that tail recursion needs no stack. */
export class TailCall {
  readonly procedure: Code
  readonly args: readonly Code[]
  /** The variable that names the function, for messages. */
  readonly token: string | undefined
  readonly input: Value
  readonly frame: Frame

  constructor(call: Pick<TailCall, 'procedure' | 'args' | 'token'>, input: Value, frame: Frame) {
    this.procedure = call.procedure
    this.args = call.args
    this.token = call.token
    this.input = input
    this.frame = frame
  }
}

/** Calls a function. `input` is the context value at the call; `token` names the function in messages. */
export function apply(run: JsonataRun, callee: Value, args: readonly Value[], input: Value, token?: string): Value {
  let result = applyOnce(run, callee, args, input, token)
  while (result instanceof TailCall) {
    const { procedure, input: ownInput, frame, token: ownToken } = result
    const next = procedure(run, ownInput, frame)
    const nextArgs = result.args.map((arg) => arg(run, ownInput, frame))
    result = applyOnce(run, next, nextArgs, input, ownToken)
  }
  return result
}

function applyOnce(
  run: JsonataRun,
  callee: Value,
  args: readonly Value[],
  input: Value,
  token: string | undefined,
): Value {
  try {
    if (!(callee instanceof Callable)) throw new EvaluationError('T1006')
    return callee.call(run, callee.signature ? callee.signature.validate(args, input) : args, input)
  } catch (error) {
    nameFunction(error, token)
    throw error
  }
}

/** A function written in the expression, with the variables around it. */
export class Lambda extends Callable {
  override readonly arity: number
  override readonly signature: Signature | undefined
  readonly #parameters: readonly string[]
  readonly #body: Code
  readonly #input: Value
  readonly #frame: Frame

  constructor(parameters: readonly string[], body: Code, signature: Signature | undefined, input: Value, frame: Frame) {
    super()
    this.arity = parameters.length
    this.signature = signature
    this.#parameters = parameters
    this.#body = body
    this.#input = input
    this.#frame = frame
  }

  override call(run: JsonataRun, args: readonly Value[]): Value {
    return this.#body(run, this.#input, new Frame(this.#frame, this.#parameters, args))
  }
}

/** What a built-in function is: its values in, its value out. */
export type NativeBody = (run: JsonataRun, args: readonly Value[], input: Value) => Value

export class Native extends Callable {
  override readonly arity: number
  override readonly signature: Signature | undefined
  readonly #body: NativeBody

  constructor(arity: number, signature: Signature | undefined, body: NativeBody) {
    super()
    this.arity = arity
    this.signature = signature
    this.#body = body
  }

  override call(run: JsonataRun, args: readonly Value[], input: Value): Value {
    return this.#body(run, args, input)
  }
}

/** A function passed as an argument: where it is called, it no longer sees the context value of the caller. */
export class Passed extends Callable {
  override readonly arity: number
  readonly #target: Callable

  constructor(target: Callable) {
    super()
    this.arity = target.arity
    this.#target = target
  }

  override get target(): Callable {
    return this.#target.target
  }

  override call(run: JsonataRun, args: readonly Value[]): Value {
    return apply(run, this.#target, args, null)
  }
}

/** The `?` of a partial application. */
export const PLACEHOLDER = Symbol('?')

/** `$f(?, 2)`: fills the places left open, from left to right. The signature is no longer checked. */
export class Partial extends Callable {
  override readonly arity: number
  readonly #target: Callable
  readonly #args: readonly Value[]

  constructor(target: Callable, args: readonly Value[]) {
    super()
    this.arity = args.filter((arg) => arg === PLACEHOLDER).length
    this.#target = target
    this.#args = args
  }

  override call(run: JsonataRun, args: readonly Value[]): Value {
    let next = 0
    const filled = this.#args.map((arg) => (arg === PLACEHOLDER ? args[next++] : arg))
    return this.#target.call(run, filled, undefined)
  }
}

/** `$f ~> $g`: first the one, then the other. */
export class Chain extends Callable {
  override readonly arity = 1
  readonly #first: Callable
  readonly #second: Callable

  constructor(first: Callable, second: Callable) {
    super()
    this.#first = first
    this.#second = second
  }

  override call(run: JsonataRun, args: readonly Value[]): Value {
    return apply(run, this.#second, [apply(run, this.#first, args.slice(0, 1), null)], null)
  }
}
