import { isArray, isObject, member, pointer } from '../json.js'
import { LIMITS } from '../limits.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { handlersOf } from './error-equals.js'
import { checkFields } from './state-fields.js'
import type { StateSubject } from './subject.js'
import { anything, number, object, oneOf, text, textOrNull, whole } from './values.js'

const retrierFields = {
  ErrorEquals: { JSONPath: anything, JSONata: anything },
  Comment: { JSONPath: text, JSONata: text },
  IntervalSeconds: same(whole(1, LIMITS.retryIntervalSecondsMax.value)),
  MaxAttempts: same(whole(0, LIMITS.retryMaxAttemptsMax.value)),
  BackoffRate: same(number(LIMITS.retryBackoffRateMin.value)),
  MaxDelaySeconds: same(whole(1, LIMITS.retryMaxDelaySecondsMax.value)),
  JitterStrategy: same(oneOf('NONE', 'FULL')),
}

const catcherFields = {
  ErrorEquals: same(anything),
  Comment: same(text),
  Next: same(text),
  ResultPath: { JSONPath: textOrNull },
  Output: { JSONata: anything },
  Assign: same(object),
}

function same<T>(check: T): { readonly JSONPath: T; readonly JSONata: T } {
  return { JSONPath: check, JSONata: check }
}

/** Retriers and catchers have only their own fields, with values in range. https://states-language.net/#errors */
export function handlerFields(subject: StateSubject, report: Report): void {
  reportNonObjects(subject, report)
  for (const { field, handler, pointer: at } of handlersOf(subject)) {
    checkFields(handler, field === 'Retry' ? retrierFields : catcherFields, subject.language, at, report)
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

function reportNonObjects({ state, pointer: at }: StateSubject, report: Report): void {
  for (const field of ['Retry', 'Catch']) {
    const list = member(state, field)
    if (list === undefined || !isArray(list)) continue
    for (const [index, item] of list.entries()) {
      if (!isObject(item)) report(schemaError(`An element of '${field}' must be an object`, pointer(at, field, index)))
    }
  }
}
