import { isArray, isObject, type Json } from '../../asl/json.js'
import { parseCall, type Argument, type IntrinsicCall as Call } from '../../data/intrinsics/parse-intrinsic.js'
import { formatTemplate, type FormatTemplate } from '../../data/intrinsics/format-template.js'
import { INTRINSICS } from '../../data/intrinsics/intrinsic-table.js'
import { IntrinsicError } from '../../data/intrinsics/intrinsic.js'
import { valueAtPath } from './path-value.js'
import type { Trail } from './trail.js'
import type { ValueScope } from './value-scope.js'
import { impose, itemsOf, jsonOf, known, type OpenValue, present } from './open-value.js'
import { itemOfComputed, textsSplitInto } from './split-text.js'
import { ANY_NUMBER, ANY_SCALAR, ANY_TEXT, type Want } from './wanted-value.js'

/** The value of a payload template; undefined where a path leads nowhere. */
export function templateValue(template: Json, scope: ValueScope): OpenValue | undefined {
  if (isArray(template)) {
    const items = template.map((item) => templateValue(item, scope))
    return items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined
  }
  if (!isObject(template)) return known(template)
  const members = new Map<string, OpenValue>()
  for (const [key, part] of Object.entries(template)) {
    const isQuery = key.endsWith('.$') && typeof part === 'string'
    const value = isQuery ? queryValue(part, scope) : templateValue(part, scope)
    if (!value) return undefined
    members.set(isQuery ? key.slice(0, -2) : key, value)
  }
  return { kind: 'object', members, below: undefined }
}

/** The value of a path or of a call of an intrinsic function. */
export function queryValue(text: string, scope: ValueScope): OpenValue | undefined {
  return text.startsWith('$') ? valueAtPath(text, scope) : callValue(text, scope)
}

function callValue(text: string, scope: ValueScope): OpenValue | undefined {
  try {
    return evaluate(parseCall(text), scope)
  } catch {
    return undefined
  }
}

function argumentValue(argument: Argument, scope: ValueScope): OpenValue | undefined {
  if (argument.kind === 'call') return evaluate(argument, scope)
  return argument.kind === 'path' ? valueAtPath(argument.text, scope) : known(argument.value)
}

/** What arguments have to be. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
const ARGUMENTS: Readonly<Record<string, readonly (Want | 'list' | 'object' | undefined)[]>> = {
  'States.ArrayPartition': ['list', ANY_NUMBER],
  'States.ArrayContains': ['list'],
  'States.ArrayRange': [ANY_NUMBER, ANY_NUMBER, ANY_NUMBER],
  'States.ArrayGetItem': ['list', ANY_NUMBER],
  'States.ArrayLength': ['list'],
  'States.ArrayUnique': ['list'],
  'States.Base64Encode': [ANY_TEXT],
  'States.Base64Decode': [{ test: ANY_TEXT.test, examples: ['e30='] }],
  'States.Hash': [ANY_SCALAR, ANY_TEXT],
  'States.JsonMerge': ['object', 'object'],
  'States.MathRandom': [
    ANY_NUMBER,
    { ...ANY_NUMBER, test: (value) => typeof value === 'number' && value > 1, examples: [10], key: 'over 1' },
  ],
  'States.MathAdd': [ANY_NUMBER, ANY_NUMBER],
  'States.StringSplit': [ANY_TEXT, ANY_TEXT],
  'States.StringToJson': [ANY_TEXT],
}

function evaluate(call: Call, scope: ValueScope): OpenValue | undefined {
  const args = call.args.map((argument) => argumentValue(argument, scope))
  if (!args.every((arg) => arg !== undefined)) return undefined
  const special = specialValue(call.name, args, scope)
  if (special) return special
  if (call.name === 'States.Format' && !isFilled(call, args, scope)) return undefined
  const needs = ARGUMENTS[call.name] ?? []
  for (const [i, arg] of args.entries()) if (!isAsNeeded(arg, needs[i], scope)) return undefined
  const compute = computing(call, args)
  // What is known altogether is computed once.
  const now = args.every(isKnown) ? compute() : undefined
  return now === undefined ? { kind: 'computed', compute, parts: args, tries: triesFor(call.name, args) } : known(now)
}

/** Whether the template of a call, which may come from data, has a place for each argument. */
function isFilled(call: Call, [template]: readonly OpenValue[], { trail }: ValueScope): boolean {
  const [written] = call.args
  const places = call.args.length - 1
  if (written?.kind === 'string') return hasPlaces(written, places)
  return template !== undefined && impose(template, templateOf(places), trail)
}

function hasPlaces({ pieces, strayBrace }: FormatTemplate, places: number): boolean {
  return strayBrace === undefined && pieces.length === places + 1
}

/** A text with as many `{}` as there are arguments. */
function templateOf(places: number): Want {
  const test = (value: Json): boolean => typeof value === 'string' && hasPlaces(formatTemplate(value), places)
  return { test, examples: [Array.from({ length: places }, () => '{}').join(' ')] }
}

function isKnown({ kind }: OpenValue): boolean {
  return kind === 'known'
}

