import type { NodeOf, NodeType, SyntaxNode } from './syntax-node.js'

/**
 * The first name that would be looked up in the context value of the whole expression, as `phone` in `phone & '!'`. There
 * is no such value in Step Functions. Names behind a step, in a predicate or in a function's body are not looked at.
 */
export function findTopLevelName(node: SyntaxNode): string | undefined {
  for (const child of topLevelChildren(node)) {
    const name = child.type === 'name' ? child.value : findTopLevelName(child)
    if (name !== undefined) return name
  }
  return undefined
}

/** The parts of a node that see the same context value as the node itself. */
const CHILDREN: { readonly [T in NodeType]?: (node: NodeOf<T>) => readonly SyntaxNode[] } = {
  path: (node) => node.steps.slice(0, 1),
  binary: (node) => [node.lhs, node.rhs],
  apply: (node) => [node.lhs, node.rhs],
  unary: (node) => (node.value === '-' ? [node.expression] : node.value === '[' ? node.expressions : node.lhs.flat()),
  condition: (node) => [node.condition, node.then, ...(node.else ? [node.else] : [])],
  block: (node) => node.expressions,
  bind: (node) => [node.rhs],
  function: (node) => [node.procedure, ...node.arguments],
  partial: (node) => [node.procedure, ...node.arguments],
}

function topLevelChildren(node: SyntaxNode): readonly SyntaxNode[] {
  const children = CHILDREN[node.type] as ((node: SyntaxNode) => readonly SyntaxNode[]) | undefined
  return children?.(node) ?? []
}
