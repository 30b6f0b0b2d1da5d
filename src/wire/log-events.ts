import { member } from '../asl/json.js'
import type { JsonObject } from '../asl/json.js'
import type { EventType } from '../engine/event-types.js'
import type { Execution } from '../engine/execution.js'
import { historyOf } from '../engine/history.js'
import { DETAILS_MEMBER } from './details-members.js'
import { toApiHistory } from './history-json.js'
import type { ApiEvent } from './history-json.js'

/** What of an execution goes to CloudWatch Logs. https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html */
export interface Logging {
  readonly level: 'ALL' | 'ERROR' | 'FATAL' | 'OFF'
  /** Whether payloads are logged. */
  readonly includeExecutionData: boolean
}

/**
 * One event as CloudWatch Logs holds it: all numbers are text.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export interface LogEvent {
  readonly id: string
  readonly type: EventType
  /** As in the history, but always there. */
  readonly details: JsonObject
  readonly previous_event_id: string
  /** Ms since the epoch. */
  readonly event_timestamp: string
  readonly execution_arn: string
  readonly redrive_count: string
}

/**
 * The log of an execution so far: its history, as far as the level lets it through.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * const log = toLogEvents(advance(start(program, {})), { level: 'ALL', includeExecutionData: false })
 * log.map(({ type }) => type).at(-1) // => 'ExecutionSucceeded'
 */
export function toLogEvents(execution: Execution, { level, includeExecutionData }: Logging): readonly LogEvent[] {
  const shown = LEVELS[level]
  const { events } = toApiHistory(historyOf(execution))
  let redrives = 0
  return events.flatMap((event): LogEvent[] => {
    if (event.type === 'ExecutionRedriven') redrives++
    if (!shown.test(event.type)) return []
    return [toLogEvent(event, execution.settings.executionArn, redrives, includeExecutionData)]
  })
}

/** The types of events each level lets through, as documented; those that occur in recordings agree. */
const LEVELS: Readonly<Record<Logging['level'], RegExp>> = {
  ALL: /./,
  ERROR: /(?:Failed|Aborted|TimedOut)$|^FailStateEntered$/,
  FATAL: /^Execution(?:Failed|Aborted|TimedOut)$/,
  OFF: /^(?!)/,
}

/** Only input and output are recorded; that the others count as data as well is an assumption. */
const DATA: ReadonlySet<string> = new Set([
  'input',
  'inputDetails',
  'output',
  'outputDetails',
  'parameters',
  'assignedVariables',
  'assignedVariablesDetails',
])

function toLogEvent(event: ApiEvent, executionArn: string, redrives: number, withData: boolean): LogEvent {
  const key = DETAILS_MEMBER[event.type]
  const details = (key && event[key]) ?? {}
  return {
    id: String(event.id),
    type: event.type,
    details: withData ? details : withoutData(details),
    previous_event_id: String(event.previousEventId),
    event_timestamp: String(Date.parse(event.timestamp)),
    execution_arn: executionArn,
    redrive_count: String(redrives),
  }
}

function withoutData(details: JsonObject): JsonObject {
  const keys = Object.keys(details).filter((key) => !DATA.has(key))
  return Object.fromEntries(keys.map((key) => [key, member(details, key) ?? null]))
}
