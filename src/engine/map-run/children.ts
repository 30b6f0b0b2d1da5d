import type { Json } from '../../asl/json.js'
import type { ScopeSources } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import { batchLength } from '../../data/items/batches.js'
import { utf8Size } from '../../data/json-text.js'
import type { Draft } from '../draft.js'
import type { Compiled, CompiledMapRun } from '../program.js'
import { keyedUuid } from '../random.js'
import type { StartOptions } from '../settings.js'
import { StrandSources, itemContext } from '../sources.js'
import type { MutableStrand } from '../strand.js'
import type { MapRunWork } from '../execution.js'

/** The next child of a Map Run: the input it is started with, and how many items that is. */
export interface NextChild {
  readonly input: Json
  readonly itemCount: number
}

/** The input of the next child: one item, or a batch; each item goes through the ItemSelector first. */
export function nextChild(
  draft: Draft,
  strand: MutableStrand,
  state: Compiled<'Map'>,
  work: MapRunWork,
): NextChild | QueryFailure {
  const { batch } = work.limits
  if (!batch) {
    const input = selectItem(draft, strand, state, work, work.nextItem)
    return input instanceof QueryFailure ? input : { input, itemCount: 1 }
  }
  const frame = batch.input === undefined ? {} : { BatchInput: batch.input }
  const itemCount = batchLength(work.items ?? [], work.nextItem, batch, utf8Size({ ...frame, Items: [] }))
  const selected: Json[] = []
  for (let i = 0; i < itemCount; i++) {
    const item = selectItem(draft, strand, state, work, work.nextItem + i)
    if (item instanceof QueryFailure) return item
    selected.push(item)
  }
  return { input: { ...frame, Items: selected }, itemCount }
}

function selectItem(
  draft: Draft,
  strand: MutableStrand,
  state: Compiled<'Map'>,
  { items, keys }: MapRunWork,
  index: number,
): Json | QueryFailure {
  const value = items?.[index] ?? null
  if (!state.itemSelector) return value
  const mapContext = { Item: itemContext(value, index, keys?.[index]) }
  const sources: ScopeSources = new StrandSources(draft, strand, { mapContext, part: `item ${index}` })
  return state.itemSelector(strand.effectiveInput, sources)
}

/** How a child is started: as an execution of `<machine>/<label>`, at this instant, with chance of its own. */
export function childOptions(draft: Draft, strand: MutableStrand, run: CompiledMapRun, work: MapRunWork): StartOptions {
  const { machineArn, machineName, seed, profile, roleArn, absentActivities } = draft.base.settings
  const label = labelOf(work.mapRunArn)
  const index = work.nextChild
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
    items: [...strand.items, { map: strand.state.name, index }],
  }
}

function labelOf(mapRunArn: string): string {
  return mapRunArn.slice(mapRunArn.indexOf('/') + 1, mapRunArn.lastIndexOf(':'))
}
