import * as fc from 'fast-check'
import { isArray, isObject, setMember, type Json, type JsonObjectBuilder } from '../../src/asl/json.js'
import { unreachable } from '../../src/asl/unreachable.js'
import { KEYS, nested, values } from './hostile.js'

/** A change at the member number `at`, counted round. */
export interface Mutation {
  readonly at: number
  readonly how: 'replace' | 'remove' | 'copy' | 'add' | 'rename' | 'wrap' | 'deepen'
  readonly value: Json
  readonly key: string
  readonly from: number
}

/** Changes to any JSON; `members` are names with values that mean something where they are put. */
export function mutationsWith(members: readonly (readonly [string, Json])[]): fc.Arbitrary<readonly Mutation[]> {
  const meant = fc.constantFrom(...members)
  const any = fc.tuple(fc.constantFrom(...KEYS), values)
  const mutation = fc
    .record({
      at: fc.nat(5_000),
      how: fc.constantFrom<Mutation['how'][]>(
        'replace',
        'remove',
        'copy',
        'add',
        'add',
        'add',
        'rename',
        'wrap',
        'deepen',
      ),
      member: fc.oneof({ weight: 4, arbitrary: meant }, { weight: 1, arbitrary: any }),
      from: fc.nat(5_000),
    })
    .map(({ at, how, member: [key, value], from }) => ({ at, how, value, key, from }))
  return fc.array(mutation, { minLength: 1, maxLength: 5 })
}

interface Place {
  readonly value: Json
  readonly path: readonly (string | number)[]
}

export function mutated(root: Json, mutations: readonly Mutation[]): Json {
  return mutations.reduce((current, mutation) => {
    const places = placesIn(current)
    const place = places[mutation.at % places.length]
    const source = places[mutation.from % places.length]
    return place && source
      ? changed(current, place.path, (value, key) => change(value, key, mutation, source.value))
      : current
  }, root)
}

/** Every value of a document, but none below 300 levels. */
export function placesIn(root: Json, path: readonly (string | number)[] = []): Place[] {
  const children =
    path.length > 300 ? [] : isArray(root) ? [...root.entries()] : isObject(root) ? Object.entries(root) : []
  return [{ value: root, path }, ...children.flatMap(([key, value]) => placesIn(value, [...path, key]))]
}

type Changed = readonly (readonly [string, Json])[]

/** What stands in the place of a member: any number of members. An element of an array takes the first value. */
function change(value: Json, key: string, mutation: Mutation, source: Json): Changed {
  switch (mutation.how) {
    case 'replace':
      return [[key, mutation.value]]
    case 'remove':
      return []
    case 'copy':
      return [[key, source]]
    case 'add':
      return [[key, isObject(value) ? objectOf([...Object.entries(value), [mutation.key, mutation.value]]) : value]]
    case 'rename':
      return [[mutation.key, value]]
    case 'wrap':
      return [[key, nested(value, 1 + (mutation.from % 3), mutation.from % 2 ? 'a' : undefined)]]
    case 'deepen':
      return [[key, nested(value, mutation.from % 250, mutation.from % 2 ? 'a' : undefined)]]
    default:
      return unreachable(mutation.how)
  }
}

function changed(root: Json, path: readonly (string | number)[], with_: (value: Json, key: string) => Changed): Json {
  const [key, ...rest] = path
  if (key === undefined) return with_(root, '')[0]?.[1] ?? root
  const of = (value: Json): Changed =>
    rest.length === 0 ? with_(value, String(key)) : [[String(key), changed(value, rest, with_)]]
  if (isArray(root)) return root.flatMap((item, index) => (index === key ? of(item).map(([, value]) => value) : [item]))
  if (!isObject(root)) return root
  return objectOf(
    Object.entries(root).flatMap(([name, value]) => (name === key ? of(value) : [[name, value] as const])),
  )
}

export function objectOf(members: Changed): Json {
  const object: JsonObjectBuilder = {}
  for (const [key, value] of members) setMember(object, key, value)
  return object
}
