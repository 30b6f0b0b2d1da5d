import { endsBeforeNumber } from '../asl/fields/number-fields.js'
import type { UnresolvedValue } from './machine-source.js'
import type { TracedText } from './traced-text.js'

/**
 * Makes a JSON text with placeholders outside quotes (`"Seconds": ${n}`) parseable: each becomes 1 where ASL wants a
 * number, else a string with its name. Stand-ins are as long as what they replace, so positions stay.
 */
export function quotePlaceholders(text: TracedText): { text: TracedText; unresolved: readonly UnresolvedValue[] } {
  const standIns = new Map<string, string>()
  if (!text.text.trimStart().startsWith('{')) return { text, unresolved: [] }
  const quoted = text.replace(/"(?:[^"\\\n]|\\.)*"|\$\{([^{}\n]*)\}/g, (match) => {
    const [placeholder, name] = match
    if (name === undefined) return undefined
    const before = text.text.slice(Math.max(0, match.index - 80), match.index)
    const standIn = endsBeforeNumber(before) ? '1' : name.replaceAll(/["\\]/g, "'")
    standIns.set(placeholder, standIn)
    return (standIn === '1' ? standIn : `"${standIn}"`).padEnd(placeholder.length)
  })
  return { text: quoted, unresolved: [...standIns].map(([token, standIn]) => ({ token, standIn })) }
}
