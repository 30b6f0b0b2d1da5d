import { pointer } from '../asl/json.js'
import type { Run } from '../harness/machines/run.js'
import { type ErrorPathKind, idOf } from './error-path-items.js'
import type { StateVisit } from './state-visit.js'
import { childTimelineOf, timelineOf } from './timeline.js'

/** Ids of the error paths that a run took, its Map Runs' children included; see `errorPathItems`. */
export function coveredErrorPaths(run: Run): ReadonlySet<string> {
  const children = (run.mapRuns ?? []).flatMap((mapRun) => mapRun.children)
  const visits = [...timelineOf(run), ...children.flatMap((child) => childTimelineOf(run, child))]
  const covered = new Set(visits.flatMap(idsOfVisit))
  if (run.status === 'TIMED_OUT') covered.add(idOf('/TimeoutSeconds', 'execution-timeout'))
  return covered
}

function idsOfVisit(visit: StateVisit): readonly string[] {
  const { pointer: at, attempts, caught, unhandled, exitedAtMs } = visit
  if (at === undefined) return []
  const recovered = exitedAtMs !== undefined && !caught
  const ids: string[] = []
  for (const { retrier, exhausted, expired } of attempts) {
    if (retrier !== undefined) ids.push(retrierId(at, retrier, 'retry'))
    if (retrier !== undefined && recovered) ids.push(retrierId(at, retrier, 'recovered'))
    if (exhausted !== undefined) ids.push(retrierId(at, exhausted, 'exhausted'))
    if (expired === undefined) continue
    const field = expired === 'timeout' ? 'TimeoutSeconds' : 'HeartbeatSeconds'
    ids.push(idOf(pointer(at, field), expired), idOf(pointer(at, `${field}Path`), expired))
  }
  if (caught) ids.push(idOf(pointer(at, 'Catch', caught.catcher), 'catch'))
  if (unhandled) ids.push(idOf(at, 'unhandled'))
  return ids
}

function retrierId(at: string, index: number, kind: ErrorPathKind): string {
  return idOf(pointer(at, 'Retry', index), kind)
}
