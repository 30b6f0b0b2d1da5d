/** A place in a source text; lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A place in a file people have. */
export interface SourcePosition extends Position {
  readonly file: string
}

/** Where the value at a JSON Pointer of a definition stands in its source; undefined if that is not known. */
export type LocateSource = (pointer: string) => SourcePosition | undefined

/** `file:line:col`, as editors and terminals make it clickable. */
export function printPosition(at: SourcePosition): string {
  return `${at.file}:${at.line}:${at.column}`
}
