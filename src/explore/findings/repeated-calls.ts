import { isObject, member, type Json } from '../../asl/json.js'
import type { Effect } from '../../tasks/ledger.js'

/** Verbs of actions that leave the same when they are done again: they say what shall be, or take away what is there. */
const SAME_AGAIN =
  /^(?:put(?!Events|Records?\b|RecordBatch|LogEvents|MetricData|TraceSegments)|delete|remove|set|tag|untag|stop|cancel|terminate|abort|attach|detach|enable|disable|associate|disassociate|modify|complete|purge|copyObject|deregister|update)/

/** Adds to what is there. */
const ADDS = /\bADD\b|\blist_append\b|[+-]\s*:/

/** Whether a call that is carried out twice leaves what one leaves: conditional writes and puts under a fixed key are such calls. */
export function repetitionIsHarmless({ resource, action, parameters }: Effect): boolean {
  if (!/:states:/.test(resource)) return false
  if (textOf(parameters, 'ConditionExpression') !== undefined) return true
  const name = action.charAt(0).toLowerCase() + action.slice(1)
  return SAME_AGAIN.test(name) && !ADDS.test(textOf(parameters, 'UpdateExpression') ?? '')
}

function textOf(parameters: Json, name: string): string | undefined {
  const value = isObject(parameters) ? member(parameters, name) : undefined
  return typeof value === 'string' ? value : undefined
}
