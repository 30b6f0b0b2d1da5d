import { isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import type { Call } from '../../src/engine/ports.js'
import type { CaseMeta } from './case.js'
import { asText } from './recorded-event.js'

/**
 * What S3 answers an ItemReader or a ResultWriter, from the objects the test had put there; undefined for other calls
 * and for objects that are not there.
 */
export function answerFromStore(call: Call, { s3 = {} }: CaseMeta): Json | undefined {
  const { resource, parameters } = call
  if (!('service' in resource) || resource.service !== 's3' || !isObject(parameters)) return undefined
  const objects = s3[asText(parameters.Bucket)] ?? {}
  if (resource.action === 'putObject') return {}
  if (resource.action === 'getObject') {
    const body = objects[asText(parameters.Key)]
    return body === undefined ? undefined : { Body: body, ContentLength: Buffer.byteLength(body) }
  }
  if (resource.action !== 'listObjectsV2') return undefined
  const prefix = typeof parameters.Prefix === 'string' ? parameters.Prefix : ''
  const keys = Object.keys(objects).filter((key) => key.startsWith(prefix))
  return { Contents: keys.map((key) => listed(key, objects[key] ?? '')), IsTruncated: false, KeyCount: keys.length }
}

function listed(key: string, body: string): Json {
  return {
    Etag: `<Etag-${key}>`,
    Key: key,
    LastModified: '<date>',
    Size: Buffer.byteLength(body),
    StorageClass: 'STANDARD',
  }
}
