import { isArray, isObject, type Json, type JsonObjectBuilder, member, setMember } from '../../asl/json.js'
import { unreachable } from '../../asl/unreachable.js'
import type { HoleValue } from './hole-value.js'
import type { Trail } from './trail.js'
import type { Want } from './wanted-value.js'

/**
 * What is known of a value on the way through a machine: all of it, or where it comes from, or of which parts it is made, or
 * how it was computed.
 */
export type OpenValue =
  | { readonly kind: 'known'; readonly json: Json }
  | { readonly kind: 'hole'; readonly hole: HoleValue }
  /** Members laid over a value, if there is one below. */
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, OpenValue>; readonly below: OpenValue | undefined }
  | { readonly kind: 'list'; readonly items: readonly OpenValue[] }
  | ComputedValue

/** A value that an expression makes of others. */
export interface ComputedValue {
  readonly kind: 'computed'
  /** Computes it anew from what its parts are now; undefined if there is no value. */
  readonly compute: () => Json | undefined
  /** What it depends on. */
  readonly parts: readonly OpenValue[]
  /** Values of the parts that are worth a try for it to be `wanted`. */
  readonly tries?: (wanted: Json) => readonly Json[]
  /** Sees to it that there is a value, where that takes something; false if there cannot be one. */
  readonly ensure?: () => boolean
}

export function known(json: Json): OpenValue {
  return { kind: 'known', json }
}

export const NULL = known(null)

/** The JSON of a value as it stands now; undefined if it is absent. */
export function jsonOf(value: OpenValue): Json | undefined {
  switch (value.kind) {
    case 'known':
      return value.json
    case 'hole':
      return value.hole.isTouched ? value.hole.value() : undefined
    case 'computed':
      return value.compute()
    case 'list':
      return value.items.map((item) => jsonOf(item) ?? null)
    case 'object':
      return objectJson(value)
    default:
      return unreachable(value)
  }
}

function objectJson({ members, below }: Extract<OpenValue, { kind: 'object' }>): Json {
  const under = below && jsonOf(below)
  const built: JsonObjectBuilder = {}
  if (under !== undefined && isObject(under))
    for (const [key, json] of Object.entries(under)) setMember(built, key, json)
  for (const [key, part] of members) {
    const json = jsonOf(part)
    if (json !== undefined) setMember(built, key, json)
  }
  return built
}

/** The part of a value behind one step; undefined if there is none and there can be none. */
export function valuePart(value: OpenValue, step: string | number): OpenValue | undefined {
  switch (value.kind) {
    case 'known':
      return knownPart(value.json, step)
    case 'hole': {
      const hole = typeof step === 'number' ? value.hole.item(step) : value.hole.member(step)
      return hole && { kind: 'hole', hole }
    }
    case 'list':
      return typeof step === 'number' ? value.items.at(step) : undefined
    case 'object': {
      if (typeof step === 'number') return undefined
      return value.members.get(step) ?? (value.below && valuePart(value.below, step))
    }
    case 'computed':
      return computedPart(value, step)
    default:
      return unreachable(value)
  }
}

function knownPart(json: Json, step: string | number): OpenValue | undefined {
  if (typeof step === 'number') {
    const item = isArray(json) ? json.at(step) : undefined
    return item === undefined ? undefined : known(item)
  }
  const found = isObject(json) ? member(json, step) : undefined
  return found === undefined ? undefined : known(found)
}

function computedPart(whole: ComputedValue, step: string | number): OpenValue {
  const compute = (): Json | undefined => {
    const json = whole.compute()
    const part = json === undefined ? undefined : knownPart(json, step)
    return part?.kind === 'known' ? part.json : undefined
  }
  return { kind: 'computed', compute, parts: [whole] }
}

/** A value with another one put at a path into it; undefined where it does not fit. */
export function withValuePart(
  value: OpenValue,
  steps: readonly (string | number)[],
  part: OpenValue,
): OpenValue | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return part
  if (typeof step === 'number') return withItem(value, step, rest, part)
  if (!isObjectLike(value)) return undefined
  const inner = memberIfAny(value, step)
  const laid = withValuePart(inner ?? EMPTY, rest, part)
  if (!laid) return undefined
  const [members, below] = value.kind === 'object' ? [value.members, value.below] : [NO_MEMBERS, value]
  return { kind: 'object', members: new Map(members).set(step, laid), below }
}

const NO_MEMBERS: ReadonlyMap<string, OpenValue> = new Map()
export const EMPTY: OpenValue = { kind: 'object', members: NO_MEMBERS, below: undefined }

function memberIfAny(value: OpenValue, step: string): OpenValue | undefined {
  if (value.kind === 'object') return value.members.get(step) ?? (value.below && memberIfAny(value.below, step))
  if (value.kind !== 'hole') return valuePart(value, step)
  const hole = value.hole.member(step)
  return hole?.isTouched && !hole.isAbsent ? { kind: 'hole', hole } : undefined
}

