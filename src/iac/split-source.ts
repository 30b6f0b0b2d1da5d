import { existsSync } from 'node:fs'

/** A file, and what in it is meant. */
export interface NamedSource {
  readonly file: string
  /** What follows the `#`; undefined if there is none. */
  readonly name: string | undefined
}

/** `file#Name`, apart at the last `#`. */
export function splitName(text: string): NamedSource {
  const hash = text.lastIndexOf('#')
  if (hash <= 0) return { file: text, name: undefined }
  return { file: text.slice(0, hash), name: text.slice(hash + 1) }
}

/** The same for a source on the command line or in a test: a file or folder that is there may have a `#` in its own name. */
export function splitSource(source: string): NamedSource {
  return existsSync(source) ? { file: source, name: undefined } : splitName(source)
}
