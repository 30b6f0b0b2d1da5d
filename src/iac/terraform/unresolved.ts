import type { Json } from '../../asl/json.js'
import { TracedText } from '../traced-text.js'
import type { UnresolvedValue } from '../machine-source.js'
import { encodeJson } from './terraform-json.js'
import { isList, isMembers, isOpen, settled, textOfValue, type TerraformValue } from './terraform-values.js'

const NOWHERE = { file: '', line: 1, column: 1 }

/** What stands in for unknown values, as text, by token. */
export function standInTexts(notes: ReadonlyMap<string, TerraformValue>): ReadonlyMap<string, string> {
  return new Map([...notes].map(([token, value]) => [token, shown(value)]))
}

function shown(value: TerraformValue): string {
  const text = textOfValue(value)
  if (text !== undefined) return text
  const inside = settled(value)
  return isOpen(inside) ? inside.address : encodeJson(inside, () => NOWHERE).text
}

/** The values that were not known and of which something is in the definition. */
export function unresolvedIn(definition: Json, notes: ReadonlyMap<string, TerraformValue>): readonly UnresolvedValue[] {
  const text = JSON.stringify(definition)
  return [...notes]
    .filter(([, value]) => {
      const leaves = leafTexts(value)
      return leaves.length === 0 || leaves.some((leaf) => text.includes(JSON.stringify(leaf).slice(1, -1)))
    })
    .map(([token, value]) => ({ token, standIn: shown(value) }))
}

function leafTexts(value: TerraformValue, depth = 0): readonly string[] {
  const inside = settled(value)
  if (depth > 20) return []
  if (typeof inside === 'string') return [inside]
  if (inside instanceof TracedText) return [inside.text]
  if (isList(inside)) return inside.flatMap((item) => leafTexts(item, depth + 1))
  if (isMembers(inside)) return [...inside.values()].flatMap((member) => leafTexts(member.value, depth + 1))
  return []
}
