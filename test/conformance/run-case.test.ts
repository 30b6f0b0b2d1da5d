import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { CaseMeta, ConformanceCase } from './case.js'
import { lastLine, runCase, summaryOf } from './run-case.js'

const TRUNCATED = { truncated: false }

const STARTED = {
  id: 1,
  previousEventId: 0,
  type: 'ExecutionStarted',
  timestamp: 'timestamp',
  executionStartedEventDetails: { input: {}, inputDetails: TRUNCATED, roleArn: 'snf_role_arn' },
}

function entered(type: string, name: string): JsonObject {
  const stateEnteredEventDetails = { name, input: {}, inputDetails: TRUNCATED }
  return { id: 2, previousEventId: 0, type, timestamp: 'timestamp', stateEnteredEventDetails }
}

const WAITING = { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 60, End: true } } }
const ASKING = {
  StartAt: 'Ask',
  States: { Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
}

function recorded(definition: Json, expected: JsonObject, meta: CaseMeta = {}): ConformanceCase {
  return {
    id: 'case',
    kind: 'execution',
    group: 'group',
    recorded: '01-02-2025, 10:00:00',
    type: 'STANDARD',
    definition,
    input: {},
    expect: expected,
    meta,
  }
}

describe('runCase', () => {
  it('stops the execution where the recording shows that it was stopped, for the same reason', () => {
    const aborted = { id: 3, previousEventId: 0, type: 'ExecutionAborted', timestamp: 'timestamp' }
    const details = { error: 'Enough', cause: 'waited' }
    const events = [STARTED, entered('WaitStateEntered', 'Wait')]
    const stopped = [...events, { ...aborted, executionAbortedEventDetails: details }]
    const withoutReason = [...events, { ...aborted, executionAbortedEventDetails: {} }]
    expect(runCase(recorded(WAITING, { events: stopped }))).toEqual({ verdict: 'passed' })
    expect(runCase(recorded(WAITING, { events: withoutReason }))).toEqual({ verdict: 'passed' })
  })

  it('compares as far as a recording goes that ends before the execution', () => {
    const events = [STARTED, entered('WaitStateEntered', 'Wait')]
    expect(runCase(recorded(WAITING, { events }, { incompleteHistory: true }))).toEqual({ verdict: 'passed' })
    expect(runCase(recorded(WAITING, { events }))).toMatchObject({ verdict: 'failed' })
  })

  it('compares the status of an execution that was described while it ran', () => {
    const describe = { status: 'RUNNING', input: {} }
    const given = runCase(recorded(WAITING, { describe }))
    expect(given).toMatchObject({ verdict: 'failed', reason: expect.stringMatching(/^describe\.\w+: not expected/) })
    const names = {
      machineArn: 'arn:aws:states:us-east-1:111111111111:stateMachine:<ArnPart_0idx>',
      name: '<ExecArnPart_0idx>',
    }
    const whole = {
      ...describe,
      name: names.name,
      stateMachineArn: names.machineArn,
      executionArn: `${names.machineArn.replace(':stateMachine:', ':execution:')}:${names.name}`,
    }
    expect(runCase(recorded(WAITING, { describe: whole }))).toEqual({ verdict: 'passed' })
  })

  it('fails a case whose execution calls a task that was not recorded', () => {
    expect(runCase(recorded(ASKING, { status: 'SUCCEEDED', output: {} }))).toMatchObject({
      verdict: 'failed',
      reason: expect.stringContaining('call of Ask'),
    })
  })

  it('gives what a task answered, with our values for the placeholders in what it was sent', () => {
    const definition = {
      StartAt: 'Ask',
      States: { Ask: { ...ASKING.States.Ask, Parameters: { 'Id.$': 'States.UUID()' } } },
    }
    const outcome = { type: 'TaskSucceeded', output: { Echo: '<uuid:1>' } }
    const taskOutcomes = [{ state: 'Ask', occurrence: 0, attempt: 0, input: { Id: '<uuid:1>' }, outcome }]
    const expected = { status: 'SUCCEEDED', output: { Echo: '<uuid:1>' } }
    expect(runCase(recorded(definition, expected, { taskOutcomes }))).toEqual({ verdict: 'passed' })
  })

  it('finds what a task answered in an item of a Map that runs one after another, by the event that scheduled it', () => {
    const Ask = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Rest' }],
      Next: 'Rest',
    }
    const States = { Ask, Rest: { Type: 'Pass', End: true } }
    const Items = { Type: 'Map', MaxConcurrency: 1, ItemProcessor: { StartAt: 'Ask', States }, End: true }
    const steps = [0, 1].map((index) => ({ map: 'Items', index }))
    const failed = { type: 'TaskFailed', error: 'E' }
    const taskOutcomes = [
      { state: 'Ask', occurrence: 0, attempt: 0, iteration: steps.slice(0, 1), scheduledEventId: 6, outcome: failed },
      // The chain of the second item leads through the first.
      {
        state: 'Ask',
        occurrence: 1,
        attempt: 0,
        iteration: steps,
        scheduledEventId: 15,
        outcome: { type: 'TaskSucceeded', output: 2 },
      },
    ]
    const expected = { status: 'SUCCEEDED', output: [{ error: { Error: 'E', Cause: null } }, 2] }
    const source = recorded({ StartAt: 'Items', States: { Items } }, expected, { taskOutcomes })
    expect(runCase({ ...source, input: [{}, {}] })).toEqual({ verdict: 'passed' })
  })

  it('fails a case with a definition that is refused, and says so', () => {
    expect(runCase(recorded({ StartAt: 'A', States: {} }, { status: 'SUCCEEDED', output: {} }))).toMatchObject({
      verdict: 'failed',
    })
  })
})

describe('a case that is not compared', () => {
  it('is deferred when nothing runs its kind', () => {
    const verdict = runCase({ ...recorded(WAITING, {}), kind: 'api' })
    expect(verdict).toEqual({ verdict: 'deferred', reason: 'kind not built yet: api' })
  })

  it('is skipped, with the reason, when a request was refused for what the account held', () => {
    const refused = (error: JsonObject) => runCase({ ...recorded(WAITING, { error }), kind: 'create_error' }).verdict
    expect(refused({ message: "State Machine Already Exists: 'arn'" })).toBe('skipped')
    expect(refused({ message: "Invalid Name: 'a b'" })).toBe('failed')
  })
})

describe('the summary of a run', () => {
  it('counts, and lists what did not pass with the reason', () => {
    const source = recorded(WAITING, {})
    const summary = summaryOf([
      { source, verdict: { verdict: 'passed' } },
      { source, verdict: { verdict: 'failed', reason: 'why' } },
      { source, verdict: { verdict: 'skipped', reason: 'why not' } },
      { source, verdict: { verdict: 'deferred', reason: 'not yet' } },
    ])
    expect(summary).toEqual({
      total: 4,
      passed: 1,
      failed: [{ id: 'case', reason: 'why' }],
      skipped: [{ id: 'case', reason: 'why not' }],
      deferred: [{ id: 'case', reason: 'not yet' }],
    })
    expect(lastLine(summary)).toBe('conformance: 1 passed, 1 failed, 1 skipped, 1 deferred of 4')
  })
})
