import { isArray, isObject, type Json } from '../../src/asl/json.js'
import { objectOf, placesIn } from './mutate.js'

/** Smaller values than this one, the smallest first: with parts left out, replaced by something plain, or cut in half. */
function* smaller(root: Json): Generator<Json> {
  const places = placesIn(root).sort((a, b) => a.path.length - b.path.length)
  for (const { path, value } of places) {
    for (const less of lesser(value)) yield put(root, path, less)
  }
}

function* lesser(value: Json): Generator<Json> {
  if (typeof value === 'string') {
    if (value === '') return
    yield ''
    for (let length = Math.ceil(value.length / 2); length >= 1; length = Math.floor(length / 2)) {
      for (let at = 0; at < value.length; at += length) yield value.slice(0, at) + value.slice(at + length)
    }
  } else if (typeof value === 'number') {
    if (value !== 0) yield 0
    if (Math.abs(value) > 2) yield Math.trunc(value / 2)
  } else if (isArray(value)) {
    if (value.length > 1) yield value.slice(0, value.length / 2)
    if (value.length > 1) yield value.slice(value.length / 2)
    for (const index of value.keys()) yield value.toSpliced(index, 1)
    yield* value
  } else if (isObject(value)) {
    const members = Object.entries(value)
    for (const [left] of members) yield objectOf(members.filter(([key]) => key !== left))
    for (const [, inner] of members) if (typeof inner === 'object' && inner !== null) yield inner
  } else if (value !== null) yield null
}

function put(root: Json, path: readonly (string | number)[], value: Json): Json {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (isArray(root)) return root.map((item, index) => (index === key ? put(item, rest, value) : item))
  if (!isObject(root)) return root
  return objectOf(Object.entries(root).map(([name, item]) => [name, name === key ? put(item, rest, value) : item]))
}

/** The smallest value reached from `given`, by steps after each of which it still is as bad, in at most `tries` tries. */
export async function shrunk(given: Json, isBad: (value: Json) => Promise<boolean>, tries: number): Promise<Json> {
  let current = given
  let left = tries
  for (let found = true; found && left > 0;) {
    found = false
    for (const candidate of smaller(current)) {
      if (left-- <= 0) break
      if (!(await isBad(candidate))) continue
      current = candidate
      found = true
      break
    }
  }
  return current
}
