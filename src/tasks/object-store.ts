import { isObject, type Json, member } from '../asl/json.js'
import type { Call } from '../engine/ports.js'
import { md5 } from './derived-id.js'

/** The text of objects by bucket and key: what an ItemReader finds in S3. */
export type ObjectStore = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What S3 answers a read of these objects, or undefined if the object or bucket is not there. */
export function readObject(store: ObjectStore, call: Call): Json | undefined {
  const { resource, parameters } = call
  if (!('service' in resource) || resource.service !== 's3' || !isObject(parameters)) return undefined
  const bucket = member(parameters, 'Bucket')
  const objects = typeof bucket === 'string' && Object.hasOwn(store, bucket) ? store[bucket] : undefined
  if (!objects) return undefined
  if (resource.action === 'listObjectsV2') return listing(objects, member(parameters, 'Prefix'))
  const key = member(parameters, 'Key')
  const body = typeof key === 'string' && Object.hasOwn(objects, key) ? objects[key] : undefined
  return body === undefined ? undefined : { Body: body, ContentLength: Buffer.byteLength(body) }
}

/** Item shape as recorded for ItemReaders. */
function listing(objects: Readonly<Record<string, string>>, prefix: Json | undefined): Json {
  const start = typeof prefix === 'string' ? prefix : ''
  const keys = Object.keys(objects)
    .filter((key) => key.startsWith(start))
    .sort()
  const Contents = keys.map((Key) => {
    const body = objects[Key] ?? ''
    return {
      Etag: `"${md5(body)}"`,
      Key,
      LastModified: '2030-01-01T00:00:00.000Z',
      Size: Buffer.byteLength(body),
      StorageClass: 'STANDARD',
    }
  })
  return { Contents, IsTruncated: false, KeyCount: keys.length }
}
