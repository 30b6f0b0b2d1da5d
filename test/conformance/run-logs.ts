import { isObject } from '../../src/asl/json.js'
import { toLogEvents } from '../../src/wire/log-events.js'
import type { Logging } from '../../src/wire/log-events.js'
import type { ConformanceCase } from './case.js'
import { logDifference, logEventDifference } from './compare-logs.js'
import { runToEnd } from './run-to-end.js'

/** What an EXPRESS execution left in CloudWatch Logs: of these the recordings hold the last event only. */
export function runExpressLogs(source: ConformanceCase): string | undefined {
  const { execution, placeholders } = runToEnd(source)
  const { endEvent } = source.expect
  const last = toLogEvents(execution, loggingOf(source)).at(-1)
  if (!isObject(endEvent)) return 'endEvent: the recording has none'
  return last === undefined ? 'endEvent: missing' : logEventDifference(endEvent, last, placeholders)
}

/** The log beside a recorded history, where there is one. */
export function runLogs(source: ConformanceCase): string | undefined {
  const { logs } = source.expect
  if (!Array.isArray(logs)) return undefined
  const { execution, placeholders } = runToEnd(source)
  return logDifference(logs, toLogEvents(execution, loggingOf(source)), placeholders)
}

function loggingOf({ meta }: ConformanceCase): Logging {
  return meta.logging ?? { level: 'ALL', includeExecutionData: true }
}
