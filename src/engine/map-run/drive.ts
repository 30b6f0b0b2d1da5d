import { QueryFailure } from '../../data/failure.js'
import type { Json } from '../../asl/json.js'
import type { Draft } from '../draft.js'
import type { Execution, KeptChild, MapRunWork, RunningChild } from '../execution.js'
import { failWith } from '../fail.js'
import type { Call } from '../ports.js'
import type { Program } from '../program.js'
import type { StartOptions } from '../settings.js'
import { childOptions, nextChild } from './children.js'
import { closeMapRun, failMapRun } from './end.js'
import { exceedsTolerance, toleranceExceeded } from './tolerance.js'
import type { MutableStrand } from '../strand.js'
import type { ChildOutput } from './work.js'

/** What a Map Run needs of the engine to run its children: the public operations, handed in so that files form no circle. */
export interface ChildSteps {
  start(program: Program, input: Json, options: StartOptions): Execution
  advance(execution: Execution, untilMs: number): Execution
  pending(execution: Execution): readonly Call[]
}

/** Children whose histories are kept although they went well. */
const KEPT_CHILDREN = 100

/** Brings the children of all Map Runs up to this instant. True if a Map has come to its end, so that turns are due. */
export function driveMapRuns(draft: Draft, steps: ChildSteps): boolean {
  let ended = false
  for (const strand of draft.mapRunStrands()) {
    if (strand.phase !== 'map-run') continue
    driveMapRun(draft, strand, steps)
    ended ||= isOver(strand)
  }
  return ended
}

/** Whether the strand has a turn to take instead. */
function isOver(strand: MutableStrand): boolean {
  return strand.phase !== 'map-run'
}

/** One pass over the children of one Map Run: those that run go on, and new ones start while there is room. */
function driveMapRun(draft: Draft, strand: MutableStrand, steps: ChildSteps): void {
  const { state, mapRun: work } = strand
  if (state.type !== 'Map' || !state.mapRun || !work) throw new Error(`state "${state.name}" has no Map Run`)
  const progress = new Progress(work)
  for (const child of work.running) {
    const execution = steps.advance(child.execution, draft.nowMs)
    progress.settle({ ...child, execution }, draft, steps)
    if (progress.exceedsTolerance()) return fail(draft, strand, progress)
  }
  while (progress.hasRoom()) {
    const next = nextChild(draft, strand, state, progress.work())
    if (next instanceof QueryFailure) {
      strand.mapRun = progress.work()
      draft.finishMapRun(strand, 'FAILED')
      return failWith(draft, strand, next)
    }
    const options = childOptions(draft, strand, state.mapRun, progress.work())
    const execution = steps.advance(steps.start(state.mapRun.child, next.input, options), draft.nowMs)
    progress.begin(next.itemCount, execution, draft, steps)
    if (progress.exceedsTolerance()) return fail(draft, strand, progress)
  }
  strand.mapRun = progress.work()
  if (progress.isDone()) closeMapRun(draft, strand, strand.mapRun)
}

function fail(draft: Draft, strand: MutableStrand, progress: Progress): void {
  strand.mapRun = progress.work()
  return failMapRun(draft, strand, toleranceExceeded)
}

/** A Map Run's work while a pass changes it. */
class Progress {
  readonly #before: MapRunWork
  readonly #total: number
  readonly #running: RunningChild[] = []
  #nextItem: number
  #nextChild: number
  #succeeded: number
  #failed: number
  #outputs: ChildOutput | undefined
  #kept: KeptChild | undefined

  constructor(work: MapRunWork) {
    this.#before = work
    this.#total = work.items?.length ?? 0
    this.#nextItem = work.nextItem
    this.#nextChild = work.nextChild
    this.#succeeded = work.counts.succeeded
    this.#failed = work.counts.failed
    this.#outputs = work.outputs
    this.#kept = work.kept
  }

  work(): MapRunWork {
    return {
      ...this.#before,
      running: this.#running,
      nextItem: this.#nextItem,
      nextChild: this.#nextChild,
      counts: { succeeded: this.#succeeded, failed: this.#failed },
      outputs: this.#outputs,
      kept: this.#kept,
    }
  }

  hasRoom(): boolean {
    return this.#nextItem < this.#total && this.#running.length < this.#before.limits.concurrency
  }

  isDone(): boolean {
    return this.#running.length === 0 && this.#nextItem >= this.#total
  }

  exceedsTolerance(): boolean {
    return exceedsTolerance(this.#before.limits, this.#failed, this.#total)
  }

  /** A new child, over so many items, that was brought up to this instant. */
  begin(itemCount: number, execution: Execution, draft: Draft, steps: ChildSteps): void {
    const index = this.#nextChild++
    this.#nextItem += itemCount
    this.settle({ index, itemCount, execution, callIds: new Map() }, draft, steps)
  }

  /** Counts a child that is over; one that runs on gets ids of the parent's for the calls it has made. */
  settle(child: RunningChild, draft: Draft, steps: ChildSteps): void {
    const { execution, index, itemCount } = child
    if (execution.status === 'RUNNING') {
      this.#running.push({ ...child, callIds: callIdsOf(child, draft, steps) })
      return
    }
    const succeeded = execution.status === 'SUCCEEDED'
    if (!succeeded || index < KEPT_CHILDREN) this.#kept = { index, execution, before: this.#kept }
    if (!succeeded) {
      this.#failed += itemCount
      return
    }
    this.#succeeded += itemCount
    this.#outputs = { index, output: execution.output ?? null, before: this.#outputs }
  }
}

/** The parent's ids of a child's open calls: new ones for new calls, the same as before for the others. */
function callIdsOf({ execution, callIds }: RunningChild, draft: Draft, steps: ChildSteps): ReadonlyMap<number, number> {
  const open = steps.pending(execution)
  return new Map(open.map(({ callId }) => [callId, callIds.get(callId) ?? draft.newCallId()]))
}
