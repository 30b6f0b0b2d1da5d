import { isArray, isObject, type Json, member } from './json.js'
import type { Resource } from './resource.js'

type Format = (value: Json) => boolean

/** `{ "X-Trace": ["a", "b"] }`: a member that is no list, even one string, is refused (recorded for Headers). */
const listsOfText: Format = (value) =>
  isObject(value) &&
  Object.values(value).every((list) => isArray(list) && list.every((item) => typeof item === 'string'))

/** Fields of requests whose form Step Functions checks before it schedules the call, by service and action. */
const FORMATS: ReadonlyMap<string, Readonly<Record<string, Format>>> = new Map([
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
  ['apigateway:invoke', { Headers: listsOfText, QueryParameters: listsOfText }],
])

/** What is wrong with the form of a request, in AWS's words; empty if it can be sent. */
export function formatProblems(resource: Resource, parameters: Json): readonly string[] {
  if (resource.kind !== 'optimized' || !isObject(parameters)) return []
  const formats = FORMATS.get(`${resource.service}:${resource.action}`) ?? {}
  return Object.entries(formats).flatMap(([field, isWellFormed]) => {
    const value = member(parameters, field)
    return value === undefined || isWellFormed(value) ? [] : [`The value of the field '${field}' has an invalid format`]
  })
}
