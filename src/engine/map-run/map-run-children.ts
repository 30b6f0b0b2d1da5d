import type { Json, JsonObject } from '../../asl/json.js'
import type { ScopeSources } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import { batchLength } from '../../data/items/batches.js'
import { utf8Size } from '../../data/json-text.js'
import { oversizeParameters } from '../data-limit.js'
import type { Draft } from '../draft.js'
import type { Compiled, CompiledMapRun } from '../program.js'
import { keyedUuid } from '../random.js'
import type { StartOptions } from '../settings.js'
import { StrandSources, itemContext } from '../sources.js'
import type { MutableStrand } from '../strand.js'
import type { MapRunWork } from '../execution.js'
import type { ItemStep } from '../ports.js'
import type { MapRunLimits } from './map-run-work.js'

/** The next child of a Map Run: the input it is started with, and how many items that is. */
export interface NextChild {
  readonly input: Json
  readonly itemCount: number
}

/** The input of the child whose first item this is: one item, or a batch; each goes through the ItemSelector first. */
export function childFrom(
  draft: Draft,
  strand: MutableStrand,
  state: Compiled<'Map'>,
  work: MapRunWork,
  firstItem: number,
): NextChild | QueryFailure {
  const next = selectedChild(draft, strand, state, work, firstItem)
  return next instanceof QueryFailure ? next : (oversizeParameters(draft, strand, next.input) ?? next)
}

function selectedChild(
  draft: Draft,
  strand: MutableStrand,
  state: Compiled<'Map'>,
  work: MapRunWork,
  firstItem: number,
): NextChild | QueryFailure {
  const { batch } = work.limits
  if (!batch) {
    const input = selectItem(draft, strand, state, work, firstItem)
    return input instanceof QueryFailure ? input : { input, itemCount: 1 }
  }
  const frame = frameOf(batch)
  const itemCount = itemCountFrom(work, firstItem)
  const selected: Json[] = []
  for (let i = 0; i < itemCount; i++) {
    const item = selectItem(draft, strand, state, work, firstItem + i)
    if (item instanceof QueryFailure) return item
    selected.push(item)
  }
  return { input: { ...frame, Items: selected }, itemCount }
}

/** How many items the child has whose first item this is. */
export function itemCountFrom({ items, limits: { batch } }: MapRunWork, firstItem: number): number {
  return batch ? batchLength(items ?? [], firstItem, batch, utf8Size({ ...frameOf(batch), Items: [] })) : 1
}

function frameOf({ input }: NonNullable<MapRunLimits['batch']>): JsonObject {
  return input === undefined ? {} : { BatchInput: input }
}

function selectItem(
  draft: Draft,
  strand: MutableStrand,
  state: Compiled<'Map'>,
  { items = [] }: MapRunWork,
  index: number,
): Json | QueryFailure {
  if (!state.itemSelector) return items.at(index) ?? null
  const mapContext = { Item: { ...itemContext(items, index), Source: items.sourceAt?.(index) ?? 'STATE_DATA' } }
  const sources: ScopeSources = new StrandSources(draft, strand, { mapContext, part: `item ${index}` })
  return state.itemSelector(strand.effectiveInput, sources)
}

/** How a child is started: as an execution of `<machine>/<label>`, at this instant, with chance of its own. */
export function childOptions(
  draft: Draft,
  strand: MutableStrand,
  run: CompiledMapRun,
  work: MapRunWork,
  index: number,
): StartOptions {
  const { machineArn, machineName, seed, profile, roleArn, absentActivities, probes, givenLimits } = draft.base.settings
  const label = labelOf(work.mapRunArn)
  return {
    type: run.childType,
    name: keyedUuid(`${seed}|${work.runId}|child ${index}`),
    machineName: `${machineName}/${label}`,
    machineArn: `${machineArn}/${label}`,
    roleArn,
    startAtMs: draft.nowMs,
    seed,
    profile,
    absentActivities,
    probes,
    limits: givenLimits,
    items: [...strand.items, itemStep(strand.state.name, index, work)],
  }
}

function itemStep(map: string, index: number, { limits, items }: MapRunWork): ItemStep {
  return limits.batch || !items ? { map, index } : { map, index, of: items.length }
}

function labelOf(mapRunArn: string): string {
  return mapRunArn.slice(mapRunArn.indexOf('/') + 1, mapRunArn.lastIndexOf(':'))
}
