import { jacksonText } from '../../asl/jackson-text.js'
import type { Json } from '../../asl/json.js'
import { HASH_NAMES, hashNamed } from '../hash-text.js'
import { IntrinsicError, MAX_TEXT_LENGTH, stringArgument, argumentTooLong, type Intrinsic } from './intrinsic.js'

export const HASH_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.Hash': { minArgs: 2, maxArgs: 2, deep: true, call: hash },
}

/** The hash of a string, or of the JSON text of any other value (AWS documentation). */
function hash(args: readonly Json[]): Json | IntrinsicError {
  const [data = null] = args
  const name = stringArgument(args, 1)
  if (name instanceof IntrinsicError) return name
  const digest = hashNamed(name)
  if (digest === undefined) return new IntrinsicError(`The algorithm must be one of ${HASH_NAMES.join(', ')}`)
  const text = typeof data === 'string' ? data : jacksonText(data)
  return text.length > MAX_TEXT_LENGTH ? argumentTooLong(0) : digest(text)
}
