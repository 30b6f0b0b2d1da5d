import type { Position } from './positions.js'

/** Offsets of a text (UTF-16 units from 0) as line and column, both from 1. The lines are found once, at the first question. */
export function textPositions(text: string): (offset: number) => Position {
  let lineStarts: number[] | undefined
  return (offset) => {
    lineStarts ??= findLineStarts(text)
    const line = lastAtOrBefore(lineStarts, offset)
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Index of the last number that is not above `value`, in numbers that ascend; 0 if there is none. */
export function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
