import type { Json } from '../../asl/json.js'
import { isDocumented } from '../../asl/profile.js'
import { QueryFailure } from '../../data/failure.js'
import { dropChildren } from '../abort.js'
import { collectChild, startStrand, withProgress } from '../children.js'
import { oversizeParameters } from '../data-limit.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { type ItemContext, StrandSources, itemContext, mapItemsOf } from '../sources.js'
import type { MutableStrand } from '../strand.js'

/** Measured: such a definition is accepted, and the state fails. */
const readsInline = new QueryFailure(
  'States.Runtime',
  'The ItemReader, ItemBatcher and ResultWriter fields are not supported for INLINE maps',
)

/** Map, inline: MapStateStarted, then as many iterations as may run at a time. https://states-language.net/#map-state */
export function openMap(draft: Draft, strand: MutableStrand, state: Compiled<'Map'>): void {
  const sources = new StrandSources(draft, strand)
  if (state.readsItems) return failWith(draft, strand, readsInline)
  const asked = state.maxConcurrency(strand.effectiveInput, sources)
  if (asked instanceof QueryFailure) return failWith(draft, strand, asked)
  const found = state.items(
    strand.effectiveInput,
    sources,
    isDocumented(draft.base.settings.profile, 'map-over-object'),
  )
  if (found instanceof QueryFailure) return failWith(draft, strand, found)
  const items = mapItemsOf(found)
  const most = draft.base.settings.limits.inlineMapConcurrency
  const concurrency = asked === undefined || asked === 0 ? most : Math.min(asked, most)
  const total = items.length
  draft.emit(strand, 'MapStateStarted', { length: total })
  strand.phase = 'children'
  strand.children = { total, concurrency, items, input: null, nextIndex: 0, running: 0, done: undefined }
  if (total === 0) return draft.enqueue(strand, 'close')
  return startIterations(draft, strand, state, strand.lastEventId)
}

/** Starts iterations until the concurrency is used up; their Started events point to `previousEventId`. */
function startIterations(draft: Draft, strand: MutableStrand, state: Compiled<'Map'>, previousEventId: number): void {
  for (;;) {
    const work = strand.children
    if (!work?.items || work.running >= work.concurrency || work.nextIndex >= work.total) return
    const index = work.nextIndex
    const mapContext = { Item: itemContext(work.items, index) }
    const input = state.itemSelector
      ? selectedInput(draft, strand, state.itemSelector, mapContext)
      : (work.items.at(index) ?? null)
    if (input instanceof QueryFailure) {
      dropChildren(draft, strand)
      return failWith(draft, strand, input)
    }
    strand.children = withProgress(work, index + 1, work.running + 1, work.done)
    const { name } = state
    const lastEventId = draft.emitAside(previousEventId, 'MapIterationStarted', { name, index })
    if (!draft.running) return
    const variables = { own: {}, outer: strand.variables }
    const items = [...strand.items, { map: name, index, of: work.total }]
    const block = state.processor
    startStrand(draft, { block, input, variables, lastEventId, parent: strand, index, items, mapContext })
  }
}

/** Goes on with a Map that was redriven: iterations that were never started are, while there is room. */
export function continueMap(draft: Draft, strand: MutableStrand, state: Compiled<'Map'>): void {
  startIterations(draft, strand, state, strand.lastEventId)
  closeIfDone(draft, strand)
}

function selectedInput(
  draft: Draft,
  strand: MutableStrand,
  select: NonNullable<Compiled<'Map'>['itemSelector']>,
  mapContext: { readonly Item: ItemContext },
): Json | QueryFailure {
  const part = `item ${mapContext.Item.Index}`
  const input = select(strand.effectiveInput, new StrandSources(draft, strand, { mapContext: { ...mapContext }, part }))
  return input instanceof QueryFailure ? input : (oversizeParameters(draft, strand, input) ?? input)
}

/**
 * An iteration has come to its end: MapIterationSucceeded, which the container's Succeeded event will point to. The
 * iteration that takes its place points to the last event before it (asl-semantics 0.1).
 */
export function endIteration(draft: Draft, parent: MutableStrand, iteration: MutableStrand): void {
  const { state } = parent
  if (state.type !== 'Map') throw new Error(`state "${state.name}" is no Map`)
  const details = { name: state.name, index: iteration.index }
  const eventId = draft.emitAside(iteration.lastEventId, 'MapIterationSucceeded', details)
  collectChild(draft, parent, iteration, eventId)
  startIterations(draft, parent, state, iteration.lastEventId)
  closeIfDone(draft, parent)
}

function closeIfDone(draft: Draft, strand: MutableStrand): void {
  const work = strand.children
  if (work?.running === 0 && work.nextIndex >= work.total) draft.enqueue(strand, 'close')
}
