import { member, pointer } from '../json.js'
import { problem, schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { StateSubject } from './subject.js'

/**
 * A heartbeat that may take as long as the task would never be missed. The specification refuses it; machines where
 * both are equal are in use, so that is a warning. https://states-language.net/#task-state
 */
export function heartbeatBelowTimeout({ type, state, pointer: at }: StateSubject, report: Report): void {
  if (type !== 'Task') return
  const timeout = member(state, 'TimeoutSeconds')
  const heartbeat = member(state, 'HeartbeatSeconds')
  if (typeof timeout !== 'number' || typeof heartbeat !== 'number' || heartbeat < timeout) return
  const place = pointer(at, 'HeartbeatSeconds')
  const message = "The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'"
  if (heartbeat > timeout) report(schemaError(message, place))
  else report(problem('ASLX_HEARTBEAT_EQUALS_TIMEOUT', 'warning', message, place))
}
