import { isArray, isObject, member, pointer } from '../json.js'
import type { Json, JsonObject } from '../json.js'
import { RULE_FIELDS } from './choice-table.js'
import { type Field, type Fields, fieldNamed } from './field.js'
import { CATCHER_FIELDS } from './handler-table.js'
import { STATE_FIELDS, isStateType } from './state-table.js'

/** An object of a state that has fields: the state itself, a rule of its Choices, or one of its catchers. */
export interface FieldPlace {
  readonly part: 'state' | 'rule' | 'catcher'
  readonly object: JsonObject
  readonly fields: Fields
  /** JSON Pointer from the root of the definition. */
  readonly pointer: string
}

/** The objects of a state whose fields are evaluated; none for a state of an unknown type. */
export function placesOf(state: JsonObject, at: string): readonly FieldPlace[] {
  const type = member(state, 'Type')
  if (!isStateType(type)) return []
  return [
    { part: 'state', object: state, fields: STATE_FIELDS[type], pointer: at },
    ...elementsOf(state, 'Choices').map(([object, index]): FieldPlace => {
      return { part: 'rule', object, fields: RULE_FIELDS, pointer: pointer(at, 'Choices', index) }
    }),
    ...elementsOf(state, 'Catch').map(([object, index]): FieldPlace => {
      return { part: 'catcher', object, fields: CATCHER_FIELDS, pointer: pointer(at, 'Catch', index) }
    }),
  ]
}

function elementsOf(state: JsonObject, list: 'Choices' | 'Catch'): readonly (readonly [JsonObject, number])[] {
  const elements = member(state, list)
  if (!isArray(elements)) return []
  return elements.flatMap((element, index) => (isObject(element) ? [[element, index] as const] : []))
}

/** A field as it is written in an object. */
export interface WrittenField {
  readonly name: string
  readonly field: Field
  readonly value: Json
  /** JSON Pointer of the value. */
  readonly pointer: string
}

/** The fields that an object has, in the order in which they are written; those of the objects within it follow theirs. */
export function* writtenFields(object: JsonObject, fields: Fields, at = ''): Generator<WrittenField> {
  for (const [name, value] of Object.entries(object)) {
    const field = fieldNamed(fields, name)
    if (!field) continue
    const place = pointer(at, name)
    yield { name, field, value, pointer: place }
    if (field.fields && isObject(value)) yield* writtenFields(value, field.fields, place)
  }
}
