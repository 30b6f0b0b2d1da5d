import { apply, Chain, type Code, Lambda, Partial, Passed, PLACEHOLDER, TailCall } from './callables.js'
import type { Compile } from './constructors.js'
import { EvaluationError } from './evaluation-error.js'
import type { Frame } from './frame.js'
import type { JsonataRun } from './jsonata-run.js'
import type { ApplyNode, CallNode, LambdaNode, PartialNode, SyntaxNode } from './syntax-node.js'
import { Callable, type Value } from './jsonata-values.js'

type Call = (run: JsonataRun, input: Value, frame: Frame, first?: { readonly value: Value }) => Value

export function compileCall(node: CallNode, compile: Compile): Code {
  const call = compileInvocation(node, compile)
  return (run, input, frame) => call(run, input, frame)
}

/** A call; `~>` gives it a first argument more. */
function compileInvocation(node: CallNode, compile: Compile): Call {
  const procedure = compile(node.procedure)
  const args = node.arguments.map(compile)
  const token = nameOf(node.procedure)
  return (run, input, frame, first) => {
    const callee = procedure(run, input, frame)
    if (callee === undefined) rejectName(run, node.procedure, frame, 'T1005')
    const values: Value[] = first ? [first.value] : []
    for (const arg of args) {
      const value = arg(run, input, frame)
      values.push(value instanceof Callable ? new Passed(value) : value)
    }
    return apply(run, callee, values, input, token)
  }
}

function nameOf(procedure: SyntaxNode): string | undefined {
  const named = procedure.type === 'path' ? procedure.steps[0] : procedure
  return named && 'value' in named && typeof named.value === 'string' ? named.value : undefined
}

/** `sum(...)` for `$sum(...)`: the error says so. */
function rejectName(run: JsonataRun, procedure: SyntaxNode, frame: Frame, code: string): void {
  const name = procedure.type === 'path' ? nameOf(procedure) : undefined
  if (name !== undefined && frame.lookup(run, name)) throw new EvaluationError(code, { token: name })
}

export function compilePartial(node: PartialNode, compile: Compile): Code {
  const procedure = compile(node.procedure)
  const args = node.arguments.map((arg): Code => (arg.type === 'operator' ? () => PLACEHOLDER : compile(arg)))
  const token = nameOf(node.procedure)
  return (run, input, frame) => {
    const values = args.map((arg) => arg(run, input, frame))
    const target = procedure(run, input, frame)
    if (target === undefined) rejectName(run, node.procedure, frame, 'T1007')
    if (target instanceof Callable) return new Partial(target, values)
    throw new EvaluationError('T1008', token === undefined ? {} : { token })
  }
}

/** `a ~> $f`, `a ~> $f(b)` and, for functions, `$f ~> $g`. */
export function compileApply(node: ApplyNode, compile: Compile): Code {
  const left = compile(node.lhs)
  if (node.rhs.type === 'function') {
    const call = compileInvocation(node.rhs, compile)
    return (run, input, frame) => call(run, input, frame, { value: left(run, input, frame) })
  }
  const right = compile(node.rhs)
  return (run, input, frame) => {
    const value = left(run, input, frame)
    const target = right(run, input, frame)
    if (!(target instanceof Callable)) throw new EvaluationError('T2006', { value: target })
    return value instanceof Callable ? new Chain(value, target) : apply(run, target, [value], null)
  }
}

export function compileLambda(node: LambdaNode, compile: Compile): Code {
  if (node.thunk && node.body.type === 'function') return compileTailCall(node.body, compile)
  const parameters = node.arguments.map((parameter) => parameter.value)
  const body = compile(node.body)
  return (_run, input, frame) => new Lambda(parameters, body, node.signature, input, frame)
}

function compileTailCall(node: CallNode, compile: Compile): Code {
  const call = {
    procedure: compile(node.procedure),
    args: node.arguments.map(compile),
    token: node.procedure.type === 'variable' ? node.procedure.value : undefined,
  }
  return (_run, input, frame) => new TailCall(call, input, frame)
}
