import { describe, expect, it } from 'vitest'
import { isArray, isObject } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { CaseMeta, ConformanceCase } from './case.js'
import { runCase } from './run-case.js'

const PASS = { StartAt: 'A', States: { A: { Type: 'Pass', Result: { b: 1 }, End: true } } }
const MACHINE_ARN = 'arn:aws:states:us-east-1:111111111111:stateMachine:<ArnPart_0idx>'
const EXPRESS_ARN = 'arn:aws:states:us-east-1:111111111111:express:<ArnPart_0idx>:<SyncExecArn_Part1_0idx>'

function recorded(kind: ConformanceCase['kind'], definition: Json, expected: JsonObject, meta: CaseMeta = {}) {
  const isExpress = kind === 'express_sync' || kind === 'express_async_logs'
  const type = isExpress ? 'EXPRESS' : 'STANDARD'
  const base = { id: kind, group: 'group', recorded: '01-02-2025, 10:00:00', input: {} } as const
  return { ...base, kind, type, definition, expect: expected, meta } satisfies ConformanceCase
}

const NO_STATES = "SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'"
const INVALID = `Invalid State Machine Definition: '${NO_STATES}`

const cases: readonly ConformanceCase[] = [
  recorded(
    'validate',
    { StartAt: 'A' },
    {
      result: 'FAIL',
      truncated: false,
      diagnostics: [
        {
          code: 'SCHEMA_VALIDATION_FAILED',
          location: '/',
          message: 'These fields are required: [States]',
          severity: 'ERROR',
        },
      ],
    },
  ),
  recorded(
    'create_error',
    { StartAt: 'A' },
    {
      error: { Error: { Code: 'InvalidDefinition', Message: INVALID }, message: INVALID },
    },
  ),
  recorded(
    'create_error',
    { StartAt: 'A' },
    {
      error: {
        exception_typename: 'InvalidDefinition',
        exception_value: `An error occurred (InvalidDefinition) when calling the UpdateStateMachine operation: ${INVALID}`,
      },
    },
    { op: 'UpdateStateMachine' },
  ),
  recorded('express_sync', PASS, {
    billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
    executionArn: `${EXPRESS_ARN}:<SyncExecArn_Part2_0idx>`,
    input: {},
    inputDetails: { included: true },
    name: '<SyncExecArn_Part1_0idx>',
    output: { b: 1 },
    outputDetails: { included: true },
    stateMachineArn: MACHINE_ARN,
    status: 'SUCCEEDED',
  }),
  recorded('express_async_logs', PASS, {
    endEvent: {
      details: { output: { b: 1 }, outputDetails: { truncated: false } },
      event_timestamp: 'timestamp',
      execution_arn: `${EXPRESS_ARN}:<SyncExecArn_Part2_0idx>`,
      id: '4',
      previous_event_id: '3',
      redrive_count: '0',
      type: 'ExecutionSucceeded',
    },
  }),
]

/** A case whose recording has dates, which are compared by form only. */
function withDates(source: ConformanceCase): ConformanceCase {
  if (source.kind !== 'express_sync') return source
  return { ...source, expect: { ...source.expect, startDate: 'datetime', stopDate: 'datetime' } }
}

describe.each(cases.map((source) => withDates(source)))('a recording of the kind $kind', (source) => {
  it('agrees when it is right', () => {
    expect(runCase(source)).toEqual({ verdict: 'passed' })
  })

  it('does not agree when any of its values is wrong or missing', () => {
    for (const wrong of spoilt(source.expect)) {
      const verdict = runCase({ ...source, expect: wrong as JsonObject })
      expect([wrong, verdict.verdict]).toEqual([wrong, 'failed'])
    }
  })
})

/** Values whose recorded form stands for any value of its kind. */
const STAND_INS = new Set<Json>(['datetime', 'timestamp'])

/** The value with each one of its parts changed, and with each one left out. */
function* spoilt(value: Json): Generator<Json> {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const wrong of spoilt(item)) yield value.with(index, wrong)
    }
    yield [...value, 'another']
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _left, ...rest } = value
      yield rest
      for (const wrong of spoilt(item)) yield { ...value, [key]: wrong }
    }
  } else if (!STAND_INS.has(value)) {
    yield typeof value === 'number' ? value - 36 : `${String(value)}x`
  }
}
