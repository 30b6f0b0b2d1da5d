import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { Logging } from '../../src/wire/log-events.js'
import { accountsOf } from './account.js'
import type { Account, MachineRequest } from '../../src/wire/machine-request.js'

/** What a case holds: an execution, or the answer of another operation of the API. */
export type CaseKind =
  'execution' | 'test_state' | 'create_error' | 'validate' | 'express_sync' | 'express_async_logs' | 'api'

/** One recording: what AWS was given and what it answered. The fields are described in README.md beside this file. */
export interface ConformanceCase {
  readonly id: string
  readonly kind: CaseKind
  /** The folder the case lies in. */
  readonly group: string
  /** When it was recorded, `dd-mm-yyyy, hh:mm:ss`. */
  readonly recorded: string
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly definition: Json
  readonly input: Json
  readonly expect: JsonObject
  readonly meta: CaseMeta
  /** Of a refused request: what the account held. */
  readonly account?: Account
}

/** A replacement that was applied to the recording. */
export interface Transformer {
  readonly kind: string
  /** `regex`: what was replaced. */
  readonly pattern?: string
  readonly replacement?: string
  /** `jsonpath` and `keyvalue`: the value is replaced wherever it occurs, by `<replacement:N>`. */
  readonly reference?: boolean
}

/** The event that ended an attempt: its type and details. */
export interface RecordedOutcome {
  readonly type: string
  readonly output?: Json
  readonly error?: string
  readonly cause?: Json
}

/** What one attempt of a Task answered. Both numbers count from 0. */
export interface TaskOutcome {
  readonly state: string
  /** Which entry of this state it is, all iterations taken together. */
  readonly occurrence: number
  readonly attempt: number
  readonly iteration?: readonly { readonly map: string; readonly index: number }[]
  readonly scheduledEventId?: number
  /** What the task was sent. */
  readonly input?: Json
  /** What a `.sync` or `.waitForTaskToken` integration itself answered. */
  readonly submitted?: Json
  /** Absent or null when the execution ended first. */
  readonly outcome?: RecordedOutcome | null
}

export interface CaseMeta {
  readonly transformers?: readonly Transformer[]
  readonly taskOutcomes?: readonly TaskOutcome[]
  /** Bucket -> key -> body, for what an ItemReader reads. */
  readonly s3?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Function name -> file of its handler. */
  readonly lambdas?: Readonly<Record<string, string>>
  readonly nondeterministicOrder?: readonly string[]
  /** Ids between ParallelStateStarted and its end are `[0]`, and the events there are sorted. */
  readonly idsZeroedByTransformer?: boolean
  /** The recording stops while the execution was still running. */
  readonly incompleteHistory?: Json
  /** The test stopped the execution. */
  readonly stopExecution?: Json
  readonly executionName?: string
  /** How the execution was logged. */
  readonly logging?: Logging
  /** The operation that was refused, by default CreateStateMachine, and what it was sent besides the definition. */
  readonly op?: string
  readonly args?: MachineRequest
  /** All calls of a test of the API, in order. */
  readonly calls?: Json
  /** The text of the definition as it was sent. */
  readonly definitionText?: string
  /** Definition and input before a timestamp in them became a placeholder. */
  readonly unreplaced?: { readonly definition?: Json; readonly input?: Json }
}

/** The folder that is used when none is named: `conformance` in `$ASLX_SHARED`, or in `../shared` beside the checkout. */
export function defaultRecordingsDir(): string {
  return join(process.env.ASLX_SHARED ?? join(import.meta.dirname, '../../../shared'), 'conformance')
}

/** Every case of a folder with `index.json` and `cases/`, or undefined if there is no such folder. */
export function loadCases(dir: string): readonly ConformanceCase[] | undefined {
  const files = caseFiles(dir)
  const cases = files?.map((file): ConformanceCase => {
    const json = JSON.parse(readFileSync(join(dir, file), 'utf8'))
    return { ...json, group: file.split('/').at(-2) ?? '' }
  })
  if (cases === undefined) return undefined
  const accountOf = accountsOf(cases)
  return cases.map((source) => (source.kind === 'create_error' ? { ...source, account: accountOf(source) } : source))
}

function caseFiles(dir: string): readonly string[] | undefined {
  if (existsSync(join(dir, 'index.json'))) {
    const index: readonly { file: string }[] = JSON.parse(readFileSync(join(dir, 'index.json'), 'utf8'))
    return index.map((entry) => entry.file)
  }
  if (!existsSync(join(dir, 'cases'))) return undefined
  const files = readdirSync(join(dir, 'cases'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => join('cases', file))
    .sort()
}

/** The time of a recording in ms since the epoch, taken as UTC. */
export function recordedAtMs(recorded: string): number {
  const [day = 1, month = 1, year = 1970, hour = 0, minute = 0, second = 0] = (recorded.match(/\d+/g) ?? []).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
