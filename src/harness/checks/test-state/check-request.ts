import type { Json } from '../../../asl/json.js'
import { MAX_NESTING, nestsDeeperThan } from '../../../asl/nesting.js'
import { UserError } from '../../../asl/user-error.js'
import { findJacksonFault } from '../../../wire/jackson-message.js'
import { ServiceException, validationException } from '../../../wire/service-exception.js'
import type { TestStateConfiguration, TestStateRequest } from '../../../wire/test-state-api.js'
import { type CheckedMock, checkMock } from './check-mock.js'
import type { Subject } from './test-subject.js'

/**
 * Refuses a request as AWS does, and gives its mock. All messages are recorded but that for a context object, which
 * AWS's documents allow only with a mock.
 */
export function checkRequest(request: TestStateRequest, subject: Subject): CheckedMock | undefined {
  const { mock, stateConfiguration = {} } = request
  checkCounts(stateConfiguration)
  if (mock === undefined) {
    checkWithoutMock(request, subject)
    return undefined
  }
  if (request.revealSecrets === true) {
    throw validationException('TestState does not support RevealSecrets when a mock is specified.')
  }
  return checkMock(mock, subject)
}

function checkWithoutMock(request: TestStateRequest, { state }: Subject): void {
  if (request.stateConfiguration?.mapIterationFailureCount !== undefined) {
    throw validationException('TestState does not support MapIterationFailureCount when a mock is not specified.')
  }
  if (state.type === 'Map' || state.type === 'Parallel') {
    const supported = 'Task, Wait, Pass, Succeed, Fail, Choice'
    const message = `TestState API does not support Map or Parallel states. Supported state types include: [${supported}]`
    throw new ServiceException({ code: 'InvalidDefinition', message })
  }
  if (request.context !== undefined) {
    throw validationException('TestState does not support Context when a mock is not specified.')
  }
  if (state.type === 'Task' && request.roleArn === undefined) {
    throw validationException('RoleArn must be specified when testing a Task state')
  }
}

/** The API's own model has counts from 0; the wording is that of all AWS services. */
function checkCounts(configuration: TestStateConfiguration): void {
  for (const name of ['retrierRetryCount', 'mapIterationFailureCount'] as const) {
    const count = configuration[name] ?? 0
    if (Number.isInteger(count) && count >= 0) continue
    throw validationException(
      `1 validation error detected: Value '${count}' at 'stateConfiguration.${name}' failed to satisfy constraint: Member must have value greater than or equal to 0`,
    )
  }
}

/** The input as a value. Messages as `StartExecution` gives them. */
export function requestInput(text = '{}'): Json {
  const fault = findJacksonFault(text)
  if (text.trim() === '' || fault) {
    const reason = fault?.text ?? 'Invalid execution input.'
    throw new ServiceException({
      code: 'InvalidExecutionInput',
      message: `Invalid State Machine Execution Input: '${reason}'`,
    })
  }
  const input = JSON.parse(text) as Json
  if (!nestsDeeperThan(input, MAX_NESTING)) return input
  throw new UserError('usage', `the input is nested more than ${MAX_NESTING} levels deep`)
}
