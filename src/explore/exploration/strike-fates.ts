import { isObject, type Json } from '../../asl/json.js'
import type { Execution, HistoryChunk, Strand } from '../../engine/execution.js'
import type { TraceEntry } from '../../engine/trace.js'
import type { CourseFate } from './course.js'
import type { Handling } from './observation.js'
import { type OpenStrike, openSiteKey } from './open-strike.js'

/** What became of open strikes in a step of an execution: those that are open still, and the fates of the others. */
export interface Judged {
  readonly open: readonly OpenStrike[]
  readonly fates: readonly CourseFate[]
}

const NOTHING_DONE: Handling = { retrier: undefined, isRecovered: false, catcher: undefined, takenBy: undefined }

/** Looks at what the handlers of the struck states did between two moments of one execution. */
export function judgeStrikes(strikes: readonly OpenStrike[], before: Execution, after: Execution): Judged {
  const open: OpenStrike[] = []
  const fates: CourseFate[] = []
  for (const strike of strikes) {
    if (strike.isSettled) {
      if (strike.resolved.persists || isAtMap(strike, after)) open.push(strike)
      continue
    }
    const judged =
      strike.awaitedMap === undefined
        ? judge(strike, before, after)
        : judgeMap(strike, strike.awaitedMap, before, after)
    if ('resolved' in judged) {
      open.push(judged)
      continue
    }
    fates.push({ site: openSiteKey(strike.resolved), handling: judged })
    const map = placeOf(strike, before)?.map ?? strike.awaitedMap
    const lasting = { ...strike, isSettled: true, awaitedMap: map }
    if (strike.resolved.persists || isAtMap(lasting, after)) open.push(lasting)
  }
  return { open, fates }
}

function judge(strike: OpenStrike, before: Execution, after: Execution): OpenStrike | Handling {
  const place = placeOf(strike, before)
  if (!place) return { ...NOTHING_DONE, retrier: strike.tried }
  const { enteredEventId } = place.strand
  const owner = place.map === undefined ? after : childOf(after, place.owner.settings.executionArn)
  const trace = owner ? traceSince(owner.history, place.owner.history) : []
  let { tried } = strike
  for (const [i, entry] of trace.entries()) {
    if (entry.enteredEventId !== enteredEventId) continue
    const { what } = entry
    if (what.kind === 'retry') tried ??= what.retrier
    if (what.kind === 'catch')
      return { ...NOTHING_DONE, retrier: tried, catcher: { index: what.catcher, next: what.next } }
    if (what.kind === 'unhandled') {
      const taken = takenAround(trace.slice(i + 1), strike.pointer)
      if (place.map === undefined || taken !== undefined) return { ...NOTHING_DONE, retrier: tried, takenBy: taken }
      return judgeMap({ ...strike, tried, awaitedMap: place.map }, place.map, before, after)
    }
    if (LEFT_WELL.has(what.kind)) return { ...NOTHING_DONE, retrier: tried, isRecovered: strike.isFailure }
  }
  const now = owner && placeOf(strike, after)
  if (now) return { ...strike, tried, isOver: isOver(strike, now.strand.attempt) }
  const isGone = place.map !== undefined && after.status === 'RUNNING'
  return { ...NOTHING_DONE, retrier: tried, isRecovered: isGone && strike.isFailure }
}

/** A distributed Map that is tried again starts its children anew, whose visits count from 1 again: the strike hits them, too. */
function isAtMap({ awaitedMap }: OpenStrike, { strands }: Execution): boolean {
  return awaitedMap !== undefined && strands.some(({ state }) => state.pointer === awaitedMap)
}

function isOver({ resolved: { persists, attempt, times } }: OpenStrike, next: number): boolean {
  return !persists && next >= attempt + times
}

/** Edges by which a state is left that went well. */
const LEFT_WELL: ReadonlySet<TraceEntry['what']['kind']> = new Set(['next', 'end', 'rule', 'default'])

