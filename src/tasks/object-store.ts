import { hexDigest } from '../asl/digest.js'
import { isObject, type Json, type JsonObject, type JsonObjectBuilder, member, setMember } from '../asl/json.js'
import type { Call } from '../engine/ports.js'
import { objectSizeBytes, type StoredObject } from './object-bytes.js'

/** Objects by bucket and key: what an ItemReader finds in S3. */
export type ObjectStore = Readonly<Record<string, Readonly<Record<string, StoredObject>>>>

/** Where a call asks S3 for something. */
export interface ObjectRequest {
  readonly action: string
  readonly bucket: string
  readonly parameters: JsonObject
}

/** What the call asks S3 for; undefined for calls of other services, and for one that names no bucket. */
export function objectRequest({ resource, parameters }: Call): ObjectRequest | undefined {
  if (!('service' in resource) || resource.service !== 's3' || !isObject(parameters)) return undefined
  const bucket = member(parameters, 'Bucket')
  return typeof bucket === 'string' ? { action: resource.action, bucket, parameters } : undefined
}

/** The object, or undefined if it or its bucket is not there. */
export function objectIn(store: ObjectStore, bucket: string, key: Json | undefined): StoredObject | undefined {
  const objects = Object.hasOwn(store, bucket) ? store[bucket] : undefined
  return objects && typeof key === 'string' && Object.hasOwn(objects, key) ? objects[key] : undefined
}

/** 2030-01-01, in seconds since the epoch: a number, as the items of a listing have it (measured). */
const LAST_MODIFIED_SECONDS = 1_893_456_000

/**
 * What an ItemReader gets that lists objects: all pages of 1,000 keys as one, in the order of the keys.
 * `Prefix` and `StartAfter` choose among them. Item shape: recorded. Undefined if there is no such bucket.
 */
export function listObjects(store: ObjectStore, { bucket, parameters }: ObjectRequest): JsonObject | undefined {
  const objects = Object.hasOwn(store, bucket) ? store[bucket] : undefined
  if (!objects) return undefined
  const prefix = text(member(parameters, 'Prefix'))
  const after = text(member(parameters, 'StartAfter'))
  const keys = Object.keys(objects).filter((key) => key.startsWith(prefix))
  const listed = keys.sort().filter((key) => after === '' || key > after)
  const Contents = listed.map((Key) => {
    const object = objects[Key] ?? ''
    return {
      Etag: `"${hexDigest('md5', object)}"`,
      Key,
      LastModified: LAST_MODIFIED_SECONDS,
      Size: objectSizeBytes(object),
      StorageClass: 'STANDARD',
    }
  })
  return { Contents, IsTruncated: false, KeyCount: Contents.length }
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Contents of a store as JSON, for the name of a base scenario: bytes by what they are, not by where they came from. */
export function storeAsJson(store: ObjectStore): JsonObject {
  const built: JsonObjectBuilder = {}
  for (const [bucket, objects] of Object.entries(store)) {
    const bodies: JsonObjectBuilder = {}
    for (const [key, object] of Object.entries(objects)) {
      setMember(bodies, key, typeof object === 'string' ? object : { base64: Buffer.from(object).toString('base64') })
    }
    setMember(built, bucket, bodies)
  }
  return built
}