function isAsNeeded(value: OpenValue, need: Want | 'list' | 'object' | undefined, { trail }: ValueScope): boolean {
  if (need === undefined) return true
  if (need === 'list') return itemsOf(value) !== undefined
  if (need === 'object') return value.kind !== 'hole' || value.hole.beObject()
  return impose(value, need, trail)
}

/** Functions of which the parts are known even if the values are not. */
function specialValue(name: string, args: readonly OpenValue[], { trail }: ValueScope): OpenValue | undefined {
  const [first, second] = args
  if (name === 'States.Array') return { kind: 'list', items: args }
  if (!first) return undefined
  if (name === 'States.StringToJson') return parsedValue(first)
  if (name === 'States.JsonMerge' && second) return mergedValue(first, second)
  if (name === 'States.ArrayGetItem' && second) {
    const index = impose(second, { test: ANY_NUMBER.test, examples: [0] }, trail) ? jsonOf(second) : undefined
    return typeof index === 'number' ? itemsAt(first, index, trail) : undefined
  }
  return undefined
}

function itemsAt(list: OpenValue, index: number, trail: Trail): OpenValue | undefined {
  if (list.kind === 'hole') {
    const hole = list.hole.item(index)
    return hole && { kind: 'hole', hole }
  }
  if (list.kind !== 'computed') return itemsOf(list)?.at(index)
  const item = itemOfComputed(list, index, trail)
  return present(item) ? item : undefined
}

/** The value that a text is the JSON of. */
export function parsedValue(text: OpenValue): OpenValue | undefined {
  if (text.kind === 'hole') {
    const hole = text.hole.parsed()
    return hole && { kind: 'hole', hole }
  }
  if (text.kind === 'computed' && text.parts.length === 1 && text.tries === PRINTED) return text.parts[0]
  const compute = (): Json | undefined => {
    const json = jsonOf(text)
    try {
      return typeof json === 'string' ? (JSON.parse(json) as Json) : undefined
    } catch {
      return undefined
    }
  }
  const now = compute()
  return now === undefined ? undefined : { kind: 'computed', compute, parts: [text] }
}

/** Marks a value as the JSON text of its one part. */
const PRINTED = (): readonly Json[] => []

/** The JSON text of a value. */
export function printedValue(value: OpenValue): OpenValue {
  const compute = (): Json | undefined => {
    const json = jsonOf(value)
    return json === undefined ? undefined : JSON.stringify(json)
  }
  return { kind: 'computed', compute, parts: [value], tries: PRINTED }
}

/** The members of the second over those of the first. */
export function mergedValue(first: OpenValue, second: OpenValue): OpenValue {
  if (second.kind === 'object' && !second.below) {
    const members = first.kind === 'object' ? [...first.members, ...second.members] : [...second.members]
    return { kind: 'object', members: new Map(members), below: first.kind === 'object' ? first.below : first }
  }
  const json = second.kind === 'known' && isObject(second.json) ? second.json : undefined
  if (json) return mergedValue(first, { kind: 'object', members: knownMembers(json), below: undefined })
  return second.kind === 'hole' ? second : first
}

function knownMembers(json: { readonly [key: string]: Json }): ReadonlyMap<string, OpenValue> {
  return new Map(Object.entries(json).map(([key, part]) => [key, known(part)]))
}

const NO_CHANCE = { number: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' }

function computing(call: Call, args: readonly OpenValue[]): () => Json | undefined {
  const intrinsic = INTRINSICS.get(call.name)
  const [template] = call.args
  return () => {
    const values = args.map((arg) => jsonOf(arg) ?? null)
    const [text] = values
    if (intrinsic?.template && template?.kind === 'string') values[0] = template.pieces
    else if (intrinsic?.template && typeof text === 'string') values[0] = formatTemplate(text).pieces
    const result = intrinsic?.call(values, NO_CHANCE)
    return result === undefined || result instanceof IntrinsicError ? undefined : result
  }
}

/** Values of an argument that lead to a result. */
function triesFor(name: string, args: readonly OpenValue[]): (wanted: Json) => readonly Json[] {
  if (name === 'States.MathAdd') {
    return (wanted) => {
      if (typeof wanted !== 'number') return []
      return args.flatMap((arg) => {
        const json = arg.kind === 'known' ? arg.json : undefined
        return typeof json === 'number' ? [wanted - json] : []
      })
    }
  }
  if (name === 'States.StringSplit') {
    const separator = args[1] && jsonOf(args[1])
    return textsSplitInto(typeof separator === 'string' ? separator.slice(0, 1) : ' ')
  }
  if (name === 'States.ArrayLength') return (wanted) => (typeof wanted === 'number' ? [emptyObjects(wanted)] : [])
  if (name === 'States.ArrayContains') {
    return (wanted) => {
      const sought = args[1] && jsonOf(args[1])
      return wanted === true && sought !== undefined ? [[sought]] : [[]]
    }
  }
  return () => []
}

/** A list of so many items. */
export function emptyObjects(length: number): readonly Json[] {
  return Array.from({ length: Math.max(0, Math.min(length, 50)) }, () => ({}))
}
