import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHARED = process.env.ASLX_SHARED ?? join(import.meta.dirname, '../../../shared')

/** The machines whose expressions are taken. */
export const CORPORA = [
  { name: 'the recorded machines', folder: join(SHARED, 'conformance', 'cases') },
  { name: 'the machines of people', folder: join(SHARED, 'iac') },
] as const

/** Every different expression between `{%` and `%}` in the files of a folder, whatever their format; undefined if it is absent. */
export function expressionsIn(folder: string): readonly string[] | undefined {
  if (!existsSync(folder)) return undefined
  const found = new Set<string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, inner = ''] of text.matchAll(/\{%([\s\S]*?)%\}/g)) found.add(unescaped(inner).trim())
  }
  return [...found].sort()
}

/** Definitions lie in JSON, in JSON text within JSON, or in YAML: as long as an escaped quote or backslash is left, a layer is taken off. */
function unescaped(text: string): string {
  if (!/\\["\\n]/.test(text)) return text
  try {
    return unescaped(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}
