import { isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { parseResource } from '../../asl/resource.js'
import { tokensOf } from '../../services/effects.js'
import type { Effect } from '../../tasks/ledger.js'
import type { FindingSeverity } from './finding.js'

/**
 * How bad it is that a call is carried out twice; undefined where that leaves what one leaves, or where what is sent tells the two
 * apart. `definition`: of the state that calls.
 */
export function severityOfRepetition(effect: Effect, definition: JsonObject | undefined): FindingSeverity | undefined {
  if (effect.idempotencyToken !== undefined) return undefined
  if (repetitionIsHarmless(effect) || sendsUniqueValue(definition)) return undefined
  if (knowsRepetitions(effect)) return 'error'
  return deliversTwice(effect) ? 'info' : 'warning'
}

/** Whether the service would know a repetition by a member that the call leaves out; of queues and topics only FIFO ones do. */
export function knowsRepetitions({ resource, parameters }: Effect): boolean {
  if (/:(?:sqs|sns):/.test(resource)) return /\.fifo"/.test(JSON.stringify(parameters))
  return tokensOf(parseResource(resource)).length > 0
}

/** Queues, topics and buses deliver twice anyhow. */
function deliversTwice({ resource }: Effect): boolean {
  return /:(?:sqs|sns|events|eventbridge|cloudwatch|cloudwatchlogs):/.test(resource)
}

/** What names the execution in the context object, or what people call a key that is theirs alone. */
const UNIQUE =
  /\$\$\.Execution\.(?:Id|Name|Input)|\$states\.context\.Execution\.(?:Id|Name)|idempoten|dedup|requestId|correlation/i

/** A value unique to the execution lets the callee tell a repetition. */
function sendsUniqueValue(definition: JsonObject | undefined): boolean {
  if (!definition) return false
  const sent = ['Parameters', 'Arguments'].flatMap((field) => member(definition, field) ?? [])
  return sent.some((value) => UNIQUE.test(JSON.stringify(value)))
}

/** Verbs of actions that leave the same when they are done again: they say what shall be, or take away what is there. */
const SAME_AGAIN =
  /^(?:put(?!Events|Records?\b|RecordBatch|LogEvents|MetricData|TraceSegments)|delete|remove|set|tag|untag|stop|cancel|terminate|abort|attach|detach|enable|disable|associate|disassociate|modify|complete|purge|copyObject|deregister|update)/

/** Adds to what is there. */
const ADDS = /\bADD\b|\blist_append\b|[+-]\s*:/

/** Whether a call that is carried out twice leaves what one leaves: conditional writes and puts under a fixed key are such calls. */
function repetitionIsHarmless({ resource, action, parameters }: Effect): boolean {
  if (!/:states:/.test(resource)) return false
  if (textOf(parameters, 'ConditionExpression') !== undefined) return true
  const name = action.charAt(0).toLowerCase() + action.slice(1)
  return SAME_AGAIN.test(name) && !ADDS.test(textOf(parameters, 'UpdateExpression') ?? '')
}

function textOf(parameters: Json, name: string): string | undefined {
  const value = isObject(parameters) ? member(parameters, name) : undefined
  return typeof value === 'string' ? value : undefined
}
