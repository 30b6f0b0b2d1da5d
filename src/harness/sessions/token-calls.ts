import type { Call } from '../../engine/ports.js'
import { stepFunctionsFailure } from '../../tasks/step-functions-error.js'
import { TOKEN_MESSAGES } from '../../tasks/task-token-error.js'
import { tokenRequest } from '../../tasks/token-request.js'
import type { Session } from './members.js'
import { holderOf, signalMember, wasHandedOut } from './relations.js'
import { type Settled, failedWithin, settledWithin } from './settled-call.js'

/**
 * A Task that answers a task token of the session, its own execution's or another's, does so: this is how a child ends the
 * `.waitForTaskToken` of what started it. A token that the session never handed out is a matter for a mock.
 */
export function tokenSentBy(session: Session, member: number, call: Call): Settled | undefined {
  const request = tokenRequest(call)
  if (!request) return undefined
  const holder = holderOf(session, request.token)
  if (holder === undefined) {
    if (!wasHandedOut(session, request.token)) return undefined
    return failedWithin(session, member, call, stepFunctionsFailure(call, 'TaskTimedOut', TOKEN_MESSAGES.TaskTimedOut))
  }
  if ('invalid' in request) {
    const text = "Invalid Output: 'Invalid token'"
    return failedWithin(session, member, call, stepFunctionsFailure(call, 'InvalidOutput', text))
  }
  const settled = settledWithin(session, member, call, { outcome: { output: {} } })
  if (holder === member) return { ...settled, own: request }
  return { ...settled, session: signalMember(settled.session, holder, request, call.atMs) }
}
