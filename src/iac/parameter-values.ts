import { isArray, isObject, member } from '../asl/json.js'
import type { ParameterValue } from './machine-source.js'
import { asText, type Resolution } from './resolution.js'
import { section } from './template.js'

/**
 * The values that a template's parameters may have instead of those that they have now: what `AllowedValues` lists, in its order.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function otherParameterValues({ document, parameters }: Resolution): readonly ParameterValue[] {
  return Object.entries(section(document.root, 'Parameters')).flatMap(([parameter, declared]) => {
    const allowed = isObject(declared) ? member(declared, 'AllowedValues') : undefined
    if (!isObject(declared) || !isArray(allowed)) return []
    const given = Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined
    const now = given ?? asText(member(declared, 'Default') ?? allowed[0])
    const others = [...new Set(allowed.map(asText))].filter((value) => value !== now)
    return others.map((value) => ({ parameter, value }))
  })
}
