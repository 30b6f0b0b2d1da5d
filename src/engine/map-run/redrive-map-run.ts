import { isArray, isObject, type Json, member } from '../../asl/json.js'
import type { Draft } from '../draft.js'
import type { Execution, FinishedMapRun, KeptChild, MapRunWork, PendingRedrive, Strand } from '../execution.js'
import { historyOf } from '../history.js'
import { signal } from '../signals.js'
import { standingAt } from '../standing-at.js'
import type { MutableStrand } from '../strand.js'

type EndedChild = Omit<PendingRedrive, 'next'>

/** The Map Runs that a redrive goes on with, by strand: of Maps that were not exited, whose items are known. */
export function unfinishedRuns({ unfinished, mapRuns }: Execution): ReadonlyMap<number, FinishedMapRun> {
  const runs = new Map<number, FinishedMapRun>()
  for (const strand of unfinished) {
    const run = newestRunOf(strand, mapRuns)
    if (run && run.status !== 'SUCCEEDED' && run.strand.mapRun?.items) runs.set(strand.id, run)
  }
  return runs
}

/** The last Map Run of a strand in its present visit; one that a retrier is about to replace, too (assumption). */
function newestRunOf(
  { id, enteredEventId, phase }: Strand,
  newest: FinishedMapRun | undefined,
): FinishedMapRun | undefined {
  if (phase === 'enter' || phase === 'end' || phase === 'exit') return undefined
  for (let run = newest; run; run = run.before) {
    if (run.strand.id === id && run.strand.enteredEventId === enteredEventId) return run
  }
  return undefined
}

/** A list of Map Runs without some of them. */
export function runsWithout(
  newest: FinishedMapRun | undefined,
  left: ReadonlyMap<number, FinishedMapRun>,
): FinishedMapRun | undefined {
  if (left.size === 0) return newest
  const others: FinishedMapRun[] = []
  for (let run = newest; run; run = run.before) if (left.get(run.strand.id) !== run) others.push(run)
  return others.reduceRight<FinishedMapRun | undefined>((before, run) => ({ ...run, before }), undefined)
}

/**
 * MapRunRedriven: the Map Run goes on under its own ARN. Children that went well stay; the others wait for their turn; items
 * of which no child was started get one. The events after it are not recorded: they point to it (assumption).
 */
export function redriveMapRun(draft: Draft, strand: MutableStrand, run: FinishedMapRun): void {
  const work = run.strand.mapRun
  if (!work) throw new Error(`the Map Run ${run.mapRunArn} has left no work`)
  const { mapRunArn } = work
  const redriveCount = redrivesOf(draft.base, mapRunArn) + 1
  const startedEventId = draft.emit(strand, 'MapRunRedriven', { mapRunArn, redriveCount })
  const { kept, ended } = sorted(work, run.endedAtMs)
  draft.startMapRun(strand, {
    ...work,
    startedEventId,
    running: [],
    pendingRedrive: queueOf(ended),
    counts: { ...work.counts, failed: 0 },
    kept,
  })
  strand.phase = 'map-run'
}

function redrivesOf(execution: Execution, mapRunArn: string): number {
  return historyOf(execution).filter(
    ({ type, details }) => type === 'MapRunRedriven' && details.mapRunArn === mapRunArn,
  ).length
}

/** The kept children that went well, and all others with those that were aborted when the Map Run ended. */
function sorted(
  work: MapRunWork,
  endedAtMs: number,
): { readonly kept: KeptChild | undefined; readonly ended: EndedChild[] } {
  const succeeded: KeptChild[] = []
  const ended = work.running.map(({ index, itemCount, execution }) => {
    return { index, itemCount, execution: stopped(execution, endedAtMs) }
  })
  for (let child = work.kept; child; child = child.before) {
    const { index, execution } = child
    if (execution.status === 'SUCCEEDED') succeeded.push(child)
    else ended.push({ index, itemCount: itemsIn(work, execution.settings.input), execution })
  }
  const kept = succeeded.reduceRight<KeptChild | undefined>((before, child) => ({ ...child, before }), undefined)
  return { kept, ended }
}

function stopped(execution: Execution, nowMs: number): Execution {
  return execution.status === 'RUNNING' ? signal(standingAt(execution, nowMs), 'stop') : execution
}

/** How many items a child was started with. */
function itemsIn({ limits }: MapRunWork, input: Json): number {
  const batch = limits.batch && isObject(input) ? member(input, 'Items') : undefined
  return batch !== undefined && isArray(batch) ? batch.length : 1
}

function queueOf(children: EndedChild[]): PendingRedrive | undefined {
  return children
    .sort((a, b) => a.index - b.index)
    .reduceRight<PendingRedrive | undefined>((next, child) => ({ ...child, next }), undefined)
}
