import { compileArray, compileNegation } from './constructors.js'
import { compileBinary } from './binary.js'
import { compileApply, compileCall, compileLambda, compilePartial } from './function-calls.js'
import type { Code } from './callables.js'
import { compilePredicate } from './predicate.js'
import { Frame } from './frame.js'
import { compileGroup, compileObject } from './group.js'
import { RegexMatcher } from './regex-match.js'
import { compilePath } from './path.js'
import type {
  ArrayNode,
  NegationNode,
  NodeOf,
  NodeType,
  ObjectNode,
  RegexNode,
  SyntaxNode,
  VariableNode,
} from './syntax-node.js'
import { compileTransform } from './transform.js'
import { isTrue, lookup, Sequence, type Value } from './jsonata-values.js'
import { descendants, wildcard } from './wildcards.js'

/** Compiles a syntax tree to a function. Semantics are those of jsonata 2.0.6, but where docs/decisions/001 says otherwise. */
export function compileSyntax(node: SyntaxNode): Code {
  const core = compileCore(node)
  const keepArray = node.keepArray === true
  const filters = (node.predicate ?? []).map((stage) => compilePredicate(stage.expr, compileSyntax))
  const group = node.type !== 'path' && node.group ? compileGroup(node.group, compileSyntax) : undefined
  if (filters.length === 0 && !group) {
    return (run, input, frame) => {
      run.enter()
      const result = core(run, input, frame)
      run.leave()
      return result instanceof Sequence ? settle(result, keepArray) : result
    }
  }
  return (run, input, frame) => {
    run.enter()
    let result = core(run, input, frame)
    for (const filter of filters) result = filter(run, result, frame)
    if (group) result = group(run, result, frame)
    run.leave()
    return result instanceof Sequence ? settle(result, keepArray) : result
  }
}

/** A sequence of one is its value, an empty one is nothing. */
function settle(sequence: Sequence, keepArray: boolean): Value {
  if (sequence.tupleStream) return sequence
  if (keepArray) sequence.keepSingleton = true
  if (sequence.length === 0) return undefined
  return sequence.length === 1 && !sequence.keepSingleton ? sequence[0] : sequence
}

/** How each kind of node is compiled. A placeholder or an order-by outside its place gives nothing, as in the package. */
const COMPILERS: { readonly [T in NodeType]: (node: NodeOf<T>) => Code } = {
  path: (node) => compilePath(node, compileSyntax),
  binary: (node) => compileBinary(node, compileSyntax),
  unary: compileUnary,
  name: (node) => (run, input) => lookup(run, input, node.value),
  string: (node) => () => node.value,
  number: (node) => () => node.value,
  value: (node) => () => node.value,
  variable: compileVariable,
  wildcard: () => wildcard,
  descendant: () => descendants,
  parent: (node) => (run, _input, frame) => frame.lookup(run, node.slot.label),
  regex: compileRegex,
  condition: (node) =>
    compileCondition(compileSyntax(node.condition), compileSyntax(node.then), node.else && compileSyntax(node.else)),
  block: (node) => compileBlock(node.expressions.map(compileSyntax)),
  bind: (node) => compileBind(node.lhs.value, compileSyntax(node.rhs)),
  function: (node) => compileCall(node, compileSyntax),
  partial: (node) => compilePartial(node, compileSyntax),
  apply: (node) => compileApply(node, compileSyntax),
  lambda: (node) => compileLambda(node, compileSyntax),
  transform: (node) => compileTransform(node, compileSyntax),
  operator: () => () => undefined,
  sort: () => () => undefined,
}

function compileCore(node: SyntaxNode): Code {
  return (COMPILERS[node.type] as (node: SyntaxNode) => Code)(node)
}

function compileUnary(node: NegationNode | ArrayNode | ObjectNode): Code {
  if (node.value === '-') return compileNegation(node, compileSyntax)
  return node.value === '[' ? compileArray(node, compileSyntax) : compileObject(node, compileSyntax)
}

function compileVariable(node: VariableNode): Code {
  const name = node.value
  return name === '' ? (_run, input) => input : (run, _input, frame) => frame.lookup(run, name)
}

function compileRegex(node: RegexNode): Code {
  const matcher = new RegexMatcher(node.value)
  return () => matcher
}

function compileCondition(condition: Code, then: Code, otherwise: Code | undefined): Code {
  return (run, input, frame) => {
    if (isTrue(condition(run, input, frame))) return then(run, input, frame)
    return otherwise?.(run, input, frame)
  }
}

function compileBlock(expressions: readonly Code[]): Code {
  return (run, input, outer) => {
    const frame = new Frame(outer)
    let result: Value
    for (const expression of expressions) result = expression(run, input, frame)
    return result
  }
}

function compileBind(name: string, expression: Code): Code {
  return (run, input, frame) => {
    const value = expression(run, input, frame)
    frame.bind(name, value)
    return value
  }
}
