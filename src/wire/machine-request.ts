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
    readonly destinations?: readonly unknown[]
  }
}

type RequestRule = (request: MachineRequest) => ApiError | undefined

const rules: readonly RequestRule[] = [nameRule, arnRule, versionRule, loggingRule]

/**
 * Why `CreateStateMachine` or `UpdateStateMachine` refuses a request whatever its definition is; undefined if it need not.
 * What depends on the account is left out: names that are taken, machines and log groups that are not there.
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
