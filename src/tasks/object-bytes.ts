import { UserError } from '../asl/user-error.js'

/** An object as it is kept: its text, or its bytes where they are no UTF-8. */
export type StoredObject = string | Uint8Array

/** No object is unpacked beyond this size: 256 MiB. Chosen: a text of V8 ends at 512 Mi characters. */
export const MAX_OBJECT_BYTES = 256 * 1024 * 1024

/** The same object for the same content, however it was given: text where the bytes are UTF-8. */
export function storedObject(bytes: Uint8Array): StoredObject {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? bytes : text
  } catch {
    return bytes
  }
}

/** How long an object is in S3. */
export function objectSizeBytes(object: StoredObject): number {
  return typeof object === 'string' ? Buffer.byteLength(object) : object.length
}

/** Whether the bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/**
 * The text in gzip; undefined if the bytes are not whole gzip, or no text is in them. UserError if it unpacks to more than
 * 256 MiB; `name` stands for the object there.
 */
export async function gunzippedText(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const { gunzipSync } = await import('node:zlib')
  try {
    const stored = storedObject(gunzipSync(bytes, { maxOutputLength: MAX_OBJECT_BYTES }))
    return typeof stored === 'string' ? stored : undefined
  } catch (error) {
    if (!(error instanceof RangeError)) return undefined
    const limit = MAX_OBJECT_BYTES / 1024 / 1024
    throw new UserError('usage', `${name} unpacks to more than ${limit} MiB: give a smaller object`)
  }
}
