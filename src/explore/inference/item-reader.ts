import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
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
  if ('action' in resource && resource.action === 'listObjectsV2') {
    const listed = member(plain, 'Contents')
    const Contents = items.value(isArray(listed) ? listed : [])
    return { ...plain, Contents: Contents ?? [], KeyCount: isArray(Contents) ? Contents.length : 0 }
  }
  const rows = items.value()
  const body = isArray(rows) ? bodyOf(rows, config) : undefined
  return body === undefined ? plain : { ...plain, Body: body }
}

function bodyOf(rows: readonly Json[], config: JsonObject): Json | undefined {
  if (member(config, 'ManifestType') !== undefined) return undefined
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
  const objects = rows.filter(isObject)
  const listed = member(config, 'CSVHeaders')
  const given = isArray(listed) ? listed.filter((name) => typeof name === 'string') : undefined
  const headers = given ?? [...new Set(objects.flatMap((row) => Object.keys(row)))]
  const names = headers.length === 0 ? ['column'] : headers
  const lines = objects.map((row) => csvLine(names.map((name) => member(row, name) ?? 'value')))
  return [...(given ? [] : [csvLine(names)]), ...lines].join('\n')
}
