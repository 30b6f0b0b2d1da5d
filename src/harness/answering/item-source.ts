import { type Json, type JsonObject, type JsonObjectBuilder, member, setMember } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import { type DataFile, dataFileUri, dataFilesOf } from '../../data/items/manifest.js'
import { readerTarget } from '../../data/items/reader-config.js'
import type { AslError, Call } from '../../engine/ports.js'
import { type StoredObject, gunzippedText, isGzip } from '../../tasks/object-bytes.js'
import { type ObjectStore, listObjects, objectIn, objectRequest } from '../../tasks/object-store.js'
import { type ParquetRows, parquetRows } from '../../tasks/parquet.js'

/** What was read of bytes already: reading them is asynchronous, the answer to a call is not. */
const readRows = new WeakMap<Uint8Array, ParquetRows>()
const readTexts = new WeakMap<Uint8Array, { readonly text: string | undefined }>()

/**
 * What an ItemReader finds in the objects of a scenario: an answer, a failure of S3's side, or objects that have to be read
 * first, after which the question is to be put again. Undefined where the object or its bucket is not there: nobody answers.
 */
export type ItemSource =
  { readonly found: Json } | { readonly failure: AslError } | { readonly prepare: () => Promise<void> } | undefined

/** A body as the engine takes it; what is wrong with the object; or bytes that are to be read first. */
type Body = { readonly body: Json } | { readonly wrong: string } | Unread | undefined

/** Bytes that are to be read first. */
interface Unread {
  readonly read: () => Promise<void>
}

/** Looks for what an ItemReader's call asks for, with the data files of a manifest or of a listing beside it. */
export function itemSource(store: ObjectStore, call: Call): ItemSource {
  const request = objectRequest(call)
  if (!request) return undefined
  const config = call.readerConfig ?? {}
  const { action, bucket, parameters } = request
  if (action === 'listObjectsV2') {
    const listing = listObjects(store, request)
    return listing && withFiles(store, listing, config, bucket)
  }
  const key = member(parameters, 'Key')
  const isManifest = readerTarget(config, false) !== 'object'
  const read = bodyOf(store, { bucket, key: typeof key === 'string' ? key : '' }, isManifest ? {} : config)
  if (!read || !('body' in read)) return read && unanswered([read])
  const { body } = read
  return withFiles(store, { Body: body }, config, bucket)
}

function withFiles(store: ObjectStore, answer: JsonObject, config: JsonObject, bucket: string): ItemSource {
  const named = dataFilesOf(answer, config, bucket)
  // What is wrong with a manifest is told by who reads it.
  if (named instanceof QueryFailure || named.files.length === 0) return { found: answer }
  const Files: JsonObjectBuilder = {}
  const missing: Exclude<Body, undefined | { readonly body: Json }>[] = []
  for (const file of named.files) {
    const read = bodyOf(store, file, named.columns ? {} : config)
    if (read && 'body' in read) setMember(Files, dataFileUri(file), read.body)
    else if (read) missing.push(read)
  }
  return missing.length === 0 ? { found: { ...answer, Files } } : unanswered(missing)
}

function unanswered(bodies: readonly Exclude<Body, undefined | { readonly body: Json }>[]): ItemSource {
  const unread = bodies.flatMap((body) => ('read' in body ? [body] : []))
  if (unread.length > 0) return { prepare: () => readAll(unread) }
  const cause = bodies.flatMap((body) => ('wrong' in body ? [body.wrong] : []))[0]
  return cause === undefined ? undefined : { failure: { error: 'S3.ReadFailed', cause } }
}

/** One after the other: so many objects at once would be in memory twice. */
async function readAll(unread: readonly Unread[]): Promise<void> {
  for (const { read } of unread) await read()
}

function bodyOf(store: ObjectStore, file: DataFile, config: JsonObject): Body {
  const object = objectIn(store, file.bucket, file.key)
  if (object === undefined) return undefined
  const uri = dataFileUri(file)
  if (member(config, 'InputType') === 'PARQUET') return rowsOf(object, uri)
  return typeof object === 'string' ? { body: object } : textOf(object, uri)
}

/** A text that is gzip, which the first bytes tell. */
function textOf(bytes: Uint8Array, uri: string): Body {
  const known = isGzip(bytes) ? readTexts.get(bytes) : { text: undefined }
  if (!known) return { read: async () => void readTexts.set(bytes, { text: await gunzippedText(bytes, uri) }) }
  const { text } = known
  return text === undefined ? { wrong: `The object ${uri} is neither text in UTF-8 nor gzip.` } : { body: text }
}

function rowsOf(object: StoredObject, uri: string): Body {
  if (typeof object === 'string') return { wrong: `The object ${uri} is no Parquet file.` }
  const rows = readRows.get(object)
  if (rows === undefined) return { read: async () => void readRows.set(object, await parquetRows(object)) }
  return typeof rows === 'string' ? { wrong: `${uri}: ${rows}` } : { body: rows }
}
