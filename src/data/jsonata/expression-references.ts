import type { SyntaxNode } from './syntax-node.js'

/** What an expression refers to that AWS refuses everywhere, or in most places. */
export interface References {
  /** `$$`, which is the input elsewhere and nothing in Step Functions. */
  readonly root: boolean
  /** `$states.errorOutput`, which only a catcher has. */
  readonly errorOutput: boolean
}

/** Finds what an expression refers to, at whatever depth. Linear in its nodes. */
export function findReferences(expression: SyntaxNode): References {
  const found = { root: false, errorOutput: false }
  const todo: unknown[] = [expression]
  const seen = new Set<unknown>()
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    if (typeof part !== 'object' || part === null || seen.has(part)) continue
    seen.add(part)
    if (isVariable(part, '$')) found.root = true
    if ('type' in part && part.type === 'path' && 'steps' in part && readsErrorOutput(part.steps)) {
      found.errorOutput = true
    }
    todo.push(...Object.values(part).filter((value) => value !== undefined))
  }
  return found
}

function readsErrorOutput(steps: unknown): boolean {
  if (!Array.isArray(steps)) return false
  const [first, second]: readonly unknown[] = steps
  return isVariable(first, 'states') && nameOf(second) === 'errorOutput'
}

function isVariable(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'variable' && 'value' in node && node.value === name
}

/** The name that a step takes: of itself, or of what stands in parentheses. */
function nameOf(step: unknown): unknown {
  if (!isNode(step)) return undefined
  if (step.type === 'name' && 'value' in step) return step.value
  if (step.type === 'block' && 'expressions' in step && Array.isArray(step.expressions)) {
    return nameOf(step.expressions[0])
  }
  return step.type === 'path' && 'steps' in step && Array.isArray(step.steps) ? nameOf(step.steps[0]) : undefined
}

function isNode(node: unknown): node is { readonly type: unknown } {
  return typeof node === 'object' && node !== null && 'type' in node
}
