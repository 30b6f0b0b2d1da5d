import type { Json } from '../asl/json.js'
import type { AslError, ItemStep } from '../engine/ports.js'
import type { TraceWhat } from '../engine/trace.js'
import type { Attempt, StateVisit } from './state-visit.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A visit's place in its container, while the timeline is being made. */
export interface DraftPlace {
  readonly container: VisitDraft
  readonly attempt: number
  readonly child: number
}

/** What is known of a visit once its StateEntered event is read. */
export type EnteredVisit = Pick<
  StateVisit,
  'state' | 'type' | 'items' | 'visit' | 'enteredEventId' | 'enteredAtMs' | 'pointer'
>

/** What the record of the call says of an attempt, and what the history says of a container's. */
export type AttemptFacts = Pick<Attempt, 'fault' | 'inferred' | 'children'>

/** A visit of a state while the timeline is being made, from events and trace entries in their order. */
export class VisitDraft {
  readonly index: number
  readonly place: DraftPlace | undefined
  readonly #visit: Writable<StateVisit>
  readonly #attempts: Writable<Attempt>[] = []
  #failure: AslError = {}

  constructor(index: number, entered: EnteredVisit, place: DraftPlace | undefined) {
    this.index = index
    this.place = place
    this.#visit = { ...entered, attempts: this.#attempts }
    if (place) this.#visit.within = { index: place.container.index, attempt: place.attempt, child: place.child }
  }

  get state(): string {
    return this.#visit.state
  }
  get type(): StateVisit['type'] {
    return this.#visit.type
  }
  get items(): readonly ItemStep[] {
    return this.#visit.items
  }
  get attemptCount(): number {
    return this.#attempts.length
  }

  /** A *Scheduled or *StateStarted event. */
  begin(atMs: number, facts: AttemptFacts): void {
    Object.assign(this.#open(atMs), facts)
  }

  /** A branch of a Parallel has begun; gives its number. */
  addBranch(): number {
    const attempt = this.#current()
    attempt.children = (attempt.children ?? 0) + 1
    return attempt.children - 1
  }

  succeed(atMs: number): void {
    if (this.#tries) this.#current().endedAtMs = atMs
  }

  /** The error and cause of a failing event. */
  fail(atMs: number, failure: AslError): void {
    this.#failure = failure
    if (this.#tries) this.#fail(atMs, failure)
  }

  exit(atMs: number, output: Json): void {
    this.#visit.exitedAtMs = atMs
    this.#visit.output = output
  }

  /** A trace entry that hangs on an event of this virtual time. */
  note(what: TraceWhat, atMs: number): void {
    switch (what.kind) {
      case 'rule':
        this.#visit.rule = what.index
        return
      case 'default':
        this.#visit.rule = 'default'
        return
      case 'timeout':
      case 'heartbeat':
        this.#current().expired = what.kind
        return
      case 'retry':
        return this.#retry(what, atMs)
      case 'exhausted':
        this.#fail(atMs, what).exhausted = what.retrier
        return
      case 'catch':
        this.#fail(atMs, what)
        this.#catch(what)
        return
      case 'unhandled':
        return this.#leave(what, atMs)
      case 'entered':
      case 'next':
      case 'end':
      case 'tolerance':
    }
  }

  seal(): StateVisit {
    return this.#visit
  }

  /** Only these types have a Retry and a Catch. */
  get #tries(): boolean {
    return this.type === 'Task' || this.type === 'Map' || this.type === 'Parallel'
  }

  #open(atMs: number): Writable<Attempt> {
    const attempt: Writable<Attempt> = { attempt: this.#attempts.length + 1, atMs, failed: false }
    this.#attempts.push(attempt)
    return attempt
  }

  /** The attempt that is going on. One that fails before its first event has no other trace than its failure. */
  #current(): Writable<Attempt> {
    const last = this.#attempts.at(-1)
    if (!last) return this.#open(this.#visit.enteredAtMs)
    if (last.waitMs === undefined) return last
    return this.#open((last.endedAtMs ?? last.atMs) + last.waitMs)
  }

  /** The first error an attempt fails with is its own; a catcher's own failure comes after. */
  #fail(atMs: number, { error, cause }: AslError | { readonly error: string | undefined; readonly cause?: never }) {
    const attempt = this.#current()
    if (attempt.failed) return attempt
    attempt.failed = true
    attempt.endedAtMs = Math.max(atMs, attempt.atMs)
    if (error !== undefined) attempt.error = error
    if (cause !== undefined) attempt.cause = cause
    return attempt
  }

  #retry(what: Extract<TraceWhat, { kind: 'retry' }>, atMs: number): void {
    const attempt = this.#fail(atMs, what)
    attempt.waitMs = what.delayMs
    attempt.waitBoundMs = what.boundMs
    attempt.retrier = what.retrier
    attempt.retry = what.attempt
    attempt.of = what.max
  }

  #catch({ catcher, next, error, afterRetrier }: Extract<TraceWhat, { kind: 'catch' }>): void {
    this.#visit.caught = {
      catcher,
      next,
      ...(error !== undefined && { error }),
      ...(afterRetrier !== undefined && { afterRetrier }),
    }
  }

  #leave({ error }: Extract<TraceWhat, { kind: 'unhandled' }>, atMs: number): void {
    if (this.#tries) this.#fail(atMs, { error })
    const { cause } = this.#failure.error === error ? this.#failure : {}
    this.#visit.unhandled = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
  }
}
