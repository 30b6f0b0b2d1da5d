import { parseDuration, printDuration } from '../asl/duration.js'
import { type Json, setMember } from '../asl/json.js'
import { MAX_NESTING, nestsDeeperThan } from '../asl/nesting.js'
import { nearestOr } from '../asl/suggest.js'
import { printableJsonText } from '../asl/unprintable.js'
import { UserError, withUserError } from '../asl/user-error.js'
import { parseByteSize, printByteSize } from './byte-size.js'
import { type FaultArguments, type FaultParameter, type FaultParameters, NO_ARGUMENTS } from './fault-parameters.js'
import { quoted, splitOutsideQuotes, unquote } from './quoted-text.js'
import { shown } from './shown-text.js'

/** The part of a row that says what may be given to it. */
export interface Parametrized {
  readonly id: string
  readonly parameters?: FaultParameters
}

/**
 * Arguments given as values: checked, in the order of the parameters, and without those that equal the default, so that
 * what means the same is the same. Text stands for a duration (`5s`) or a size (`300KB`), too. UserError for one that the
 * fault does not take, or of the wrong kind.
 */
export function faultArguments(fault: Parametrized, given: Readonly<Record<string, unknown>>): FaultArguments {
  const parameters = fault.parameters ?? {}
  for (const name of Object.keys(given)) if (!Object.hasOwn(parameters, name)) throw unknownParameter(fault, name)
  const args: Record<string, Json> = {}
  for (const [name, parameter] of Object.entries(parameters)) {
    const raw = Object.hasOwn(given, name) ? given[name] : undefined
    if (raw === undefined) continue
    const value = valueOf(fault, name, parameter, raw)
    if (!equal(value, parameter.default)) setMember(args, name, value)
  }
  return Object.keys(args).length === 0 ? NO_ARGUMENTS : freeze(args)
}

/** UserError if an argument is not there that has to be. */
export function checkComplete(fault: Parametrized, args: FaultArguments): void {
  for (const [name, { default: otherwise, help }] of Object.entries(fault.parameters ?? {})) {
    if (otherwise !== undefined || Object.hasOwn(args, name)) continue
    throw new UserError('usage', `${fault.id} needs its ${name} (${help}): write ${fault.id}(...)`)
  }
}

/** Reads what stands in the parentheses: values by position first, then `name=value`. UserError. */
export function parseArguments(fault: Parametrized, text: string): FaultArguments {
  if (text.trim() === '') return NO_ARGUMENTS
  const parameters = fault.parameters ?? {}
  const names = Object.keys(parameters)
  const given: Record<string, Json> = {}
  let named = false
  for (const [position, part] of splitArguments(text).entries()) {
    const [, key, rest] = /^\s*([A-Za-z_]\w*)\s*=(.*)$/su.exec(part) ?? []
    const name = key ?? names[position]
    if (key === undefined && named) throw mistake(fault, `${shown(part)} follows a value with a name: give it one, too`)
    if (name === undefined) throw mistake(fault, tooMany(names))
    if (!Object.hasOwn(parameters, name)) throw unknownParameter(fault, name)
    if (Object.hasOwn(given, name)) throw mistake(fault, `${name} is given twice`)
    named ||= key !== undefined
    setMember(given, name, readValue(fault, name, parameters[name], (rest ?? part).trim()))
  }
  return faultArguments(fault, given)
}

/** The text that `parseArguments` reads back, without the parentheses: the first parameter bare, the others with names. */
export function printArguments({ parameters = {} }: Parametrized, args: FaultArguments): string {
  return Object.entries(parameters)
    .flatMap(([name, { kind }], position) => {
      if (!Object.hasOwn(args, name)) return []
      const value = printValue(kind, args[name] ?? null)
      return [position === 0 ? value : `${name}=${value}`]
    })
    .join(',')
}

/** The value as people write it in a file or in code: durations and sizes as text. */
export function argumentsAsText({ parameters = {} }: Parametrized, args: FaultArguments): FaultArguments {
  const written: Record<string, Json> = {}
  for (const [name, value] of Object.entries(args)) {
    const kind = parameters[name]?.kind
    const isText = typeof value === 'number' && (kind === 'duration' || kind === 'bytes')
    setMember(written, name, isText ? printValue(kind, value) : value)
  }
  return written
}

