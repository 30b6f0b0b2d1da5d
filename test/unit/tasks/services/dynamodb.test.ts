import { describe, expect, it } from 'vitest'
import { inferred, metadata } from '../fixtures.js'

/** GetItem, PutItem, UpdateItem and DeleteItem are recorded (`recorded.test.ts`); the rest: API reference of DynamoDB. */
describe('DynamoDB', () => {
  const Key = { id: { S: '1' } }

  it('finds an item with the key asked for', () => {
    expect(inferred('dynamodb:getItem', { Key })).toMatchObject({ Item: Key, ...metadata })
    expect(inferred('aws-sdk:dynamodb:getItem', { Key })).toEqual({ Item: Key })
    expect(inferred('aws-sdk:dynamodb:batchGetItem', { RequestItems: { orders: { Keys: [Key] } } })).toEqual({
      Responses: { orders: [Key] },
      UnprocessedKeys: {},
    })
    expect(inferred('aws-sdk:dynamodb:transactGetItems', { TransactItems: [{ Get: { Key } }, 5] })).toEqual({
      Responses: [{ Item: Key }, { Item: {} }],
    })
  })

  it('takes every write, and finds nothing by query', () => {
    expect(inferred('dynamodb:putItem')).toMatchObject(metadata)
    expect(inferred('aws-sdk:dynamodb:putItem')).toEqual({})
    expect(inferred('aws-sdk:dynamodb:batchWriteItem')).toEqual({ UnprocessedItems: {} })
    expect(inferred('aws-sdk:dynamodb:query')).toEqual({ Count: 0, Items: [], ScannedCount: 0 })
  })

  it('has the CRC-32 of the body in its headers', () => {
    expect(inferred('dynamodb:putItem')).toMatchObject({
      SdkHttpMetadata: { HttpHeaders: { 'Content-Length': '2', 'x-amz-crc32': '2745614147' } },
    })
  })

  it('has active tables and complete exports', () => {
    expect(inferred('aws-sdk:dynamodb:describeTable', { TableName: 'orders' })).toMatchObject({
      Table: { TableArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/orders', TableStatus: 'ACTIVE' },
    })
    expect(inferred('aws-sdk:dynamodb:describeExport', { ExportArn: 'arn:a/export/01' })).toMatchObject({
      ExportDescription: { ExportArn: 'arn:a/export/01', ExportStatus: 'COMPLETED' },
    })
  })
})

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html, `ReturnValues` */
describe('the attributes of an updated item', () => {
  const Key = { id: { S: '1' } }
  const attributes = (ReturnValues: string, UpdateExpression: string) =>
    inferred('aws-sdk:dynamodb:updateItem', {
      Key,
      ReturnValues,
      UpdateExpression,
      ExpressionAttributeNames: { '#c': 'count' },
      ExpressionAttributeValues: { ':one': { N: '1' }, ':s': { S: 'x' } },
    })

  it('are not given unless asked for', () => {
    expect(inferred('aws-sdk:dynamodb:updateItem', { Key })).toEqual({})
    expect(attributes('NONE', 'SET a = :s')).toEqual({})
  })

  it.each([
    ['SET #c = #c + :one, name = :s', { count: { N: '1' }, name: { S: 'x' } }],
    ['SET #c = if_not_exists(#c, :one)', { count: { N: '1' } }],
    ['set name = :s REMOVE old, older', { name: { S: 'x' } }],
    ['ADD #c :one', { count: { N: '1' } }],
    ['SET a = b, name = :s ADD #c :one', { name: { S: 'x' }, count: { N: '1' } }],
    ['SET name = :unknown', {}],
    ['nonsense', {}],
  ])('are the values that were sent: %s', (expression, Attributes) => {
    expect(attributes('UPDATED_NEW', expression)).toEqual({ Attributes })
    expect(attributes('ALL_NEW', expression)).toEqual({ Attributes: { ...Key, ...Attributes } })
  })

  it('are the key alone where the old ones are asked for', () => {
    expect(attributes('ALL_OLD', 'SET name = :s')).toEqual({ Attributes: Key })
    expect(inferred('aws-sdk:dynamodb:deleteItem', { Key, ReturnValues: 'ALL_OLD' })).toEqual({ Attributes: Key })
  })

  it('are own members, whatever their names', () => {
    const answer = attributes('UPDATED_NEW', 'SET __proto__ = :s') as { Attributes: object }
    expect(Object.hasOwn(answer.Attributes, '__proto__')).toBe(true)
  })
})
