import { isObject, member, type Json, type JsonObject } from '../asl/json.js'
import type { Call } from '../engine/ports.js'

/** What a call asks of an integrated service: the part of the call that its answer is inferred from. */
export interface ServiceCall {
  readonly call: Call
  /** As in the resource's ARN, e.g. `putItem`. */
  readonly action: string
  /** An optimized integration adds SDK metadata and parses texts; `aws-sdk:` gives the bare API answer. */
  readonly optimized: boolean
  /** What the service is sent; empty if that is no object. */
  readonly parameters: JsonObject
}

/** The answer of one service family to an action; undefined if the action is not known. */
export type InferService = (call: ServiceCall) => Json | undefined

/** A parameter that should be a text. */
export function textParameter(parameters: JsonObject, name: string): string | undefined {
  const value = member(parameters, name)
  return typeof value === 'string' ? value : undefined
}

/** A parameter that should be an array; empty if it is not. */
export function listParameter(parameters: JsonObject, name: string): readonly Json[] {
  const value = member(parameters, name)
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

export function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {}
}
