import type { CallRecord } from '../harness/sessions/call-record.js'
import type { Run } from '../harness/machines/run.js'

/** What a report needs of the run that a strike led to: nothing else of it is kept. */
export interface StrikeRecord extends Pick<Run, 'status' | 'tookMs' | 'scenario'> {
  readonly error: string | undefined
  readonly cause: string | undefined
  /** JSON Pointer of the first state that was struck; undefined if none was. */
  readonly struckPointer: string | undefined
  /** States whose answers nobody gave, though they have one in the run without faults. */
  readonly inferred: readonly string[]
  /** States called after the first strike, each once. */
  readonly calledAfterwards: () => readonly string[]
}

/** The record of a whole run. `known`: states whose answers nobody gave in the run without faults. */
export function recordOf(run: Run, known: ReadonlySet<string>): StrikeRecord {
  const { status, tookMs, scenario, error, cause, calls } = run
  const first = calls.findIndex(isStruck)
  const called = calledStates(calls.slice(first + 1))
  return {
    status,
    tookMs,
    scenario,
    error,
    cause,
    struckPointer: calls[first]?.pointer,
    inferred: inferredIn(calls, known),
    calledAfterwards: () => called,
  }
}

/** The states that were called, each once. A record keeps these and not the calls, which hold payloads. */
export function calledStates(calls: readonly CallRecord[]): readonly string[] {
  return [...new Set(calls.map(({ state }) => state))]
}

export function isStruck({ fault }: CallRecord): boolean {
  return fault !== undefined
}

/** States whose answers nobody gave, each once, without the known ones. */
export function inferredIn(calls: readonly CallRecord[], known: ReadonlySet<string>): readonly string[] {
  const inferred = new Set<string>()
  for (const { answeredBy, state } of calls) if (answeredBy === 'inferred' && !known.has(state)) inferred.add(state)
  return [...inferred]
}
