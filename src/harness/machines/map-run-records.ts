import { historyOf, traceOf } from '../../engine/history.js'
import type { Execution, FinishedMapRun, KeptChild } from '../../engine/execution.js'
import { deepFreeze } from './deep-freeze.js'
import { recalledChild } from '../sessions/recall.js'
import type { ChildRun, MapRunRecord } from './run.js'
import type { World } from '../sessions/world.js'

/** Replays any child of a record's Map Run. */
const recalls = new WeakMap<MapRunRecord, (index: number) => ChildRun | undefined>()

/**
 * Any child of a Map Run with its history. One that the record does not list is replayed. Undefined for an index that no
 * child has had; and, beyond those listed, for a child that did not come to its end, for one that other executions or a
 * token answered, in a redriven execution, and for a record that was read back from JSON.
 * @example
 * const ItemProcessor = {
 *   ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
 *   StartAt: 'Keep',
 *   States: { Keep: { Type: 'Pass', End: true } },
 * }
 * const run = await machine({ StartAt: 'All', States: { All: { Type: 'Map', ItemProcessor, End: true } } }).run({ input: [7, 8] })
 * const [record] = run.mapRuns ?? []
 * record && childRun(record, 1)?.output // => 8
 */
export function childRun(record: MapRunRecord, index: number): ChildRun | undefined {
  return record.children.find((child) => child.index === index) ?? recalls.get(record)?.(index)
}

/** The Map Runs of a finished execution, oldest first. */
export function mapRunRecords(execution: Execution, world: World): readonly MapRunRecord[] {
  const records: MapRunRecord[] = []
  for (let run = execution.mapRuns; run; run = run.before) {
    const mapRun = run
    const record = recordOf(run)
    recalls.set(record, (index) => {
      const child = isRunning(mapRun, index) ? undefined : recalledChild(execution, world, mapRun, index)
      return child && deepFreeze(childOf({ index, execution: child }))
    })
    records.push(record)
  }
  return records.reverse()
}

function isRunning({ strand }: FinishedMapRun, index: number): boolean {
  return strand.mapRun?.running.some((child) => child.index === index) === true
}

function recordOf({ state, mapRunArn, status, counts, total, kept }: FinishedMapRun): MapRunRecord {
  const children: ChildRun[] = []
  for (let child = kept; child; child = child.before) children.push(childOf(child))
  children.sort((a, b) => a.index - b.index)
  return { state, mapRunArn, status, counts: { total, ...counts }, children }
}

function childOf({ index, execution }: Omit<KeptChild, 'before'>): ChildRun {
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
