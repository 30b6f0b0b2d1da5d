import { endsBeforeNumber } from '../../asl/fields/number-fields.js'
import type { UnresolvedValue } from '../machine-source.js'
import type { TracedText } from '../traced-text.js'

/**
 * Makes a JSON text parseable in which something unknown stands outside quotes (`"Seconds": ${var.wait}`): what stands
 * in becomes 1 where ASL wants a number, else a string. `texts` are what stands in for unknown values, by token.
 */
export function quoteBareWords(
  text: TracedText,
  texts: ReadonlyMap<string, string>,
): { readonly text: TracedText; readonly unresolved: readonly UnresolvedValue[] } {
  if (texts.size === 0) return { text, unresolved: [] }
  const unresolved = new Map<string, string>()
  const quoted = text.replace(/"(?:[^"\\\n]|\\.)*"|(?<=[:[,]\s{0,200})[^\s"{}[\],:][^"\n,}\]{[]*/g, (match) => {
    const [word] = match
    const bare = word.trimEnd()
    if (word.startsWith('"') || isJsonWord(bare)) return undefined
    const token = [...texts].find(([, standIn]) => standIn !== '' && bare.includes(standIn))?.[0]
    if (token === undefined) return undefined
    const before = text.text.slice(Math.max(0, match.index - 80), match.index)
    const standIn = endsBeforeNumber(before) ? '1' : bare
    unresolved.set(token, standIn)
    return standIn === '1' ? standIn : JSON.stringify(standIn)
  })
  return { text: quoted, unresolved: [...unresolved].map(([token, standIn]) => ({ token, standIn })) }
}

function isJsonWord(word: string): boolean {
  return /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)
}
