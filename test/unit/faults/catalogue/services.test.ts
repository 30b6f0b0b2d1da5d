import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { fault } from '../../../../src/faults/fault.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../../src/tasks/script.js'

/** One Task on a service, with what it sends. */
function task(action: string, Parameters: Json = {}, fields: Readonly<Record<string, Json>> = {}) {
  const Resource = action.startsWith('arn:') ? action : `arn:aws:states:::${action}`
  return machine({
    StartAt: 'Struck',
    States: { Struck: { Type: 'Task', Resource, Parameters, ...fields, End: true } },
  })
}

async function strike(struck: ReturnType<typeof task>, id: string, answer: Json = {}) {
  return await struck.run({ tasks: { Struck: returns(answer) }, faults: [fault(id)] })
}

const causeOf = (run: { readonly cause?: string }): unknown => JSON.parse(run.cause ?? '')

describe('a batch of DynamoDB', () => {
  const put = (id: string) => ({ PutRequest: { Item: { id: { S: id } } } })

  it('gives back the last request as unprocessed', async () => {
    const RequestItems = { Pages: [put('1'), put('2')] }
    const run = await strike(task('aws-sdk:dynamodb:batchWriteItem', { RequestItems }), 'unprocessed', {
      UnprocessedItems: {},
    })
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { UnprocessedItems: { Pages: [put('2')] } } })
  })

  it('gives back the last key, and not its item', async () => {
    const Keys = [{ id: { S: '1' } }, { id: { S: '2' } }]
    const struck = task('aws-sdk:dynamodb:batchGetItem', { RequestItems: { Pages: { Keys } } })
    const run = await strike(struck, 'unprocessed', { Responses: { Pages: Keys } })
    expect(run.output).toEqual({
      Responses: { Pages: Keys.slice(0, 1) },
      UnprocessedKeys: { Pages: { Keys: Keys.slice(1) } },
    })
  })

  it('is left as it is where the request tells nothing', async () => {
    expect((await strike(task('aws-sdk:dynamodb:batchGetItem'), 'unprocessed', { a: 1 })).output).toEqual({ a: 1 })
  })
})

describe('a child execution', () => {
  const StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'

  it('that fails is told as text in the cause, whatever its own error says', async () => {
    const struck = task('states:startExecution.sync:2', { StateMachineArn, Name: 'n1', Input: { page: '"7"' } })
    const run = await strike(struck, 'nested-child-failed(Page.Torn, cause="the \\"7th\\" page")')
    expect(run.error).toBe('States.TaskFailed')
    expect(causeOf(run)).toMatchObject({
      Cause: 'the "7th" page',
      Error: 'Page.Torn',
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:n1',
      Input: '{"page":"\\"7\\""}',
      Name: 'n1',
      StartDate: 1893456000000,
      Status: 'FAILED',
    })
  })

  it('that times out shows no cause', async () => {
    const run = await strike(task('states:startExecution.sync', { StateMachineArn }), 'nested-child-timeout')
    expect(causeOf(run)).toMatchObject({ Error: 'States.Timeout', Input: '{}', Status: 'FAILED' })
    expect(causeOf(run)).not.toHaveProperty('Cause')
  })

  it('fails only a Task that waits for it', async () => {
    await expect(strike(task('states:startExecution', { StateMachineArn }), 'nested-child-failed')).rejects.toThrow(
      'no fault struck',
    )
  })
})

