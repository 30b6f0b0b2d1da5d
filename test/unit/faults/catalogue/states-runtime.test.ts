import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { fault } from '../../../../src/faults/fault.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import type { Scenario } from '../../../../src/harness/scenarios/scenario.js'
import { replay } from '../../../../src/harness/scenarios/scenario.js'
import { returns } from '../../../../src/tasks/script.js'
import { call } from '../../harness/fixtures.js'

const inner = { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } }
const onAll = (Next: string): Json => [{ ErrorEquals: ['States.ALL'], Next }]

/** One state, and where its Catch goes. */
function only(state: Readonly<Record<string, Json>>, machineFields: Readonly<Record<string, Json>> = {}): Json {
  const States = { Struck: state, ...('Catch' in state && { Caught: { Type: 'Pass', End: true } }) }
  return { StartAt: 'Struck', States, ...machineFields }
}

const strike = async (definition: Json, id: string, scenario: Scenario = {}, type?: 'EXPRESS' | 'STANDARD') =>
  await machine(definition, { ...(type && { type }) }).run({ ...scenario, faults: [fault(id)] })

describe('an error of the definition', () => {
  const at = "An error occurred while executing the state 'Struck' (entered at the event id #2). "

  it.each([
    [
      'states-runtime-parameters-path',
      { Type: 'Pass', Parameters: { a: { 'size.$': '$.page.size' } }, End: true },
      "The JSONPath '$.page.size' specified for the field 'size.$' could not be found in the input '{\"page\":{\"size\":1}}'",
    ],
    [
      'states-runtime-inputpath',
      { Type: 'Pass', InputPath: "$.page['size']", End: true },
      "Invalid path '$.page['size']' : No results for path: $['page']['size']",
    ],
    [
      'states-intrinsic-failure',
      { Type: 'Pass', Parameters: { 'text.$': "States.Format('{} px', $.page.size)" }, End: true },
      "The function 'States.Format('{} px', $.page.size)' had the following error: The JsonPath argument for the field '$.page.size' could not be found in the input '{\"page\":{\"size\":1}}'",
    ],
    [
      'states-wait-bad-timestamp',
      { Type: 'Wait', SecondsPath: '$.page.size', End: true },
      'The SecondsPath parameter references a negative value: $.page.size == -1',
    ],
    [
      'map-config-invalid(many)',
      {
        Type: 'Map',
        ItemsPath: '$.page',
        ToleratedFailurePercentagePath: '$.page.size',
        ItemProcessor: inner,
        End: true,
      },
      'The ToleratedFailurePercentagePath field refers to value "many" which is not a valid float: $.page.size',
    ],
  ])('%s speaks of the state as it is defined', async (id, state, cause) => {
    const run = await strike(only(state), id, { input: { page: { size: 1 } } })
    expect(run).toMatchObject({ status: 'FAILED', error: 'States.Runtime', cause: at + cause })
  })

  it('passes every Catch by', async () => {
    const state = call('Struck', { OutputPath: '$.a.b', Catch: onAll('Caught') }) as Record<string, Json>
    const run = await strike(only(state), 'states-runtime-uncatchable')
    expect(run).toMatchObject({
      error: 'States.Runtime',
      cause: `${at}Invalid path '$.a.b' : Missing property in path $['a']`,
    })
    expect(run.effects).toEqual([])
  })

  it('can be caught in JSONata, and names the first expression that is evaluated', async () => {
    const fields = {
      QueryLanguage: 'JSONata',
      Assign: { n: '{% 1 %}' },
      Arguments: { ids: ['{% $states.input.id %}'] },
    }
    const uncaught = await strike(only(call('Struck', fields) as Record<string, Json>), 'jsonata')
    expect(uncaught.cause).toBe(
      `${at}The JSONata expression '$states.input.id' specified for the field 'Arguments/ids[0]' returned nothing (undefined).`,
    )
    const caught = only(call('Struck', { ...fields, Catch: onAll('Caught') }) as Record<string, Json>)
    expect((await strike(caught, 'jsonata')).path).toEqual(['Struck', 'Caught'])
  })

  it('strikes only states that can have it', async () => {
    for (const id of [
      'states-runtime-inputpath',
      'states-intrinsic-failure',
      'no-choice',
      'jsonata',
      'bad-timestamp',
    ]) {
      await expect(strike(only({ Type: 'Pass', OutputPath: '$$.Execution', End: true }), id)).rejects.toThrow(
        'no fault struck',
      )
    }
  })
})

