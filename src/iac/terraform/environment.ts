import type { SourcePosition } from '../../asl/positions.js'
import { sorted } from './functions-collections.js'
import type { TerraformRuntime } from './terraform-runtime.js'
import type { Expression, ForHead } from './hcl-syntax.js'
import {
  isList,
  isMembers,
  isOpen,
  needBoolean,
  NoValue,
  settled,
  textOfValue,
  Unknown,
  type TerraformValue,
} from './terraform-values.js'

/** What the names of an expression mean, and what evaluation needs. */
export interface Environment {
  readonly runtime: TerraformRuntime
  readonly evaluate: (expression: Expression, environment: Environment) => TerraformValue
  /** The folder of the module the expression stands in. */
  readonly folder: string
  /** Names that are bound here: of a `for`, of a template, `each` and `count`. */
  readonly bound: ReadonlyMap<string, TerraformValue>
  /** A name of the module with as many of the steps after it as it takes, e.g. `var.x`; undefined if there is none. */
  readonly reference: (name: string, steps: readonly string[]) => Reference | undefined
  /** Within `try` and `can`: what has no value is an error, and elsewhere it is not known. */
  readonly strict?: boolean
}

export interface Reference {
  readonly value: TerraformValue
  /** How many steps are in it. */
  readonly taken: number
}

/** Where an expression begins. */
export function expressionPosition(expression: Expression): SourcePosition {
  return expression.source.origin(expression.start)
}

/** An expression as a token: its text in one line. */
export function tokenOf({ source, start, end }: Expression): string {
  return source.text
    .slice(start, end)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
}

/** What stands in where nothing better is known: the expression in letters that are safe in names and JSON. */
export function safeText(token: string): string {
  return (
    token
      .replaceAll(/[^\w.-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 80) || 'unknown'
  )
}

export function unknown(expression: Expression, { runtime }: Environment, standIn?: TerraformValue): TerraformValue {
  const token = tokenOf(expression)
  return runtime.unknown(token, standIn ?? safeText(token))
}

/** A value made of others: not known if one of them is not. */
export function made(
  expression: Expression,
  environment: Environment,
  of: readonly TerraformValue[],
  make: () => TerraformValue,
): TerraformValue {
  const open = of.some((value) => value instanceof Unknown)
  try {
    const value = make()
    return open && !(value instanceof Unknown) ? unknown(expression, environment, value) : value
  } catch (error) {
    if (error instanceof NoValue && open) return unknown(expression, environment)
    throw error
  }
}

/** Whether a condition holds; one that is not known does, unless what stands in for it says otherwise. */
export function mayHold(condition: TerraformValue): boolean {
  if (!(condition instanceof Unknown)) return needBoolean(condition)
  return textOfValue(condition) !== 'false'
}

/** What a `for` or splat goes through. What is not known, and not known to be a collection, has one element. */
export function elements(
  of: TerraformValue,
  runtime: TerraformRuntime,
): readonly (readonly [TerraformValue, TerraformValue])[] {
  const inside = settled(of)
  if (isList(inside)) return inside.map((item, index) => [index, item])
  if (isMembers(inside)) return sorted(inside).map(([key, member]) => [key, member.value])
  if (isOpen(inside)) return inside.empty ? [] : [[0, inside.many ? inside.access(0, true) : inside]]
  if (of instanceof Unknown) return [[0, runtime.unknown(`${of.token}[0]`, of.standIn)]]
  if (inside === null) return []
  return [[0, of]]
}

export function scoped(
  head: ForHead,
  key: TerraformValue,
  value: TerraformValue,
  environment: Environment,
): Environment {
  const bound = new Map(environment.bound)
  if (head.keyName !== undefined) bound.set(head.keyName, key)
  bound.set(head.valueName, value)
  return { ...environment, bound }
}
