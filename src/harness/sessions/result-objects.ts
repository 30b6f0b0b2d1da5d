import { type MapResults, resultFiles } from '../../data/items/result-files.js'
import type { ObjectStore } from '../../tasks/object-store.js'

/** What ResultWriters wrote, newest first: results, which become files when somebody reads them. */
export interface ResultObjects {
  readonly results: MapResults
  readonly before: ResultObjects | undefined
}

/** Texts of results that were read: making them once is enough. */
const texts = new WeakMap<MapResults, Readonly<Record<string, string>>>()

function filesOf(results: MapResults): Readonly<Record<string, string>> {
  const known = texts.get(results)
  if (known) return known
  const files = resultFiles(results)
  texts.set(results, files)
  return files
}

/** The texts that ResultWriters wrote, by bucket and key. */
export function resultObjectTexts(
  written: ResultObjects | undefined,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return oldestFirst(written).reduce<Readonly<Record<string, Readonly<Record<string, string>>>>>(
    (objects, results) => ({ ...objects, [results.bucket]: { ...objectsIn(objects, results), ...filesOf(results) } }),
    {},
  )
}

function objectsIn<T>(store: Readonly<Record<string, T>>, { bucket }: MapResults): T | undefined {
  return Object.hasOwn(store, bucket) ? store[bucket] : undefined
}

/**
 * The objects of a store with what ResultWriters wrote in it. That a bucket of which the scenario says nothing can be
 * written to is an assumption.
 */
export function storeWith(store: ObjectStore, written: ResultObjects | undefined): ObjectStore {
  return written ? oldestFirst(written).reduce(withResults, store) : store
}

function withResults(store: ObjectStore, results: MapResults): ObjectStore {
  return { ...store, [results.bucket]: { ...objectsIn(store, results), ...filesOf(results) } }
}

function oldestFirst(written: ResultObjects | undefined): readonly MapResults[] {
  const results: MapResults[] = []
  for (let link = written; link; link = link.before) results.push(link.results)
  return results.reverse()
}
