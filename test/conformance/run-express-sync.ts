import { isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import { toSyncExecution } from '../../src/wire/sync-execution.js'
import type { ConformanceCase } from './case.js'
import { causeDifference, objectDifference, payloadDifference } from './compare-json.js'
import { ignoredKeys } from './ignored.js'
import { withDatesReplaced } from './normalise.js'
import type { Placeholders } from './placeholders.js'
import { runToEnd } from './run-to-end.js'

const COMPARERS = {
  input: payloadDifference,
  output: payloadDifference,
  cause: causeDifference,
  startDate: dateDifference,
  stopDate: dateDifference,
  billingDetails: billingDifference,
}

const IGNORED = ignoredKeys('case')

/** Runs an EXPRESS execution and compares the answer of `StartSyncExecution`. */
export function runExpressSync(source: ConformanceCase): string | undefined {
  const { execution, placeholders } = runToEnd(source)
  const recorded = Object.fromEntries(Object.entries(source.expect).filter(([key]) => !IGNORED.has(key)))
  return objectDifference(recorded, { ...toSyncExecution(execution) }, 'answer', placeholders, COMPARERS)
}

function dateDifference(_recorded: Json, ours: Json, at: string): string | undefined {
  const isDate = typeof ours === 'string' && withDatesReplaced(ours) === 'date'
  return isDate ? undefined : `${at}: expected an ISO date-time, got ${JSON.stringify(ours)}`
}

/** The time was real: ours, in which tasks take none, has to be whole hundreds of milliseconds and no longer. */
function billingDifference(recorded: Json, ours: Json, at: string, placeholders: Placeholders): string | undefined {
  if (!isObject(recorded) || !isObject(ours)) return `${at}: expected ${JSON.stringify(recorded)}`
  return objectDifference(recorded, ours, at, placeholders, { billedDurationInMilliseconds: durationDifference })
}

function durationDifference(recorded: Json, ours: Json, at: string): string | undefined {
  const fits = typeof ours === 'number' && ours >= 100 && ours % 100 === 0 && ours <= Number(recorded)
  return fits ? undefined : `${at}: expected at most ${JSON.stringify(recorded)}, got ${JSON.stringify(ours)}`
}
