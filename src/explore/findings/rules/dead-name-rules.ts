import type { Problem } from '../../../asl/problem.js'
import { checkDefinition } from '../../../asl/check.js'
import { deadNames, THROTTLE_ADVICE } from '../../../harness/checks/dead-names.js'
import type { MachineFacts } from '../machine-facts.js'
import { problemRule } from './problem-rules.js'

/** A name that the resource never raises: a wrong prefix, an invented name, an exception of another operation. */
export const deadName = problemRule(
  { id: 'ASLX130', class: 'dead-handler', title: 'A name that this resource never raises', severity: 'warning' },
  serviceNames,
  ({ code }) => code !== THROTTLE_ADVICE && code !== 'ASLX_CHILD_ERROR_NAME',
)

/** A child's own error name: its parent never sees it. */
export const childErrorName = problemRule(
  {
    id: 'ASLX131',
    class: 'dead-handler',
    title: "A name of the child's, which its parent never sees",
    severity: 'warning',
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
