import { ANY_ITEM, type Step } from './traced.js'

/** A path as a definition has it, as far as it is plain: `$.a['b'][0]`. */
export interface PlainPath {
  /** `` for `$`, `$` for the context object `$$`, else the name of a variable. */
  readonly root: string
  readonly steps: readonly Step[]
}

const STEP =
  /\.([^.[\]()*?@,'"`\s=<>!&|+/]+)|\.`([^`]+)`|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]|\[(\d{1,6})\]|(\[\*\]|\.\*)/y

/** Longest path that is followed: longer ones are nobody's. */
const MOST_STEPS = 50

/** Reads a path up to where it is no longer plain (a filter, a slice, `..`), which tells of an array. Undefined if it is none. */
export function plainPath(text: string): PlainPath | undefined {
  const [head, root] = /^\$(\$|[A-Za-z_]\w*)?/.exec(text) ?? []
  if (head === undefined) return undefined
  const { steps, end } = stepsFrom(text, head.length)
  const selects = /^\[[?:\d-]/.test(text.slice(end, end + 2))
  return { root: root ?? '', steps: selects ? [...steps, ANY_ITEM] : steps }
}

/** The plain steps from a place in a text, and where they end. */
export function stepsFrom(text: string, from: number): { readonly steps: readonly Step[]; readonly end: number } {
  const steps: Step[] = []
  let end = from
  for (STEP.lastIndex = from; steps.length < MOST_STEPS; end = STEP.lastIndex) {
    const match = STEP.exec(text)
    if (!match) break
    const [, name, ticked, single, double, index] = match
    const member = name ?? ticked ?? single ?? double
    steps.push(member ?? (index === undefined ? ANY_ITEM : Number(index)))
  }
  return { steps, end }
}
