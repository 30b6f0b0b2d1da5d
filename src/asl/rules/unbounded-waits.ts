import { hasTimeLimit } from '../fields/time-limits.js'
import { member, pointer } from '../json.js'
import { problem } from '../problem.js'
import type { Report } from '../problem.js'
import { parseResource } from '../resource.js'
import type { StateSubject } from './subject.js'

/** A Task that waits for someone else's word, without a limit: if the word is lost it waits for up to a year. */
export function unboundedWaits({ type, state, pointer: at }: StateSubject, report: Report): void {
  const arn = type === 'Task' ? member(state, 'Resource') : undefined
  if (typeof arn !== 'string' || hasTimeLimit(state)) return
  const resource = parseResource(arn)
  if ((resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') || resource.pattern === 'request-response') return
  const focus = pointer(at, 'Resource')
  if (resource.pattern === 'waitForTaskToken') {
    const message = 'This Task waits for a callback without a timeout or heartbeat: a lost callback is never noticed'
    const hint = 'give it HeartbeatSeconds or TimeoutSeconds, and a Catch on States.Timeout'
    report(problem('ASLX_CALLBACK_WITHOUT_TIMEOUT', 'warning', message, at, { focus, hint }))
  } else {
    const message = 'This Task waits for a job without a timeout: a job that hangs is never noticed'
    report(problem('ASLX_SYNC_WITHOUT_TIMEOUT', 'warning', message, at, { focus, hint: 'give it TimeoutSeconds' }))
  }
}
