import type { Resource } from '../asl/resource.js'
import { apiOf, inputOf, operationOf } from './operations.js'

/** What the members of inputs are called that make a second call the first one, where the model does not say so. */
const TOKEN_NAMES: ReadonlySet<string> = new Set([
  'AmznClientToken',
  'CallerReference',
  'ClientRequestToken',
  'ClientToken',
  'CreationToken',
  'CreatorRequestId',
  'IdempotencyToken',
  'MessageDeduplicationId',
  'RequestToken',
  'UniqueRequestToken',
])

/** Tokens by another name. https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
const OTHER_TOKENS: ReadonlyMap<string, readonly string[]> = new Map([['sfn:startExecution', ['Name']]])

/**
 * The members of the call's input that its service knows a repetition by, e.g. `ClientRequestToken`. An execution's name is one: a second
 * one of the same name does not start. Of a service without a model, every usual name. Empty for functions and activities.
 */
export function tokensOf(resource: Resource): readonly string[] {
  const known = tokensByArn.get(resource.arn)
  if (known) return known
  const tokens = tokenMembers(resource)
  if (tokensByArn.size < MOST_RESOURCES) tokensByArn.set(resource.arn, tokens)
  return tokens
}

/** There are few resources, and many calls of them. */
const tokensByArn = new Map<string, readonly string[]>()
const changesByArn = new Map<string, boolean>()
const MOST_RESOURCES = 1000

function tokenMembers(resource: Resource): readonly string[] {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return []
  const { service, action } = apiOf(resource) ?? resource
  const others = OTHER_TOKENS.get(`${service}:${action}`) ?? []
  const input = inputOf(resource)
  if (input === undefined) return [...TOKEN_NAMES, ...others]
  return input
    .filter(({ name, isToken }) => isToken || TOKEN_NAMES.has(name) || others.includes(name))
    .map(({ name }) => name)
}

/** Verbs of actions that change nothing. */
const READING =
  /^(?:get|list|describe|head|query|scan|(?:batch|transact)(?:Get|Describe|Detect)|select|search|lookup|filter|check|validate|estimate|preview|simulate|detect|analyze|recognize|classify|compare|calculate|count|predict|translate|encrypt|decrypt|decode|converse|invokeModel)(?![a-z])/

/** Actions whose verb or method tells it wrong. */
const CHANGES: ReadonlyMap<string, boolean> = new Map([
  // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html: makes the identity that it gives.
  ['cognitoidentity:getId', true],
  // https://docs.aws.amazon.com/iot/latest/apireference/API_ConfirmTopicRuleDestination.html: a GET that confirms.
  ['iot:confirmTopicRuleDestination', true],
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: gives credentials and keeps nothing.
  ['sts:assumeRole', false],
])

/**
 * Whether the call changes something that a second one would change again. What is not known to read counts as a change, since
 * missing one hides a duplicate: functions, activities, child executions and requests of HTTP other than GET and HEAD.
 * `method`: of a request of HTTP, where it is known.
 */
export function isMutating(resource: Resource, method?: string): boolean {
  if (resource.kind === 'optimized' && SPEAKS_HTTP.has(resource.service)) return method !== 'GET' && method !== 'HEAD'
  const known = changesByArn.get(resource.arn)
  if (known !== undefined) return known
  const changes = changesSomething(resource)
  if (changesByArn.size < MOST_RESOURCES) changesByArn.set(resource.arn, changes)
  return changes
}

function changesSomething(resource: Resource): boolean {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return true
  const { service, action } = apiOf(resource) ?? resource
  const known = CHANGES.get(`${service}:${action}`)
  if (known !== undefined) return known
  if (READING.test(action)) return false
  return operationOf(resource)?.gets !== true
}

const SPEAKS_HTTP: ReadonlySet<string> = new Set(['http', 'apigateway'])
