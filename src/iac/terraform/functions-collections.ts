import { argument, type Functions } from './call.js'
import {
  byText,
  isMembers,
  type ObjectMember,
  membersOf,
  needBoolean,
  needList,
  needMembers,
  needNumber,
  needText,
  NoValue,
  type ObjectValue,
  settled,
  textOfValue,
  tracedOf,
  Unknown,
  type TerraformValue,
} from './terraform-values.js'

/** Members in the order Terraform goes through them: by their names. */
export function sorted(members: ObjectValue): readonly (readonly [string, ObjectMember])[] {
  return [...members].sort(([a], [b]) => byText(a, b))
}

/** The members of all; later ones count. An object that is not known adds none, and null is none. */
function merge(args: readonly TerraformValue[]): ObjectValue {
  const all = new Map<string, ObjectMember>()
  for (const arg of args) {
    const inside = settled(arg)
    if (inside === null || (arg instanceof Unknown && !isMembers(inside))) continue
    for (const [key, member] of needMembers(arg)) all.set(key, member)
  }
  return all
}

function lookup([object = null, key = null, otherwise]: readonly TerraformValue[]): TerraformValue {
  const found = needMembers(object).get(needText(key))?.value ?? otherwise
  if (found === undefined) throw new NoValue(`there is no ${needText(key)}`)
  return found
}

/** The first that is there: not null, and for texts not empty. */
function coalesce(args: readonly TerraformValue[]): TerraformValue {
  const found = args.find((arg) => settled(arg) !== null && textOfValue(arg) !== '')
  if (found === undefined) throw new NoValue('all arguments are null or empty')
  return found
}

function coalesceList(args: readonly TerraformValue[]): TerraformValue {
  const found = args.find((arg) => needList(arg).length > 0)
  if (found === undefined) throw new NoValue('all lists are empty')
  return found
}

function transpose(members: ObjectValue): ObjectValue {
  const all = new Map<string, string[]>()
  for (const [key, { value }] of sorted(members)) {
    for (const item of needList(value)) all.set(needText(item), [...(all.get(needText(item)) ?? []), key])
  }
  return membersOf(all)
}

function toText(value: TerraformValue): TerraformValue {
  return settled(value) === null ? null : (tracedOf(value) ?? needText(value))
}

/** `map("a", 1, "b", 2)`, as it was written before Terraform 0.12. */
function pairs(args: readonly TerraformValue[]): ObjectValue {
  const entries = args.flatMap((key, index): [string, TerraformValue][] =>
    index % 2 === 0 ? [[needText(key), args[index + 1] ?? null]] : [],
  )
  return membersOf(entries)
}

export const COLLECTION_FUNCTIONS: Functions = [
  ['merge', merge],
  ['keys', (args) => sorted(needMembers(argument(args, 0))).map(([key]) => key)],
  ['values', (args) => sorted(needMembers(argument(args, 0))).map(([, member]) => member.value)],
  ['lookup', lookup],
  ['coalesce', coalesce],
  ['coalescelist', coalesceList],
  ['transpose', (args) => transpose(needMembers(argument(args, 0)))],
  ['tomap', (args) => needMembers(argument(args, 0))],
  ['map', pairs],
  ['list', (args) => args],
  ['tostring', (args) => toText(argument(args, 0))],
  ['tonumber', (args) => (settled(argument(args, 0)) === null ? null : needNumber(argument(args, 0)))],
  ['tobool', (args) => (settled(argument(args, 0)) === null ? null : needBoolean(argument(args, 0)))],
  ['sensitive', (args) => argument(args, 0)],
  ['nonsensitive', (args) => argument(args, 0)],
]
