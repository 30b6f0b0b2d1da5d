import { createRequire } from 'node:module'

/** What is used of the package: it throws nothing, and gives what is wrong as the second element. */
interface Hcl {
  readonly parseToString: (text: string) => readonly [string, unknown]
}

/** Longer texts are not asked about: the answer would take minutes. */
const MAX_LENGTH = 100_000

/**
 * Whether HashiCorp's own parser takes a text as HCL; undefined if the optional package with it is not installed, or the text is long. It is
 * only asked about files that our reader refuses: it says neither where a mistake is nor where a value stands, gives
 * `$${x}` and `${x}` as the same text, and takes a hundred times as long.
 */
export function isHcl(text: string): boolean | undefined {
  if (text.length > MAX_LENGTH) return undefined
  try {
    const hcl = createRequire(import.meta.url)('hcl2-parser') as Hcl
    return hcl.parseToString(text)[1] === null
  } catch {
    return undefined
  }
}
