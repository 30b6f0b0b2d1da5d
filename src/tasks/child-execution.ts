import { isObject, member, type Json, type JsonObject } from '../asl/json.js'
import type { Call, Outcome } from '../engine/ports.js'
import { derivedUuid } from './derived-id.js'
import { jsonText } from './task-json.js'
import { sdkMetadata } from './sdk-metadata.js'
import { textParameter } from './service-call.js'

/** An execution that a Task started, once it has ended: what DescribeExecution knows of it. */
export interface EndedExecution {
  readonly executionArn: string
  readonly stateMachineArn: string
  readonly name: string
  readonly input: Json
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  readonly output?: Json
  readonly error?: string
  readonly cause?: string
  /** Virtual ms since the epoch. */
  readonly startAtMs: number
  readonly stopAtMs: number
}

/** What a Task that starts an execution asks for. */
export interface StartRequest {
  /** `StartSyncExecution` answers when the execution has ended. */
  readonly waits: boolean
  /** As sent: an ARN, with or without a version or alias, or a placeholder that no template resolved. */
  readonly stateMachineArn: string
  /** Derived from the attempt where the call gives none. */
  readonly name: string
  /** Undefined: the call sent a text that is no JSON. */
  readonly input: Json | undefined
}

const DEFAULT_MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'

/** What the call asks for if it starts an execution, through either integration; else undefined. */
export function startRequest(call: Call): StartRequest | undefined {
  const { resource } = call
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined
  const isStepFunctions = resource.service === (resource.kind === 'optimized' ? 'states' : 'sfn')
  const waits = resource.action === 'startSyncExecution'
  if (!isStepFunctions || (!waits && resource.action !== 'startExecution')) return undefined
  const parameters = isObject(call.parameters) ? call.parameters : {}
  return {
    waits,
    stateMachineArn: textParameter(parameters, 'StateMachineArn') ?? DEFAULT_MACHINE,
    name: textParameter(parameters, 'Name') ?? derivedUuid(call, 'child execution'),
    input: inputOf(member(parameters, 'Input')),
  }
}

/** No input and null start the child with `{}` (recorded); a text is the input's JSON. */
function inputOf(input: Json | undefined): Json | undefined {
  if (typeof input !== 'string') return input ?? {}
  try {
    return JSON.parse(input) as Json
  } catch {
    return undefined
  }
}

const headers = { connection: 'keep-alive', 'Content-Length': '161', 'Content-Type': 'application/x-amz-json-1.0' }

/** What StartExecution answers. Optimized integrations give dates in ms since the epoch, `aws-sdk:` ones as texts. */
export function startAnswer(call: Call, executionArn: string, startAtMs: number): JsonObject {
  if (call.resource.kind !== 'optimized') {
    return { ExecutionArn: executionArn, StartDate: new Date(startAtMs).toISOString() }
  }
  return { ExecutionArn: executionArn, ...sdkMetadata(call, { headers }), StartDate: startAtMs }
}

/**
 * What `.sync` makes of an execution that has ended: DescribeExecution's members in alphabetical order, with payloads as
 * JSON texts, or with `.sync:2` (`parsed`) as values. One that did not succeed is a `States.TaskFailed`, and its cause is
 * that answer as text, payloads as texts in it. Recorded 2025-10 (with the Redrive members) and 2023-07 (without).
 */
export function childOutcome(child: EndedExecution, parsed: boolean): Outcome {
  if (child.status === 'SUCCEEDED') return { output: description(child, parsed) }
  return { failure: { error: 'States.TaskFailed', cause: jsonText(description(child, false)) } }
}

function description(child: EndedExecution, parsed: boolean): JsonObject {
  const { status, input, output } = child
  const data = (value: Json): Json => (parsed ? value : jsonText(value))
  return {
    ...reasonOf(child),
    ExecutionArn: child.executionArn,
    Input: data(input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output !== undefined && { Output: data(output), OutputDetails: { Included: true } }),
    RedriveCount: 0,
    ...redriveStatus(status),
    StartDate: child.startAtMs,
    StateMachineArn: child.stateMachineArn,
    Status: status,
    StopDate: child.stopAtMs,
  }
}

/** One that timed out shows no reason (recorded). */
function reasonOf({ status, error, cause }: EndedExecution): JsonObject {
  if (status === 'TIMED_OUT') return {}
  return { ...(cause !== undefined && { Cause: cause }), ...(error !== undefined && { Error: error }) }
}

/** Recorded for SUCCEEDED and TIMED_OUT. */
function redriveStatus(status: EndedExecution['status']): JsonObject {
  if (status !== 'SUCCEEDED') return { RedriveStatus: 'REDRIVABLE' }
  return {
    RedriveStatus: 'NOT_REDRIVABLE',
    RedriveStatusReason: `Execution is ${status} and cannot be redriven`,
  }
}

const BILLED_UNIT_MS = 100

/**
 * What `aws-sdk:sfn:startSyncExecution` answers, which is no failure even if the execution has failed: the members of
 * the API's answer with a capital, in alphabetical order, payloads as JSON texts, dates as ISO 8601.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
 */
export function syncExecutionAnswer(child: EndedExecution): JsonObject {
  const { input, output, startAtMs, stopAtMs } = child
  const units = Math.max(1, Math.ceil((stopAtMs - startAtMs) / BILLED_UNIT_MS))
  return {
    BillingDetails: { BilledDurationInMilliseconds: units * BILLED_UNIT_MS, BilledMemoryUsedInMB: 64 },
    ...reasonOf(child),
    ExecutionArn: child.executionArn,
    Input: jsonText(input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output !== undefined && { Output: jsonText(output) }),
    OutputDetails: { Included: true },
    StartDate: new Date(startAtMs).toISOString(),
    StateMachineArn: child.stateMachineArn,
    Status: child.status,
    StopDate: new Date(stopAtMs).toISOString(),
  }
}

/** A child that succeeds at once, and whose output is its input: what is inferred of one that nobody mocked. */
export function inferredChild(call: Call, parsed: boolean): Json {
  const request = startRequest(call)
  if (!request) return {}
  const { stateMachineArn, name, input = {} } = request
  const executionArn = executionArnOf(stateMachineArn, name)
  const times = { startAtMs: call.atMs, stopAtMs: call.atMs }
  return description(
    { executionArn, stateMachineArn, name, input, output: input, status: 'SUCCEEDED', ...times },
    parsed,
  )
}

/** The ARN of an execution of a STANDARD machine. */
export function executionArnOf(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`
}
