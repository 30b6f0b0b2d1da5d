import { setMember } from '../json.js'
import type { Json, JsonObjectBuilder } from '../json.js'
import { walkStates } from '../walk.js'
import { type WrittenField, placesOf, writtenFields } from './places.js'

/**
 * A copy of a definition in which fields of states have other values: those that `replace` gives, and undefined leaves one as
 * it is. The definition itself, if none is replaced. For checked definitions.
 */
export function replaceFields(definition: Json, replace: (written: WrittenField) => Json | undefined): Json {
  if (fieldsOf(definition).every((written) => replace(written) === undefined)) return definition
  const copy = structuredClone(definition)
  for (const written of fieldsOf(copy)) {
    const value = replace(written)
    const owner: JsonObjectBuilder = written.owner
    if (value !== undefined) setMember(owner, written.name, value)
  }
  return copy
}

function fieldsOf(definition: Json): readonly WrittenField[] {
  return [...walkStates(definition)].flatMap(({ state, pointer: at }) =>
    placesOf(state, at).flatMap((place) => [...writtenFields(place.object, place.fields, place.pointer)]),
  )
}
