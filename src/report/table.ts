// eslint-disable-next-line no-control-regex -- colours are control sequences, and take no room on the screen
const COLOUR_CODES = /\u001B\[[0-9;]*m/g

function width(text: string): number {
  return Array.from(text.replaceAll(COLOUR_CODES, '')).length
}

/** Rows as lines with aligned columns; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, i) => Math.max(0, ...rows.map((row) => width(row[i] ?? ''))))
  return rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - width(cell)),
    )
    return cells.join('  ').trimEnd()
  })
}
