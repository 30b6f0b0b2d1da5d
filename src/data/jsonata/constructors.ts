import type { Code } from './callables.js'
import { EvaluationError } from './evaluation-error.js'
import type { ArrayNode, NegationNode, SyntaxNode } from './syntax-node.js'
import { append, ConstructedArray, isNumeric, type Value } from './jsonata-values.js'

export type Compile = (node: SyntaxNode) => Code

export function compileNegation(node: NegationNode, compile: Compile): Code {
  const operand = compile(node.expression)
  return (run, input, frame) => {
    const value = operand(run, input, frame)
    if (value === undefined) return undefined
    if (isNumeric(value)) return -value
    throw new EvaluationError('D1002', { value, token: node.value })
  }
}

/** `[a, b]`: items that are arrays are spliced in, unless they are written as arrays themselves. */
export function compileArray(node: ArrayNode, compile: Compile): Code {
  const items = node.expressions.map((item) => ({ code: compile(item), nested: isArrayConstructor(item) }))
  return (run, input, frame) => {
    const array: Value[] = node.consarray ? new ConstructedArray() : []
    for (const item of items) {
      const value = item.code(run, input, frame)
      if (value === undefined) continue
      if (item.nested) array.push(value)
      else append(run, array, value)
    }
    return array
  }
}

function isArrayConstructor(node: SyntaxNode): boolean {
  return 'value' in node && node.value === '['
}
