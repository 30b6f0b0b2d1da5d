import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Json, isObject, member } from '../../../../src/asl/json.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../../src/tasks/script.js'

const shared = process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared')
const corpus = join(shared, 'conformance/cases')
const missing = !existsSync(corpus)
const why = missing ? ` (skipped: no recordings at ${corpus})` : ''

interface RecordedCase {
  readonly definition: Json
  readonly input: Json
  readonly expect: { readonly events: readonly Record<string, Json>[] }
  readonly meta: { readonly otherMachines?: readonly Json[] }
}

function cases(folder: string, name: RegExp): readonly (readonly [string, RecordedCase])[] {
  if (missing) return []
  const files = readdirSync(join(corpus, folder)).filter((file) => name.test(file))
  return files.map((file) => [file, JSON.parse(readFileSync(join(corpus, folder, file), 'utf8')) as RecordedCase])
}

/** Details of the event that ended the Task: of TaskSucceeded or TaskFailed. */
function endOf(recorded: RecordedCase): Record<string, Json> {
  const event = recorded.expect.events.find(({ type }) => type === 'TaskSucceeded' || type === 'TaskFailed')
  const details = event?.['taskSucceededEventDetails'] ?? event?.['taskFailedEventDetails']
  return (details ?? {}) as Record<string, Json>
}

/** Members that the recording has as placeholders, and those of HTTP. */
const VARYING = ['StartDate', 'StopDate', 'SdkHttpMetadata', 'SdkResponseMetadata']
const REDRIVE = ['RedriveCount', 'RedriveStatus', 'RedriveStatusReason']

function comparable(value: Json | undefined, left: readonly string[]): Json {
  const parsed = typeof value === 'string' ? (JSON.parse(value) as Json) : (value ?? null)
  if (!isObject(parsed)) return parsed
  return Object.fromEntries(Object.entries(parsed).filter(([key]) => !left.includes(key)))
}

const started = [
  ...cases('callback', /start_execution_sync/),
  ...cases('services', /sfn_task_service/),
  ...cases('local_mocking', /sfn_start_execution/),
]

describe(`what a Task sees of a child execution${why}`, () => {
  it.skipIf(missing)('was recorded', () => {
    expect(started.length).toBeGreaterThanOrEqual(6)
  })

  it.each(started)('%s', async (_, recorded) => {
    const input = recorded.input as { readonly StateMachineArn: string }
    const child = machine(recorded.meta.otherMachines?.[0], { name: 'Child' })
    const named = {
      ...input,
      StateMachineArn: input.StateMachineArn.replace(
        'state-machine-arn',
        'arn:aws:states:us-east-1:111111111111:stateMachine:Child',
      ),
    }
    const run = await machine(recorded.definition).run({ input: named, machines: { [named.StateMachineArn]: child } })
    expect(run.history.map(({ type }) => type)).toEqual(recorded.expect.events.map(({ type }) => type))
    const { output, error, cause } = endOf(recorded)
    const shape = comparable(output ?? cause, [])
    const hasRedrive = isObject(shape) && member(shape, 'RedriveCount') !== undefined
    const left = [
      ...VARYING,
      ...(hasRedrive ? [] : REDRIVE),
      ...(recorded.input === named ? [] : ['ExecutionArn', 'StateMachineArn']),
    ]
    expect(run.error).toBe(error)
    expect(comparable(output ?? cause, left)).toEqual(comparable(run.output ?? run.cause, left))
  })
})

const refused = cases('services', /put_events_(no_source|malformed)/)

describe(`what a Task sees of events that EventBridge refused${why}`, () => {
  it.skipIf(missing)('was recorded', () => {
    expect(refused).toHaveLength(2)
  })

  it.each(refused)('%s', async (_, recorded) => {
    const { error, cause } = endOf(recorded)
    const run = await machine(recorded.definition).run({
      input: recorded.input,
      tasks: { PutEvents: returns(cause ?? null) },
    })
    expect(run.error).toBe(error)
    expect(JSON.parse(run.cause ?? '')).toEqual(cause)
  })
})
