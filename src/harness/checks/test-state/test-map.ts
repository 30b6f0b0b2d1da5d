import { isArray, member } from '../../../asl/json.js'
import type { Json } from '../../../asl/json.js'
import { QueryFailure } from '../../../data/failure.js'
import { batchLength } from '../../../data/items/batches.js'
import { itemsOfObject } from '../../../data/items/items-of-object.js'
import { itemList } from '../../../data/items/items.js'
import { utf8Size } from '../../../data/json-text.js'
import { evaluateLimits } from '../../../engine/map-run/map-run-limits.js'
import { exceedsTolerance, toleranceExceeded } from '../../../engine/map-run/tolerance.js'
import type { MapRunLimits } from '../../../engine/map-run/map-run-work.js'
import type { Compiled, CompiledItemReader } from '../../../engine/program.js'
import { validationException } from '../../../wire/service-exception.js'
import { endedWith, mockOf } from './mock-ending.js'
import { type Ending, type Trial, failedQuery } from './trial.js'

/** Of an inline Map. */
const NO_TOLERANCE = { toleratedCount: undefined, toleratedPercentage: undefined }

type Batch = NonNullable<MapRunLimits['batch']>

/** Map: its iterations do not run; the mock is their results, and the configuration tells how many of them failed. */
export function testMap(trial: Trial, state: Compiled<'Map'>): Ending {
  const { effectiveInput, sources } = trial
  const concurrency = state.maxConcurrency(effectiveInput, sources('limits'))
  if (concurrency instanceof QueryFailure) return failedQuery(concurrency)
  const items = state.mapRun?.reader ? readItems(trial, state.mapRun.reader) : itemsOfInput(trial, state)
  if (items instanceof QueryFailure) return failedQuery(items)
  const limits = state.mapRun && evaluateLimits(state.mapRun, effectiveInput, sources('limits'), concurrency)
  if (limits instanceof QueryFailure) return failedQuery(limits)
  seeLimits(trial, concurrency, limits)
  const iterations = items === undefined ? undefined : iterationsOf(trial, state, items, limits)
  if (iterations instanceof QueryFailure) return failedQuery(iterations)
  checkFailureCount(trial, iterations?.length)
  const outcome = mockOf(trial)
  const failed = trial.configuration.mapIterationFailureCount ?? 0
  const isTooMany = 'output' in outcome && exceedsTolerance(limits ?? NO_TOLERANCE, failed, iterations?.length ?? 0)
  return endedWith(trial, isTooMany ? { failure: toleranceExceeded } : outcome)
}

/** ItemsPath or Items. */
function itemsOfInput(trial: Trial, state: Compiled<'Map'>): readonly Json[] | QueryFailure {
  const { subject, effectiveInput, sources, inspector } = trial
  const items = state.items(effectiveInput, sources('items'), false)
  if (items instanceof QueryFailure) return items
  if (!isArray(items)) throw new Error('a Map over an object was not asked for')
  if (!subject.jsonata) inspector.see('afterItemsPath', items)
  return items
}

/** What the ItemReader would find; undefined if the request does not say it. */
function readItems(
  { effectiveInput, sources, configuration }: Trial,
  reader: CompiledItemReader,
): readonly Json[] | QueryFailure | undefined {
  const parameters = reader.parameters(effectiveInput, sources('reader'))
  if (parameters instanceof QueryFailure) return parameters
  const data = configuration.mapItemReaderData
  if (data === undefined) return undefined
  const isTyped = member(reader.config, 'InputType') !== undefined
  const items = itemsOfObject(data, isTyped ? reader.config : { ...reader.config, InputType: 'JSON' })
  return items instanceof QueryFailure ? items : itemList(items)
}

/** Recorded: MaxConcurrency is always shown, 0 where it has none, and what is tolerated where the state says it. */
function seeLimits({ inspector }: Trial, maxConcurrency = 0, limits: MapRunLimits | undefined): void {
  const { toleratedCount, toleratedPercentage } = limits ?? {}
  inspector.count({
    maxConcurrency,
    ...(toleratedCount !== undefined && { toleratedFailureCount: toleratedCount }),
    ...(toleratedPercentage !== undefined && { toleratedFailurePercentage: toleratedPercentage }),
  })
}

/** The inputs of the iterations: items that went through the ItemSelector, one by one or in batches. */
function iterationsOf(
  trial: Trial,
  state: Compiled<'Map'>,
  items: readonly Json[],
  limits: MapRunLimits | undefined,
): readonly Json[] | QueryFailure {
  const { inspector } = trial
  const read = limits?.maxItems ? items.slice(0, limits.maxItems) : items
  const selected = selectItems(trial, state, read)
  if (selected instanceof QueryFailure) return selected
  if (state.itemSelector) inspector.see('afterItemSelector', selected)
  if (!limits?.batch) return selected
  const batches = batchesOf(selected, limits.batch)
  inspector.see('afterItemBatcher', batches)
  return batches
}

function selectItems(trial: Trial, state: Compiled<'Map'>, items: readonly Json[]): readonly Json[] | QueryFailure {
  const { itemSelector } = state
  if (!itemSelector) return items
  const selected: Json[] = []
  for (const [Index, Value] of items.entries()) {
    const input = itemSelector(trial.effectiveInput, trial.sources(`item ${Index}`, { Index, Value }))
    if (input instanceof QueryFailure) return input
    selected.push(input)
  }
  return selected
}

function batchesOf(items: readonly Json[], batch: Batch): readonly Json[] {
  const frame = batch.input === undefined ? {} : { BatchInput: batch.input }
  const frameBytes = utf8Size({ ...frame, Items: [] })
  const batches: Json[] = []
  for (let at = 0; at < items.length;) {
    const length = batchLength(items, at, batch, frameBytes)
    batches.push({ ...frame, Items: items.slice(at, at + length) })
    at += length
  }
  return batches
}

function checkFailureCount({ configuration }: Trial, iterations: number | undefined): void {
  const failed = configuration.mapIterationFailureCount ?? 0
  if (iterations === undefined || failed <= iterations) return
  throw validationException('Map iteration failure count must be less than or equal to the number of Map iterations')
}
