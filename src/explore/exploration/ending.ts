import type { Execution, Strand } from '../../engine/execution.js'
import type { HistoryEvent } from '../../engine/event-types.js'
import type { TraceEntry } from '../../engine/trace.js'
import type { ScenarioEnding } from './observation.js'

/** How an execution has ended. */
export function endingOf(execution: Execution): ScenarioEnding {
  const { status, error, cause, output, settings, program } = execution
  const failure = {
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  }
  const common = { isMeant: false, output: undefined }
  if (status === 'SUCCEEDED') return { ...common, status, failure: undefined, pointer: undefined, output }
  if (status === 'RUNNING') throw new Error('the execution has not come to its end')
  if (status === 'TIMED_OUT') {
    const isStuck =
      settings.type === 'STANDARD' && (program.timeoutSeconds ?? Infinity) >= settings.limits.executionSeconds
    return {
      ...common,
      status: isStuck ? 'STUCK' : status,
      failure,
      pointer: deepestOf(execution.unfinished)?.state.pointer,
    }
  }
  const at = failedAt(execution)
  return { ...common, status, failure, pointer: at?.pointer, isMeant: at?.isFail ?? false }
}

/** Where nothing took the error: the innermost of the states through which it went, which are the last edges of the trace. */
function failedAt(execution: Execution): { readonly pointer: string; readonly isFail: boolean } | undefined {
  const trace = lastEdges(execution)
  let at = trace.length - 1
  if (trace[at]?.what.kind !== 'unhandled') {
    const stuck = deepestOf(execution.unfinished)
    return stuck && { pointer: stuck.state.pointer, isFail: false }
  }
  while (trace[at - 1]?.what.kind === 'unhandled' && trace[at - 1]?.edge.startsWith(`${trace[at]?.edge}/`)) at--
  const found = trace[at]
  if (!found) return undefined
  const entered = eventOf(execution, found.enteredEventId)
  return { pointer: found.edge, isFail: entered?.type === 'FailStateEntered' }
}

/** The edges of the newest step that took any. */
function lastEdges({ history }: Execution): readonly TraceEntry[] {
  let chunk = history
  while (chunk && chunk.trace.length === 0) chunk = chunk.before
  return chunk?.trace ?? []
}

function eventOf({ history }: Execution, id: number): HistoryEvent | undefined {
  for (let chunk = history; chunk; chunk = chunk.before) {
    const [first] = chunk.events
    if (first && first.id <= id) return chunk.events[id - first.id]
  }
  return undefined
}

function deepestOf(strands: readonly Strand[]): Strand | undefined {
  return strands.reduce<Strand | undefined>(
    (deepest, strand) => (!deepest || strand.state.pointer.length > deepest.state.pointer.length ? strand : deepest),
    undefined,
  )
}
