import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'

/** Compact JSON text. UserError for a value nested too deeply for any service to take. */
export function jsonText(value: Json): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) {
      throw new UserError('unsupported', 'a payload is nested too deeply to be sent to a service')
    }
    throw error
  }
}

/** A text as it is, anything else as JSON: what an optimized integration makes of a message body. */
export function bodyText(value: Json): string {
  return typeof value === 'string' ? value : jsonText(value)
}