describe('a callback', () => {
  const Parameters = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'm' }
  const struck = (fields = {}) =>
    task('sqs:sendMessage.waitForTaskToken', { ...Parameters, 'Token.$': '$$.Task.Token' }, fields)

  it('fails with what the worker reports, or without a name', async () => {
    const named = await strike(struck(), 'callback-task-failure(Page.Torn, cause=seven)')
    expect(named).toMatchObject({ status: 'FAILED', error: 'Page.Torn', cause: 'seven' })
    const nameless = await strike(struck(), 'nameless')
    expect(nameless.status).toBe('FAILED')
    expect(nameless).not.toHaveProperty('error')
  })

  it('that nobody answers times out', async () => {
    const run = await strike(struck({ TimeoutSeconds: 30 }), 'never')
    expect(run).toMatchObject({ status: 'FAILED', error: 'States.Timeout', tookMs: 30_000 })
  })

  it('refuses an answer that comes late or twice', async () => {
    for (const id of ['callback-late-answer', 'dup']) {
      const run = await strike(task('aws-sdk:sfn:sendTaskSuccess', { TaskToken: 't', Output: '1' }), id)
      expect(run.error).toBe('Sfn.TaskTimedOutException')
      expect(run.cause).toMatch(
        /^Task Timed Out: .*\(Service: Sfn, Status Code: 400, Request ID: .*\(SDK Attempt Count: 1\)$/,
      )
      expect(run.effects).toEqual([])
    }
  })
})

describe('an HTTP endpoint', () => {
  it('is told by its status and its reason', async () => {
    const run = await strike(task('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'GET' }), 'http(404)')
    expect(run).toMatchObject({ error: 'States.Http.StatusCode.404', cause: 'Not Found' })
  })

  it('that is slow breaks the connection after a minute', async () => {
    const run = await strike(task('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'GET' }), 'socket')
    expect(run).toMatchObject({ error: 'States.Http.Socket', tookMs: 60_000 })
  })

  it('behind API Gateway is told by its status and its body', async () => {
    const api = task('apigateway:invoke', { ApiEndpoint: 'x.execute-api.us-east-1.amazonaws.com', Method: 'GET' })
    const run = await strike(api, 'apigw(502, message="\\"bad\\" gateway")')
    expect(run.error).toBe('ApiGateway.502')
    expect(causeOf(run)).toEqual({ message: '"bad" gateway' })
    expect(await strike(api, '504')).toMatchObject({ error: 'ApiGateway.504', tookMs: 29_000 })
  })
})

describe('a job', () => {
  it('that fails is States.TaskFailed, and its cause says why in the terms of its service', async () => {
    const batch = await strike(task('batch:submitJob.sync', { JobName: 'nightly', JobQueue: 'q' }), 'batch-job-failed')
    expect(batch.error).toBe('States.TaskFailed')
    expect(causeOf(batch)).toMatchObject({ JobName: 'nightly', Status: 'FAILED' })
    const ecs = await strike(task('ecs:runTask.sync'), 'oom-ecs')
    expect(causeOf(ecs)).toMatchObject({ Containers: [{ ExitCode: 137 }], StopCode: 'EssentialContainerExited' })
    const glue = await strike(task('glue:startJobRun.sync', { JobName: 'etl' }), 'glue-failed(no "such" table)')
    expect(causeOf(glue)).toMatchObject({ ErrorMessage: 'no "such" table', JobName: 'etl' })
    const query = await strike(task('athena:startQueryExecution.sync', { QueryString: 'SELECT "a"' }), 'query-failed')
    expect(causeOf(query)).toMatchObject({ QueryExecution: { Query: 'SELECT "a"', Status: { State: 'FAILED' } } })
  })

  it('that nobody waits for cannot fail the Task, but may not have been placed', async () => {
    await expect(strike(task('ecs:runTask'), 'ecs-oom')).rejects.toThrow('no fault struck')
    const silent = await strike(task('ecs:runTask'), 'ecs-silent', { Failures: [], Tasks: [{}] })
    expect(silent).toMatchObject({
      status: 'SUCCEEDED',
      output: { Failures: [{ Reason: 'RESOURCE:MEMORY' }], Tasks: [] },
    })
    expect(await strike(task('ecs:runTask.sync'), 'run-task-failures')).toMatchObject({ error: 'AmazonECS.Unknown' })
  })
})
