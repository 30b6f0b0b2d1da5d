import { LIMITS } from '../limits.js'
import type { Fields } from './field.js'
import { inJsonPath, inJsonata, plain } from './rows.js'
import { anything, number, object, oneOf, text, whole } from './value.js'

/** A literal that younger machines have. https://aws.amazon.com/about-aws/whats-new/2023/09/aws-step-functions-enhanced-error-handling/ */
const since = { since: '2023-09-07' }

/** An element of Retry. https://states-language.net/#retrying-after-error */
export const RETRIER_FIELDS: Fields = {
  ErrorEquals: plain(anything),
  Comment: plain(text),
  IntervalSeconds: plain(whole(1, LIMITS.retryIntervalSecondsMax.value)),
  MaxAttempts: plain(whole(0, LIMITS.retryMaxAttemptsMax.value)),
  BackoffRate: plain(number(LIMITS.retryBackoffRateMin.value)),
  MaxDelaySeconds: plain(whole(1, LIMITS.retryMaxDelaySecondsMax.value), since),
  JitterStrategy: plain(oneOf('NONE', 'FULL'), since),
}

/** An element of Catch. https://states-language.net/#fallback-states */
export const CATCHER_FIELDS: Fields = {
  ErrorEquals: plain(anything),
  Comment: plain(text),
  Next: plain(text),
  ResultPath: inJsonPath('result-path'),
  Output: inJsonata(),
  Assign: { value: object, JSONPath: 'template', JSONata: 'members', since: '2024-11-22' },
}
