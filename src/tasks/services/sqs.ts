import { isObject, member, type Json, type JsonObject } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { derivedUuid, md5 } from '../derived-id.js'
import { bodyText } from '../json-text.js'
import { sdkMetadata } from '../sdk-metadata.js'
import { asObject, listParameter, textParameter, type ServiceCall } from '../service-call.js'

const headers = { connection: 'keep-alive', 'Content-Length': '106', 'Content-Type': 'application/x-amz-json-1.0' }

/** SQS takes every message. */
export function inferSqs({ call, action, optimized, parameters }: ServiceCall): Json | undefined {
  switch (action) {
    case 'sendMessage':
      return { ...sent(call, parameters, 'message'), ...(optimized && sdkMetadata(call, { headers })) }
    case 'sendMessageBatch':
      return {
        Failed: [],
        Successful: listParameter(parameters, 'Entries').map((entry, i) => sentEntry(call, entry, i)),
      }
    case 'receiveMessage':
      return { Messages: [] }
    default:
      return undefined
  }
}

function sent(call: Call, message: JsonObject, purpose: string): JsonObject {
  const body = bodyText(member(message, 'MessageBody') ?? '')
  return { MD5OfMessageBody: md5(body), MessageId: derivedUuid(call, purpose) }
}

function sentEntry(call: Call, entry: Json, index: number): Json {
  const id = isObject(entry) ? (textParameter(entry, 'Id') ?? String(index)) : String(index)
  return { Id: id, ...sent(call, asObject(entry), `message ${index}`) }
}
