import { QueryFailure } from '../../data/failure.js'
import type { Json } from '../../asl/json.js'
import { openCallIds } from '../calls.js'
import { nextDueMs } from '../clock.js'
import type { Draft } from '../draft.js'
import type { ChildCallId, Execution, KeptChild, MapRunWork, PendingRedrive, RunningChild } from '../execution.js'
import { failWith } from '../fail.js'
import type { Compiled, Program } from '../program.js'
import type { RedriveOptions } from '../redrive-options.js'
import type { StartOptions } from '../settings.js'
import { childFrom, childOptions } from './map-run-children.js'
import { KEPT_CHILDREN } from './kept.js'
import { redriveChild } from './redrive-child.js'
import { exceedsTolerance, toleranceExceeded } from './tolerance.js'
import type { MutableStrand } from '../strand.js'
import { markStart } from './starts.js'
import type { ChildOutput, StartMark } from './map-run-work.js'
import { endMapRun } from './write-results.js'

/** What a Map Run needs of the engine to run its children: the public operations, handed in so that files form no circle. */
export interface ChildSteps {
  start(program: Program, input: Json, options: StartOptions): Execution
  advance(execution: Execution, untilMs: number): Execution
  /** `start` and `advance` in one. */
  run(program: Program, input: Json, options: StartOptions, untilMs: number): Execution
  redrive(execution: Execution, options: RedriveOptions): Execution
}

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
  for (const [i, child] of work.running.entries()) {
    if (!hasWork(child, draft.nowMs)) {
      progress.leave(child)
      continue
    }
    const execution = steps.advance(child.execution, draft.nowMs)
    progress.settle({ ...child, execution }, draft)
    if (progress.exceedsTolerance()) return fail(draft, strand, state, progress, work.running.slice(i + 1))
  }
  for (let child = progress.takePending(); child; child = progress.takePending()) {
    const redriven = redriveChild(draft, strand, state.mapRun, work, child, steps)
    const execution = steps.advance(redriven, draft.nowMs)
    progress.settle({ ...child, execution, callIds: NO_CALLS, redriven: true }, draft)
    if (progress.exceedsTolerance()) return fail(draft, strand, state, progress)
  }
  while (progress.hasRoom()) {
    const next = childFrom(draft, strand, state, work, progress.nextItem)
    if (next instanceof QueryFailure) {
      strand.mapRun = progress.work()
      draft.finishMapRun(strand, 'FAILED')
      return failWith(draft, strand, next)
    }
    const options = childOptions(draft, strand, state.mapRun, work, progress.nextChild)
    progress.begin(next.itemCount, steps.run(state.mapRun.child, next.input, options, draft.nowMs), draft)
    if (progress.exceedsTolerance()) return fail(draft, strand, state, progress)
  }
  strand.mapRun = progress.work()
  if (progress.isDone()) endMapRun(draft, strand, state)
}

/** `unseen`: children that this pass did not come to. */
function fail(
  draft: Draft,
  strand: MutableStrand,
  state: Compiled<'Map'>,
  progress: Progress,
  unseen: readonly RunningChild[] = [],
): void {
  const work = progress.work()
  strand.mapRun = { ...work, running: [...work.running, ...unseen] }
  return endMapRun(draft, strand, state, toleranceExceeded)
}

/** Whether a child may go on now: nothing waits for an answer, and something is due or has been told. */
function hasWork({ callIds, dueMs }: RunningChild, nowMs: number): boolean {
  return callIds.length === 0 && (dueMs === undefined || dueMs <= nowMs)
}

const NO_CALLS: readonly ChildCallId[] = []

/**
 * Calls of a Map Run's children that wait for answers at a time: more children are started once these are answered, still at
 * the same instant. Chosen: children that get their answers at once are then gone before the next ones take memory.
 */
const CALLS_AT_ONCE = 100

/** A Map Run's work while a pass changes it. */
class Progress {
  readonly #before: MapRunWork
  readonly #total: number
  readonly #running: RunningChild[] = []
  #openCalls = 0
  #nextItem: number
  #nextChild: number
  #starts: StartMark | undefined
  #pendingRedrive: PendingRedrive | undefined
  #succeeded: number
  #failed: number
  #outputs: ChildOutput | undefined
  #kept: KeptChild | undefined

  constructor(work: MapRunWork) {
    this.#before = work
    this.#total = work.items?.length ?? 0
    this.#nextItem = work.nextItem
    this.#nextChild = work.nextChild
    this.#starts = work.starts
    this.#pendingRedrive = work.pendingRedrive
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
      starts: this.#starts,
      pendingRedrive: this.#pendingRedrive,
      counts: { succeeded: this.#succeeded, failed: this.#failed },
      outputs: this.#outputs,
      kept: this.#kept,
    }
  }

  get nextItem(): number {
    return this.#nextItem
  }

  get nextChild(): number {
    return this.#nextChild
  }

  /** Whether a new child can be started. */
  hasRoom(): boolean {
    return this.#nextItem < this.#total && this.#canStart()
  }

  /** The next child to redrive, if there is one and room for it. */
  takePending(): Omit<RunningChild, 'callIds'> | undefined {
    const child = this.#pendingRedrive
    if (!child || !this.#canStart()) return undefined
    this.#pendingRedrive = child.next
    const { index, itemCount, execution } = child
    return { index, itemCount, execution }
  }

  #canStart(): boolean {
    return this.#running.length < this.#before.limits.concurrency && this.#openCalls < CALLS_AT_ONCE
  }

  isDone(): boolean {
    return this.#running.length === 0 && this.#pendingRedrive === undefined && this.#nextItem >= this.#total
  }

  exceedsTolerance(): boolean {
    return exceedsTolerance(this.#before.limits, this.#failed, this.#total)
  }

  /** A new child, over so many items, that was brought up to this instant. */
  begin(itemCount: number, execution: Execution, draft: Draft): void {
    this.#starts = markStart(this.#starts, this.#nextChild, this.#nextItem, draft.nowMs)
    const index = this.#nextChild++
    this.#nextItem += itemCount
    this.settle({ index, itemCount, execution, callIds: NO_CALLS }, draft)
  }

  /** A child that runs on as it is. */
  leave(child: RunningChild): void {
    this.#running.push(child)
    this.#openCalls += child.callIds.length
  }

  /** Counts a child that is over; one that runs on gets ids of the parent's for the calls it has made. */
  settle(child: RunningChild, draft: Draft): void {
    const { execution, index, itemCount, redriven } = child
    if (execution.status === 'RUNNING') {
      const callIds = callIdsOf(child, draft)
      const dueMs = callIds.length > 0 ? undefined : nextDueMs(execution)
      return this.leave({ index, itemCount, execution, callIds, dueMs, redriven })
    }
    const succeeded = execution.status === 'SUCCEEDED'
    if (!succeeded || redriven || index < KEPT_CHILDREN) this.#kept = { index, execution, before: this.#kept }
    if (!succeeded) {
      this.#failed += itemCount
      return
    }
    this.#succeeded += itemCount
    this.#outputs = { index, output: execution.output ?? null, stopMs: execution.nowMs, before: this.#outputs }
  }
}

/** A child's open calls with the parent's ids: new ones for new calls, the same as before for the others. */
function callIdsOf({ execution, callIds }: RunningChild, draft: Draft): readonly ChildCallId[] {
  return openCallIds(execution).map(
    (own) => callIds.find((known) => known.own === own) ?? { own, callId: draft.newCallId() },
  )
}
