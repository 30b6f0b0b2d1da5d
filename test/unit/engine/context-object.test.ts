import { describe, expect, it } from 'vitest'
import { drive, gives, machineOf, taskState, tokenState } from './drive.js'

describe('the context object', () => {
  it('has its members in the order AWS writes them in', () => {
    const run = drive(machineOf({ A: { Type: 'Pass', Parameters: { 'c.$': '$$' }, OutputPath: '$.c', End: true } }), {
      input: { a: 1 },
      name: 'run-1',
      machineName: 'Orders',
    })
    expect(JSON.stringify(run.output)).toBe(
      JSON.stringify({
        Execution: {
          Id: 'arn:aws:states:us-east-1:123456789012:execution:Orders:run-1',
          Input: { a: 1 },
          StartTime: '2030-01-01T00:00:00.000Z',
          Name: 'run-1',
          RoleArn: 'arn:aws:iam::123456789012:role/OrdersRole',
          RedriveCount: 0,
        },
        StateMachine: { Id: 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders', Name: 'Orders' },
        State: { Name: 'A', EnteredTime: '2030-01-01T00:00:00.000Z' },
      }),
    )
  })

  it('has no RedriveCount under StartSyncExecution, and has one in an asynchronous EXPRESS execution', () => {
    const keys = { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $keys($states.context.Execution) %}', End: true }
    const keysIn = (options: object): unknown => drive(machineOf({ A: keys }), { type: 'EXPRESS', ...options }).output
    expect(keysIn({})).toContain('RedriveCount')
    expect(keysIn({ synchronous: true })).toEqual(['Id', 'Input', 'StartTime', 'Name', 'RoleArn'])
  })

  it('tells when the present state was entered, not when it is read', () => {
    const machine = machineOf({
      W: { Type: 'Wait', Seconds: 90, Next: 'T' },
      T: taskState({ ResultSelector: { 'at.$': '$$.State.EnteredTime' } }),
    })
    const run = drive(machine, { answers: { T: gives({}, 500) } })
    expect(run.output).toEqual({ at: '2030-01-01T00:01:30.000Z' })
  })

  it('has RetryCount in a Task and nowhere else', () => {
    const keys = { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $keys($states.context.State) %}', End: true }
    expect(drive(machineOf({ A: keys })).output).toEqual(['Name', 'EnteredTime'])
    const task = taskState({ ResultSelector: { 's.$': '$$.State' } })
    expect(drive(machineOf({ T: task }), { answers: { T: gives() } }).output).toMatchObject({ s: { RetryCount: 0 } })
  })

  it('has Task.Token only where the integration hands one out', () => {
    const seen: unknown[] = []
    const answers = (call: { readonly parameters: unknown }) => (seen.push(call.parameters), gives())
    drive(machineOf({ T: tokenState({ Parameters: { 't.$': '$$.Task.Token' } }) }), { answers })
    expect(seen).toEqual([{ t: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
    const none = drive(machineOf({ T: taskState({ Parameters: { 't.$': '$$.Task.Token' } }) }))
    expect(none.error).toBe('States.Runtime')
  })

  it('has Map.Item inside a Map, also in a Parallel there, and the innermost one counts', () => {
    const read = { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item' }, OutputPath: '$.i', End: true }
    const inner = { Type: 'Parallel', Branches: [machineOf({ R: read })], End: true }
    const nested = { Type: 'Map', ItemProcessor: machineOf({ P: inner }), End: true }
    const outer = { Type: 'Map', ItemProcessor: machineOf({ N: nested }), End: true }
    expect(drive(machineOf({ M: outer }), { input: [['a', 'b']] }).output).toEqual([
      [[{ Index: 0, Value: 'a' }], [{ Index: 1, Value: 'b' }]],
    ])
  })

  it('has no Map.Item after the Map', () => {
    const map = { Type: 'Map', ItemProcessor: machineOf({ I: { Type: 'Pass', End: true } }), Next: 'A' }
    const after = { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index' }, End: true }
    expect(drive(machineOf({ M: map, A: after }), { input: [1] }).error).toBe('States.Runtime')
  })
})
