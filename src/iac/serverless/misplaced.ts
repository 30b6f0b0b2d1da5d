import { UserError } from '../../asl/user-error.js'
import { parseSource, type SourceDocument } from '../template.js'
import { YamlSyntaxError } from '../yaml-tags.js'

/** Sections of a Serverless file that say nothing of machines, functions or variables. */
const IDLE = /^( +)(?:plugins|package|layers|frameworkVersion|variablesResolutionMode|configValidationMode|app|org):/

/**
 * Parses a Serverless file in which a section that does not matter here is indented wrong, as in snippets that people paste
 * from documents: the section is passed over. Undefined where that is not what is wrong.
 */
export function parseMisplaced(text: string, file: string, error: unknown): SourceDocument | undefined {
  if (!(error instanceof YamlSyntaxError) || !/^stepFunctions:/m.test(text)) return undefined
  const line = error.at?.line ?? 1
  const lines = text.split('\n')
  const begin = lines.findIndex((other, at) => at >= line - 1 && other.trim() !== '')
  const indent = IDLE.exec(lines[begin] ?? '')?.[1]?.length
  if (indent === undefined) return undefined
  const isAfter = (other: string, at: number): boolean => at > begin && /\S/.test(other) && other.search(/\S/) <= indent
  const after = lines.findIndex(isAfter)
  const kept = lines.map((other, at) => (at >= begin && (after === -1 || at < after) ? '' : other))
  try {
    return parseSource(kept.join('\n'), file)
  } catch (second) {
    if (second instanceof UserError) return undefined
    throw second
  }
}
