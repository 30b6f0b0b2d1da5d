import { historyOf, traceOf } from '../engine/history.js'
import type { Execution, FinishedMapRun, KeptChild } from '../engine/execution.js'
import type { ChildRun, MapRunRecord } from './run.js'

/** The Map Runs of a finished execution, oldest first. */
export function mapRunRecords(execution: Execution): readonly MapRunRecord[] {
  const records: MapRunRecord[] = []
  for (let run = execution.mapRuns; run; run = run.before) records.push(recordOf(run))
  return records.reverse()
}

function recordOf({ state, mapRunArn, status, counts, total, kept }: FinishedMapRun): MapRunRecord {
  const children: ChildRun[] = []
  for (let child = kept; child; child = child.before) children.push(childOf(child))
  children.sort((a, b) => a.index - b.index)
  return { state, mapRunArn, status, counts: { total, ...counts }, children }
}

function childOf({ index, execution }: KeptChild): ChildRun {
  const { status, output, error, cause, settings } = execution
  if (status === 'RUNNING') throw new Error(`child ${index} is kept before it has ended`)
  return {
    index,
    executionArn: settings.executionArn,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    history: historyOf(execution),
    coverage: traceOf(execution),
  }
}
