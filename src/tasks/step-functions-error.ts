import type { AslError, Call } from '../engine/ports.js'

/** Errors of the Step Functions API that a Task, or a test, can meet. */
export type StepFunctionsCode =
  | 'ExecutionAlreadyExists'
  | 'InvalidExecutionInput'
  | 'InvalidOutput'
  | 'InvalidToken'
  | 'StateMachineTypeNotSupported'
  | 'TaskTimedOut'

/**
 * What a Task that calls Step Functions itself sees of an error of its API. Names and causes in the two styles as recorded:
 * `StepFunctions.StateMachineDoesNotExistException` of an optimized integration, `Sfn.InvalidTokenException` of an
 * `aws-sdk:` one (with the attempt count that AWS adds since 2025-11).
 */
export function stepFunctionsFailure(call: Call, code: StepFunctionsCode, message: string): AslError {
  const { requestId } = call
  if (call.resource.kind === 'optimized') {
    const cause = `${message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${code}; Request ID: ${requestId}; Proxy: null)`
    return { error: `StepFunctions.${code}Exception`, cause }
  }
  const cause = `${message} (Service: Sfn, Status Code: 400, Request ID: ${requestId}) (SDK Attempt Count: 1)`
  return { error: `Sfn.${code}Exception`, cause }
}
