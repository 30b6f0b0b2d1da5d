import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { readerTarget } from '../../data/items/reader-config.js'
import type { Call } from '../../engine/ports.js'
import { inferAnswer } from '../../tasks/infer-answer.js'
import { csvLine } from './csv-line.js'
import type { HoleValue } from './hole-value.js'

/** What an ItemReader gets, so that its items are those of the hole. */
export function readerAnswer(call: Call, items: HoleValue | undefined): Json {
  const plain = inferAnswer(call)
  if (!items?.isTouched || !isObject(plain)) return plain
  const config = call.readerConfig ?? {}
  const { resource } = call
  if ('action' in resource && resource.action === 'listObjectsV2') return listingAnswer(plain, config, items)
  const target = readerTarget(config, member(plain, 'Contents') !== undefined)
  if (target === 'inventory' || target === 'athena') return manifestAnswer(plain, config, target, items)
  const rows = items.value()
  const body = isArray(rows) ? bodyOf(rows, config) : undefined
  return body === undefined ? plain : { ...plain, Body: body }
}

/** A listing of objects, which are the items, or of one object that holds them. */
function listingAnswer(plain: JsonObject, config: JsonObject, items: HoleValue): Json {
  if (member(config, 'Transformation') === 'LOAD_AND_FLATTEN') {
    const rows = items.value()
    const body = isArray(rows) ? bodyOf(rows, config) : undefined
    if (body === undefined) return plain
    return { ...plain, Contents: [{ Key: DATA_FILE, Size: 0 }], KeyCount: 1, Files: { [DATA_URI]: body } }
  }
  const listed = member(plain, 'Contents')
  const Contents = items.value(isArray(listed) ? listed : [])
  return { ...plain, Contents: Contents ?? [], KeyCount: isArray(Contents) ? Contents.length : 0 }
}

const DATA_BUCKET = 'bucket'
const DATA_FILE = 'data'
const DATA_URI = `s3://${DATA_BUCKET}/${DATA_FILE}`

/** A manifest that names one data file, and the file. */
function manifestAnswer(plain: JsonObject, config: JsonObject, target: 'inventory' | 'athena', items: HoleValue): Json {
  const rows = items.value(target === 'inventory' ? [{ Bucket: DATA_BUCKET, Key: 'key' }] : undefined)
  if (!isArray(rows)) return plain
  if (target === 'athena') {
    const body = bodyOf(rows, { ...config, ManifestType: '' })
    return body === undefined ? plain : { ...plain, Body: DATA_URI, Files: { [DATA_URI]: body } }
  }
  const columns = columnsOf(rows)
  const fileSchema = columns.join(', ')
  const manifest = { destinationBucket: DATA_BUCKET, fileFormat: 'CSV', fileSchema, files: [{ key: DATA_FILE }] }
  return { ...plain, Body: JSON.stringify(manifest), Files: { [DATA_URI]: csvRows(rows, columns) } }
}

function columnsOf(rows: readonly Json[]): readonly string[] {
  const names = [...new Set(rows.filter(isObject).flatMap((row) => Object.keys(row)))]
  return names.length === 0 ? ['column'] : names
}

function csvRows(rows: readonly Json[], names: readonly string[]): string {
  const lines = rows.filter(isObject).map((row) => csvLine(names.map((name) => member(row, name) ?? 'value')))
  return lines.join('\n')
}

function bodyOf(rows: readonly Json[], config: JsonObject): Json | undefined {
  const type = member(config, 'InputType')
  if (type === 'JSON') return JSON.stringify(pointed(rows, member(config, 'ItemsPointer')))
  if (type === 'JSONL') return rows.map((row) => JSON.stringify(row)).join('\n')
  if (type === 'PARQUET') return rows
  return type === 'CSV' ? csvOf(rows, config) : undefined
}

function pointed(rows: readonly Json[], at: Json | undefined): Json {
  if (typeof at !== 'string') return rows
  const keys = at.split('/').slice(1)
  return keys.reduceRight<Json>((inner, key) => ({ [key.replaceAll('~1', '/').replaceAll('~0', '~')]: inner }), rows)
}

function csvOf(rows: readonly Json[], config: JsonObject): string {
  const listed = member(config, 'CSVHeaders')
  const given = isArray(listed) ? listed.filter((name) => typeof name === 'string') : undefined
  const names = given ?? columnsOf(rows)
  return [...(given ? [] : [csvLine(names)]), csvRows(rows, names)].join('\n')
}