describe('a fault at a whole state', () => {
  it('is tried again by the Retry of a Parallel, and replays by its scenario', async () => {
    const Retry = [{ ErrorEquals: ['Carrier.Down'], MaxAttempts: 2 }]
    const parallel = machine(only({ Type: 'Parallel', Branches: [inner], Retry, End: true }))
    const faults = [fault('states-parallel-branch-failed(Carrier.Down)').attempts(1)]
    const run = await parallel.run({ faults })
    expect(run).toMatchObject({ status: 'SUCCEEDED', tookMs: 1000 })
    expect((await parallel.run(replay(run.scenario))).tookMs).toBe(1000)
  })

  it("is a Fail state's own error", async () => {
    const run = await strike(only({ Type: 'Fail', Error: 'Order.Refused', Cause: 'no stock' }), 'states-fail-state')
    expect(run).toMatchObject({ error: 'Order.Refused', cause: 'no stock' })
    expect(run.status).toBe('FAILED')
  })

  it('is too much output', async () => {
    const run = await strike(only({ Type: 'Pass', End: true }), 'states-data-limit-state-output')
    expect(run).toMatchObject({
      error: 'States.DataLimitExceeded',
      cause:
        "The state/task 'Struck' returned a result with a size exceeding the maximum number of bytes service limit.",
    })
  })
})

describe('an answer that never comes', () => {
  const waits = (fields: Readonly<Record<string, Json>> = {}) =>
    call('Struck', { Catch: onAll('Caught'), ...fields }) as Record<string, Json>

  it("ends the execution when its machine's time is up, and no Catch sees it", async () => {
    const run = await strike(only(waits(), { TimeoutSeconds: 60 }), 'execution-timeout')
    expect(run).toMatchObject({ status: 'TIMED_OUT', tookMs: 60_000, path: ['Struck'] })
  })

  it('ends an EXPRESS execution after five minutes and a STANDARD one after a year', async () => {
    const express = await strike(only(waits()), 'express-5-minute-limit', {}, 'EXPRESS')
    expect(express).toMatchObject({ status: 'TIMED_OUT', tookMs: 300_000 })
    const standard = await strike(only(waits()), 'standard-1-year-limit')
    expect(standard).toMatchObject({ status: 'TIMED_OUT', tookMs: 31_536_000_000 })
  })

  it.each([
    ['execution-timeout', waits({ TimeoutSeconds: 5 }), { TimeoutSeconds: 60 }],
    ['standard-1-year-limit', waits(), { TimeoutSeconds: 60 }],
    ['express-5-minute-limit', waits(), {}],
    ['task-heartbeat-timeout', waits({ TimeoutSeconds: 5 }), {}],
  ] as const)('leaves states alone that something else ends before %s', async (id, state, fields) => {
    const tasks = { Struck: returns({}) }
    await expect(strike(only(state, fields), id, { tasks })).rejects.toThrow('no fault struck')
  })

  it('is a missed heartbeat where there is one', async () => {
    const state = waits({ HeartbeatSeconds: 10, Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Caught' }] })
    const run = await strike(only(state), 'heartbeat')
    expect(run).toMatchObject({ status: 'SUCCEEDED', tookMs: 10_000, path: ['Struck', 'Caught'] })
  })
})

describe('a limit', () => {
  it('of the history has its own words, and nothing catches it', async () => {
    const run = await strike(only(call('Struck', { Catch: onAll('Caught') }) as Record<string, Json>), 'history-limit')
    expect(run).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    })
  })

  it('of transitions makes the execution late', async () => {
    const run = await strike(only(call('Struck') as Record<string, Json>), 'states-execution-throttled(5s)', {
      tasks: { Struck: returns({}) },
    })
    expect(run).toMatchObject({ status: 'SUCCEEDED', tookMs: 5000 })
  })
})
