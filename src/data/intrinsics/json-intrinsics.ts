import { jacksonText } from '../../asl/jackson-text.js'
import { setMember, type Json, type JsonObjectBuilder } from '../../asl/json.js'
import { IntrinsicError, objectArgument, stringArgument, type Intrinsic } from './intrinsic.js'

export const JSON_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.StringToJson': { minArgs: 1, maxArgs: 1, call: parse },
  'States.JsonToString': { minArgs: 1, maxArgs: 1, deep: true, call: (args) => jacksonText(args[0] ?? null) },
  'States.JsonMerge': { minArgs: 3, maxArgs: 3, call: merge },
}

/** Nothing but blanks is null, and -0 is 0 (both recorded). */
function parse(args: readonly Json[]): Json | IntrinsicError {
  const text = stringArgument(args, 0)
  if (text instanceof IntrinsicError) return text
  if (text.trim() === '') return null
  try {
    const value = JSON.parse(text) as Json
    return value === 0 ? 0 : value
  } catch {
    return new IntrinsicError('The string is not valid JSON')
  }
}

/** Shallow: the members of the first, those of the second over them. */
function merge(args: readonly Json[]): Json | IntrinsicError {
  const first = objectArgument(args, 0)
  const second = objectArgument(args, 1)
  if (first instanceof IntrinsicError) return first
  if (second instanceof IntrinsicError) return second
  if (args[2] !== false) return new IntrinsicError('Argument 3 must be false: deep merging is not supported')
  const merged: JsonObjectBuilder = {}
  for (const source of [first, second]) {
    for (const [key, value] of Object.entries(source)) setMember(merged, key, value)
  }
  return merged
}
