import type { HistoryEvent } from './event-types.js'
import type { Execution, HistoryChunk } from './execution.js'
import type { TraceEntry } from './trace.js'

function chunksOf(execution: Execution): readonly HistoryChunk[] {
  const chunks: HistoryChunk[] = []
  for (let chunk = execution.history; chunk; chunk = chunk.before) chunks.push(chunk)
  return chunks.reverse()
}

/**
 * All events so far, oldest first.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * historyOf(advance(start(program, {}))).at(-1)?.type // => 'ExecutionSucceeded'
 */
export function historyOf(execution: Execution): readonly HistoryEvent[] {
  const events: HistoryEvent[] = []
  for (const chunk of chunksOf(execution)) for (const event of chunk.events) events.push(event)
  return events
}

/**
 * All edges taken so far, in the order they were taken.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * traceOf(advance(start(program, {}))).map(({ edge }) => edge) // => ['/States/A', '/States/A/End']
 */
export function traceOf(execution: Execution): readonly TraceEntry[] {
  const trace: TraceEntry[] = []
  for (const chunk of chunksOf(execution)) for (const entry of chunk.trace) trace.push(entry)
  return trace
}
