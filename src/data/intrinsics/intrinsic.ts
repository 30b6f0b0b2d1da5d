import { LIMITS } from '../../asl/limits.js'
import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.js'
import type { Chance } from '../scope.js'

/** Why a function has no result, as a value: the part of the cause that comes after "had the following error: ". */
export class IntrinsicError {
  readonly detail: string
  constructor(detail: string) {
    this.detail = detail
  }
}

/**
 * One intrinsic function. https://states-language.net/#intrinsic-functions
 *
 * No recording shows what AWS says when a function's body fails, so the details are this project's own words (assumption).
 */
export interface Intrinsic {
  readonly minArgs: number
  readonly maxArgs: number
  /** The first argument is a template: it arrives as an array of the pieces between its `{}`. Default false. */
  readonly template?: boolean
  /** The function makes text of its arguments or compares them, so that deeply nested ones are refused. Default false. */
  readonly deep?: boolean
  call(args: readonly Json[], chance: Chance): Json | IntrinsicError
}

/** Longest text that Base64Encode, Base64Decode and Hash take, in characters (AWS documentation of each). */
export const MAX_TEXT_LENGTH = LIMITS.intrinsicStringCharacters.value

/** The argument as an integer, rounded half up as Java's `Math.round` does (recorded: States.MathAdd). */
export function integerArgument(args: readonly Json[], index: number): number | IntrinsicError {
  const value = args[index]
  if (typeof value !== 'number') return wrongType(index, 'a number', value)
  // JSON such as 1e400 reads as infinity. Adding 0 makes 0 of -0.
  return Number.isFinite(value)
    ? Math.round(value) + 0
    : new IntrinsicError(`Argument ${index + 1} is too large a number`)
}

export function stringArgument(args: readonly Json[], index: number): string | IntrinsicError {
  const value = args[index]
  return typeof value === 'string' ? value : wrongType(index, 'a string', value)
}

/** A string that is no longer than `MAX_TEXT_LENGTH`. */
export function shortStringArgument(args: readonly Json[], index: number): string | IntrinsicError {
  const value = stringArgument(args, index)
  return typeof value === 'string' && value.length > MAX_TEXT_LENGTH ? argumentTooLong(index) : value
}

export function arrayArgument(args: readonly Json[], index: number): readonly Json[] | IntrinsicError {
  const value = args[index]
  return isArray(value) ? value : wrongType(index, 'an array', value)
}

export function objectArgument(args: readonly Json[], index: number): JsonObject | IntrinsicError {
  const value = args[index]
  return isObject(value) ? value : wrongType(index, 'an object', value)
}

export function argumentTooLong(index: number): IntrinsicError {
  return new IntrinsicError(`Argument ${index + 1} must have no more than ${MAX_TEXT_LENGTH} characters`)
}

function wrongType(index: number, expected: string, value: Json | undefined): IntrinsicError {
  return new IntrinsicError(`Argument ${index + 1} must be ${expected} and not ${kindOf(value)}`)
}

function kindOf(value: Json | undefined): string {
  if (isArray(value)) return 'an array'
  if (isObject(value)) return 'an object'
  return typeof value === 'string' ? 'a string' : JSON.stringify(value)
}
