/**
 * What the history does not say: which edge of the definition was taken. Retry and Catch write no AWS event, so their
 * entries hang on the failing event (architecture decision 6). Coverage is a set difference over these entries.
 */
export interface TraceEntry {
  /** Id of the event the entry hangs on. */
  readonly atEventId: number
  /** Id of the StateEntered event of the visit it belongs to. */
  readonly enteredEventId: number
  readonly state: string
  /** JSON Pointer of the edge from the root of the machine, e.g. `/States/Resize/Retry/0`. */
  readonly edge: string
  readonly what: TraceWhat
}

export type TraceWhat =
  | { readonly kind: 'entered' }
  | { readonly kind: 'next' }
  | { readonly kind: 'end' }
  | { readonly kind: 'rule'; readonly index: number }
  | { readonly kind: 'default' }
  /** A retrier takes the error: its `attempt`-th retry of `max`, after `delayMs` (the upper bound is `boundMs` under jitter). */
  | {
      readonly kind: 'retry'
      readonly retrier: number
      readonly attempt: number
      readonly max: number
      readonly delayMs: number
      readonly boundMs: number
      readonly error: string | undefined
    }
  | { readonly kind: 'exhausted'; readonly retrier: number; readonly error: string | undefined }
  /** A catcher takes the error, at once or after a retrier was exhausted. */
  | {
      readonly kind: 'catch'
      readonly catcher: number
      readonly afterRetrier: number | undefined
      readonly next: string
      readonly error: string | undefined
    }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'unhandled'; readonly error: string | undefined }
  | { readonly kind: 'tolerance' }
