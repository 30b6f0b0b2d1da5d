import type { Json } from '../asl/json.js'
import { EndlessExecution } from './endless-execution.js'
import type { EventDetails, EventType, HistoryEvent } from './event-types.js'
import { Abandoned } from './abandoned.js'
import type { Execution, ExecutionStatus, FinishedMapRun, MapRunWork, Strand } from './execution.js'
import { withPendingKept } from './map-run/pending-redrive.js'
import type { AslError } from './ports.js'
import type { TraceEntry, TraceWhat } from './trace.js'
import type { Due, Phase } from './work.js'
import { copyStrand, type MutableStrand } from './strand.js'

/**
 * The one place where something changes: a draft is opened from an execution, worked on within one operation, and
 * sealed into the next execution. Nothing that the first execution can reach is touched.
 */
export class Draft {
  readonly base: Execution
  readonly strands = new Map<number, MutableStrand>()
  nowMs: number
  status: ExecutionStatus
  output: Json | undefined
  error: string | undefined
  cause: string | undefined
  #queue: MutableStrand[] = []
  #queueHead = 0
  readonly #events: HistoryEvent[] = []
  readonly #trace: TraceEntry[] = []
  #eventCount: number
  #nextCallId: number
  #nextOrder: number
  #nextStrandId: number
  readonly #maxEvents: number
  #mapRuns: FinishedMapRun | undefined
  #unfinished: readonly Strand[] = []
  /** What containers have dropped whose failure is still on its way. */
  readonly abandoned = new Abandoned()
  /** Strands whose Map Run goes on. */
  readonly #mapRunStrands = new Set<MutableStrand>()

  constructor(base: Execution) {
    this.base = base
    this.nowMs = base.nowMs
    this.status = base.status
    this.output = base.output
    this.error = base.error
    this.cause = base.cause
    this.#eventCount = base.eventCount
    this.#nextCallId = base.nextCallId
    this.#nextOrder = base.nextOrder
    this.#nextStrandId = base.nextStrandId
    this.#maxEvents = base.settings.limits.historyEvents
    this.#mapRuns = base.mapRuns
    for (const strand of base.strands) {
      const copy = copyStrand(strand)
      this.strands.set(strand.id, copy)
      if (copy.mapRun) this.#mapRunStrands.add(copy)
    }
    for (const id of base.ready) {
      const strand = this.strands.get(id)
      if (strand) this.#queue.push(strand)
    }
  }

  seal(): Execution {
    const wrote = this.#events.length > 0 || this.#trace.length > 0
    const before = this.base.history
    return {
      program: this.base.program,
      settings: this.base.settings,
      status: this.status,
      nowMs: this.nowMs,
      output: this.output,
      error: this.error,
      cause: this.cause,
      strands: [...this.strands.values()],
      unfinished: this.#unfinished,
      drive: this.base.drive,
      ready: this.#queue.slice(this.#queueHead).map((strand) => strand.id),
      history: wrote ? { before, events: this.#events, trace: this.#trace } : before,
      mapRuns: this.#mapRuns,
      eventCount: this.#eventCount,
      nextCallId: this.#nextCallId,
      nextOrder: this.#nextOrder,
      nextStrandId: this.#nextStrandId,
    }
  }

  get running(): boolean {
    return this.status === 'RUNNING'
  }

  /** Writes an event that the strand's next event will point to; gives its id. */
  emit<T extends EventType>(strand: MutableStrand, type: T, details: EventDetails[T]): number {
    const id = this.emitAside(strand.lastEventId, type, details)
    strand.lastEventId = id
    return id
  }

  /** Writes an event that nothing will point to (asl-semantics 0.1 lists them); gives its id. */
  emitAside<T extends EventType>(previousEventId: number, type: T, details: EventDetails[T]): number {
    if (!this.running) return this.#eventCount
    if (this.#eventCount + 1 >= this.#maxEvents) return this.#exceedHistory()
    return this.#append(previousEventId, type, details)
  }

  #append<T extends EventType>(previousEventId: number, type: T, details: EventDetails[T]): number {
    const id = ++this.#eventCount
    this.#events.push({ id, previousEventId, atMs: this.nowMs, type, details } as HistoryEvent)
    return id
  }

  /** Measured: event 25,000 is always ExecutionFailed, and points to event 24,999. */
  #exceedHistory(): number {
    if (this.base.settings.type === 'EXPRESS') throw new EndlessExecution(this.#maxEvents)
    const cause = `The execution reached the maximum number of history events (${this.#maxEvents}).`
    this.end('FAILED', this.#eventCount, { error: 'States.Runtime', cause })
    return this.#eventCount
  }

  /** Ends the execution badly; `previousEventId` is 0 for an abort or a timeout. */
  end(status: 'FAILED' | 'TIMED_OUT' | 'ABORTED', previousEventId: number, reason: AslError): void {
    if (!this.running) return
    const type = { FAILED: 'ExecutionFailed', TIMED_OUT: 'ExecutionTimedOut', ABORTED: 'ExecutionAborted' } as const
    this.#append(previousEventId, type[status], {
      ...(reason.error !== undefined && { error: reason.error }),
      ...(reason.cause !== undefined && { cause: reason.cause }),
    })
    this.error = reason.error
    this.cause = reason.cause
    this.#close(status)
  }

