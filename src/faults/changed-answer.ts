import { isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { isLambda } from '../asl/resource.js'
import { type FaultContext, argumentOf } from './fault-context.js'
import type { AnswerChange } from './fault-definition.js'

/**
 * A change of what the callee answered, inside the envelope that the integration puts around it: `Payload` of
 * `lambda:invoke`, the whole answer elsewhere.
 */
export function changedPayload(change: AnswerChange): AnswerChange {
  return (answer, context) => {
    const { resource } = context.call
    const isEnvelope = isLambda(resource) && resource.kind === 'optimized' && isObject(answer)
    if (!isEnvelope) return change(answer, context)
    return { ...answer, Payload: change(member(answer, 'Payload') ?? null, context) }
  }
}

/** A change of a service's answer that is an object; any other answer stays as it is. */
export function changedMembers(change: (answer: JsonObject, context: FaultContext) => JsonObject): AnswerChange {
  return (answer, context) => (isObject(answer) ? change(answer, context) : answer)
}

/** The JSON that an argument gives, or what its parameter has as default. */
export function jsonArgument(context: FaultContext, name: string, otherwise: Json): Json {
  return argumentOf(context, name) ?? otherwise
}

export function numberArgument(context: FaultContext, name: string, otherwise: number): number {
  const value = argumentOf(context, name)
  return typeof value === 'number' ? value : otherwise
}
