import { caughtSilence } from './rules/caught-silence.js'
import type { Rule } from './rule.js'
import { caughtFamily, caughtWithoutRetry } from './rules/caught-untried.js'
import {
  childErrorName,
  deadName,
  functionTimeoutName,
  reservedName,
  shadowedHandler,
  timeoutNotTaken,
} from './rules/dead-name-rules.js'
import { choiceWithoutDefault } from './rules/choice-without-default.js'
import { containerName } from './rules/container-names.js'
import { refusedDefinition } from './rules/invalid-definition.js'
import { retriesInStep } from './rules/retries-in-step.js'
import { unboundedPoll } from './rules/unbounded-poll.js'
import { unknownParameters } from './rules/unknown-parameters.js'
import { duplicateEffect, unusedToken } from './rules/duplicate-effect.js'
import { brokenHandler, leftOutInHandler, refusedInHandler, unhandledInHandler } from './rules/failing-handler.js'
import { lateNotice } from './rules/late-notice.js'
import { lostPart } from './rules/lost-data.js'
import { lostItem } from './rules/lost-items.js'
import { permanentRetried } from './rules/permanent-retried.js'
import { slowRetries, slowTimeouts } from './rules/slow-failure.js'
import { swallowedError } from './rules/swallowed-error.js'
import { unboundedWait } from './rules/unbounded-wait.js'
import { uncompensated } from './rules/uncompensated.js'
import { unhandledAfterRetries } from './rules/unhandled-after-retries.js'
import { unhandledFamily, unhandledPermanent, unhandledWithoutRetry } from './rules/unhandled-error.js'

import { endlessHandling } from './rules/endless-handling.js'
import { endlessCatch, limitBehindHandler } from './rules/escaping-limits.js'
import { retriesBeyondLimit, retriesMultiplied } from './rules/retry-ladder-rules.js'
import {
  allTolerated,
  discardedError,
  expressRepeats,
  ignoredFunctionError,
  noTolerance,
  startedAndForgotten,
} from './rules/unread-outcome-rules.js'

/** Why errors of a family ought to be tried again. */
const WHY = {
  throttled: 'A service that is busy refuses calls for a moment. It says so to be asked again.',
  'service-fault': 'A service that fails with a 5xx is well again soon, and AWS advises to try again.',
  connection: 'A connection that is lost says nothing about the work. AWS advises to try again.',
  timeout: 'A call that took too long may be quick the next time: a cold start, a slow neighbour.',
  killed: 'A process that ran out of memory or lost its host may well go through at the next try.',
  other: 'What a function raises is known to those who wrote it: here none of its names is tried again.',
  nameless:
    "Lambda.Unknown stands in where a function's answer has no name, for example when it ended without one. It is known for passing at the next try.",
  rare: 'These errors come with a network, a file system, a key or a deployment of the function. Where none of it is used they never come.',
}

/** Every rule, by its id. */
export const rules: readonly Rule[] = [
  unhandledWithoutRetry,
  unhandledFamily('ASLX102', 'throttled', 'error', WHY['throttled']),
  unhandledFamily('ASLX103', 'service-fault', 'error', WHY['service-fault']),
  unhandledFamily('ASLX104', 'connection', 'error', WHY['connection']),
  unhandledFamily('ASLX105', 'timeout', 'error', WHY['timeout']),
  unhandledFamily('ASLX106', 'killed', 'error', WHY['killed']),
  unhandledFamily('ASLX111', 'other', 'warning', WHY['other']),
  unhandledPermanent,
  unhandledAfterRetries,
  unhandledFamily('ASLX107', 'nameless', 'error', WHY['nameless']),
  unhandledFamily('ASLX119', 'rare', 'info', WHY['rare']),
  caughtWithoutRetry,
  caughtFamily('ASLX112', 'throttled', WHY['throttled']),
  caughtFamily('ASLX113', 'service-fault', WHY['service-fault']),
  caughtFamily('ASLX114', 'connection', WHY['connection']),
  caughtFamily('ASLX115', 'timeout', WHY['timeout']),
  caughtFamily('ASLX116', 'killed', WHY['killed']),
  caughtFamily('ASLX117', 'nameless', WHY['nameless']),
  caughtFamily('ASLX118', 'rare', WHY['rare']),
  caughtSilence,
  permanentRetried,
  deadName,
  childErrorName,
  shadowedHandler,
  reservedName,
  containerName,
  timeoutNotTaken,
  functionTimeoutName,
  choiceWithoutDefault,
  unboundedWait,
  lateNotice,
  slowTimeouts,
  slowRetries,
  retriesBeyondLimit,
  retriesMultiplied,
  retriesInStep,
  swallowedError,
  brokenHandler,
  unhandledInHandler,
  leftOutInHandler,
  refusedInHandler,
  ignoredFunctionError,
  startedAndForgotten,
  noTolerance,
  allTolerated,
  unusedToken,
  duplicateEffect,
  expressRepeats,
  discardedError,
  lostPart,
  lostItem,
  uncompensated,
  refusedDefinition,
  unboundedPoll,
  limitBehindHandler,
  endlessCatch,
  endlessHandling,
  unknownParameters,
]
