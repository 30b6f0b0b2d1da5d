import { isArray, isObject, member } from '../../asl/json.js'
import type { Json } from '../../asl/json.js'
import { unreachable } from '../../asl/unreachable.js'
import type { ListShape, MapShape, NumberShape, Shape, StructureShape, TextShape } from './shape.js'

/**
 * Why a mocked answer does not fit the model of its API, in the words that TestState uses after `Mock result schema
 * validation error: `; undefined if it fits. With `strict`, required members have to be there. Members that the model
 * does not know are well (recorded). A member is named alone, without the path to it.
 */
export function checkApiResult(result: Json, shape: Shape, strict: boolean): string | undefined {
  return faultOf('result', result, shape, strict)
}

/** Recorded, but for the texts about objects and about lengths above the maximum. */
function faultOf(name: string, value: Json, shape: Shape, strict: boolean): string | undefined {
  const wrongType = (wanted: string): string => `Field '${name}' must be ${wanted}`
  switch (shape.kind) {
    case 'any':
      return undefined
    case 'text':
      return typeof value === 'string' ? textFault(name, value, shape) : wrongType('a string')
    case 'number':
      return typeof value === 'number' ? numberFault(name, value, shape) : wrongType('a number')
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType('a boolean')
    case 'list':
      return isArray(value) ? listFault(name, value, shape, strict) : wrongType('an array')
    case 'map':
    case 'structure':
      return isObject(value) ? membersFault(value, shape, strict) : wrongType('an object')
    default:
      return unreachable(shape)
  }
}

function textFault(name: string, value: string, { oneOf, minLength, maxLength }: TextShape): string | undefined {
  if (oneOf !== undefined && !oneOf.includes(value)) return `Field '${name}' is not an expected value`
  if (minLength !== undefined && value.length < minLength) return `Field '${name}' is smaller than the minimum length`
  const isTooLong = maxLength !== undefined && value.length > maxLength
  return isTooLong ? `Field '${name}' exceeds the maximum length` : undefined
}

function numberFault(name: string, value: number, { min, max }: NumberShape): string | undefined {
  if (min !== undefined && value < min) return `Field '${name}' is less than the minimum value`
  return max !== undefined && value > max ? `Field '${name}' exceeds the maximum value` : undefined
}

function listFault(name: string, items: readonly Json[], { of }: ListShape, strict: boolean): string | undefined {
  for (const item of items) {
    const fault = faultOf(name, item, of, strict)
    if (fault !== undefined) return fault
  }
  return undefined
}

function membersFault(
  value: { readonly [key: string]: Json },
  shape: MapShape | StructureShape,
  strict: boolean,
): string | undefined {
  const missing =
    strict && shape.kind === 'structure' && shape.required.find((name) => member(value, name) === undefined)
  if (typeof missing === 'string') return `Required field '${missing}' is missing`
  for (const [name, item] of Object.entries(value)) {
    const known = shape.kind === 'map' ? shape.of : Object.hasOwn(shape.members, name) && shape.members[name]
    const fault = known ? faultOf(name, item, known, strict) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}
