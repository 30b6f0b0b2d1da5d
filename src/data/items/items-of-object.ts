import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'
import { csvItems, delimiterCharacter } from './csv.js'
import { type Items, Members } from './items.js'
import { itemsOfJsonLines } from './items-of-json-lines.js'

function failed(cause: string): QueryFailure {
  return new QueryFailure('States.ItemReaderFailed', cause)
}

/** An object's text as items, by the ItemReader's `ReaderConfig`. Texts of failures: recorded where AWS's are known. */
export function itemsOfObject(body: string, config: JsonObject): Items | QueryFailure {
  const inputType = member(config, 'InputType')
  if (inputType === 'CSV') {
    const delimiter = delimiterCharacter(member(config, 'CSVDelimiter'))
    return csvItems(body, { headers: givenHeaders(config), delimiter })
  }
  if (inputType === 'JSON') return jsonItems(body, member(config, 'ItemsPointer'))
  if (inputType === 'JSONL') return itemsOfJsonLines(body, parse)
  return failed(`The InputType ${JSON.stringify(inputType ?? null)} is not one that aslx reads.`)
}

function givenHeaders(config: JsonObject): readonly string[] | undefined {
  const headers = member(config, 'CSVHeaders')
  if (member(config, 'CSVHeaderLocation') !== 'GIVEN' || !isArray(headers)) return undefined
  return headers.map((header) => (typeof header === 'string' ? header : JSON.stringify(header)))
}

function parse(text: string): Json | QueryFailure {
  try {
    return JSON.parse(text) as Json
  } catch {
    return failed('Unable to parse the object as JSON.')
  }
}

/** Measured, with the prefix that the interpreter's own failures have. */
export const pointerWithoutMatch = failed(
  'The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.',
)

/** The array of a JSON file, at `ItemsPointer` (RFC 6901) if one is given; an object there counts by its members (measured). */
function jsonItems(body: string, itemsPointer: Json | undefined): Items | QueryFailure {
  const root = parse(body)
  if (root instanceof QueryFailure) return root
  const found = typeof itemsPointer === 'string' ? atPointer(root, itemsPointer) : root
  if (found === undefined) return pointerWithoutMatch
  if (isArray(found)) return found
  return isObject(found) ? new Members(found) : failed('Attempting to map over non-iterable node.')
}

function atPointer(root: Json, path: string): Json | undefined {
  let value: Json | undefined = root
  for (const step of path.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (value === undefined || value === null) return undefined
    if (isArray(value)) value = /^\d+$/.test(key) ? value[Number(key)] : undefined
    else value = isObject(value) ? member(value, key) : undefined
  }
  return value
}
