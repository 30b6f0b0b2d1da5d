import type { FaultParameters } from './fault-parameters.js'
import { answerByPlace, failedParameter, textArgument } from './partial-answer.js'

export const eventEntryParameters = {
  ...failedParameter,
  code: { kind: 'text', default: 'InternalFailure', help: "the failed entries' ErrorCode" },
  message: { kind: 'text', default: 'An internal error occurred.', help: 'their ErrorMessage' },
} as const satisfies FaultParameters

/** What PutEvents answers when some entries fail (recorded as the cause of `EventBridge.FailedEntry`). */
export const eventEntries = answerByPlace({
  request: 'Entries',
  results: 'Entries',
  count: 'FailedEntryCount',
  succeeded: (id) => ({ EventId: id }),
  failed: (context) => ({
    ErrorCode: textArgument(context, 'code', eventEntryParameters),
    ErrorMessage: textArgument(context, 'message', eventEntryParameters),
  }),
})
