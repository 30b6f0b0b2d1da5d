import type { Json } from '../asl/json.js'
import { LIMITS } from '../asl/limits.js'
import type { Profile } from '../asl/profile.js'
import { UserError } from '../asl/user-error.js'
import { exceeds } from '../data/json-text.js'
import { MAX_NESTING, nestsDeeperThan } from '../asl/nesting.js'
import type { ExecutionType } from '../asl/types.js'
import type { ExecutionLimits, ExecutionSettings } from './execution.js'
import type { ItemStep } from './ports.js'
import { keyedUuid } from './random.js'

/** How to start an execution. Everything has a default, and no default depends on the machine it runs on. */
export interface StartOptions {
  /** Default `STANDARD`. */
  readonly type?: ExecutionType
  /** The execution's name; by default a UUID drawn from the seed. */
  readonly name?: string
  /** Default `StateMachine`. */
  readonly machineName?: string
  readonly machineArn?: string
  readonly roleArn?: string
  /** Virtual ms since the epoch; default 2030-01-01T00:00:00.000Z. */
  readonly startAtMs?: number
  /** Whole number from which every random draw, UUID and token of the run comes; default 0. */
  readonly seed?: number
  readonly profile?: Profile
  /** ARNs of activities that do not exist; default none. */
  readonly absentActivities?: readonly string[]
  readonly limits?: Partial<ExecutionLimits>
  /** JSON Pointers of states that ask before each attempt whether it goes well, so that any state can be made to fail. */
  readonly probes?: ReadonlySet<string>
  /** Of an EXPRESS execution: StartSyncExecution started it; default false. */
  readonly synchronous?: boolean
  /** Of a child of a distributed Map: where it stands in the Maps around it. */
  readonly items?: readonly ItemStep[]
}

/**
 * 2030-01-01T00:00:00.000Z, so that no run depends on the day it is made.
 * @example
 * new Date(DEFAULT_START_MS).toISOString() // => '2030-01-01T00:00:00.000Z'
 */
export const DEFAULT_START_MS = 1893456000000

const REGION = 'us-east-1'
const ACCOUNT = '123456789012'

const common = {
  payloadBytes: LIMITS.payloadBytes.value,
  inlineMapConcurrency: LIMITS.inlineMapConcurrency.value,
}

const SERVICE_LIMITS: Readonly<Record<ExecutionType, ExecutionLimits>> = {
  STANDARD: {
    ...common,
    historyEvents: LIMITS.historyEvents.value,
    executionSeconds: LIMITS.standardExecutionSeconds.value,
  },
  // AWS sets an EXPRESS history no limit; at a million events a run counts as endless here.
  EXPRESS: { ...common, historyEvents: 1_000_000, executionSeconds: LIMITS.expressExecutionSeconds.value },
}

const NO_PROBES: ReadonlySet<string> = new Set()

export function settingsFrom(input: Json, options: StartOptions): ExecutionSettings {
  const type = options.type ?? 'STANDARD'
  const seed = options.seed ?? 0
  const limits = options.limits ? { ...SERVICE_LIMITS[type], ...options.limits } : SERVICE_LIMITS[type]
  if (nestsDeeperThan(input, MAX_NESTING)) {
    throw new UserError('usage', `the input is nested more than ${MAX_NESTING} levels deep`)
  }
  if (exceeds(input, limits.payloadBytes)) {
    throw new UserError(
      'usage',
      `the input is larger than the ${limits.payloadBytes} bytes that Step Functions accepts`,
    )
  }
  const machineName = options.machineName ?? 'StateMachine'
  const name = options.name ?? keyedUuid(`${seed}|execution`)
  const machineArn = options.machineArn ?? `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${machineName}`
  const executionsOf = (kind: string): string => machineArn.replace(':stateMachine:', `:${kind}:`)
  const executionArn =
    type === 'STANDARD'
      ? `${executionsOf('execution')}:${name}`
      : `${executionsOf('express')}:${name}:${keyedUuid(`${seed}|${name}|express`)}`
  return {
    input,
    type,
    name,
    machineName,
    machineArn,
    executionArn,
    roleArn: options.roleArn ?? `arn:aws:iam::${ACCOUNT}:role/${machineName}Role`,
    region: REGION,
    startAtMs: options.startAtMs ?? DEFAULT_START_MS,
    seed,
    profile: options.profile ?? 'recorded',
    absentActivities: options.absentActivities ?? [],
    limits,
    givenLimits: options.limits ?? {},
    probes: options.probes ?? NO_PROBES,
    synchronous: options.synchronous ?? false,
    items: options.items ?? [],
  }
}
