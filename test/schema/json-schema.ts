/** The words of JSON Schema that the schemas of aslx use. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly pattern?: string
}

const KNOWN = new Set([
  ...[
    '$ref',
    '$defs',
    '$schema',
    'title',
    'description',
    'type',
    'enum',
    'anyOf',
    'properties',
    'additionalProperties',
  ],
  ...['required', 'minProperties', 'items', 'minItems', 'minimum', 'pattern'],
])

/** Whether a value is as the schema says. Throws for a word of JSON Schema that is not read here. */
export function isValid(value: unknown, schema: Schema, root: Schema = schema): boolean {
  const unread = Object.keys(schema).find((word) => !KNOWN.has(word))
  if (unread !== undefined) throw new Error(`"${unread}" is not read`)
  if (schema.$ref !== undefined && !isValid(value, referred(schema.$ref, root), root)) return false
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOf(value, type))) return false
  if (schema.enum && !schema.enum.includes(value)) return false
  if (schema.anyOf && !schema.anyOf.some((one) => isValid(value, one, root))) return false
  if (schema.minimum !== undefined && typeof value === 'number' && value < schema.minimum) return false
  if (schema.pattern !== undefined && typeof value === 'string' && !new RegExp(schema.pattern).test(value)) return false
  if (Array.isArray(value)) return isValidList(value, schema, root)
  return isOf(value, 'object') ? isValidObject(value as Readonly<Record<string, unknown>>, schema, root) : true
}

function isValidList(value: readonly unknown[], { minItems = 0, items }: Schema, root: Schema): boolean {
  return value.length >= minItems && (!items || value.every((item) => isValid(item, items, root)))
}

function isValidObject(value: Readonly<Record<string, unknown>>, schema: Schema, root: Schema): boolean {
  const { properties = {}, additionalProperties = true, required = [], minProperties = 0 } = schema
  if (required.some((key) => !Object.hasOwn(value, key)) || Object.keys(value).length < minProperties) return false
  return Object.entries(value).every(([key, item]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (own) return isValid(item, own, root)
    return typeof additionalProperties === 'boolean' ? additionalProperties : isValid(item, additionalProperties, root)
  })
}

function referred(ref: string, root: Schema): Schema {
  const found = root.$defs?.[ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`${ref} is nowhere`)
  return found
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'null') return value === null
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
