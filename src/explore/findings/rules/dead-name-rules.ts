import type { Problem } from '../../../asl/problem.js'
import { checkDefinition } from '../../../asl/check.js'
import { deadNames, THROTTLE_ADVICE } from '../../../harness/checks/dead-names.js'
import type { MachineFacts } from '../machine-facts.js'
import { problemRule } from './problem-rules.js'

/** A name that the resource never raises: a wrong prefix, an invented name, an exception of another operation. */
export const deadName = problemRule(
  {
    id: 'ASLX130',
    class: 'dead-handler',
    title: 'A name that this resource never raises',
    severity: 'warning',
    unhandled: 'error',
    why: 'Names are compared letter by letter. A wrong prefix or an invented name never matches, so the Retry or Catch does not act.',
    write: 'the name as this service and this style of integration give it',
  },
  serviceNames,
  ({ code }) => code !== THROTTLE_ADVICE && !OF_OTHER_RULES.has(code),
)

const OF_OTHER_RULES = new Set(['ASLX_CHILD_ERROR_NAME', 'ASLX_TIMEOUT_NOT_TAKEN', 'ASLX_FUNCTION_TIMEOUT_NAME'])

/** States.TaskFailed takes everything but a timeout. */
export const timeoutNotTaken = problemRule(
  {
    id: 'ASLX135',
    class: 'dead-handler',
    title: 'States.TaskFailed does not take States.Timeout',
    severity: 'warning',
    why: 'States.TaskFailed reads as if it took whatever goes wrong. It takes every error but a timeout, so a Task whose time is up goes past the handler.',
    write: 'States.Timeout beside it, or States.ALL',
  },
  serviceNames,
  ({ code }) => code === 'ASLX_TIMEOUT_NOT_TAKEN',
)

/** A function whose time is up has a name of its own. */
export const functionTimeoutName = problemRule(
  {
    id: 'ASLX136',
    class: 'dead-handler',
    title: 'A function whose time is up does not fail with States.Timeout',
    severity: 'warning',
    why: 'Lambda ends a function at its own timeout, and the Task fails with Sandbox.Timedout or Lambda.Unknown. States.Timeout comes only at the TimeoutSeconds of the Task.',
    write: 'Sandbox.Timedout and Lambda.Unknown beside States.Timeout',
  },
  serviceNames,
  ({ code }) => code === 'ASLX_FUNCTION_TIMEOUT_NAME',
)

/** A child's own error name: its parent never sees it. */
export const childErrorName = problemRule(
  {
    id: 'ASLX131',
    class: 'dead-handler',
    title: "A name of the child's, which its parent never sees",
    severity: 'warning',
    why: 'A child execution that fails arrives in its parent as States.TaskFailed, whatever error it ended with.',
    write: 'States.TaskFailed, and a Choice on the Cause where the parent has to know more',
  },
  serviceNames,
  ({ code }) => code === 'ASLX_CHILD_ERROR_NAME',
)

/** A retrier or catcher, or a name in it, that an earlier one takes all errors of. */
export const shadowedHandler = problemRule(
  {
    id: 'ASLX132',
    class: 'dead-handler',
    title: 'An earlier retrier or catcher takes all that this one names',
    severity: 'warning',
    why: 'The first retrier and the first catcher that match are taken. What stands behind States.ALL or States.TaskFailed is never asked.',
    write: 'the special ones before the general ones',
  },
  checked,
  ({ code }) => SHADOWED.has(code),
)

const SHADOWED = new Set(['ASLX_UNREACHABLE_RETRIER', 'ASLX_UNREACHABLE_CATCHER', 'ASLX_SHADOWED_ERROR_NAME'])

/** A reserved name that is never raised, or that nothing catches. */
export const reservedName = problemRule(
  {
    id: 'ASLX133',
    class: 'dead-handler',
    title: 'A name of Step Functions that never comes here',
    severity: 'warning',
    unhandled: 'error',
    why: 'Some names of Step Functions are never raised by a state, and some no handler ever sees: a Retry or Catch on them gives false safety.',
    write: 'States.ALL, or a Choice that checks the value before',
  },
  checked,
  ({ code }) => RESERVED.has(code),
)

const RESERVED = new Set(['ASLX_UNCATCHABLE_ERROR_NAME', 'ASLX_UNKNOWN_ERROR_NAME', 'ASLX_HEARTBEAT_WITHOUT_LIMIT'])

function serviceNames({ machine }: MachineFacts): readonly Problem[] {
  return deadNames(machine.definition, machine.type)
}

function checked({ machine }: MachineFacts): readonly Problem[] {
  return checkDefinition(machine.definition, { type: machine.type })
}
