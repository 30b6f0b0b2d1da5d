import { member, type Json, type JsonObject } from '../../asl/json.js'
import { jsonText } from '../json-text.js'
import { sdkMetadata } from '../sdk-metadata.js'
import type { ServiceCall } from '../service-call.js'

/** An empty table that takes every write; `getItem` finds an item that has its key and nothing else. */
export function inferDynamoDb({ call, action, optimized, parameters }: ServiceCall): Json | undefined {
  const answer = apiAnswer(action, parameters)
  if (answer === undefined || !optimized) return answer
  const length = Buffer.byteLength(jsonText(answer))
  const headers = {
    Connection: 'keep-alive',
    'Content-Length': String(length),
    'Content-Type': 'application/x-amz-json-1.0',
  }
  return { ...answer, ...sdkMetadata(call, { headers: { ...headers, Server: 'Server' } }) }
}

function apiAnswer(action: string, parameters: JsonObject): JsonObject | undefined {
  switch (action) {
    case 'getItem':
      return { Item: member(parameters, 'Key') ?? {} }
    case 'putItem':
    case 'updateItem':
    case 'deleteItem':
    case 'transactWriteItems':
      return {}
    case 'query':
    case 'scan':
      return { Count: 0, Items: [], ScannedCount: 0 }
    case 'batchGetItem':
      return { Responses: {}, UnprocessedKeys: {} }
    case 'batchWriteItem':
      return { UnprocessedItems: {} }
    case 'transactGetItems':
      return { Responses: [] }
    default:
      return undefined
  }
}
