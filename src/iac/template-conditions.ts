import { isArray, isObject, type Json, member, pointer } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { aside, asText, positionOf, type Resolution } from './resolution.js'
import { section } from './template.js'

/** Conditions that may refer one to the next; real templates stay below 10. */
const MAX_DEPTH = 100

/** How a value within a condition is resolved; handed in, as functions and conditions need each other. */
export type ResolveValue = (value: Json, at: string, resolution: Resolution) => Json | undefined

/** Whether a named condition of the template holds; one that does not exist or refers to itself does not. */
export function conditionHolds(name: string, resolution: Resolution, resolve: ResolveValue): boolean {
  const { conditions } = resolution
  if (conditions.has(name)) return conditions.get(name) ?? false
  if (resolution.conditionDepth === MAX_DEPTH) {
    const where = positionOf(resolution, pointer('/Conditions', name))
    throw new UserError('definition', `more than ${MAX_DEPTH} conditions refer one to the next`, {
      at: where,
      hint: 'use fewer',
    })
  }
  conditions.set(name, undefined)
  const condition = member(section(resolution.document.root, 'Conditions'), name)
  const within = { ...aside(resolution), conditionDepth: resolution.conditionDepth + 1 }
  const holds = condition !== undefined && evaluate(condition, pointer('/Conditions', name), within, resolve)
  conditions.set(name, holds)
  return holds
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html */
function evaluate(condition: Json, at: string, resolution: Resolution, resolve: ResolveValue): boolean {
  if (!isObject(condition)) return asText(condition) === 'true'
  const [name = ''] = Object.keys(condition)
  const argument = member(condition, name) ?? null
  const operands = isArray(argument) ? argument : [argument]
  const holds = (operand: Json): boolean => evaluate(operand, at, resolution, resolve)
  if (name === 'Condition') return conditionHolds(asText(argument), resolution, resolve)
  if (name === 'Fn::And') return operands.every(holds)
  if (name === 'Fn::Or') return operands.some(holds)
  if (name === 'Fn::Not') return !operands.some(holds)
  if (name === 'Fn::Equals') {
    const [left, right] = operands.map((operand) => asText(resolve(operand, at, resolution)))
    return left === right
  }
  return asText(resolve(condition, at, resolution)) === 'true'
}
