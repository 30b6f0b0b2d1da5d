import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Schema, isValid } from './json-schema.js'

const PATH = join(import.meta.dirname, '../../schema/aslx-output.schema.json')
export const outputSchema = JSON.parse(readFileSync(PATH, 'utf8')) as Schema

/** The schema without room for members that it does not name: what is printed is written down. */
function closed(open: Schema): Schema {
  const inner = <T extends Schema | boolean>(part: T): T => (typeof part === 'boolean' ? part : closed(part)) as T
  const each = (parts: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, closed(part)]))
  return {
    ...open,
    ...(open.$defs && { $defs: each(open.$defs) }),
    ...(open.properties && { properties: each(open.properties), additionalProperties: false }),
    ...(open.additionalProperties !== undefined && { additionalProperties: inner(open.additionalProperties) }),
    ...(open.items && { items: closed(open.items) }),
    ...(open.anyOf && { anyOf: open.anyOf.map(closed) }),
  }
}

/** Whether a text is what a command prints: as its definition in the schema says, and with no member beside. */
export function isOutput(text: string, definition: string): boolean {
  const { $defs = {} } = closed(outputSchema)
  return isValid(JSON.parse(text), { $ref: `#/$defs/${definition}` }, { $defs })
}
