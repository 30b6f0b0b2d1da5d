import { createRequire } from 'node:module'
import type * as Crypto from 'node:crypto'

let loaded: typeof Crypto | undefined

/** Hex digits of a digest, by OpenSSL's name of the algorithm; of a text its UTF-8. `node:crypto` is loaded when one is asked for. */
export function hexDigest(algorithm: string, data: string | Uint8Array): string {
  loaded ??= createRequire(import.meta.url)('node:crypto') as typeof Crypto
  return loaded.hash(algorithm, data)
}
