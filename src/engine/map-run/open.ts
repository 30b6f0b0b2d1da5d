import { isDocumented } from '../../asl/profile.js'
import { QueryFailure } from '../../data/failure.js'
import { callWork } from '../call-work.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled, CompiledMapRun } from '../program.js'
import { keyedUuid } from '../random.js'
import { StrandSources, mapItemsOf, siteKey } from '../sources.js'
import { evaluateLimits } from './map-run-limits.js'
import type { MutableStrand } from '../strand.js'
import { countCall } from '../visits.js'

/**
 * A distributed Map: MapStateStarted, MapRunStarted, and the ItemReader's call if it has one. A bad MaxConcurrency fails
 * before MapStateStarted, other bad limits after it (recorded).
 */
export function openMapRun(draft: Draft, strand: MutableStrand, state: Compiled<'Map'>, run: CompiledMapRun): void {
  const sources = new StrandSources(draft, strand)
  const concurrency = state.maxConcurrency(strand.effectiveInput, sources)
  if (concurrency instanceof QueryFailure) return failWith(draft, strand, concurrency)
  // With an ItemReader, ItemsPath is ignored, valid or not (recorded).
  const objects = isDocumented(draft.base.settings.profile, 'map-over-object')
  const found = run.reader ? undefined : state.items(strand.effectiveInput, sources, objects)
  if (found instanceof QueryFailure) return failWith(draft, strand, found)
  const items = found && mapItemsOf(found)
  draft.emit(strand, 'MapStateStarted', { length: items?.length ?? 0 })
  const limits = evaluateLimits(run, strand.effectiveInput, sources, concurrency)
  if (limits instanceof QueryFailure) return failWith(draft, strand, limits)
  const parameters = run.reader?.parameters(strand.effectiveInput, sources)
  if (parameters instanceof QueryFailure) return failWith(draft, strand, parameters)
  const runId = keyedUuid(`${draft.base.settings.seed}|${siteKey(strand)}|map run`)
  const mapRunArn = mapRunArnOf(draft, run, runId)
  const startedEventId = draft.emit(strand, 'MapRunStarted', { mapRunArn })
  draft.startMapRun(strand, {
    mapRunArn,
    runId,
    startedEventId,
    limits,
    items,
    nextItem: 0,
    nextChild: 0,
    starts: undefined,
    running: [],
    pendingRedrive: undefined,
    counts: { succeeded: 0, failed: 0 },
    outputs: undefined,
    kept: undefined,
  })
  if (parameters !== undefined) strand.visits = countCall(strand.visits, state.index)
  if (parameters !== undefined)
    strand.task = callWork({
      purpose: 'items',
      callId: draft.newCallId(),
      scheduledEventId: startedEventId,
      parameters,
    })
  strand.phase = parameters === undefined ? 'map-run' : 'called'
}

/** `arn:...:mapRun:<machine>/<label>:<uuid>`; without a Label a UUID stands for it. */
function mapRunArnOf(draft: Draft, run: CompiledMapRun, runId: string): string {
  const { machineArn, seed } = draft.base.settings
  const label = run.label ?? keyedUuid(`${seed}|${runId}|label`)
  return `${machineArn.replace(':stateMachine:', ':mapRun:')}/${label}:${runId}`
}
