import { isObject, type Json, member } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import { pointerWithoutMatch } from '../../data/items/items-of-object.js'
import { itemsOfAnswer } from '../../data/items/items-of-answer.js'
import { type Items, firstItems } from '../../data/items/items.js'
import type { Draft } from '../draft.js'
import { prefixedCause } from '../fail.js'
import type { CompiledItemReader, Compiled } from '../program.js'
import { failMapRun } from './end.js'
import type { MutableStrand } from '../strand.js'

/** The ItemReader's call is answered: its items are there, or the Map Run fails with States.ItemReaderFailed. */
export function receiveItems(draft: Draft, strand: MutableStrand, state: Compiled<'Map'>): void {
  const outcome = strand.task?.outcome
  const work = strand.mapRun
  const reader = state.mapRun?.reader
  if (!outcome || !work || !reader || typeof outcome === 'string')
    throw new Error(`state "${state.name}" reads no items`)
  const { parameters } = strand.task ?? {}
  strand.task = undefined
  if ('failure' in outcome) {
    const cause = outcome.failure.cause ?? outcome.failure.error ?? 'The object could not be read.'
    return failMapRun(draft, strand, { error: 'States.ItemReaderFailed', cause })
  }
  const { maxItems } = work.limits
  const items = maxItems !== undefined && maxItems < 0 ? negativeMaxItems : itemsOf(reader, outcome.output, parameters)
  if (items instanceof QueryFailure) {
    const cause = items === pointerWithoutMatch ? prefixedCause(strand, items.cause) : items.cause
    return failMapRun(draft, strand, { error: items.error, cause })
  }
  strand.mapRun = { ...work, items: maxItems === undefined ? items : firstItems(items, maxItems) }
  strand.phase = 'map-run'
}

const negativeMaxItems = new QueryFailure('States.ItemReaderFailed', 'field MaxItems must be positive')

/** What the reader asked for, and the bucket it asked. */
function itemsOf(reader: CompiledItemReader, answer: Json, parameters: Json | undefined): Items | QueryFailure {
  const text = (name: string): string => {
    const value = isObject(parameters) ? member(parameters, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return itemsOfAnswer(answer, reader.config, { bucket: text('Bucket'), key: text('Key') })
}
