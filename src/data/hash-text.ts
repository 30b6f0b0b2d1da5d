import { hexDigest } from '../asl/digest.js'

/** AWS's names of the algorithms and what OpenSSL calls them. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
])

/** The names of the algorithms that `States.Hash` and `$hash` take (AWS documentation). */
export const HASH_NAMES: readonly string[] = [...ALGORITHMS.keys()]

/** The algorithm of that name: from a text to the lower-case hex digest of its UTF-8. Undefined if there is none. */
export function hashNamed(name: string): ((text: string) => string) | undefined {
  const algorithm = ALGORITHMS.get(name)
  return algorithm === undefined ? undefined : (text) => hexDigest(algorithm, text)
}
