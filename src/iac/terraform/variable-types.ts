import { toSet } from './functions-lists.js'
import { namedStandIn } from './resource-types.js'
import type { Expression } from './hcl-syntax.js'
import {
  isList,
  isMembers,
  type ObjectMember,
  needBoolean,
  needNumber,
  NoValue,
  settled,
  textOfValue,
  tracedOf,
  Unknown,
  type TerraformValue,
} from './terraform-values.js'

/** The name of a type: `list` for `list(string)` and for the `"list"` of Terraform before 0.12. */
export function typeName(type: Expression | undefined): string | undefined {
  if (type?.kind === 'name' || type?.kind === 'call') return type.name
  if (type?.kind === 'template' && type.parts[0]?.kind === 'text') return type.parts[0].text
  return undefined
}

/** https://developer.hashicorp.com/terraform/language/expressions/type-constraints */
export function converted(value: TerraformValue, type: Expression | undefined): TerraformValue {
  const name = typeName(type)
  const inside = settled(value)
  if (value instanceof Unknown || inside === null) return value
  try {
    if (name === 'number') return needNumber(value)
    if (name === 'bool') return needBoolean(value)
    if (name === 'string') return tracedOf(value) ?? textOfValue(value) ?? value
  } catch (error) {
    if (!(error instanceof NoValue)) throw error
  }
  if (name === 'set' && isList(inside)) return toSet(inside)
  const of = type?.kind === 'call' ? type.args[0] : undefined
  if (name === 'object' && isMembers(inside) && of?.kind === 'object') return withOptional(inside, of.entries)
  if (name === 'list' && isList(inside)) return inside.map((item) => converted(item, of))
  if (name === 'map' && isMembers(inside))
    return new Map([...inside].map(([key, member]) => [key, { ...member, value: converted(member.value, of) }]))
  return value
}

/** Members of an object type that are missing: `optional(type, default)`. */
function withOptional(
  members: ReadonlyMap<string, ObjectMember>,
  entries: readonly { readonly key: Expression; readonly value: Expression }[],
): TerraformValue {
  const all = new Map<string, ObjectMember>(members)
  for (const { key, value } of entries) {
    const name = typeName(key)
    if (name === undefined) continue
    const optional = value.kind === 'call' && value.name === 'optional'
    const type = optional ? value.args[0] : value
    const own = all.get(name)
    if (own) all.set(name, { ...own, value: converted(own.value, type) })
    else if (optional) all.set(name, { value: literal(value.args[1]) })
  }
  return all
}

/** Defaults within types are plain values. */
function literal(expression: Expression | undefined): TerraformValue {
  if (expression === undefined) return null
  if (expression.kind === 'literal') return expression.value
  if (expression.kind === 'list') return expression.items.map(literal)
  if (expression.kind === 'object') {
    return new Map(
      expression.entries.map(({ key, value }): [string, ObjectMember] => [
        typeName(key) ?? '',
        { value: literal(value) },
      ]),
    )
  }
  return expression.kind === 'template' ? (typeName(expression) ?? '') : null
}

/** A value of the type, made from the name. */
export function standInOfType(name: string, type: Expression | undefined): TerraformValue {
  const of = type?.kind === 'call' ? type.args[0] : undefined
  switch (typeName(type)) {
    case 'number':
      return 1
    case 'bool':
      return true
    case 'list':
    case 'set':
      return [standInOfType(name.replace(/s$/, ''), of)]
    case 'map':
      return new Map()
    case 'object': {
      const entries = of?.kind === 'object' ? of.entries : []
      return new Map(
        entries.map(({ key, value }): [string, ObjectMember] => {
          const member = typeName(key) ?? ''
          return [member, { value: standInOfType(member, value) }]
        }),
      )
    }
    case 'optional':
      return standInOfType(name, of)
    case undefined:
    default:
      return namedStandIn(name)
  }
}
