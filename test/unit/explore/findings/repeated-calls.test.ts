import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/asl/json.js'
import { severityOfRepetition } from '../../../../src/explore/findings/repeated-calls.js'
import type { Effect } from '../../../../src/tasks/ledger.js'

function effect(resource: string, parameters: JsonObject, token?: string): Effect {
  const action = /:(\w+)(?:\.\w+)?$/.exec(resource)?.[1] ?? ''
  return {
    state: 'Do',
    resource,
    action,
    parameters,
    items: [],
    visit: 1,
    attempt: 1,
    atMs: 0,
    placement: 'done',
    ...(token !== undefined && { idempotencyToken: token }),
  }
}

describe('a call that is carried out twice', () => {
  it.each([
    ['a function', 'arn:aws:states:::lambda:invoke', {}, 'warning'],
    ['a queue, which delivers twice anyhow', 'arn:aws:states:::sqs:sendMessage', { QueueUrl: 'q' }, 'info'],
    ['a FIFO queue, which would know it', 'arn:aws:states:::sqs:sendMessage', { QueueUrl: 'q.fifo' }, 'error'],
    ['instances, whose token is not sent', 'arn:aws:states:::aws-sdk:ec2:runInstances', {}, 'error'],
    ['a put under a fixed key', 'arn:aws:states:::dynamodb:putItem', {}, undefined],
    ['events, which add up', 'arn:aws:states:::aws-sdk:kinesis:putRecords', {}, 'warning'],
    [
      'an update that sets',
      'arn:aws:states:::dynamodb:updateItem',
      { UpdateExpression: 'SET price = :price' },
      undefined,
    ],
    ['an update that adds', 'arn:aws:states:::dynamodb:updateItem', { UpdateExpression: 'ADD hits :one' }, 'warning'],
    [
      'an update that adds, under a condition',
      'arn:aws:states:::dynamodb:updateItem',
      { UpdateExpression: 'ADD hits :one', ConditionExpression: 'seen < :n' },
      undefined,
    ],
  ] as const)('of %s', (_, resource, parameters, severity) => {
    expect(severityOfRepetition(effect(resource, parameters), undefined)).toBe(severity)
  })

  it('is known by the token that it sends', () => {
    expect(
      severityOfRepetition(effect('arn:aws:states:::aws-sdk:ec2:runInstances', {}, 't'), undefined),
    ).toBeUndefined()
  })

  it.each([
    { Parameters: { Payload: { 'id.$': '$$.Execution.Id' } } },
    { Arguments: { Payload: { id: '{% $states.context.Execution.Name %}' } } },
    { Parameters: { Payload: { 'idempotencyKey.$': '$.key' } } },
  ])("is known by a value that is the execution's own: %o", (definition) => {
    expect(severityOfRepetition(effect('arn:aws:states:::lambda:invoke', {}), definition)).toBeUndefined()
  })
})
