import { hexDigest } from '../asl/digest.js'
import type { Resource } from '../asl/resource.js'
import { ARN_TEXTS, account, region, textMember } from './arn-texts.js'
import { eventEntries } from './event-entries.js'
import { type FaultContext, argumentOf } from './fault-context.js'
import type { FaultParameters } from './fault-parameters.js'
import { functionTimeoutMs } from './function-timeout.js'
import { NO_MESSAGE } from './service-cause.js'
import { textOfResource } from './resource-texts.js'
import { STATE_TEXTS } from './state-placeholders.js'

const PLACEHOLDER = /\{([a-z0-9_]+)\}/g

/**
 * Fills the placeholders of a template: from the fault's arguments first, then from the call. One that nothing fills is a
 * mistake in the catalogue, so it throws. `escape` is applied to each value, e.g. within JSON text.
 */
export function fillPlaceholders(
  template: string,
  context: FaultContext,
  parameters: FaultParameters | undefined,
  escape: (text: string) => string = asIs,
): string {
  return template.replaceAll(PLACEHOLDER, (_, name: string) => escape(valueOf(name, context, parameters)))
}

/** The text as it stands between the quotes of a JSON string. */
export function escapeForJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function asIs(text: string): string {
  return text
}

function valueOf(name: string, context: FaultContext, parameters: FaultParameters | undefined): string {
  const argument = argumentOf(context, name, parameters)
  if (argument !== undefined) return typeof argument === 'string' ? argument : JSON.stringify(argument)
  const fromRun = Object.hasOwn(FROM_RUN, name) ? FROM_RUN[name] : undefined
  if (fromRun) return fromRun(context)
  const template = textOfResource(name, context.call.resource)
  if (template === undefined) throw new Error(`nothing fills the placeholder {${name}} of a fault`)
  return fillPlaceholders(template, context, parameters)
}

/** What a placeholder stands for when no argument does. Ids and addresses are derived from the attempt's request id. */
const FROM_RUN: Readonly<Record<string, (context: FaultContext) => string>> = {
  request_id: ({ call }) => call.requestId,
  s3_request_id: ({ call }) => hexDigest('sha256', `s3 ${call.requestId}`).slice(0, 16).toUpperCase(),
  extended_request_id: ({ call }) => Buffer.from(hexDigest('sha256', call.requestId), 'hex').toString('base64'),
  timeout_s: (context) => (functionTimeoutMs(context) / 1000).toFixed(2),
  iso_time: ({ call }) => new Date(call.atMs).toISOString(),
  kinesis_time: ({ call }) => plainTime(call.atMs),
  kinesis_time_before: ({ call }) => plainTime(call.atMs - 360_000),
  message: () => NO_MESSAGE,
  state: ({ target }) => target.name,
  entered_event_id: ({ call }) => String(call.enteredEventId),
  input: ({ call }) => JSON.stringify(call.input),
  account: ({ call }) => account(call),
  region: ({ call }) => region(call),
  ...ARN_TEXTS,
  ...STATE_TEXTS,
  event_entries: (context) => JSON.stringify(eventEntries(null, context)),
  resource_arn: ({ call }) => call.resource.arn,
  function_name: (context) => functionName(context),
  function_arn: (context) => functionArn(context),
  bucket: ({ call }) => textMember(call.parameters, 'Bucket', 'bucket'),
  key: ({ call }) => textMember(call.parameters, 'Key', 'key'),
  table: ({ call }) => textMember(call.parameters, 'TableName', 'table'),
  queue_url: ({ call }) =>
    textMember(call.parameters, 'QueueUrl', 'https://sqs.us-east-1.amazonaws.com/123456789012/queue'),
  topic_arn: ({ call }) => textMember(call.parameters, 'TopicArn', 'arn:aws:sns:us-east-1:123456789012:topic'),
  state_machine_arn: ({ call }) =>
    textMember(call.parameters, 'StateMachineArn', 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'),
  action: ({ call }) => actionName(actionOf(call.resource)),
  lower_action: ({ call }) => actionOf(call.resource).toLowerCase(),
}

function actionOf(resource: Resource): string {
  return 'action' in resource ? resource.action : 'invoke'
}

/** The first letter in upper case: the name of an API's action. */
function actionName(action: string): string {
  return action.charAt(0).toUpperCase() + action.slice(1)
}

/** The last part of a function's ARN or name, without version or alias. */
function functionName(context: FaultContext): string {
  const named = context.function?.name
  if (named !== undefined) return named
  const name = functionText(context)
  return /:function:([^:]+)/.exec(name)?.[1] ?? name.split(':')[0] ?? name
}

/** A function's ARN as Lambda's messages have it: with the version or alias that is asked for, else `$LATEST`. */
function functionArn(context: FaultContext): string {
  const { call } = context
  const arn = functionText(context)
  const [place = `${region(call)}:${account(call)}`] =
    /(?<=^arn:[^:]*:lambda:)[^:]*:[^:]*(?=:function:)/.exec(arn) ?? []
  const asked = /:function:[^:]+:(.+)$/.exec(arn)?.[1] ?? /^[^:]+:([^:]+)$/.exec(arn)?.[1]
  return `arn:aws:lambda:${place}:function:${functionName(context)}:${asked ?? '$LATEST'}`
}

function functionText({ call }: FaultContext): string {
  return textMember(call.parameters, 'FunctionName', call.resource.arn)
}

/** A time as Kinesis writes it: `Tue Jan 01 00:00:00 UTC 2030`. */
function plainTime(atMs: number): string {
  const [, weekday, day, month, year, time] = /^(...), (..) (...) (....) (\S+)/.exec(new Date(atMs).toUTCString()) ?? []
  return `${weekday} ${month} ${day} ${time} UTC ${year}`
}
