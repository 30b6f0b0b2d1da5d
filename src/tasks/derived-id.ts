import { hexDigest } from '../asl/digest.js'
import type { Call } from '../engine/ports.js'

/** Hex digits (at most 64) that depend on the attempt's request id and the purpose, and on nothing else. */
export function derivedHex(call: Call, purpose: string, digits: number): string {
  return hexDigest('sha256', `${purpose} ${call.requestId}`).slice(0, digits)
}

/** A version 4 UUID from the attempt's request id and the purpose. */
export function derivedUuid(call: Call, purpose: string): string {
  const hex = derivedHex(call, purpose, 32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** The MD5 of a text as SQS and S3 give it: 32 hex digits. */
export function md5(text: string): string {
  return hexDigest('md5', text)
}