const BARE_TEXT = /^[^\s,()[\]{}="*!@;\\\p{C}\p{Zl}\p{Zp}]+$/u

function printValue(kind: FaultParameter['kind'], value: Json): string {
  if (kind === 'json') return jsonText(value)
  if (typeof value === 'string') return BARE_TEXT.test(value) ? value : quoted(value)
  if (typeof value !== 'number') return jsonText(value)
  if (kind === 'duration') return printDuration(value).replaceAll(' ', '')
  return kind === 'bytes' ? printByteSize(value) : String(value)
}

function jsonText(value: Json): string {
  return printableJsonText(JSON.stringify(value))
}

/** Cuts at commas outside quotes and brackets of any kind. */
function splitArguments(text: string): readonly string[] {
  const parts: string[] = []
  let pending = ''
  for (const piece of splitOutsideQuotes(text, ',')) {
    pending = pending === '' ? piece : `${pending},${piece}`
    if (isBalanced(pending)) {
      parts.push(pending)
      pending = ''
    }
  }
  return pending === '' ? parts : [...parts, pending]
}

function isBalanced(text: string): boolean {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/gsu, '')
  return bare.replaceAll(/[^[{(]/g, '').length === bare.replaceAll(/[^\]})]/g, '').length
}

/** The value that the text of an argument stands for; its kind is checked later. */
function readValue(fault: Parametrized, name: string, parameter: FaultParameter | undefined, text: string): Json {
  if (parameter?.kind === 'json') {
    try {
      return JSON.parse(text) as Json
    } catch {
      throw mistake(fault, `${name} must be JSON, and ${shown(text)} is none`)
    }
  }
  const value = text.startsWith('"') ? unquote(text) : text
  if (value === undefined || text === '')
    throw mistake(fault, `${name} cannot be ${shown(text)}: put text in double quotes`)
  if (parameter?.kind !== 'number') return value
  const number = Number(value)
  if (/^-?[\d.]+(?:e[+-]?\d+)?$/i.test(value) && Number.isFinite(number)) return number
  throw mistake(fault, `${name} must be a number, and ${shown(value)} is none`)
}

function valueOf(fault: Parametrized, name: string, { kind }: FaultParameter, raw: unknown): Json {
  if (kind === 'duration' || kind === 'bytes') return quantity(fault, name, kind, raw)
  if (kind === 'text' && typeof raw === 'string') return raw
  if (kind === 'number' && typeof raw === 'number' && Number.isFinite(raw)) return raw === 0 ? 0 : raw
  const value = kind === 'json' ? jsonCopy(raw) : undefined
  if (value !== undefined) return value
  throw mistake(fault, `${name} must be ${EXPECTED[kind]}`)
}

const EXPECTED: Readonly<Record<FaultParameter['kind'], string>> = {
  text: 'text',
  number: 'a number',
  duration: 'a duration',
  bytes: 'a size',
  json: `JSON, nested at most ${MAX_NESTING} deep`,
}

function quantity(fault: Parametrized, name: string, kind: 'duration' | 'bytes', raw: unknown): number {
  if (typeof raw !== 'string' && typeof raw !== 'number') throw mistake(fault, `${name} must be ${EXPECTED[kind]}`)
  if (typeof raw === 'string' && raw.length > 100) throw mistake(fault, `${name} cannot be ${shown(raw)}`)
  const read = (): number => (kind === 'duration' ? parseDuration(raw) : parseByteSize(String(raw)))
  return withUserError(read, ({ what }) => mistake(fault, `${name} is ${what}`))
}

/** A copy that nobody else holds; undefined for what is no JSON. */
function jsonCopy(raw: unknown): Json | undefined {
  try {
    const text: unknown = JSON.stringify(raw)
    if (typeof text !== 'string') return undefined
    const value = JSON.parse(text) as Json
    return nestsDeeperThan(value, MAX_NESTING) ? undefined : value
  } catch {
    return undefined
  }
}

function equal(value: Json, otherwise: Json | undefined): boolean {
  return otherwise !== undefined && JSON.stringify(value) === JSON.stringify(otherwise)
}

function freeze<T extends Json>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}

function tooMany(names: readonly string[]): string {
  return names.length === 0 ? 'it takes no arguments' : `it takes only ${names.join(', ')}`
}

function unknownParameter(fault: Parametrized, name: string): UserError {
  const names = Object.keys(fault.parameters ?? {})
  const near = nearestOr(name, names, tooMany(names))
  return new UserError('usage', `it has no ${shown(name)}`, { parts: [fault.id], ...near })
}

function mistake({ id }: Parametrized, what: string): UserError {
  return new UserError('usage', what, { parts: [id] })
}
