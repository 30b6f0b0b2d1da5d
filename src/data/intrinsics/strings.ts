import { jacksonNumber } from '../../asl/jackson-text.js'
import { isArray, isObject, type Json } from '../../asl/json.js'
import { arrayArgument, IntrinsicError, shortStringArgument, stringArgument, type Intrinsic } from './intrinsic.js'

export const STRING_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.Format': { minArgs: 1, maxArgs: Infinity, template: true, deep: true, call: format },
  'States.StringSplit': { minArgs: 2, maxArgs: 2, call: split },
  'States.Base64Encode': { minArgs: 1, maxArgs: 1, call: encodeBase64 },
  'States.Base64Decode': { minArgs: 1, maxArgs: 1, call: decodeBase64 },
}

/** Whole quanta of four characters; the padding of the last may be missing, as Java's basic decoder allows. */
const BASE_64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/

/** The first argument is the template's pieces; between them come the other arguments, one for each gap. */
function format(args: readonly Json[]): Json | IntrinsicError {
  const pieces = arrayArgument(args, 0)
  if (pieces instanceof IntrinsicError) return pieces
  const gaps = pieces.length - 1
  const values = args.slice(1)
  if (values.length !== gaps) {
    return new IntrinsicError(`The template has ${gaps} {} and there are ${values.length} arguments to fill them`)
  }
  return pieces
    .map((piece, index) => (index === 0 ? '' : javaText(values[index - 1] ?? null)) + javaText(piece))
    .join('')
}

/** Strings as they are, null, numbers and booleans as in JSON, arrays and objects as Java prints lists and maps (recorded: `{Arg1=1, Arg2=[]}`). */
function javaText(value: Json): string {
  if (isArray(value)) return `[${value.map(javaText).join(', ')}]`
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, child]) => `${key}=${javaText(child)}`)
      .join(', ')}}`
  return typeof value === 'number' ? jacksonNumber(value) : String(value)
}

/** Every character of the second argument is a delimiter of its own, and empty parts are left out (recorded). */
function split(args: readonly Json[]): Json | IntrinsicError {
  const text = stringArgument(args, 0)
  const delimiters = stringArgument(args, 1)
  if (text instanceof IntrinsicError) return text
  if (delimiters instanceof IntrinsicError) return delimiters
  const delimiterSet = new Set(delimiters)
  const parts: string[] = []
  let part = ''
  for (const character of text) {
    if (!delimiterSet.has(character)) {
      part += character
    } else if (part !== '') {
      parts.push(part)
      part = ''
    }
  }
  return part === '' ? parts : [...parts, part]
}

function encodeBase64(args: readonly Json[]): Json | IntrinsicError {
  const text = shortStringArgument(args, 0)
  return text instanceof IntrinsicError ? text : Buffer.from(text, 'utf8').toString('base64')
}

function decodeBase64(args: readonly Json[]): Json | IntrinsicError {
  const text = shortStringArgument(args, 0)
  if (text instanceof IntrinsicError) return text
  return BASE_64.test(text)
    ? Buffer.from(text, 'base64').toString('utf8')
    : new IntrinsicError('The string is not valid Base64')
}
