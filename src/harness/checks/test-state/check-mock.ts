import { isArray, isObject } from '../../../asl/json.js'
import type { Json } from '../../../asl/json.js'
import type { AslError, Outcome } from '../../../engine/ports.js'
import { checkApiResult } from '../../../tasks/api-shapes/check-shape.js'
import { shapeOf } from '../../../tasks/api-shapes/shape-table.js'
import { MAX_NESTING, nestsDeeperThan } from '../../../asl/nesting.js'
import { validationException } from '../../../wire/service-exception.js'
import type { TestStateMock } from '../../../wire/test-state-api.js'
import type { Subject } from './test-subject.js'

/** A mock that AWS would take. */
export interface CheckedMock {
  readonly outcome: Outcome
  /** What could not be checked, for want of a model of the API. */
  readonly notice: string | undefined
}

/** Reads the mock of a request for this state. Throws ValidationException as AWS answers; all messages are recorded but the last. */
export function checkMock(mock: TestStateMock, subject: Subject): CheckedMock {
  const { state } = subject
  // Recorded for Pass, Succeed and Fail; for Choice and Wait it is an assumption.
  if (state.type !== 'Task' && state.type !== 'Map' && state.type !== 'Parallel') {
    throw validationException(`State type '${state.type}' is not supported when a mock is specified`)
  }
  const { result, errorOutput } = mock
  if ((result === undefined) === (errorOutput === undefined)) {
    throw validationException('A test mock should have only one of the following fields: [result, errorOutput].')
  }
  if (errorOutput !== undefined) return { outcome: { failure: failureOf(errorOutput) }, notice: undefined }
  const output = parsedResult(result ?? '')
  checkContainerResult(output, subject)
  return { outcome: { output }, notice: checkServiceResult(output, mock, subject) }
}

function failureOf({ error, cause }: AslError): AslError {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
}

function parsedResult(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    throw validationException('Mocked result must be valid JSON')
  }
  if (nestsDeeperThan(value, MAX_NESTING)) throw validationException('Mocked result is nested too deep')
  return value
}

/** A Map with a ResultWriter answers with an object that tells where the results are. */
function checkContainerResult(result: Json, { state, source }: Subject): void {
  if (state.type === 'Task') return
  if (state.type === 'Map' && 'ResultWriter' in source) {
    if (!isObject(result)) throw validationException('Mocked result must be a JSON object.')
    return
  }
  if (!isArray(result)) throw validationException('Mocked result must be an array.')
  if (state.type === 'Parallel' && result.length !== state.branches.length) {
    throw validationException('Mocked result must contain the same number of items as number of Parallel branches.')
  }
}

/** Holds the result of a service to the model of its API; gives a notice where aslx has no model of it. */
function checkServiceResult(result: Json, { fieldValidationMode = 'STRICT' }: TestStateMock, { state }: Subject) {
  if (state.type !== 'Task' || fieldValidationMode === 'NONE') return undefined
  const shape = shapeOf(state.resource)
  if (shape === 'free') return undefined
  if (shape === undefined) {
    return `aslx has no model of ${state.resource.arn}: the mocked result was not checked as ${fieldValidationMode} asks`
  }
  const fault = checkApiResult(result, shape, fieldValidationMode === 'STRICT')
  if (fault !== undefined) throw validationException(`Mock result schema validation error: ${fault}`)
  return undefined
}
