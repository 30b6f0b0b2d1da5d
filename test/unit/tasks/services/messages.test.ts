import { describe, expect, it } from 'vitest'
import { inferred, metadata } from '../fixtures.js'

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
const SequenceNumber = expect.stringMatching(/^\d{20}$/)

/** SendMessage is recorded; the rest: API reference of SQS. */
describe('SQS', () => {
  it('takes every message, and has the MD5 of it', () => {
    const MD5OfMessageBody = '5d41402abc4b2a76b9719d911017c592'
    expect(inferred('sqs:sendMessage', { MessageBody: 'hello' })).toMatchObject({
      ...metadata,
      MD5OfMessageBody,
      MessageId: uuid,
    })
    expect(inferred('aws-sdk:sqs:sendMessageBatch', { Entries: [{ Id: 'a', MessageBody: 'hello' }, 5] })).toEqual({
      Failed: [],
      Successful: [
        { Id: 'a', MD5OfMessageBody, MessageId: uuid },
        { Id: '1', MD5OfMessageBody: expect.any(String), MessageId: uuid },
      ],
    })
  })

  it('numbers the messages of a FIFO queue', () => {
    expect(inferred('aws-sdk:sqs:sendMessage', { QueueUrl: 'https://sqs/1/q.fifo' })).toMatchObject({ SequenceNumber })
  })

  it('has empty queues', () => {
    expect(inferred('aws-sdk:sqs:receiveMessage')).toEqual({ Messages: [] })
    expect(inferred('aws-sdk:sqs:deleteMessageBatch', { Entries: [{ Id: 'a' }] })).toEqual({
      Failed: [],
      Successful: [{ Id: 'a' }],
    })
    expect(inferred('aws-sdk:sqs:getQueueUrl', { QueueName: 'q' })).toEqual({
      QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q',
    })
    expect(inferred('aws-sdk:sqs:getQueueAttributes', { QueueUrl: 'https://sqs/1/q' })).toMatchObject({
      Attributes: { ApproximateNumberOfMessages: '0', QueueArn: 'arn:aws:sqs:us-east-1:123456789012:q' },
    })
  })
})

/** Publish is recorded; the rest: API reference of SNS. */
describe('SNS', () => {
  it('takes every message', () => {
    expect(inferred('sns:publish', { Message: 'hello' })).toMatchObject({ ...metadata, MessageId: uuid })
    expect(inferred('aws-sdk:sns:publish')).toEqual({ MessageId: uuid })
    expect(inferred('aws-sdk:sns:publish', { TopicArn: 'arn:t.fifo' })).toEqual({ MessageId: uuid, SequenceNumber })
    expect(inferred('aws-sdk:sns:publishBatch', { PublishBatchRequestEntries: [{ Id: 'a' }, 5] })).toEqual({
      Failed: [],
      Successful: [
        { Id: 'a', MessageId: uuid },
        { Id: '1', MessageId: uuid },
      ],
    })
  })

  it('makes topics and subscriptions', () => {
    const TopicArn = 'arn:aws:sns:us-east-1:123456789012:news'
    expect(inferred('aws-sdk:sns:createTopic', { Name: 'news' })).toEqual({ TopicArn })
    expect(inferred('aws-sdk:sns:subscribe', { TopicArn })).toEqual({
      SubscriptionArn: expect.stringMatching(/^arn:aws:sns:us-east-1:123456789012:news:[0-9a-f-]{36}$/),
    })
  })
})

/** PutEvents is recorded, without SDK metadata; the rest: API reference of EventBridge. */
describe('EventBridge', () => {
  it('takes every event', () => {
    const answer = { Entries: [{ EventId: uuid }, { EventId: uuid }], FailedEntryCount: 0 }
    expect(inferred('events:putEvents', { Entries: [{}, {}] })).toEqual(answer)
    expect(inferred('aws-sdk:eventbridge:putEvents', { Entries: [{}, {}] })).toEqual(answer)
  })

  it('has the rules that are asked for', () => {
    const Arn = 'arn:aws:events:us-east-1:123456789012:rule/nightly'
    expect(inferred('aws-sdk:eventbridge:putRule', { Name: 'nightly' })).toEqual({ RuleArn: Arn })
    expect(inferred('aws-sdk:eventbridge:describeRule', { Name: 'nightly' })).toMatchObject({ Arn, State: 'ENABLED' })
    expect(inferred('aws-sdk:eventbridge:putTargets')).toEqual({ FailedEntries: [], FailedEntryCount: 0 })
    expect(inferred('aws-sdk:eventbridge:testEventPattern')).toEqual({ Result: true })
  })
})
