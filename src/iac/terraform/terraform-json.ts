import { isArray, isObject, type Json, pointer } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import { TracedText } from '../traced-text.js'
import {
  byText,
  isList,
  isMembers,
  isOpen,
  type ObjectMember,
  NoValue,
  settled,
  type TerraformValue,
} from './terraform-values.js'

/** JSON deeper than this is no definition. */
const MAX_DEPTH = 150

/**
 * A value as `jsonencode` writes it: members in the order of their names. Every name and value in the text remembers
 * where it was written; what was written nowhere is at `place`.
 * https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function encodeJson(value: TerraformValue, place: () => SourcePosition): TracedText {
  const pieces: { text: string; origin: () => SourcePosition }[] = []
  const write = (inside: TerraformValue, at: () => SourcePosition, depth: number): void => {
    if (depth > MAX_DEPTH) throw new NoValue(`nested more than ${MAX_DEPTH} deep`)
    const known = settled(inside)
    const put = (text: string, origin = at): void => void pieces.push({ text, origin })
    if (isOpen(known)) throw new NoValue(`${known.address} is no value`)
    if (isList(known)) {
      put('[')
      for (const [index, item] of known.entries()) {
        if (index > 0) put(',')
        write(item, at, depth + 1)
      }
      put(']')
    } else if (isMembers(known)) {
      put('{')
      const sorted = [...known].sort(([a], [b]) => byText(a, b))
      for (const [index, [key, member]] of sorted.entries()) {
        const own = member.at ?? at
        if (index > 0) put(',', own)
        put(`${JSON.stringify(key)}:`, own)
        write(member.value, own, depth + 1)
      }
      put('}')
    } else if (known instanceof TracedText) put(JSON.stringify(known.text), () => known.origin(0))
    else put(JSON.stringify(known))
  }
  write(value, place, 0)
  return new TracedText(pieces)
}

/** The value of JSON data; `locate` tells where the member at a JSON Pointer was written. */
export function valueOfJson(
  json: Json,
  locate?: (path: string) => SourcePosition | undefined,
  at = '',
): TerraformValue {
  if (isArray(json)) return json.map((item, index) => valueOfJson(item, locate, pointer(at, index)))
  if (!isObject(json)) return json
  const members = new Map<string, ObjectMember>()
  for (const [key, item] of Object.entries(json)) {
    const path = pointer(at, key)
    const value = valueOfJson(item, locate, path)
    const position = locate?.(path)
    members.set(key, position ? { value, at: () => position } : { value })
  }
  return members
}
