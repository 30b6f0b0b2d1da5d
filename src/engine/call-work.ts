import type { TaskWork } from './work.js'

type Made = 'purpose' | 'callId' | 'scheduledEventId' | 'parameters'
type Bounds = 'timeoutSeconds' | 'heartbeatSeconds' | 'token' | 'timeoutDue' | 'heartbeatDue'

/**
 * A call that has just been made, of which nothing has come back; `about` is all that its kind of call knows. Written out,
 * as `copyStrand` is: there is one for every attempt.
 */
export function callWork(about: Pick<TaskWork, Made> & Partial<Pick<TaskWork, Bounds>>): TaskWork {
  return {
    purpose: about.purpose,
    callId: about.callId,
    scheduledEventId: about.scheduledEventId,
    parameters: about.parameters,
    timeoutSeconds: about.timeoutSeconds,
    heartbeatSeconds: about.heartbeatSeconds,
    token: about.token,
    timeoutDue: about.timeoutDue,
    heartbeatDue: about.heartbeatDue,
    answered: false,
    answer: undefined,
    answerDue: undefined,
    submitted: false,
    outcome: undefined,
  }
}
