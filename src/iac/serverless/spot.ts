import { isArray, isObject, type Json, member, pointer } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import { UserError } from '../../asl/user-error.js'
import { nearestPosition, type SourceDocument } from '../template.js'
import { partsOf, type Variable } from './variable-text.js'

/** A value, and where it stands. */
export interface Spot {
  readonly value: Json
  readonly document: SourceDocument
  readonly at: string
  /** The user said it: whatever looks like a variable in it is none. */
  readonly isGiven?: true
}

/** Where a part of a value was written, if not where the value around it was. */
export interface Graft {
  /** JSON Pointer within the value that was asked for. */
  readonly to: string
  readonly from: Spot
}

/** A value without variables, the places of its parts, and the variables that have no value and stay as written. */
export interface Resolved {
  readonly value: Json
  readonly grafts: readonly Graft[]
  readonly unresolved: ReadonlySet<string>
}

/** A member or element of a value. */
export function childOf(spot: Spot, name: string): Spot | undefined {
  const { value } = spot
  const item = isObject(value)
    ? member(value, name)
    : isArray(value) && /^\d+$/.test(name)
      ? value[Number(name)]
      : undefined
  return item === undefined ? undefined : { ...spot, value: item, at: pointer(spot.at, name) }
}

/** Where a value stands. */
export function spotPosition({ document, at }: Spot): SourcePosition {
  return nearestPosition(document, at)
}

/** The variable that a value is and nothing else. */
export function onlyVariable(value: Json): Variable | undefined {
  if (typeof value !== 'string' || !value.includes('${')) return undefined
  const [part, second] = partsOf(value)
  return typeof part === 'object' && second === undefined ? part : undefined
}

/** Refuses a file for what is wrong at a place of it. */
export function fail(spot: Spot, message: string): never {
  throw new UserError('definition', message, { at: spotPosition(spot) })
}
