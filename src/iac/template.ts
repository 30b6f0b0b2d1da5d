import { isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { MAX_YAML_LENGTH, parseLocated } from '../asl/parse.js'
import type { LocateSource, SourcePosition } from '../asl/positions.js'
import { UserError } from '../asl/user-error.js'
import { textPositions } from '../asl/text-positions.js'
import { offsetAt } from './traced-text.js'
import { parseTaggedYaml } from './yaml-tags.js'

/** A parsed file, able to say where each value stands; not yet known to be a template or a machine. */
export interface SourceDocument {
  readonly file: string
  readonly text: string
  readonly root: Json
  /** Members stand at their names, elements at their values. */
  readonly locate: LocateSource
  /** The offset at which a value itself begins, after its name and tag. */
  readonly valueOffset: (pointer: string) => number | undefined
}

/** Parses JSON, or YAML with CloudFormation's tags. What is neither is a UserError with the position. */
export function parseSource(text: string, file: string): SourceDocument {
  if (text.trim() === '')
    throw new UserError('definition', 'it is empty', { at: { file }, hint: 'check that this is the right file' })
  return isJson(text, file) ? jsonSource(text, file) : yamlSource(text, file)
}

/** What is in a file named `.json` has to be JSON: its faults are told as such. */
function isJson(text: string, file: string): boolean {
  if (file.toLowerCase().endsWith('.json')) return true
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function jsonSource(text: string, file: string): SourceDocument {
  const { value, locate } = parseLocated(text, file)
  const valueOffset = (pointer: string): number | undefined => {
    const at = locate(pointer)
    return at && afterName(text, offsetAt(text, at))
  }
  return { file, text, root: value, locate, valueOffset }
}

/** Past the name and colon of a member; an element is where it is. */
function afterName(text: string, offset: number): number {
  if (text[offset] !== '"') return offset
  let end = offset + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  const colon = /"\s*:\s*/y
  colon.lastIndex = end
  return colon.test(text) ? colon.lastIndex : offset
}

function yamlSource(text: string, file: string): SourceDocument {
  if (text.length > MAX_YAML_LENGTH)
    throw new UserError('definition', 'more than 2 MiB, and not JSON', {
      at: { file },
      hint: 'YAML is read up to 2 MiB',
    })
  const { value, find } = parseTaggedYaml(text, file)
  const positionOf = textPositions(text)
  const locate: LocateSource = (pointer) => {
    const place = find(pointer)
    return place && { file, ...positionOf(place.at) }
  }
  return { file, text, root: value, locate, valueOffset: (pointer) => find(pointer)?.value }
}

/** The position of the nearest enclosing value that has one; the file's first character at worst. */
export function nearestPosition(document: SourceDocument, pointer: string): SourcePosition {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = document.locate(at)
    if (found) return found
  }
  return { file: document.file, line: 1, column: 1 }
}

/** A member of an object that is itself an object; an empty one if there is none. */
export function section(value: Json | undefined, name: string): JsonObject {
  const found = isObject(value) ? member(value, name) : undefined
  return isObject(found) ? found : {}
}
