import { member, type Json, type JsonObject, type JsonObjectBuilder, setMember } from '../../asl/json.js'
import { asObject, textParameter } from '../service-call.js'

/** What is read of an update expression, in characters; real ones have at most 4 KB. */
const MAX_EXPRESSION = 4096
const CLAUSE = /\b(SET|ADD|REMOVE|DELETE)\b/i
/** `name = ... :value`, of which the first value counts. */
const SET_ACTION = /([#\w.-]+)\s*=[^=:]*(:\w+)/g
const ADD_ACTION = /([#\w.-]+)\s+(:\w+)/g

/**
 * The `Attributes` that UpdateItem answers with: the values that the expression sends, and with `ALL_NEW` or `ALL_OLD` the
 * key. What was stored is not known: a counter starts with what is added to it, and nothing is old.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html
 */
export function updatedAttributes(parameters: JsonObject): JsonObject {
  const key = asObject(member(parameters, 'Key') ?? {})
  const wanted = textParameter(parameters, 'ReturnValues')
  if (wanted === 'ALL_NEW') return { Attributes: { ...key, ...sentValues(parameters) } }
  if (wanted === 'UPDATED_NEW') return { Attributes: sentValues(parameters) }
  return wanted === 'ALL_OLD' ? { Attributes: key } : {}
}

function sentValues(parameters: JsonObject): JsonObject {
  const values = asObject(member(parameters, 'ExpressionAttributeValues') ?? {})
  const sent: JsonObjectBuilder = {}
  for (const [name, placeholder] of assignments(textParameter(parameters, 'UpdateExpression') ?? '')) {
    const value = member(values, placeholder)
    if (value !== undefined) setMember(sent, attributeName(parameters, name), value)
  }
  return sent
}

/** Names and placeholders of an update expression. */
function assignments(expression: string): readonly (readonly [string, string])[] {
  const [, ...clauses] = expression.slice(0, MAX_EXPRESSION).split(CLAUSE)
  return clauses.flatMap((keyword, i) => {
    const pattern = { SET: SET_ACTION, ADD: ADD_ACTION }[keyword.toUpperCase()]
    const actions = pattern && i % 2 === 0 ? (clauses[i + 1] ?? '').matchAll(pattern) : []
    return [...actions].map(([, name = '', placeholder = '']) => [name, placeholder] as const)
  })
}

function attributeName(parameters: JsonObject, name: string): string {
  const names: Json = member(parameters, 'ExpressionAttributeNames') ?? {}
  return textParameter(asObject(names), name) ?? name
}
