import { hasValueOrPath } from '../fields/field.js'
import { isReservedErrorName, RESERVED_ERROR_NAMES } from '../error-names.js'
import { member, pointer } from '../json.js'
import { isPlaceholder } from '../placeholder.js'
import { problem } from '../problem.js'
import type { Report } from '../problem.js'
import { didYouMean } from '../suggest.js'
import { errorNamesOf, handlersOf } from './error-equals.js'
import type { DefinitionSubject, StateSubject } from './subject.js'

interface Finding {
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
  readonly meantError?: string | undefined
}

/**
 * Names in `ErrorEquals` that no error ever has: the retrier or catcher looks like protection and is none. What services
 * raise is none of the language's business: that is checked where the faults are known.
 */
export function deadErrorNames({ states }: DefinitionSubject, report: Report): void {
  const raised = new Set<unknown>(
    states.map(({ type, state }) => (type === 'Fail' ? member(state, 'Error') : undefined)),
  )
  for (const state of states) {
    for (const handler of handlersOf(state)) {
      for (const { name, index } of errorNamesOf(handler)) {
        const finding = isPlaceholder(name) || raised.has(name) ? undefined : findDead(name, state)
        if (!finding) continue
        const { code, message, ...details } = finding
        report(problem(code, 'warning', message, pointer(handler.pointer, 'ErrorEquals', index), details))
      }
    }
  }
}

function findDead(name: string, state: StateSubject): Finding | undefined {
  return uncatchable(name) ?? heartbeatWithout(name, state) ?? unknownReserved(name)
}

function uncatchable(name: string): Finding | undefined {
  if (name !== 'States.Runtime') return undefined
  const message = "'States.Runtime' never matches: runtime errors fail the execution at once"
  return { code: 'ASLX_UNCATCHABLE_ERROR_NAME', message }
}

function heartbeatWithout(name: string, { type, state }: StateSubject): Finding | undefined {
  if (name !== 'States.HeartbeatTimeout' || type !== 'Task') return undefined
  if (hasValueOrPath(state, 'HeartbeatSeconds')) return undefined
  const message = "'States.HeartbeatTimeout' never matches: this Task has no HeartbeatSeconds"
  return { code: 'ASLX_HEARTBEAT_WITHOUT_LIMIT', message, hint: 'give the Task HeartbeatSeconds' }
}

function unknownReserved(name: string): Finding | undefined {
  const looksReserved = /^states?\./i.test(name)
  if (!looksReserved || isReservedErrorName(name)) return undefined
  const meantError = didYouMean(name, RESERVED_ERROR_NAMES)
  const hint = meantError === undefined ? undefined : `did you mean '${meantError}'?`
  return { code: 'ASLX_UNKNOWN_ERROR_NAME', message: `Step Functions has no error named '${name}'`, hint, meantError }
}
