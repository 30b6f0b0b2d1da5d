import { member } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { UserError } from '../../asl/user-error.js'
import { objectRequest } from '../../tasks/object-store.js'
import type { NumberedReplies } from '../../tasks/script.js'
import { startRequest } from '../../tasks/child-execution.js'

/** The strict default: a Task that nobody answers is the test author's mistake, never a call to AWS. */
export function unmockedTask(rules: { readonly tasks: Readonly<Record<string, unknown>> }, call: Call): UserError {
  const given = Object.keys(rules.tasks)
  const state = JSON.stringify(call.state)
  const message = [
    `state ${state} called ${call.resource.arn} and no task is given for it (given: ${given.join(', ') || 'none'}): ` +
      `add tasks: { ${state}: returns({ ... }) }, or set onUnmockedTask: 'infer'`,
    machineHint(call),
    objectHint(call),
  ]
  return new UserError('usage', message.join(''))
}

function machineHint(call: Call): string {
  const request = startRequest(call)
  if (!request) return ''
  const name = request.stateMachineArn.slice(request.stateMachineArn.lastIndexOf(':') + 1)
  return `, or give the machine it starts: machines: { ${JSON.stringify(name)}: ... }`
}

/** An ItemReader needs no mock where the scenario has the object. */
function objectHint(call: Call): string {
  const request = call.purpose === 'items' ? objectRequest(call) : undefined
  if (!request) return ''
  const { bucket, parameters } = request
  const key = member(parameters, 'Key')
  return `, or give the object: s3: { ${JSON.stringify(bucket)}: { ${typeof key === 'string' ? JSON.stringify(key) : 'key'}: ... } }`
}

/** A script whose last entry says how often it answers, and that was called once more. */
export function usedUpScript(call: Call): UserError {
  const state = JSON.stringify(call.state)
  return new UserError(
    'usage',
    `state ${state} is called for the ${call.ordinal}. time (visit ${call.visit}, attempt ${call.attempt}), and its script is used up: ` +
      `add an answer, or leave out times: on the last one`,
  )
}

/** Numbered replies that were asked once more than they have numbers. */
export function usedUpNumbers({ state, visit, attempt }: Call, turn: number, { origin }: NumberedReplies): UserError {
  const times = `for the ${turn + 1}. time (visit ${visit}, attempt ${attempt})`
  return new UserError(
    'usage',
    `${origin} has ${turn === 1 ? 'one response' : `${turn} responses`}, and state ${JSON.stringify(state)} is called ${times}: add response "${turn}"`,
  )
}
