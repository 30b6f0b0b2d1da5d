import { isArray, isObject, member, pointer } from '../json.js'
import type { Json, JsonObject } from '../json.js'
import { INNER_RULE_FIELDS, RULE_FIELDS } from './choice-table.js'
import { type Field, type Fields, fieldNamed } from './field.js'
import { CATCHER_FIELDS, RETRIER_FIELDS } from './handler-table.js'
import { STATE_FIELDS, isStateType } from './state-table.js'

/**
 * An object of a state that has fields: the state itself, a rule of its Choices, a rule inside such a rule, a retrier or a
 * catcher.
 */
export interface FieldPlace {
  readonly part: 'state' | 'rule' | 'inner-rule' | 'retrier' | 'catcher'
  readonly object: JsonObject
  readonly fields: Fields
  /** JSON Pointer from the root of the definition. */
  readonly pointer: string
}

/** The objects of a state that have fields; none for a state of an unknown type. */
export function placesOf(state: JsonObject, at: string): readonly FieldPlace[] {
  const type = member(state, 'Type')
  if (!isStateType(type)) return []
  return [
    { part: 'state', object: state, fields: STATE_FIELDS[type], pointer: at },
    ...elementsOf(state, 'Choices', { part: 'rule', fields: RULE_FIELDS, pointer: at }).flatMap(withInnerRules),
    ...elementsOf(state, 'Retry', { part: 'retrier', fields: RETRIER_FIELDS, pointer: at }),
    ...elementsOf(state, 'Catch', { part: 'catcher', fields: CATCHER_FIELDS, pointer: at }),
  ]
}

/** The elements of a list that are objects; `pointer` is that of the object that has the list. */
function elementsOf(owner: JsonObject, list: string, place: Omit<FieldPlace, 'object'>): readonly FieldPlace[] {
  const elements = member(owner, list)
  if (!isArray(elements)) return []
  return elements.flatMap((object, index): readonly FieldPlace[] =>
    isObject(object) ? [{ ...place, object, pointer: pointer(place.pointer, list, index) }] : [],
  )
}

/** Checked definitions are nested no deeper than recursion can go. */
function withInnerRules(place: FieldPlace): readonly FieldPlace[] {
  const { object, pointer: at } = place
  const inner = { part: 'inner-rule', fields: INNER_RULE_FIELDS, pointer: at } as const
  const not = member(object, 'Not')
  const rules = [
    ...elementsOf(object, 'And', inner),
    ...elementsOf(object, 'Or', inner),
    ...(isObject(not) ? [{ ...inner, object: not, pointer: pointer(at, 'Not') }] : []),
  ]
  return [place, ...rules.flatMap(withInnerRules)]
}

/** A field as it is written in an object. */
export interface WrittenField {
  readonly name: string
  readonly field: Field
  readonly value: Json
  /** The object that has it. */
  readonly owner: JsonObject
  /** JSON Pointer of the value. */
  readonly pointer: string
}

/** The fields that an object has, in the order in which they are written; those of the objects within it follow theirs. */
export function* writtenFields(object: JsonObject, fields: Fields, at = ''): Generator<WrittenField> {
  for (const [name, value] of Object.entries(object)) {
    const field = fieldNamed(fields, name)
    if (!field) continue
    const place = pointer(at, name)
    yield { name, field, value, owner: object, pointer: place }
    if (field.fields && isObject(value)) yield* writtenFields(value, field.fields, place)
  }
}
