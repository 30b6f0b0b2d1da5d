import { hexDigest } from '../asl/digest.js'
import { isObject, type Json, member } from '../asl/json.js'
import type { FaultContext, FaultCall } from './fault-context.js'

/** Roles and ARNs that errors speak of. What a call does not tell is made up from the execution's account and Region. */
export const ARN_TEXTS: Readonly<Record<string, (context: FaultContext) => string>> = {
  execution_role_arn: ({ call }) => `arn:aws:iam::${account(call)}:role/${role(call)}`,
  target_role_arn: ({ call, target }) => targetRole(member(target.definition, 'Credentials'), account(call)),
  caller_arn: ({ call }) => `arn:aws:sts::${account(call)}:assumed-role/${role(call)}/${session(call)}`,
  table_arn: ({ call }) => ofService(call, 'dynamodb', `table/${textMember(call.parameters, 'TableName', 'table')}`),
  queue_arn: ({ call }) =>
    ofService(call, 'sqs', textMember(call.parameters, 'QueueUrl', 'queue').split('/').at(-1) ?? ''),
  queue_host: ({ call }) => hostOf(textMember(call.parameters, 'QueueUrl', ''), `sqs.${region(call)}.amazonaws.com`),
  endpoint: ({ call }) => textMember(call.parameters, 'ApiEndpoint', 'https://example.com'),
  stream: ({ call }) => streamOf(call.parameters),
}

export function account({ executionArn }: FaultCall): string {
  return executionArn.split(':')[4] ?? ''
}

export function region({ executionArn }: FaultCall): string {
  return executionArn.split(':')[3] ?? ''
}

/** A text member of a call's parameters. */
export function textMember(parameters: Json, name: string, otherwise: string): string {
  const value = isObject(parameters) ? member(parameters, name) : undefined
  return typeof value === 'string' ? value : otherwise
}

/** As the engine names the role of a machine that has none. */
function role({ executionArn }: FaultCall): string {
  return `${executionArn.split(':')[6] ?? 'StateMachine'}Role`
}

function session({ executionArn }: FaultCall): string {
  return hexDigest('sha256', executionArn).slice(0, 32)
}

function targetRole(credentials: Json | undefined, accountId: string): string {
  const arn = isObject(credentials) ? textMember(credentials, 'RoleArn', '') : ''
  return arn.startsWith('arn:') ? arn : `arn:aws:iam::${accountId}:role/TargetRole`
}

function ofService(call: FaultCall, service: string, name: string): string {
  return `arn:aws:${service}:${region(call)}:${account(call)}:${name}`
}

function hostOf(url: string, otherwise: string): string {
  return /^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? otherwise
}

function streamOf(parameters: Json): string {
  const named = textMember(parameters, 'StreamName', '')
  return named === '' ? (textMember(parameters, 'StreamARN', 'stream').split('/').at(-1) ?? '') : named
}
