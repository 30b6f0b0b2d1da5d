import { LIMITS } from '../asl/limits.js'
import type { ApiError } from './create-machine-exception.js'

/** What a request to create or update a state machine says besides the definition. */
export interface MachineRequest {
  /** Creating only. */
  readonly name?: string
  /** Updating only. */
  readonly stateMachineArn?: string
  readonly publish?: boolean
  readonly versionDescription?: string
  readonly loggingConfiguration?: {
    readonly level?: 'ALL' | 'ERROR' | 'FATAL' | 'OFF'
    readonly destinations?: readonly LogDestination[]
  }
}

/** What an account has that a request to create a machine may meet. */
export interface Account {
  readonly machines: readonly { readonly arn: string; readonly definition: string }[]
  /** ARNs, as a logging configuration names them. */
  readonly logGroups: readonly string[]
}

/** A place for log events. https://docs.aws.amazon.com/step-functions/latest/apireference/API_LogDestination.html */
interface LogDestination {
  readonly cloudWatchLogsLogGroup?: { readonly logGroupArn?: string }
}

type RequestRule = (request: MachineRequest) => ApiError | undefined

const rules: readonly RequestRule[] = [nameRule, arnRule, versionRule, loggingRule]

/**
 * Why `CreateStateMachine` or `UpdateStateMachine` refuses a request whatever its definition is; undefined if it need not.
 * What depends on the account is another question (`accountError`).
 * @example
 * machineRequestError({ name: 'a b' }) // => { code: 'InvalidName', message: "Invalid Name: 'a b'" }
 */
export function machineRequestError(request: MachineRequest): ApiError | undefined {
  for (const rule of rules) {
    const error = rule(request)
    if (error !== undefined) return error
  }
  return undefined
}

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html; the message is recorded. */
const NOT_IN_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u

function nameRule({ name }: MachineRequest): ApiError | undefined {
  if (name === undefined) return undefined
  const isGood = name !== '' && name.length <= LIMITS.executionNameCharacters.value && !NOT_IN_NAME.test(name)
  return isGood ? undefined : { code: 'InvalidName', message: `Invalid Name: '${name}'` }
}

/** A version cannot be updated, not even one that exists (recorded). */
function arnRule({ stateMachineArn: arn }: MachineRequest): ApiError | undefined {
  if (arn === undefined || !/:stateMachine:[^:]+:[0-9]+$/.test(arn)) return undefined
  return { code: 'StateMachineDoesNotExist', message: `State Machine Does Not Exist: '${arn}'` }
}

/** Recorded. */
function versionRule({ publish, versionDescription }: MachineRequest): ApiError | undefined {
  if (versionDescription === undefined || publish === true) return undefined
  return { code: 'ValidationException', message: 'Version description can only be set when publish is true' }
}

/** Recorded for every level but OFF. */
function loggingRule({ loggingConfiguration }: MachineRequest): ApiError | undefined {
  const { level = 'OFF', destinations = [] } = loggingConfiguration ?? {}
  if (level === 'OFF' || destinations.length === 1) return undefined
  const message = 'Invalid Logging Configuration: Must specify exactly one Log Destination.'
  return { code: 'InvalidLoggingConfiguration', message }
}

/**
 * Why `CreateStateMachine` refuses a good request in an account that has this; undefined if it need not. Recorded.
 * @example
 * const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders'
 * const account = { machines: [{ arn, definition: '{}' }], logGroups: [] }
 * accountError({ name: 'Orders' }, '{"StartAt":"A"}', account)?.code // => 'StateMachineAlreadyExists'
 */
export function accountError(request: MachineRequest, definition: string, account: Account): ApiError | undefined {
  return takenName(request, definition, account) ?? missingLogGroup(request, account)
}

/** The same machine may be created twice, which does nothing. */
function takenName({ name }: MachineRequest, definition: string, { machines }: Account): ApiError | undefined {
  const taken = machines.find((machine) => machine.arn.endsWith(`:stateMachine:${name}`))
  if (taken === undefined || taken.definition === definition) return undefined
  return { code: 'StateMachineAlreadyExists', message: `State Machine Already Exists: '${taken.arn}'` }
}

function missingLogGroup({ loggingConfiguration }: MachineRequest, { logGroups }: Account): ApiError | undefined {
  const [destination] = loggingConfiguration?.destinations ?? []
  const arn = destination?.cloudWatchLogsLogGroup?.logGroupArn
  if (arn === undefined || logGroups.includes(arn)) return undefined
  const message = 'Invalid Logging Configuration: Log Destination not found.'
  return { code: 'InvalidLoggingConfiguration', message }
}
