import { isObject, type Json } from '../../asl/json.js'
import { derivedUuid } from '../derived-id.js'
import { sdkMetadata } from '../sdk-metadata.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'

const headers = { connection: 'keep-alive', 'Content-Length': '294', 'Content-Type': 'text/xml' }

/** SNS takes every message. */
export function inferSns({ call, action, optimized, parameters }: ServiceCall): Json | undefined {
  switch (action) {
    case 'publish':
      return { MessageId: derivedUuid(call, 'message'), ...(optimized && sdkMetadata(call, { headers })) }
    case 'publishBatch':
      return {
        Failed: [],
        Successful: listParameter(parameters, 'PublishBatchRequestEntries').map((entry, i) => ({
          Id: isObject(entry) ? (textParameter(entry, 'Id') ?? String(i)) : String(i),
          MessageId: derivedUuid(call, `message ${i}`),
        })),
      }
    default:
      return undefined
  }
}
