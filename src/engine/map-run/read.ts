import { isArray, isObject, type Json, member } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import { itemsOfObject } from '../../data/items/items-of-object.js'
import type { Draft } from '../draft.js'
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
  strand.task = undefined
  if ('failure' in outcome) {
    const cause = outcome.failure.cause ?? outcome.failure.error ?? 'The object could not be read.'
    return failMapRun(draft, strand, { error: 'States.ItemReaderFailed', cause })
  }
  const { maxItems } = work.limits
  const items = maxItems !== undefined && maxItems < 0 ? negativeMaxItems : itemsOf(reader, outcome.output)
  if (items instanceof QueryFailure) return failMapRun(draft, strand, { error: items.error, cause: items.cause })
  strand.mapRun = { ...work, items: maxItems === undefined || maxItems === 0 ? items : items.slice(0, maxItems) }
  strand.phase = 'map-run'
}

const negativeMaxItems = new QueryFailure('States.ItemReaderFailed', 'field MaxItems must be positive')

/** A list of objects is a list of items; an object's text is read by the ReaderConfig. */
function itemsOf(reader: CompiledItemReader, answer: Json): readonly Json[] | QueryFailure {
  const contents = isObject(answer) ? member(answer, 'Contents') : undefined
  if (contents !== undefined && isArray(contents)) return contents
  const body = isObject(answer) ? member(answer, 'Body') : undefined
  if (typeof body === 'string') return itemsOfObject(body, reader.config)
  if (body !== undefined) return itemsOfObject(JSON.stringify(body), reader.config)
  return new QueryFailure('States.ItemReaderFailed', 'The ItemReader got an answer without Body or Contents.')
}
