import type { SourcePosition } from '../../asl/positions.js'
import { TracedText } from '../traced-text.js'

/** A value of an expression. Text may know where it was written; objects keep the order of their members. */
export type TerraformValue = null | boolean | number | string | TracedText | ListValue | ObjectValue | Unknown | Open

export type ListValue = readonly TerraformValue[]
export type ObjectValue = ReadonlyMap<string, ObjectMember>

export interface ObjectMember {
  readonly value: TerraformValue
  /** Where the member's name was written, if it was. */
  readonly at?: () => SourcePosition
}

/** Something of which only parts have a value: a resource, a module. Members are asked for one by one. */
export interface Open {
  /** As other parts of the source refer to it, e.g. `aws_lambda_function.resize[0]`. */
  readonly address: string
  /** Whether it may be several, of which the number is not known. */
  readonly many: boolean
  /** Whether there is none with the values that variables have; asked for one, it acts as if there were. */
  readonly empty: boolean
  /** The value of a member (`.x`), or of an element (`["x"]`) where there are several. */
  readonly access: (key: string | number, indexed: boolean) => TerraformValue
}

/** A value that is only known at deployment; what stands in for it takes part in everything as if it were the value. */
export class Unknown {
  /** What the source says, e.g. `aws_lambda_function.resize.arn`. */
  readonly token: string
  readonly standIn: TerraformValue
  constructor(token: string, standIn: TerraformValue) {
    this.token = token
    this.standIn = standIn
  }
}

/** An expression that has no value; `try` and `can` see it, and elsewhere the value counts as unknown. */
export class NoValue extends Error {}

export function isList(value: TerraformValue): value is ListValue {
  return Array.isArray(value)
}

export function isMembers(value: TerraformValue): value is ObjectValue {
  return value instanceof Map
}

export function isOpen(value: TerraformValue): value is Open {
  return typeof value === 'object' && value !== null && 'access' in value
}

/** The value itself, or what stands in for it. */
export function settled(value: TerraformValue): Exclude<TerraformValue, Unknown> {
  let inside = value
  while (inside instanceof Unknown) inside = inside.standIn
  return inside
}

/** A value as text; undefined for what has none: null, lists, objects. */
export function textOfValue(value: TerraformValue): string | undefined {
  const inside = settled(value)
  if (inside instanceof TracedText) return inside.text
  if (typeof inside === 'string') return inside
  return typeof inside === 'boolean' || typeof inside === 'number' ? String(inside) : undefined
}

export function needText(value: TerraformValue): string {
  const text = textOfValue(value)
  if (text === undefined) throw new NoValue(`expected a string, and got ${kindOf(value)}`)
  return text
}

/** A text that remembers where it was written, if it does. */
export function tracedOf(value: TerraformValue): TracedText | undefined {
  const inside = settled(value)
  return inside instanceof TracedText ? inside : undefined
}

export function needNumber(value: TerraformValue): number {
  const text = textOfValue(value)
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(number)) throw new NoValue(`expected a number, and got ${kindOf(value)}`)
  return number
}

export function needBoolean(value: TerraformValue): boolean {
  const text = textOfValue(value)
  if (text === 'true' || text === 'false') return text === 'true'
  throw new NoValue(`expected true or false, and got ${kindOf(value)}`)
}

export function needList(value: TerraformValue): ListValue {
  const inside = settled(value)
  if (isList(inside)) return inside
  if (isMembers(inside)) return [...inside.values()].map((member) => member.value)
  throw new NoValue(`expected a list, and got ${kindOf(value)}`)
}

export function needMembers(value: TerraformValue): ObjectValue {
  const inside = settled(value)
  if (isMembers(inside)) return inside
  throw new NoValue(`expected an object, and got ${kindOf(value)}`)
}

/** An object of plain values. */
export function membersOf(entries: Iterable<readonly [string, TerraformValue]>): ObjectValue {
  const members = new Map<string, ObjectMember>()
  for (const [key, value] of entries) members.set(key, { value })
  return members
}

export function kindOf(value: TerraformValue): string {
  const inside = settled(value)
  if (inside === null) return 'null'
  if (isList(inside)) return 'a list'
  if (isMembers(inside)) return 'an object'
  if (isOpen(inside)) return inside.address
  return inside instanceof TracedText ? 'a string' : `a ${typeof inside}`
}

/** Whether two values are the same, as `==` has it: kinds must agree, but what stands in for something counts as it. */
export function equal(left: TerraformValue, right: TerraformValue): boolean {
  return fingerprint(left) === fingerprint(right)
}

/** A text that is the same for equal values only. */
export function fingerprint(value: TerraformValue): string {
  const inside = settled(value)
  if (isList(inside)) return `[${inside.map(fingerprint).join(',')}]`
  if (isMembers(inside)) {
    const members = [...inside].map(([key, member]) => `${JSON.stringify(key)}:${fingerprint(member.value)}`)
    return `{${members.sort().join(',')}}`
  }
  if (inside instanceof TracedText) return JSON.stringify(inside.text)
  return isOpen(inside) ? `<${inside.address}>` : JSON.stringify(inside)
}

/** Compares texts by code units, as the order of `keys`, `sort` and JSON members. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
