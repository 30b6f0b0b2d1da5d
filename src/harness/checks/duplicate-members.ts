import { isArray, isObject, pointer } from '../../asl/json.js'
import type { Json } from '../../asl/json.js'
import { placesOf, writtenFields } from '../../asl/fields/places.js'
import { problem } from '../../asl/problem.js'
import type { Problem } from '../../asl/problem.js'
import { isJsonata } from '../../asl/query-language.js'
import { walkStates } from '../../asl/walk.js'

/**
 * Payload templates with both `x` and `x.$`, which become one member. The language forbids it; that AWS refuses it is not known,
 * so that a run goes on with the second. https://states-language.net/#payload-template
 */
export function duplicateMembers(definition: Json): readonly Problem[] {
  return [...walkStates(definition)].flatMap(({ state, pointer: at }) => {
    if (isJsonata(state, definition)) return []
    return placesOf(state, at).flatMap((place) =>
      [...writtenFields(place.object, place.fields, place.pointer)].flatMap(({ field, value, pointer: here }) =>
        field.JSONPath === 'template' ? duplicatesIn(value, here) : [],
      ),
    )
  })
}

/** Checked definitions are nested no deeper than recursion can go. */
function duplicatesIn(value: Json, at: string): readonly Problem[] {
  if (isArray(value)) return value.flatMap((item, index) => duplicatesIn(item, pointer(at, index)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!name.endsWith('.$')) return duplicatesIn(inner, pointer(at, name))
    const plain = name.slice(0, -2)
    if (!Object.hasOwn(value, plain)) return []
    const message = `'${plain}' and '${name}' become one member`
    return [problem('ASLX_DUPLICATE_MEMBER', 'error', message, pointer(at, name), { hint: 'leave one of them out' })]
  })
}
