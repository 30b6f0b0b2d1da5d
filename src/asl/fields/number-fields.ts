import { RULE_FIELDS } from './choice-table.js'
import type { Field, Fields } from './field.js'
import { CATCHER_FIELDS, RETRIER_FIELDS } from './handler-table.js'
import { INNER_MACHINE_FIELDS, MACHINE_FIELDS } from './machine-table.js'
import { STATE_FIELDS } from './state-table.js'

/** Names of the fields that hold a number where they hold a literal, in whatever object they stand. */
const NUMBER_FIELDS: ReadonlySet<string> = new Set(
  [...Object.values(STATE_FIELDS), MACHINE_FIELDS, INNER_MACHINE_FIELDS, RULE_FIELDS, RETRIER_FIELDS, CATCHER_FIELDS]
    .flatMap(withInnerFields)
    .flatMap(([name, { value, JSONPath }]) => (value.kind === 'number' && JSONPath === 'literal' ? [name] : [])),
)

function withInnerFields(fields: Fields): readonly (readonly [string, Field])[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    [name, field] as const,
    ...(field.fields ? withInnerFields(field.fields) : []),
  ])
}

/** Whether a JSON text breaks off where the value of such a field has to follow: `{ "Seconds": `. 1 is a value that all of them allow. */
export function endsBeforeNumber(text: string): boolean {
  const name = /"(\w+)"\s*:\s*$/.exec(text)?.[1]
  return name !== undefined && NUMBER_FIELDS.has(name)
}
