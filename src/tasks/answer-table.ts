import { member, setMember, type Json, type JsonObject, type JsonObjectBuilder } from '../asl/json.js'
import { jsonText } from './task-json.js'
import { sdkMetadata } from './sdk-metadata.js'
import type { InferService, ServiceCall } from './service-call.js'

/** What a service answers, by action: the members of the API with a capital. */
export type AnswerTable = Readonly<Record<string, (call: ServiceCall) => JsonObject>>

/** The answers of a table, the same through both integrations. Undefined for an action that is not in it. */
export function answersOf(table: AnswerTable): InferService {
  return (call) => (Object.hasOwn(table, call.action) ? table[call.action]?.(call) : undefined)
}

/**
 * As `answersOf`; the optimized integration adds its SDK metadata. `contentType` is that of the service's protocol,
 * `contentLength` (bytes) for one that is no JSON. Services without a recorded answer are taken to do as the recorded ones
 * do that speak through the same SDK, which their error names show.
 */
export function answersWithMetadata(table: AnswerTable, contentType: string, contentLength?: number): InferService {
  const answers = answersOf(table)
  return (call) => {
    const answer = answers(call) as JsonObject | undefined
    if (answer === undefined || !call.optimized) return answer
    return withMetadata(call, answer, plainHeaders(answer, contentType, contentLength))
  }
}

/** The headers that most services' answers have. */
export function plainHeaders(answer: JsonObject, contentType: string, contentLength?: number): Record<string, string> {
  const length = contentLength ?? Buffer.byteLength(jsonText(answer))
  return { connection: 'keep-alive', 'Content-Length': String(length), 'Content-Type': contentType }
}

/** An answer with its SDK metadata, the members in alphabetical order, as recorded. */
export function withMetadata(
  { call }: Pick<ServiceCall, 'call'>,
  answer: JsonObject,
  headers: Readonly<Record<string, string>>,
): JsonObject {
  const { SdkHttpMetadata, SdkResponseMetadata } = sdkMetadata(call, { headers })
  const all: JsonObject = { ...answer, SdkHttpMetadata, SdkResponseMetadata }
  const sorted: JsonObjectBuilder = {}
  for (const name of Object.keys(all).sort()) setMember(sorted, name, all[name] ?? null)
  return sorted
}

export const JSON_1_0 = 'application/x-amz-json-1.0'
export const JSON_1_1 = 'application/x-amz-json-1.1'

/** The call's time as the integration writes it: ms since the epoch, or through `aws-sdk:` ISO 8601. */
export function dateOf({ call, optimized }: ServiceCall): Json {
  return optimized ? call.atMs : new Date(call.atMs).toISOString()
}

/** The parameters of these names that the call gave, for answers that repeat what was asked for. */
export function requestMembers(parameters: JsonObject, names: readonly string[]): JsonObject {
  const found = names.flatMap((name) => {
    const value = member(parameters, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}
