import type { Rule } from './rule.js'
import { caughtKind, caughtWithoutRetry } from './rules/caught-untried.js'
import { childErrorName, deadName, reservedName, shadowedHandler } from './rules/dead-name-rules.js'
import { choiceWithoutDefault } from './rules/choice-without-default.js'
import { containerName } from './rules/container-names.js'
import { refusedDefinition } from './rules/invalid-definition.js'
import { retriesInStep } from './rules/retries-in-step.js'
import { unboundedPoll } from './rules/unbounded-poll.js'
import { unknownParameters } from './rules/unknown-parameters.js'
import { duplicateEffect } from './rules/duplicate-effect.js'
import { brokenHandler, unhandledInHandler } from './rules/failing-handler.js'
import { lateNotice } from './rules/late-notice.js'
import { lostPart } from './rules/lost-data.js'
import { permanentRetried } from './rules/permanent-retried.js'
import { slowFailure } from './rules/slow-failure.js'
import { swallowedError } from './rules/swallowed-error.js'
import { unboundedWait } from './rules/unbounded-wait.js'
import { uncompensated } from './rules/uncompensated.js'
import { unhandledAfterRetries } from './rules/unhandled-after-retries.js'
import { unhandledKind, unhandledPermanent, unhandledWithoutRetry } from './rules/unhandled-error.js'

/** Every rule, by its id. */
export const rules: readonly Rule[] = [
  unhandledWithoutRetry,
  unhandledKind('ASLX102', 'throttled', 'error'),
  unhandledKind('ASLX103', 'service-fault', 'error'),
  unhandledKind('ASLX104', 'connection', 'error'),
  unhandledKind('ASLX105', 'timeout', 'error'),
  unhandledKind('ASLX106', 'killed', 'error'),
  unhandledKind('ASLX107', 'other', 'warning'),
  unhandledPermanent,
  unhandledAfterRetries,
  caughtWithoutRetry,
  caughtKind('ASLX112', 'throttled'),
  caughtKind('ASLX113', 'service-fault'),
  caughtKind('ASLX114', 'connection'),
  caughtKind('ASLX115', 'timeout'),
  caughtKind('ASLX116', 'killed'),
  permanentRetried,
  deadName,
  childErrorName,
  shadowedHandler,
  reservedName,
  containerName,
  choiceWithoutDefault,
  unboundedWait,
  lateNotice,
  slowFailure,
  retriesInStep,
  swallowedError,
  brokenHandler,
  unhandledInHandler,
  duplicateEffect,
  lostPart,
  uncompensated,
  refusedDefinition,
  unboundedPoll,
  unknownParameters,
]
