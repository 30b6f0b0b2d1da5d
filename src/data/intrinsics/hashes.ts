import { createHash } from 'node:crypto'
import type { Json } from '../../asl/json.js'
import { IntrinsicError, MAX_TEXT_LENGTH, stringArgument, tooLong, type Intrinsic } from './intrinsic.js'

/** AWS's names of the algorithms and what OpenSSL calls them. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
])

export const HASH_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.Hash': { minArgs: 2, maxArgs: 2, deep: true, call: hash },
}

/** Lower-case hex of a string's UTF-8, or of the JSON text of any other value (AWS documentation). */
function hash(args: readonly Json[]): Json | IntrinsicError {
  const [data = null] = args
  const name = stringArgument(args, 1)
  if (name instanceof IntrinsicError) return name
  const algorithm = ALGORITHMS.get(name)
  if (algorithm === undefined)
    return new IntrinsicError(`The algorithm must be one of ${[...ALGORITHMS.keys()].join(', ')}`)
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return text.length > MAX_TEXT_LENGTH ? tooLong(0) : createHash(algorithm).update(text, 'utf8').digest('hex')
}
