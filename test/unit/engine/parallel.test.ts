import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { chainOf, delaysOf, drive, failsWith, gives, machineOf, tailOf, taskState, timesOf, typesOf } from './drive.js'

const branch = (name: string, state: Json) => ({ StartAt: name, States: { [name]: state } })
const parallel = (Branches: readonly Json[], fields: Readonly<Record<string, Json>> = {}) => {
  const end = Object.hasOwn(fields, 'Next') ? {} : { End: true }
  return { Type: 'Parallel', Branches, ...end, ...fields }
}
const fail = branch('F', { Type: 'Fail', Error: 'E', Cause: 'C' })

describe('Parallel', () => {
  it('gives every branch the same input and gathers their outputs in order', () => {
    const machine = machineOf({
      P: parallel(
        [
          branch('A', taskState()),
          branch('B', { Type: 'Pass', Result: 'b', End: true }),
          branch('C', { Type: 'Pass', End: true }),
        ],
        { Parameters: { 'v.$': '$.n' } },
      ),
    })
    const run = drive(machine, { input: { n: 1 }, answers: { A: gives('a', 9_000) } })
    expect(run.output).toEqual(['a', 'b', { v: 1 }])
  })

  it('shows no events of its branches, and the last event of one is where it goes on', () => {
    const run = drive(machineOf({ P: parallel([branch('A', { Type: 'Pass', End: true })]) }))
    expect(chainOf(run)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 PassStateEntered',
      '5<4 PassStateExited',
      '6<5 ParallelStateSucceeded',
      '7<5 ParallelStateExited',
      '8<7 ExecutionSucceeded',
    ])
  })

  it('takes turns between its branches in index order', () => {
    const run = drive(
      machineOf({ P: parallel([branch('A', { Type: 'Pass', End: true }), branch('B', { Type: 'Pass', End: true })]) }),
    )
    expect(chainOf(run).slice(3, 7)).toEqual([
      '4<3 PassStateEntered',
      '5<3 PassStateEntered',
      '6<4 PassStateExited',
      '7<5 PassStateExited',
    ])
  })

  it('fails with the first branch that fails and aborts the others', () => {
    const machine = machineOf({
      P: parallel([
        branch('W', { Type: 'Wait', Seconds: 9, End: true }),
        branch('A', taskState()),
        branch('B', taskState()),
        branch('D', { Type: 'Pass', End: true }),
      ]),
    })
    const run = drive(machine, { answers: { A: failsWith('X', 1_000), B: failsWith('Y', 2_000) } })
    expect(run).toMatchObject({ status: 'FAILED', error: 'X' })
    expect(tailOf(run, 'TaskFailed')).toEqual([
      'TaskFailed after TaskStarted',
      'WaitStateAborted after TaskFailed',
      'TaskStateAborted after TaskFailed',
      'TaskStateAborted after TaskFailed',
      'ParallelStateFailed after TaskFailed',
      'ExecutionFailed after ParallelStateFailed',
    ])
    expect(timesOf(run).at(-1)).toBe('ExecutionFailed 1')
  })

  it('aborts no state that was not entered yet', () => {
    const between = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'T' }, T: taskState() } }
    expect(typesOf(drive(machineOf({ P: parallel([between, fail]) })))).toEqual([
      'ExecutionStarted',
      'ParallelStateEntered',
      'ParallelStateStarted',
      'PassStateEntered',
      'FailStateEntered',
      'PassStateExited',
      'ParallelStateFailed',
      'ExecutionFailed',
    ])
  })

  it('caught, writes Failed and then Exited with the Error Output in its raw input', () => {
    const machine = machineOf({
      P: parallel([fail], { Catch: [{ ErrorEquals: ['E'], ResultPath: '$.e', Next: 'Z' }], Next: 'Z' }),
      Z: { Type: 'Succeed' },
    })
    const run = drive(machine, { input: { a: 1 } })
    expect(run.output).toEqual({ a: 1, e: { Error: 'E', Cause: 'C' } })
    expect(chainOf(run).slice(3, 6)).toEqual([
      '4<3 FailStateEntered',
      '5<4 ParallelStateFailed',
      '6<5 ParallelStateExited',
    ])
  })

  it('retried, starts all its branches again, with no Failed event before it gives up', () => {
    const Retry = [{ ErrorEquals: ['E'], IntervalSeconds: 3, MaxAttempts: 1 }]
    const run = drive(machineOf({ P: parallel([fail, branch('D', { Type: 'Pass', End: true })], { Retry }) }))
    expect(typesOf(run).filter((type) => type.startsWith('Parallel'))).toEqual([
      'ParallelStateEntered',
      'ParallelStateStarted',
      'ParallelStateStarted',
      'ParallelStateFailed',
    ])
    expect(timesOf(run, 'ParallelStateStarted')).toEqual(['ParallelStateStarted 0', 'ParallelStateStarted 3'])
    expect(chainOf(run).find((line) => line.endsWith('ParallelStateStarted') && !line.startsWith('3<'))).toMatch(/<4 /)
  })

  it('draws another jitter for each of its attempts', () => {
    const Retry = [{ ErrorEquals: ['E'], IntervalSeconds: 1000, BackoffRate: 1, JitterStrategy: 'FULL' }]
    expect(new Set(delaysOf(drive(machineOf({ P: parallel([fail], { Retry }) })))).size).toBe(3)
  })

  it('is not retried, not caught and not even failed for States.Runtime inside', () => {
    const bad = branch('A', { Type: 'Pass', Parameters: { 'v.$': '$.nope' }, End: true })
    const handlers = {
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
      Next: 'Z',
    }
    const run = drive(machineOf({ P: parallel([bad], handlers), Z: { Type: 'Succeed' } }))
    expect(run.error).toBe('States.Runtime')
    expect(chainOf(run).at(-1)).toBe('5<4 ExecutionFailed')
  })

  it('is failed by a JSONata expression inside, and takes Arguments and Output itself', () => {
    const bad = branch('A', { Type: 'Pass', Output: '{% $nope %}', End: true })
    const failing = drive(machineOf({ P: parallel([bad]) }, { QueryLanguage: 'JSONata' }))
    expect(typesOf(failing).slice(3)).toEqual([
      'PassStateEntered',
      'EvaluationFailed',
      'ParallelStateFailed',
      'ExecutionFailed',
    ])
    const fields = { Arguments: { n: '{% $states.input.a %}' }, Output: '{% $sum($states.result.n) %}' }
    const good = [branch('A', { Type: 'Pass', End: true }), branch('B', { Type: 'Pass', End: true })]
    expect(
      drive(machineOf({ P: parallel(good, fields) }, { QueryLanguage: 'JSONata' }), { input: { a: 4 } }).output,
    ).toBe(8)
  })

  it('fails after its success where its own output cannot be made', () => {
    const fields = { ResultSelector: { 'v.$': '$.nope' } }
    const run = drive(machineOf({ P: parallel([branch('A', { Type: 'Pass', End: true })], fields) }))
    expect(chainOf(run).slice(-2)).toEqual(['6<5 ParallelStateSucceeded', '7<6 ExecutionFailed'])
  })
})
