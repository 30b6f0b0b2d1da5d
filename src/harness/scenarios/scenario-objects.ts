import { UserError } from '../../asl/user-error.js'
import { type StoredObject, storedObject } from '../../tasks/object-bytes.js'
import type { ObjectStore } from '../../tasks/object-store.js'
import { readObjectFolder } from './object-folder.js'

/** An object as a scenario gives it: its text, its bytes, or its bytes in base64. Bytes may be gzip or a Parquet file, and are not to be changed. */
export type ScenarioObject = string | Uint8Array | { readonly base64: string }

/**
 * The objects of a scenario by bucket and key; or the path of a folder (in a scenario file relative to the file, in
 * TypeScript to the working directory) whose own folders are the buckets.
 */
export type ScenarioObjects = string | Readonly<Record<string, Readonly<Record<string, ScenarioObject>>>>

/** The objects as they are kept. Equal contents make equal stores, however they are given. UserError for what is no object. */
export function scenarioObjects(given: ScenarioObjects | undefined): ObjectStore {
  if (given === undefined) return {}
  if (typeof given === 'string') return readObjectFolder(given)
  const buckets = Object.entries(membersOf(given, 's3')).map(([bucket, objects]) => {
    const stored = Object.entries(membersOf(objects, `s3.${bucket}`)).map(
      ([key, object]) => [key, storedFrom(object, `s3.${bucket}["${key}"]`)] as const,
    )
    return [bucket, Object.fromEntries(stored)] as const
  })
  return Object.fromEntries(buckets)
}

/** In a test without types anything may stand there. */
function membersOf<T>(value: Readonly<Record<string, T>>, where: string): Readonly<Record<string, T>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UserError('usage', `${where} must be an object: objects by bucket and key, or the path of a folder`)
}

function storedFrom(object: unknown, where: string): StoredObject {
  if (typeof object === 'string') return object
  if (object instanceof Uint8Array) return storedObject(object)
  const base64 = typeof object === 'object' && object !== null && 'base64' in object ? object.base64 : undefined
  if (typeof base64 === 'string') return fromBase64(base64, where)
  throw new UserError('usage', `${where} must be text, { base64: '...' } or a Uint8Array`)
}

function fromBase64(written: string, where: string): StoredObject {
  if (!isBase64(written)) throw new UserError('usage', `${where} is no base64 text`)
  return storedObject(Buffer.from(written, 'base64'))
}

/** Whether it is base64, in which line ends may stand, as YAML folds long text. */
export function isBase64(written: string): boolean {
  const digits = written.replaceAll(/\s/g, '')
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits)
}
