import type { Json } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import type { AslError } from '../ports.js'
import { StrandSources } from '../sources.js'
import { handOver } from '../states/exit.js'
import type { MutableStrand } from '../strand.js'
import type { ChildOutput } from './map-run-work.js'
import type { MapRunWork } from '../execution.js'

/** MapRunFailed; MapStateFailed follows when the failure is routed (recorded). Children still running are aborted. */
export function failMapRun(draft: Draft, strand: MutableStrand, reason: AslError): void {
  draft.emit(strand, 'MapRunFailed', reason)
  draft.finishMapRun(strand, 'FAILED')
  strand.failure = { ...reason, kind: 'task' }
  return draft.enqueue(strand, 'fail')
}

/**
 * MapRunSucceeded, MapStateSucceeded, and the state's output, which is made of `result`. Exited points to MapRunStarted
 * (recorded since 2024-11).
 */
export function closeMapRun(draft: Draft, strand: MutableStrand, work: MapRunWork, result: Json | QueryFailure): void {
  const { state } = strand
  if (state.type !== 'Map') throw new Error(`state "${state.name}" is no Map`)
  const sources = new StrandSources(draft, strand, { part: 'exit' })
  const runSucceededId = draft.emitAside(work.startedEventId, 'MapRunSucceeded', undefined)
  const succeededId = draft.emitAside(runSucceededId, 'MapStateSucceeded', undefined)
  draft.finishMapRun(strand, 'SUCCEEDED')
  const handover =
    result instanceof QueryFailure ? result : state.flow.handover(strand.input, strand.effectiveInput, result, sources)
  if (handover instanceof QueryFailure) strand.lastEventId = succeededId
  return handOver(
    draft,
    strand,
    { handover, result: result instanceof QueryFailure ? null : result },
    state.next,
    state.nextEdge,
  )
}

/** Outputs of the children that went well, in index order. That failed ones leave no gap is an assumption. */
export function outputsInOrder(work: MapRunWork): readonly Json[] {
  const done: ChildOutput[] = []
  for (let child = work.outputs; child; child = child.before) done.push(child)
  return done.sort((a, b) => a.index - b.index).map((child) => child.output)
}
