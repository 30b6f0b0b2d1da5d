import type { Json } from '../json.js'
import { isPlaceholder } from '../placeholder.js'
import { replaceFields } from './replace-fields.js'
import type { FieldValue } from './value.js'

/**
 * A definition in which placeholders of a template stand for nothing that has to be a number, a time or one of a few names: in
 * their place is a value that fits. What they become is known at deployment only, and no reason to refuse the rest.
 */
export function fillSubstitutions(definition: Json): Json {
  return replaceFields(definition, ({ field, value }) => (isPlaceholder(value) ? fittingValue(field.value) : undefined))
}

/** A value of the kind; undefined where a text will do. */
export function fittingValue(value: FieldValue): Json | undefined {
  if (value.kind === 'number') return Math.min(Math.max(1, value.min), value.max)
  if (value.kind === 'timestamp') return '2030-01-01T00:00:00Z'
  return value.kind === 'one-of' ? value.names[0] : undefined
}