  succeed(strand: MutableStrand, output: Json): void {
    this.emit(strand, 'ExecutionSucceeded', { output })
    if (!this.running) return
    this.output = output
    this.#close('SUCCEEDED')
  }

  #close(status: ExecutionStatus): void {
    this.status = status
    if (status !== 'SUCCEEDED') this.#unfinished = this.abandoned.restore(this.strands.values())
    for (const strand of this.#mapRunStrands) this.finishMapRun(strand, 'ABORTED')
    this.strands.clear()
    this.#queue = []
    this.#queueHead = 0
  }

  /** Records an edge taken in the strand's present visit. */
  note(strand: MutableStrand, edge: string, what: TraceWhat, atEventId = strand.lastEventId): void {
    if (!this.running) return
    this.#trace.push({ atEventId, enteredEventId: strand.enteredEventId, state: strand.state.name, edge, what })
  }

  /** Lets the strand take its next turn, named by `phase`, after all that are queued already. */
  enqueue(strand: MutableStrand, phase: Phase): void {
    strand.phase = phase
    if (this.running) this.#queue.push(strand)
  }

  /** The strand whose turn it is; undefined when nothing can be done at this instant. */
  dequeue(): MutableStrand | undefined {
    for (;;) {
      const strand = this.#queue[this.#queueHead]
      if (!strand) return undefined
      this.#queueHead++
      if (this.#queueHead > 1024) {
        this.#queue = this.#queue.slice(this.#queueHead)
        this.#queueHead = 0
      }
      if (this.strands.has(strand.id)) return strand
    }
  }

  /** Strands of distributed Maps that run, in the order in which they began. */
  mapRunStrands(): Iterable<MutableStrand> {
    return this.#mapRunStrands
  }

  startMapRun(strand: MutableStrand, work: MapRunWork): void {
    strand.mapRun = work
    this.#mapRunStrands.add(strand)
  }

  /** Ends a strand's Map Run and remembers it; children that still run are gone with it. */
  finishMapRun(strand: MutableStrand, status: FinishedMapRun['status']): void {
    if (!strand.mapRun) return
    strand.mapRun = withPendingKept(strand.mapRun)
    const { mapRunArn, counts, kept, items } = strand.mapRun
    const total = items?.length ?? 0
    const ended = { endedAtMs: this.nowMs, strand: copyStrand(strand), before: this.#mapRuns }
    this.#mapRuns = { state: strand.state.name, mapRunArn, status, counts, total, kept, ...ended }
    strand.mapRun = undefined
    this.#mapRunStrands.delete(strand)
  }

  parentOf(strand: MutableStrand): MutableStrand | undefined {
    return strand.parentId === undefined ? undefined : this.strands.get(strand.parentId)
  }

  /** The strands that run inside this strand's container, by index. */
  childrenOf(strand: MutableStrand): readonly MutableStrand[] {
    const children = [...this.strands.values()].filter((other) => other.parentId === strand.id)
    return children.sort((a, b) => a.index - b.index)
  }

  newStrandId(): number {
    return this.#nextStrandId++
  }

  addStrand(strand: MutableStrand): void {
    if (this.running) this.strands.set(strand.id, strand)
  }

  newCallId(): number {
    return this.#nextCallId++
  }

  /** A moment `afterMs` from now, on the whole millisecond. */
  due(afterMs: number): Due {
    return { atMs: this.nowMs + Math.round(afterMs), order: this.#nextOrder++ }
  }
}
