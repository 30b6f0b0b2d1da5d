import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { type DriveOptions, detailsOf, drive, failsWith, gives, machineOf, taskState, tokenState } from './drive.js'

const both = ['recorded', 'documented'] as const

function errorsOf(definition: Json, options: DriveOptions = {}): readonly (string | undefined)[] {
  return both.map((profile) => drive(definition, { ...options, profile }).error)
}

/** The outputs under both profiles, where a failed execution gives its error. */
function endsOf(definition: Json, options: DriveOptions = {}): readonly unknown[] {
  return both.map((profile) => {
    const { output, error } = drive(definition, { ...options, profile })
    return error ?? output
  })
}

const catching = (name: string): Json => [{ ErrorEquals: [name], Next: 'Caught' }]
const caught = { Caught: { Type: 'Pass', End: true } }
const nowhere = { Type: 'Pass', Parameters: { 'x.$': '$.nope' }, End: true }
const inParallel = (state: Json, fields: Readonly<Record<string, Json>> = {}): Json => ({
  Type: 'Parallel',
  Branches: [machineOf({ Inner: state })],
  End: true,
  ...fields,
})

describe('the documented profile', () => {
  it('names a missed heartbeat, in the event and in the Error Output', () => {
    const machine = machineOf({
      Ask: tokenState({ HeartbeatSeconds: 5, Catch: catching('States.Timeout') }),
      ...caught,
    })
    const names = both.map((profile) => {
      const run = drive(machine, { profile, answers: { Ask: { submitted: {} } } })
      return [detailsOf(run, 'TaskTimedOut'), run.output]
    })
    expect(names[0]).toMatchObject([[{ error: 'States.Timeout' }], { Error: 'States.Timeout', Cause: '' }])
    expect(names[1]).toMatchObject([
      [{ error: 'States.HeartbeatTimeout' }],
      { Error: 'States.HeartbeatTimeout', Cause: '' },
    ])
  })

  it('leaves the name of a timeout alone', () => {
    const machine = machineOf({ Ask: taskState({ TimeoutSeconds: 5 }) })
    expect(errorsOf(machine, { answers: () => 'never' })).toEqual(['States.Timeout', 'States.Timeout'])
  })

  it('keeps an oversize result from States.ALL', () => {
    const machine = machineOf({ Ask: taskState({ Catch: catching('States.ALL') }), ...caught })
    const answers = { Ask: gives('x'.repeat(300)) }
    const ends = endsOf(machine, { answers, limits: { payloadBytes: 280 } })
    expect(ends).toMatchObject([{ Error: 'States.DataLimitExceeded' }, 'States.DataLimitExceeded'])
  })

  it('gives a Parallel a name of its own for a failed branch, with the cause of the branch', () => {
    const fails = { Type: 'Fail', Error: 'Broken', Cause: 'glass' }
    const uncaught = machineOf({ P: inParallel(fails) })
    expect(errorsOf(uncaught)).toEqual(['Broken', 'States.BranchFailed'])
    expect(drive(uncaught, { profile: 'documented' }).cause).toBe('glass')
    const byName = machineOf({ P: inParallel(fails, { Catch: catching('States.BranchFailed') }), ...caught })
    expect(endsOf(byName)).toEqual(['Broken', { Error: 'States.BranchFailed', Cause: 'glass' }])
  })

  it('gives a Map no such name', () => {
    const ItemProcessor = machineOf({ Inner: { Type: 'Fail', Error: 'Broken' } })
    expect(errorsOf(machineOf({ M: { Type: 'Map', ItemProcessor, End: true } }), { input: [1] })).toEqual([
      'Broken',
      'Broken',
    ])
  })

  it('names a path of a payload template that leads nowhere, so that it can be caught and retried', () => {
    expect(errorsOf(machineOf({ P: nowhere }))).toEqual(['States.Runtime', 'States.ParameterPathFailure'])
    const Parameters = { 'x.$': '$.nope' }
    const task = machineOf({ T: taskState({ Parameters, Catch: catching('States.ALL') }), ...caught })
    expect(endsOf(task)).toMatchObject(['States.Runtime', { Error: 'States.ParameterPathFailure' }])
    const retried = machineOf({
      T: taskState({ Parameters, Retry: [{ ErrorEquals: ['States.ParameterPathFailure'] }] }),
    })
    const times = both
      .map((profile) => drive(retried, { profile }))
      .map(({ nowMs, settings }) => nowMs - settings.startAtMs)
    expect(times).toEqual([0, 7000])
  })

  it('cuts a cause that would double with every turn of a loop', () => {
    const Parameters = { 'x.$': '$.nope' }
    const loop = machineOf({ T: taskState({ Parameters, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'T' }] }) })
    const run = drive(loop, { profile: 'documented', limits: { historyEvents: 300 } })
    const causes = detailsOf(run, 'TaskStateExited').map((details) => JSON.stringify(details).length)
    expect(causes).toHaveLength(149)
    expect(Math.max(...causes)).toBeLessThan(200_000)
  })

  it('leaves paths that are whole fields as they are', () => {
    const fails = { Type: 'Fail', ErrorPath: '$.nope' }
    expect(errorsOf(machineOf({ F: fails }))).toEqual(['States.Runtime', 'States.Runtime'])
    const pass = machineOf({ P: { Type: 'Pass', InputPath: '$.nope', End: true } })
    expect(errorsOf(pass)).toEqual(['States.Runtime', 'States.Runtime'])
  })

  it('names an intrinsic function that fails', () => {
    const pass = machineOf({ P: { Type: 'Pass', Parameters: { 'x.$': 'States.ArrayLength($)' }, End: true } })
    expect(errorsOf(pass)).toEqual(['States.Runtime', 'States.IntrinsicFailure'])
    expect(drive(pass, { profile: 'documented' }).cause).toBe(drive(pass).cause)
  })

  it('names a Choice without a way on, which the container can take', () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'Z' }] }
    const Branches = [{ StartAt: 'C', States: { C: choice, Z: { Type: 'Succeed' } } }]
    const Catch = catching('States.ALL')
    const machine = machineOf({ P: { Type: 'Parallel', Branches, Catch, End: true }, ...caught })
    expect(endsOf(machine, { input: { n: 2 } })).toMatchObject(['States.Runtime', { Error: 'States.BranchFailed' }])
    const ItemProcessor = Branches[0] ?? null
    const map = machineOf({ M: { Type: 'Map', ItemProcessor, Catch, End: true }, ...caught })
    expect(endsOf(map, { input: [{ n: 2 }] })).toMatchObject(['States.Runtime', { Error: 'States.NoChoiceMatched' }])
  })

  it('lets a Map go over the members of an object', () => {
    const ItemProcessor = machineOf({ Inner: { Type: 'Pass', End: true } })
    const ItemSelector = { 'key.$': '$$.Map.Item.Key', 'value.$': '$$.Map.Item.Value', 'at.$': '$$.Map.Item.Index' }
    const map = (fields: Readonly<Record<string, Json>>): Json =>
      machineOf({ M: { Type: 'Map', ItemProcessor, End: true, ...fields } })
    const input = { a: 1, b: [2] }
    expect(endsOf(map({}), { input })).toEqual([
      'States.Runtime',
      [
        { Key: 'a', Value: 1 },
        { Key: 'b', Value: [2] },
      ],
    ])
    expect(endsOf(map({ ItemSelector }), { input })[1]).toEqual([
      { key: 'a', value: 1, at: 0 },
      { key: 'b', value: [2], at: 1 },
    ])
    const jsonata = { QueryLanguage: 'JSONata', ItemSelector: '{% $states.context.Map.Item %}' }
    expect(endsOf(map(jsonata), { input })).toEqual([
      'States.QueryEvaluationError',
      [
        { Index: 0, Value: 1, Key: 'a' },
        { Index: 1, Value: [2], Key: 'b' },
      ],
    ])
    expect(endsOf(map({}), { input: 'text' })).toEqual(['States.Runtime', 'States.Runtime'])
    expect(endsOf(map({}), { input: {} })).toEqual(['States.Runtime', []])
  })

  it('changes nothing in a run that fails otherwise', () => {
    const machine = machineOf({ T: taskState({ Catch: catching('Known') }), ...caught })
    expect(errorsOf(machine, { answers: { T: failsWith('Other') } })).toEqual(['Other', 'Other'])
  })
})
