import { parseLocated } from '../../asl/parse.js'
import { UserError } from '../../asl/user-error.js'
import type { TracedText } from '../traced-text.js'
import { argument, type TerraformCall, type Functions } from './call.js'
import { encodeJson, valueOfJson } from './terraform-json.js'
import { needText, NoValue, tracedOf, type TerraformValue } from './terraform-values.js'

function encode(value: TerraformValue, call: TerraformCall): TracedText {
  const text = encodeJson(value, call.place)
  call.spend(text.text.length)
  return text
}

/** The value of JSON, or of YAML, that remembers where its members were written. */
function decode(args: readonly TerraformValue[], jsonOnly: boolean): TerraformValue {
  const text = needText(argument(args, 0))
  const traced = tracedOf(argument(args, 0))
  try {
    const { value, locate } = parseLocated(text, jsonOnly ? 'jsondecode' : 'yamldecode', { jsonOnly })
    return valueOfJson(value, (path) => {
      const at = traced && locate(path)
      return at && traced.originOf(at)
    })
  } catch (error) {
    throw error instanceof UserError ? new NoValue(jsonOnly ? 'not JSON' : 'not YAML') : error
  }
}

/** Base64 of the UTF-8 of a text. */
export function encodeText(text: string): string {
  return Buffer.from(text).toString('base64')
}

export const ENCODING_FUNCTIONS: Functions = [
  ['jsonencode', (args, call) => encode(argument(args, 0), call)],
  // JSON is YAML, and who reads it does not see the difference.
  ['yamlencode', (args, call) => encode(argument(args, 0), call)],
  ['jsondecode', (args) => decode(args, true)],
  ['yamldecode', (args) => decode(args, false)],
  ['base64encode', (args) => encodeText(needText(argument(args, 0)))],
  ['base64decode', (args) => Buffer.from(needText(argument(args, 0)), 'base64').toString()],
  ['urlencode', (args) => new URLSearchParams([['', needText(argument(args, 0))]]).toString().slice(1)],
]
