import type { Token } from './tokens.js'

/** A step that only an array can take. */
export type ArrayStep = Extract<Token, { kind: 'index' | 'from-end' | 'indexes' | 'slice' }>

/** The indexes a step takes in an array of `length`. Negative ones count from the end only where one side of a slice is open. */
export function indexesOf(step: ArrayStep, length: number): Iterable<number> {
  switch (step.kind) {
    case 'index':
      return [step.index]
    case 'from-end':
      return [length + step.offset]
    case 'indexes':
      return step.indexes
    case 'slice':
      break
  }
  return sliceIndexes(step.from, step.to, length)
}

function sliceIndexes(from: number | undefined, to: number | undefined, length: number): Iterable<number> {
  if (length === 0) return []
  if (from === undefined) return range(0, Math.min(length, to === undefined || to >= 0 ? (to ?? length) : length + to))
  if (to === undefined) return range(Math.max(0, from < 0 ? length + from : from), length)
  return range(from, Math.min(length, to))
}

function* range(from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) yield i
}
