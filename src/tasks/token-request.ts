import { isObject, member, type Json } from '../asl/json.js'
import type { AslError, Call } from '../engine/ports.js'
import { textParameter } from './service-call.js'

/** What a Task that calls SendTaskSuccess, SendTaskFailure or SendTaskHeartbeat has to say. */
export type TokenRequest =
  | { readonly token: string; readonly success: Json }
  | { readonly token: string; readonly failure: AslError }
  | { readonly token: string; readonly heartbeat: true }
  /** SendTaskSuccess with an output that is no JSON. */
  | { readonly token: string; readonly invalid: true }

/** What the call says if it is word about a task token; else undefined. */
export function tokenRequest({ resource, parameters }: Call): TokenRequest | undefined {
  if (resource.kind !== 'aws-sdk' || resource.service !== 'sfn' || !isObject(parameters)) return undefined
  const token = textParameter(parameters, 'TaskToken')
  if (token === undefined) return undefined
  switch (resource.action) {
    case 'sendTaskSuccess':
      return success(token, member(parameters, 'Output') ?? null)
    case 'sendTaskFailure': {
      const error = textParameter(parameters, 'Error')
      const cause = textParameter(parameters, 'Cause')
      return { token, failure: { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) } }
    }
    case 'sendTaskHeartbeat':
      return { token, heartbeat: true }
    default:
      return undefined
  }
}

/** The API takes the output as JSON text; a value that the definition did not make a text is taken as it is. */
function success(token: string, output: Json): TokenRequest {
  if (typeof output !== 'string') return { token, success: output }
  try {
    return { token, success: JSON.parse(output) as Json }
  } catch {
    return { token, invalid: true }
  }
}
