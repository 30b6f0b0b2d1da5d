import { isObject, type JsonObject } from '../../asl/json.js'
import { nearestOr } from '../../asl/suggest.js'
import { UserError, withErrorPart } from '../../asl/user-error.js'
import { shown } from '../shown-text.js'

/** What kind of value an option has: how people may write it (`In`), and what it then is. */
export interface OptionKind<In, Out> {
  /** What it must be, for messages, e.g. `a number`. */
  readonly what: string
  /** Undefined for a value that is none; a UserError may say more. */
  readonly read: (raw: unknown) => Out | undefined
  /** Never there: it carries the type of what may be given. */
  readonly takes?: (given: In) => void
}

type Presence = 'needed' | 'defaulted' | 'optional'

export interface Option<In, Out, P extends Presence> {
  readonly kind: OptionKind<In, Out>
  readonly presence: P
  readonly otherwise: Out | undefined
}

export function needed<In, Out>(kind: OptionKind<In, Out>): Option<In, Out, 'needed'> {
  return { kind, presence: 'needed', otherwise: undefined }
}

export function defaulted<In, Out>(kind: OptionKind<In, Out>, otherwise: NoInfer<Out>): Option<In, Out, 'defaulted'> {
  return { kind, presence: 'defaulted', otherwise }
}

export function optional<In, Out>(kind: OptionKind<In, Out>): Option<In, Out, 'optional'> {
  return { kind, presence: 'optional', otherwise: undefined }
}

/** The options of a model, by name. */
export type OptionTable = Readonly<Record<string, Option<never, unknown, Presence>>>

type InOf<O> = O extends Option<infer In, unknown, Presence> ? In : never
type OutOf<O> = O extends Option<never, infer Out, infer P> ? (P extends 'optional' ? Out | undefined : Out) : never
type NeededKeys<T extends OptionTable> = { [K in keyof T]: T[K]['presence'] extends 'needed' ? K : never }[keyof T]

/** Options as they are given. */
export type OptionsOf<T extends OptionTable> = { readonly [K in NeededKeys<T>]: InOf<T[K]> } & {
  readonly [K in Exclude<keyof T, NeededKeys<T>>]?: InOf<T[K]>
}

/** Options as they are read: checked, with their defaults. */
export type Values<T extends OptionTable> = { readonly [K in keyof T]: OutOf<T[K]> }

/** UserError, in one line, for an option that there is not, that is missing, or of the wrong kind. `what` has the options. */
export function readOptions<T extends OptionTable>(what: string, table: T, given: unknown): Values<T> {
  if (!isObject(given)) throw new UserError('usage', `${what} must be an object with ${Object.keys(table).join(', ')}`)
  for (const name of Object.keys(given)) if (!Object.hasOwn(table, name)) throw unknownOption(what, table, name)
  const entries = Object.entries(table).map(([name, option]) => {
    const raw: unknown = Object.hasOwn(given, name) ? given[name] : undefined
    return [name, raw === undefined ? missing(what, name, option) : valueOf(`${what}: ${name}`, option, raw)] as const
  })
  return Object.fromEntries(entries) as Values<T>
}

/** The options as data, without those that are absent. */
export function optionsAsJson(values: object): JsonObject {
  return JSON.parse(JSON.stringify(values)) as JsonObject
}

function missing(what: string, name: string, { presence, otherwise, kind }: Option<never, unknown, Presence>): unknown {
  if (presence !== 'needed') return otherwise
  throw new UserError('usage', `${what} needs ${name}: ${kind.what}`)
}

function valueOf(where: string, { kind }: Option<never, unknown, Presence>, raw: unknown): unknown {
  const value = withErrorPart(where, () => kind.read(raw))
  if (value !== undefined) return value
  const was = typeof raw === 'string' || typeof raw === 'number' ? `, and it is ${shown(String(raw))}` : ''
  throw new UserError('usage', `${where} must be ${kind.what}${was}`)
}

function unknownOption(what: string, table: OptionTable, name: string): UserError {
  const names = Object.keys(table)
  const near = nearestOr(name, names, `it has ${names.join(', ')}`)
  return new UserError('usage', `${what} has no option ${shown(name)}`, near)
}