function isObjectLike(value: OpenValue): boolean {
  if (value.kind === 'hole') return value.hole.beObject()
  if (value.kind === 'known') return isObject(value.json)
  if (value.kind === 'object') return value.below === undefined || isObjectLike(value.below)
  return value.kind === 'computed'
}

function withItem(
  value: OpenValue,
  index: number,
  rest: readonly (string | number)[],
  part: OpenValue,
): OpenValue | undefined {
  const items = itemsOf(value)
  const item = items?.[index]
  const laid = item && withValuePart(item, rest, part)
  return laid && items ? { kind: 'list', items: items.with(index, laid) } : undefined
}

/** The items of a list, at least so many of an unknown list; undefined if it is none. */
export function itemsOf(value: OpenValue, atLeast = 1): readonly OpenValue[] | undefined {
  if (value.kind === 'list') return value.items
  if (value.kind === 'hole') return holeItems(value.hole, atLeast)
  const json = value.kind === 'object' ? undefined : jsonOf(value)
  return json !== undefined && isArray(json) ? json.map(known) : undefined
}

function holeItems(hole: HoleValue, atLeast: number): readonly OpenValue[] | undefined {
  if (!hole.beList(true)) return undefined
  if (atLeast > 1) hole.item(atLeast - 1)
  const items: OpenValue[] = []
  for (let i = 0; i < hole.length; i++) {
    const item = hole.item(i)
    if (item) items.push({ kind: 'hole', hole: item })
  }
  return items
}

/** Sees to it that a value is there; false if it cannot be. */
export function present(value: OpenValue | undefined): value is OpenValue {
  if (value === undefined) return false
  if (value.kind === 'hole') return value.hole.bePresent()
  return value.kind !== 'computed' || (value.ensure?.() ?? true)
}

/** Sees to it that a value is not there; false if it is. */
export function absent(value: OpenValue | undefined): boolean {
  if (value === undefined) return true
  if (value.kind === 'hole') return value.hole.beAbsent()
  return value.kind === 'computed' && value.compute() === undefined
}

/** Parts of computed values that are tried, and values of each. */
const MOST_PARTS = 12
const MOST_TRIES = 24

/** Sees to it that a value is as wanted; false if it cannot be. What a failed try has changed may be left: see `Trail.attempt`. */
export function impose(value: OpenValue, want: Want, trail: Trail): boolean {
  if (value.kind === 'hole') return value.hole.want(want)
  const json = jsonOf(value)
  if (json !== undefined && want.test(json)) return true
  if (value.kind !== 'computed') return false
  const fits = (): boolean => {
    const now = value.compute()
    return now !== undefined && want.test(now)
  }
  return imposeByParts(value, want.examples, fits, trail)
}

/** Tries values of the parts of a computed value until it fits. */
export function imposeByParts(
  value: ComputedValue,
  examples: readonly Json[],
  fits: () => boolean,
  trail: Trail,
): boolean {
  const tries = [
    ...examples.flatMap((example) => value.tries?.(example) ?? []),
    ...(value.tries?.(null) ?? []),
    ...examples,
  ]
  for (const hole of holesIn(value).slice(0, MOST_PARTS)) {
    for (const json of tries.slice(0, MOST_TRIES)) {
      if (trail.attempt(() => take(hole, json) && fits())) return true
    }
  }
  return false
}

/** A hole takes a value: lists and objects by their form. */
function take(hole: HoleValue, json: Json): boolean {
  if (isArray(json)) return json.length === 0 ? hole.beEmpty() : json.every((item, i) => takeItem(hole, item, i))
  if (!isObject(json)) return hole.want({ test: (value) => value === json, examples: [json] })
  return hole.beObject() && Object.entries(json).every(([key, part]) => takeMember(hole, key, part))
}

function takeItem(hole: HoleValue, json: Json, index: number): boolean {
  const item = hole.item(index)
  return item !== undefined && take(item, json)
}

function takeMember(hole: HoleValue, key: string, json: Json): boolean {
  const inner = hole.member(key)
  return inner !== undefined && take(inner, json)
}

/** A value that nothing open can change is known: a counter is not counted anew from its start. */
export function settledValue(value: OpenValue): OpenValue {
  if (value.kind !== 'computed' || holesIn(value).length > 0) return value
  const json = value.compute()
  return json === undefined ? value : known(json)
}

/** The holes that a value depends on, each once. */
function holesIn(value: OpenValue): readonly HoleValue[] {
  const found = new Set<HoleValue>()
  const todo: OpenValue[] = [value]
  for (let next = todo.pop(); next && found.size < 100; next = todo.pop()) {
    if (next.kind === 'hole') found.add(next.hole)
    else if (next.kind === 'computed') todo.push(...[...next.parts].reverse())
    else if (next.kind === 'list') todo.push(...[...next.items].reverse())
    else if (next.kind === 'object') todo.push(...next.members.values(), ...(next.below ? [next.below] : []))
  }
  return [...found]
}
