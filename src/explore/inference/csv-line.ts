import type { Json } from '../../asl/json.js'

/** A line of a comma-separated file. */
export function csvLine(cells: readonly Json[]): string {
  return cells.map((cell) => csvCell(typeof cell === 'string' ? cell : JSON.stringify(cell))).join(',')
}

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
