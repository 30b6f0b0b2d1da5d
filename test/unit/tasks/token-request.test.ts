import { expect, it } from 'vitest'
import { TaskTokenError } from '../../../src/tasks/task-token-error.js'
import { stepFunctionsFailure } from '../../../src/tasks/step-functions-error.js'
import { tokenRequest } from '../../../src/tasks/token-request.js'
import { callOf, requestId } from './fixtures.js'

const request = (action: string, parameters: object) =>
  tokenRequest(callOf(`arn:aws:states:::aws-sdk:sfn:${action}`, { TaskToken: 't', ...parameters }))

it('word about a task token is read from the parameters of a Task', () => {
  expect(request('sendTaskSuccess', { Output: '{"a":1}' })).toEqual({ token: 't', success: { a: 1 } })
  expect(request('sendTaskSuccess', { Output: { a: 1 } })).toEqual({ token: 't', success: { a: 1 } })
  expect(request('sendTaskSuccess', { Output: 'no JSON' })).toEqual({ token: 't', invalid: true })
  expect(request('sendTaskFailure', { Error: 'E', Cause: 'why' })).toEqual({
    token: 't',
    failure: { error: 'E', cause: 'why' },
  })
  expect(request('sendTaskFailure', {})).toEqual({ token: 't', failure: {} })
  expect(request('sendTaskHeartbeat', {})).toEqual({ token: 't', heartbeat: true })
  expect(request('describeExecution', {})).toBeUndefined()
  expect(tokenRequest(callOf('arn:aws:states:::aws-sdk:sfn:sendTaskSuccess', {}))).toBeUndefined()
  expect(tokenRequest(callOf('arn:aws:states:::states:sendTaskSuccess', { TaskToken: 't' }))).toBeUndefined()
})

it('an error of Step Functions is named and worded as its integration does it', () => {
  const sdk = stepFunctionsFailure(
    callOf('arn:aws:states:::aws-sdk:sfn:sendTaskSuccess'),
    'InvalidToken',
    "Invalid Token: 'Invalid token'",
  )
  expect(sdk).toEqual({
    error: 'Sfn.InvalidTokenException',
    cause: `Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: ${requestId}) (SDK Attempt Count: 1)`,
  })
  const optimized = stepFunctionsFailure(
    callOf('arn:aws:states:::states:startExecution'),
    'ExecutionAlreadyExists',
    'There',
  )
  expect(optimized).toEqual({
    error: 'StepFunctions.ExecutionAlreadyExistsException',
    cause: `There (Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; Request ID: ${requestId}; Proxy: null)`,
  })
})

it('a refused token is an error with the name that the API gives it', () => {
  expect(new TaskTokenError('TaskTimedOut', 'it was answered')).toMatchObject({
    name: 'TaskTimedOut',
    message: "Task Timed Out: 'Provided task does not exist anymore' (it was answered)",
  })
})
