import { CATCHER_FIELDS, RETRIER_FIELDS } from '../fields/handler-table.js'
import { isArray, isObject, member, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { problem, schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { handlersOf } from './error-equals.js'
import { checkFields } from './check-fields.js'
import type { StateSubject } from './subject.js'

/** Retriers and catchers have only their own fields, with values in range. https://states-language.net/#errors */
export function handlerFields(subject: StateSubject, report: Report): void {
  reportNonObjects(subject, report)
  for (const { field, handler, pointer: at } of handlersOf(subject)) {
    const fields = field === 'Retry' ? RETRIER_FIELDS : CATCHER_FIELDS
    const checked = neverWaits(handler) ? withoutInterval(handler, at, report) : handler
    checkFields(checked, { fields, language: subject.language, pointer: at }, report)
    if (field === 'Catch' && !Object.hasOwn(handler, 'Next')) {
      report(schemaError('These fields are required: [Next]', at))
    }
    const interval = member(handler, 'IntervalSeconds')
    const maxDelay = member(handler, 'MaxDelaySeconds')
    if (typeof interval === 'number' && typeof maxDelay === 'number' && maxDelay <= interval) {
      const message = "The field 'MaxDelaySeconds' must be greater than 'IntervalSeconds'"
      report(schemaError(message, pointer(at, 'MaxDelaySeconds')))
    }
  }
}

/** A retrier that never retries, with an interval of 0: it stands in deployed machines, and in a sample that AWS publishes. */
function neverWaits(handler: JsonObject): boolean {
  return member(handler, 'IntervalSeconds') === 0 && member(handler, 'MaxAttempts') === 0
}

function withoutInterval(handler: JsonObject, at: string, report: Report): JsonObject {
  const { IntervalSeconds: _, ...others } = handler
  const message =
    "The field 'IntervalSeconds' is 0, where it has to be at least 1; it counts for nothing beside MaxAttempts 0"
  const details = { hint: 'leave IntervalSeconds out' }
  report(problem('ASLX_INTERVAL_ZERO', 'warning', message, pointer(at, 'IntervalSeconds'), details))
  return others
}

function reportNonObjects({ state, pointer: at }: StateSubject, report: Report): void {
  for (const field of ['Retry', 'Catch']) {
    const list = member(state, field)
    if (list === undefined || !isArray(list)) continue
    for (const [index, item] of list.entries()) {
      if (!isObject(item)) report(schemaError(`An element of '${field}' must be an object`, pointer(at, field, index)))
    }
  }
}
