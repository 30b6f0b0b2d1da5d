import { type Json, type JsonObject, type JsonObjectBuilder, isObject, member, setMember } from '../../../asl/json.js'
import type { Resource } from '../../../asl/resource.js'
import { keyedUuid, SiteChance } from '../../../engine/random.js'
import { DEFAULT_START_MS } from '../../../engine/settings.js'
import type { ScopeSources } from '../../../data/evaluation-scope.js'
import { MAX_NESTING, nestsDeeperThan } from '../../../asl/nesting.js'
import { formatTimestamp } from '../../../data/timestamps.js'
import type { TestStateRequest } from '../../../wire/test-state-api.js'
import { validationException } from '../../../wire/service-exception.js'
import { checkContext } from './check-context.js'
import { STATE_NAME, type Subject } from './test-subject.js'

/** The account and region that all of aslx's ARNs have. */
const ARN_BASE = 'arn:aws:states:us-east-1:123456789012'

/** What the expressions of the state under test may read, told apart by the part of its work they belong to. */
export type SourcesFor = (part: string, item?: JsonObject) => ScopeSources

/**
 * The sources of all expressions of one test. Every call starts its random draws anew: what is evaluated a second time
 * for the inspection data, as the same part, draws the same.
 */
export function sourcesFor(
  subject: Subject,
  input: Json,
  variables: JsonObject,
  request: TestStateRequest,
): SourcesFor {
  const context = mergedContext(defaultContext(subject, input, request), givenContext(request.context, subject))
  return (part, item) => ({
    context: () => (item === undefined ? context : { ...context, Map: { Item: item } }),
    variables: { own: variables, outer: undefined },
    nowMs: DEFAULT_START_MS,
    chance: new SiteChance(0, () => `test state ${part}`),
  })
}

/** As recorded: an EXPRESS execution of a machine that nobody knows, and no RedriveCount. */
function defaultContext({ state, inMap }: Subject, input: Json, request: TestStateRequest): JsonObject {
  const { roleArn = null, stateConfiguration } = request
  const machine = keyedUuid('test state|machine')
  const name = keyedUuid('test state|execution')
  const now = formatTimestamp(DEFAULT_START_MS)
  const isRetriable = state.type === 'Task' || state.type === 'Map' || state.type === 'Parallel'
  return {
    Execution: {
      Id: `${ARN_BASE}:express:${machine}:${name}`,
      Input: input,
      StartTime: now,
      Name: name,
      RoleArn: roleArn,
    },
    StateMachine: { Id: `${ARN_BASE}:stateMachine:${machine}`, Name: machine },
    State: {
      Name: STATE_NAME,
      EnteredTime: now,
      ...(isRetriable && { RetryCount: stateConfiguration?.retrierRetryCount ?? 0 }),
    },
    ...(state.type === 'Task' && handsOutToken(state.resource) && { Task: { Token: keyedUuid('test state|token') } }),
    ...(inMap && { Map: { Item: { Index: 0, Value: input } } }),
  }
}

function handsOutToken(resource: Resource): boolean {
  return (resource.kind === 'optimized' || resource.kind === 'aws-sdk') && resource.pattern !== 'request-response'
}

/** A given context object over the one that aslx makes up: member by member, so that an empty Execution is a made-up one (assumption). */
function mergedContext(madeUp: JsonObject, given: JsonObject): JsonObject {
  const merged: JsonObjectBuilder = { ...madeUp }
  for (const [name, value] of Object.entries(given)) {
    const before = member(madeUp, name)
    setMember(merged, name, isObject(value) && isObject(before) ? { ...before, ...value } : value)
  }
  return merged
}

/** A given context object; throws ValidationException for one that the state cannot have. */
function givenContext(text: string | undefined, { state, inMap }: Subject): JsonObject {
  if (text === undefined) return {}
  const context = parsedObjectOf(text, 'Context')
  checkContext(context, {
    hasToken: state.type === 'Task' && handsOutToken(state.resource),
    isInMap: inMap,
  })
  return context
}

/** The variables a request gives. */
export function testVariables(text: string | undefined): JsonObject {
  return text === undefined ? {} : parsedObjectOf(text, 'Variables')
}

/** The messages are an assumption. */
function parsedObjectOf(text: string, what: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw validationException(`${what} must be valid JSON`)
  }
  if (!isObject(value)) throw validationException(`${what} must be a JSON object.`)
  if (nestsDeeperThan(value, MAX_NESTING)) throw validationException(`${what} is nested too deep`)
  return value
}
