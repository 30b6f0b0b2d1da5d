import type { Code } from './callables.js'
import type { Frame } from './frame.js'
import type { JsonataRun } from './jsonata-run.js'
import type { PathNode, SyntaxNode } from './syntax-node.js'
import { Callable, ConstructedArray, Sequence, sequenceOf, type Value } from './jsonata-values.js'

type WalkFrom = (run: JsonataRun, items: readonly Value[], frame: Frame, from: number) => Value

/**
 * The common path, `$states.input.a.b` or `a.b`: nothing but names behind a variable or the context value. As long as it
 * meets single values it needs no sequences; at the first array it goes on as any other path does. Undefined if the
 * path is of another kind.
 */
export function compileQuickPath(node: PathNode, whole: Code, walkFrom: WalkFrom): Code | undefined {
  if (node.keepSingletonArray || node.tuple || node.group || !node.steps.every(isBare)) return undefined
  const [first, ...rest] = node.steps
  const names = (first?.type === 'name' ? node.steps : rest).map((step) =>
    step.type === 'name' ? step.value : undefined,
  )
  if (!isAllText(names) || names.length === 0) return undefined
  if (first?.type === 'name') {
    return (run, input, frame) =>
      Array.isArray(input) ? whole(run, input, frame) : follow(run, input, names, 0, 0, frame, walkFrom)
  }
  if (first?.type !== 'variable' || first.value === '') return undefined
  const variable = first.value
  const [member = ''] = names
  return (run, _input, frame) => {
    if (variable === 'states' && !frame.binds(variable)) {
      run.spend(1)
      return follow(run, run.statesField(member), names, 1, 1, frame, walkFrom)
    }
    return follow(run, frame.lookup(run, variable), names, 0, 1, frame, walkFrom)
  }
}

function isBare(step: SyntaxNode): boolean {
  return (
    !step.stages &&
    !step.predicate &&
    !step.group &&
    !step.tuple &&
    !step.keepArray &&
    !step.focus &&
    !step.index &&
    !step.ancestor
  )
}

function isAllText(names: readonly (string | undefined)[]): names is readonly string[] {
  return names.every((name) => name !== undefined)
}

/** Goes on from `value` with the names from `next`; `offset` is how many steps of the path come before the names. */
function follow(
  run: JsonataRun,
  start: Value,
  names: readonly string[],
  next: number,
  offset: number,
  frame: Frame,
  walkFrom: WalkFrom,
): Value {
  let value = start
  run.enter()
  run.leave()
  run.spend(names.length)
  for (let index = next; index < names.length; index++) {
    if (value === undefined) return undefined
    if (Array.isArray(value)) {
      const items = value instanceof ConstructedArray ? sequenceOf(value) : value
      return walkFrom(run, items, frame, index + offset)
    }
    const name = names[index] ?? ''
    if (typeof value !== 'object' || value === null || value instanceof Callable || !Object.hasOwn(value, name))
      return undefined
    value = (value as Readonly<Record<string, Value>>)[name]
  }
  if (!(value instanceof Sequence) && !(value instanceof ConstructedArray)) return value
  // What is stored as a sequence is one again at the end of a path.
  return value instanceof ConstructedArray ? value : Sequence.from(value)
}
