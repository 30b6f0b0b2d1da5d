import { createRequire } from 'node:module'
import type * as zlib from 'node:zlib'

const load = createRequire(import.meta.url)

/** CRC-32 of a text's UTF-8 bytes, an unsigned number. Loads zlib only when one is asked for. */
export function crc32Of(text: string): number {
  const { crc32 } = load('node:zlib') as typeof zlib
  return crc32(text)
}
