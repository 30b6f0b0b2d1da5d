import type { JsonObject } from '../json.js'
import { hasValueOrPath } from './field.js'

/** Whether a Task limits how long it waits, by literal, path or expression. */
export function hasTimeLimit(task: JsonObject): boolean {
  return hasValueOrPath(task, 'TimeoutSeconds') || hasValueOrPath(task, 'HeartbeatSeconds')
}