/** A child of a distributed Map has failed: whether the Map tolerates it, or what its own handlers do about it. */
function judgeMap(strike: OpenStrike, map: string, before: Execution, after: Execution): OpenStrike | Handling {
  const handling = { ...NOTHING_DONE, retrier: strike.tried }
  for (const { edge, what } of traceSince(after.history, before.history)) {
    if (edge !== map && !edge.startsWith(`${map}/`)) continue
    if (what.kind === 'retry' || what.kind === 'catch') return { ...handling, takenBy: edge }
    if (what.kind === 'unhandled' && edge === map) return handling
    if (what.kind === 'next' || what.kind === 'end') return { ...handling, takenBy: toleranceOf(map, after) }
  }
  return after.status === 'RUNNING' ? strike : handling
}

function toleranceOf(map: string, { program }: Execution): string {
  let at: Json | undefined = program.definition
  for (const step of map.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    at = Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined
  }
  const byCount = isObject(at) && Object.keys(at).some((field) => field.startsWith('ToleratedFailureCount'))
  return `${map}/${byCount ? 'ToleratedFailureCount' : 'ToleratedFailurePercentage'}`
}

/** The retrier or catcher of a container around a state that took what the state let go; undefined if none did. */
function takenAround(trace: readonly TraceEntry[], pointer: string): string | undefined {
  for (const { edge, what } of trace) {
    if (what.kind === 'unhandled' && pointer.startsWith(`${edge}/`)) continue
    if (what.kind !== 'retry' && what.kind !== 'catch') {
      if (what.kind === 'exhausted') continue
      return undefined
    }
    const container = edge.replace(/\/(?:Retry|Catch)\/\d+$/, '')
    return pointer.startsWith(`${container}/`) ? edge : undefined
  }
  return undefined
}

interface Place {
  readonly strand: Strand
  readonly owner: Execution
  /** Pointer of the outermost distributed Map around the strand; undefined in the execution itself. */
  readonly map: string | undefined
}

/** The strand that stands in the struck visit. */
function placeOf(strike: OpenStrike, execution: Execution): Place | undefined {
  const { pointer, resolved } = strike
  const { items, visit } = resolved
  for (const strand of execution.strands) {
    if (strand.state.pointer === pointer && strand.visit === visit && isSame(items, strand)) {
      return { strand, owner: execution, map: undefined }
    }
    for (const child of strand.mapRun?.running ?? []) {
      const found = placeOf(strike, child.execution)
      if (found) return { ...found, map: strand.state.pointer }
    }
  }
  return undefined
}

function isSame(items: readonly number[], strand: Strand): boolean {
  return items.length === strand.items.length && items.every((index, depth) => strand.items[depth]?.index === index)
}

/** A child of a distributed Map by its ARN, also one that has ended, as long as it is kept. */
function childOf(execution: Execution, arn: string): Execution | undefined {
  for (const { mapRun } of execution.strands) {
    for (const child of mapRun?.running ?? []) {
      if (child.execution.settings.executionArn === arn) return child.execution
      const inside = childOf(child.execution, arn)
      if (inside) return inside
    }
    for (let kept = mapRun?.kept; kept; kept = kept.before)
      if (kept.execution.settings.executionArn === arn) return kept.execution
  }
  for (let run = execution.mapRuns; run; run = run.before) {
    for (let { kept } = run; kept; kept = kept.before)
      if (kept.execution.settings.executionArn === arn) return kept.execution
  }
  return undefined
}

/** Edges taken since an earlier moment of the same execution, in order. */
export function traceSince(history: HistoryChunk | undefined, before: HistoryChunk | undefined): readonly TraceEntry[] {
  if (history === before || !history) return []
  if (history.before === before) return history.trace
  const chunks: HistoryChunk[] = []
  for (let chunk: HistoryChunk | undefined = history; chunk && chunk !== before; chunk = chunk.before)
    chunks.push(chunk)
  return chunks.reverse().flatMap(({ trace }) => trace)
}
