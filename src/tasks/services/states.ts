import { member, type Json } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { derivedUuid } from '../derived-id.js'
import { bodyText } from '../json-text.js'
import { sdkMetadata } from '../sdk-metadata.js'
import { textParameter, type ServiceCall } from '../service-call.js'

const headers = { connection: 'keep-alive', 'Content-Length': '161', 'Content-Type': 'application/x-amz-json-1.0' }

/** The child execution starts. Optimized integrations give dates in ms since the epoch, `aws-sdk:` ones as texts. */
export function inferStates({ call, action, optimized, parameters }: ServiceCall): Json | undefined {
  if (action !== 'startExecution') return undefined
  const { ExecutionArn } = child(call, machineArn(parameters), textParameter(parameters, 'Name'))
  if (!optimized) return { ExecutionArn, StartDate: new Date(call.atMs).toISOString() }
  return { ExecutionArn, ...sdkMetadata(call, { headers }), StartDate: call.atMs }
}

/**
 * The child succeeds at once, and its output is its input: the answer of `startExecution.sync`, where both are JSON
 * texts, and of `.sync:2`, where they are values.
 */
export function inferChildResult({ call, parameters }: ServiceCall, parsed: boolean): Json {
  const machine = machineArn(parameters)
  const { ExecutionArn, Name } = child(call, machine, textParameter(parameters, 'Name'))
  const input = member(parameters, 'Input') ?? {}
  const data = parsed ? input : bodyText(input)
  return {
    ExecutionArn,
    Input: data,
    InputDetails: { Included: true },
    Name,
    Output: data,
    OutputDetails: { Included: true },
    StartDate: call.atMs,
    StateMachineArn: machine,
    Status: 'SUCCEEDED',
    StopDate: call.atMs,
  }
}

function machineArn(parameters: ServiceCall['parameters']): string {
  return textParameter(parameters, 'StateMachineArn') ?? 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
}

function child(call: Call, machine: string, name: string | undefined): { ExecutionArn: string; Name: string } {
  const Name = name ?? derivedUuid(call, 'child execution')
  return { ExecutionArn: `${machine.replace(':stateMachine:', ':execution:')}:${Name}`, Name }
}
