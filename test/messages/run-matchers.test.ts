import { fails, fault, hangs, machine, returns, verdicts } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { toApiHistory } from '../../src/wire/history-json.js'
import { lambdaTask } from '../unit/verify/factory.js'
import { located, orders, pages } from './located-runs.js'
import { disordered, saga, writer } from './located-saga.js'

const normal = { Charge: returns({}), Ship: returns({ parcel: 'p-1' }) }
const well = located(await orders.run({ tasks: normal, input: { orderId: 'o-1' } }))
const late = located(await orders.run({ tasks: { ...normal, Ship: hangs() } }))
const retried = located(
  await orders.run({ tasks: { ...normal, Ship: [fails('Carrier.Down'), returns({})] }, input: { orderId: 'o-1' } }),
)
const mapped = located(await pages.run({ input: [{ size: 1 }, { size: 20 }], tasks: { Resize: returns({}) } }))
const limited = machine({ StartAt: 'Ship', TimeoutSeconds: 60, States: { Ship: lambdaTask() } }, { name: 'Limited' })
const overdue = located(await limited.run({ tasks: { Ship: hangs() } }))

const answers = {
  Reserve: returns({}),
  Charge: returns({}),
  Ship: returns({}),
  Refund: returns({}),
  Release: returns({}),
}
const undone = located(await saga.run({ tasks: { ...answers, Ship: fails('Carrier.Lost') } }))
const shipped = located(await saga.run({ tasks: answers }))
const forgotten = located(
  await saga.run({ tasks: answers, faults: [fault('error').with({ name: 'Slow' }).at('Charge').after()] }),
)
const wrongWay = located(await disordered.run({ tasks: { ...answers, Ship: fails('Carrier.Lost') } }))
const wroteOnce = located(await writer.run({ input: { body: 'two' }, tasks: { Put: returns({}) } }))
const wroteTwice = located(await writer.run({ input: { body: 'one' }, tasks: { Put: returns({}) } }))
const wroteAgain = located(
  await writer.run({
    input: { body: 'two' },
    tasks: { Put: returns({}) },
    faults: [fault('error').with({ name: 'Slow' }).at('Put').attempts(1).after()],
    force: true,
  }),
)

describe('toTimeOut', () => {
  it('passes for an execution out of its own time, and for a state whose task was', () => {
    expect(overdue).toTimeOut()
    expect(late).not.toTimeOut()
    expect(late).toTimeOut({ state: 'Ship' })
    expect(late).toTimeOut({ state: 'Ship', by: 'timeout' })
    expect(late).not.toTimeOut({ state: 'Ship', by: 'heartbeat' })
    expect(well).not.toTimeOut({ state: 'Ship' })
  })
  it('says how the execution ended instead, and that a task timed out', () => {
    expect(() => expect(late).toTimeOut()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to run out of its own TimeoutSeconds; it succeeded with "refunded"

        path: Charge -> Ship -> Refund
        a task of "Ship" did: that is toTimeOut({ state: 'Ship' })

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('says that the state came to its end in time', () => {
    expect(() => expect(retried).toTimeOut({ state: 'Ship' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to time out; all of its 2 attempts came to their end in time

        Ship
          attempt 1  +0s  Carrier.Down  wait 2s, retry 1 of 2
          attempt 2  +2s  ok

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(well).toTimeOut({ state: 'Charge' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Charge" to time out; it has no TimeoutSeconds, so it waits for as long as the execution lasts

        Charge
          attempt 1  +0s  ok

      at template.yaml:5:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('says what ran out, where nothing should', () => {
    expect(() => expect(late).not.toTimeOut({ state: 'Ship' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" not to time out; it did

        Ship
          attempt 1  +0s  States.Timeout after 30s (time ran out)  caught -> Refund (Catch 0)

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(overdue).not.toTimeOut()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Limited not to run out of its own TimeoutSeconds; it did

        Ship
          attempt 1  +0s  cut off

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('is about a state that exists', () => {
    expect(() => expect(late).toTimeOut({ state: 'Shp' })).toThrow('OrderFlow has no state "Shp"; did you mean "Ship"?')
    expect(() => expect(late).toTimeOut({ by: 'timeout' })).toThrow('toTimeOut needs { state } beside')
  })
})

describe('toCall', () => {
  it('passes for calls of a state by count, attempt, item, and what was sent', () => {
    expect(well).toCall('Ship')
    expect(retried).toCall('Ship', { times: 2 })
    expect(retried).toCall('Ship', { attempt: 2, times: 1 })
    expect(retried).not.toCall('Ship', { attempt: 3 })
    expect(well).toCall('Charge', { with: { FunctionName: expect.stringMatching(/^f/) } })
    expect(mapped).toCall('Resize', { item: 1, times: 1 })
    expect(well).toCall('Charge', { with: '$.FunctionName' })
    expect(well).not.toCall('Charge', { with: "$[?(@.FunctionName == 'g')]" })
  })
  it('says what was sent instead', () => {
    expect(() => expect(well).toCall('Charge', { with: { FunctionName: 'g' } })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Charge" to be called with {"FunctionName":"g"}; it was sent something else

        Charge.1  +0s  sent {"FunctionName":"f"}

      at template.yaml:5:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(mapped).toCall('Resize', { with: '$.Payload' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Resize" to be called with $.Payload; none of its 2 calls was sent that

        Resize[0].1  +0s  sent {"FunctionName":"f"}
        Resize[1].1  +0s  sent {"FunctionName":"f"}

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('gives the test runner a diff of the only call', () => {
    expect(verdicts.toCall(well, 'Charge', { with: { FunctionName: 'g' } })).toMatchObject({
      expected: { FunctionName: 'g' },
      actual: { FunctionName: 'f' },
    })
  })
  it('says how often it was called', () => {
    expect(() => expect(retried).toCall('Ship', { times: 3 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to be called 3 times; it was called 2 times

        Ship.1  +0s  sent {"FunctionName":"f"}  failed with Carrier.Down
        Ship.2  +2s  sent {"FunctionName":"f"}

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(late).not.toCall('Ship')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" not to be called; it was

        Ship.1  +0s  sent {"FunctionName":"f"}

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('counts from 1, and reads queries', () => {
    expect(() => expect(well).toCall('Ship', { times: 0 })).toThrow('"never" is .not.toCall')
    expect(() => expect(well).toCall('Ship', { with: '$.a[?(' })).toThrow('cannot use the query')
    expect(() => expect(well).toCall('Shp')).toThrow('did you mean "Ship"?')
  })
})

describe('toHaveEffects', () => {
  it('passes for what was carried out, and looks at others only if it shall', () => {
    expect(well).toHaveEffects({ Charge: 1 })
    expect(well).not.toHaveEffects({ Charge: 1 }, { exactly: true })
    expect(well).toHaveEffects({ Charge: 1, Ship: { times: 1, action: 'invoke' } }, { exactly: true })
    expect(undone).toHaveEffects({ Ship: 0 })
    expect(wroteTwice).toHaveEffects({ Put: { times: 2, key: 'k' } })
    expect(wroteTwice).toHaveEffects({ Put: { key: { Bucket: expect.any(String) } } })
    expect(wroteTwice).not.toHaveEffects({ Put: { key: 'other' } })
  })
  it('lists what there was', () => {
    expect(() => expect(undone).toHaveEffects({ Charge: 2, Ship: { action: 'invoke' } }))
      .toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Saga to have these effects: "Charge" 2 times, "Ship" by invoke; "Charge" had 1 such effect, and "Ship" had 0 such effects

        Charge
          attempt 1  +0s  ok
        effects:
          Charge.1  +0s  invoke

      at template.yaml:5:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(wroteOnce).toHaveEffects({}, { exactly: true })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Writer to have exactly these effects: none; there was 1 other

        Put
          attempt 1  +0s  ok
        effects:
          Put.1  +0s  putObject {"Bucket":"b","Key":"k"}

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(wroteOnce).not.toHaveEffects({ Put: 1 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Writer not to have these effects: "Put" once; it had

        effects:
          Put.1  +0s  putObject {"Bucket":"b","Key":"k"}

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('gives the test runner a diff of the counts', () => {
    expect(verdicts.toHaveEffects(well, { Charge: 2 }, { exactly: true })).toMatchObject({
      expected: { Charge: 2 },
      actual: { Charge: 1, Ship: 1 },
    })
  })
  it('needs something to count', () => {
    expect(() => expect(well).toHaveEffects({})).toThrow('toHaveEffects needs a state')
    expect(() => expect(well).toHaveEffects({ Ship: -1 })).toThrow('toHaveEffects counts from 0')
    expect(() => expect(well).toHaveEffects({ Shp: 1 })).toThrow('did you mean "Ship"?')
  })
})

describe('toHaveNoDuplicates', () => {
  it('passes if nothing was done twice', () => {
    expect(wroteOnce).toHaveNoDuplicates()
    expect(wroteTwice).not.toHaveNoDuplicates()
    expect(wroteTwice).toHaveNoDuplicates({ except: ['Put'] })
  })
  it('shows the request that was carried out again after its answer was lost', () => {
    expect(() => expect(wroteAgain).toHaveNoDuplicates()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Writer not to do something twice; "Put" did the same again

        Put
          attempt 1  +0s  Slow (fault error)  wait 1s, retry 1 of 1
          attempt 2  +1s  ok
        the same request, without an idempotency token that tells:
          Put.1  +0s  putObject {"Bucket":"b","Key":"k"}
          Put.2  +1s  putObject {"Bucket":"b","Key":"k"}

      replay: machine.run(replay('aslx:1;base=3f9ac01b;Put#1=Slow!after;seed=0'))]
    `)
  })
  it('shows the key that was changed again', () => {
    expect(() => expect(wroteTwice).toHaveNoDuplicates()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Writer not to do something twice; "Put" did the same again

        Put and 1 visit like it
          attempt 1  +0s  ok
        the same key, changed again:
          Put.1  +0s  putObject {"Bucket":"b","Key":"k"}
          Put#2.1  +0s  putObject {"Bucket":"b","Key":"k"}

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('says that there were none, where some were expected', () => {
    expect(() => expect(wroteOnce).not.toHaveNoDuplicates()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Writer to do something twice; it did not (1 effect)

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('excepts states that exist', () => {
    expect(() => expect(wroteOnce).toHaveNoDuplicates({ except: ['Putt'] })).toThrow('did you mean "Put"?')
  })
})

describe('toCompensate', () => {
  const pairs = { Reserve: 'Release', Charge: 'Refund' }
  it('passes if every effect was undone, once, in reverse order', () => {
    expect(undone).toCompensate(pairs)
    expect(undone).toCompensate()
    expect(wrongWay).not.toCompensate(pairs)
    expect(wrongWay).toCompensate(pairs, { inAnyOrder: true })
    expect(shipped).not.toCompensate(pairs)
  })
  it('shows the effect that was left behind', () => {
    expect(() => expect(forgotten).toCompensate(pairs)).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Saga to compensate Reserve by Release, Charge by Refund; the effect of Charge was left behind: "Refund" had no effect after it

        Charge
          attempt 1  +0s  Slow (fault error)  caught -> Release (Catch 0)
        effects:
          Reserve.1  +0s  invoke
          Charge.1  +0s  invoke
          Release.1  +0s  invoke
        the run: it failed with Order.Failed

      at template.yaml:5:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;Charge#1=Slow!after;seed=0'))]
    `)
  })
  it('shows the wrong order', () => {
    expect(() => expect(wrongWay).toCompensate(pairs)).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Disordered to compensate Reserve by Release, Charge by Refund; it undid in the order Release -> Refund, and the reverse of what was done is Refund -> Release

        Release
          attempt 1  +0s  ok
        effects:
          Reserve.1  +0s  invoke
          Charge.1  +0s  invoke
          Release.1  +0s  invoke
          Refund.1  +0s  invoke
        the run: it succeeded

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('shows nothing by a run in which all went well', () => {
    expect(() => expect(shipped).toCompensate(pairs)).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Saga to compensate Reserve by Release, Charge by Refund; nothing failed in it, so there was nothing to undo

        effects:
          Reserve.1  +0s  invoke
          Charge.1  +0s  invoke
        the run: it succeeded

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('says which pairs it inferred', () => {
    expect(() => expect(undone).not.toCompensate()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected Saga not to compensate Reserve by Release, Charge by Refund (inferred from names); it did

        effects:
          Reserve.1  +0s  invoke
          Charge.1  +0s  invoke
          Refund.1  +0s  invoke
          Release.1  +0s  invoke
        the run: it failed with Order.Failed

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('needs pairs of states', () => {
    expect(() => expect(undone).toCompensate({})).toThrow("toCompensate needs a pair such as { Charge: 'Refund' }")
    expect(() => expect(undone).toCompensate({ Charge: 'Refnd' })).toThrow('did you mean "Refund"?')
    expect(() => expect(mapped).toCompensate()).toThrow('no names of PageFlow tell what undoes what')
  })
})

describe('toCoverErrorPaths', () => {
  const fail = (error: string) => orders.run({ tasks: { ...normal, Ship: fails(error) } })
  it('passes once every error path is taken', async () => {
    const runs = [
      retried,
      late,
      await fail('Carrier.Down'),
      await fail('Carrier.Lost'),
      located(await orders.run({ tasks: { ...normal, Charge: fails('Card.Declined') } })),
    ]
    expect(runs).toCoverErrorPaths()
    expect(orders).toCoverErrorPaths(runs)
    expect(runs.slice(1)).not.toCoverErrorPaths()
    expect(runs.slice(0, 4)).toCoverErrorPaths({ except: ['Charge'] })
    expect([well, retried]).toCoverErrorPaths({ atLeast: 0.25 })
  })
  it('shows what is missing, and where it stands', () => {
    expect(() => expect([well]).toCoverErrorPaths()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected 1 run of OrderFlow to take all 7 error paths; they took 0

        never taken:
          Charge                                          never failed unhandled  template.yaml:5:7
          Ship    Retry 0 (Carrier.Down)                  never retried           /States/Ship/Retry/0
          Ship    Catch 0 (Carrier.Down, States.Timeout)  never caught            /States/Ship/Catch/0
          Ship    TimeoutSeconds                          never ran out           /States/Ship/TimeoutSeconds
          Ship                                            never failed unhandled  template.yaml:12:7]
    `)
    expect(() => expect(orders).toCoverErrorPaths([retried, late])).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected 2 runs of OrderFlow to take all 7 error paths; they took 4

        never taken:
          Charge                          never failed unhandled  /States/Charge
          Ship    Retry 0 (Carrier.Down)  never used up           /States/Ship/Retry/0
          Ship                            never failed unhandled  /States/Ship]
    `)
  })
  it('says that all are taken, where some should not be', () => {
    expect(() =>
      expect([well]).not.toCoverErrorPaths({ except: ['Ship', 'Charge'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: expected 1 run of OrderFlow not to take all 0 error paths; they took 0, and 7 are excepted]`,
    )
  })
  it('judges runs of one machine', () => {
    expect(() => expect([]).toCoverErrorPaths()).toThrow('toCoverErrorPaths got no runs')
    expect(() => expect([well, mapped]).toCoverErrorPaths()).toThrow('runs of OrderFlow and PageFlow')
    expect(() => expect(well).toCoverErrorPaths()).toThrow('toCoverErrorPaths judges a list of runs')
    expect(() => expect([well]).toCoverErrorPaths({ except: ['Shp'] })).toThrow(
      'except: "Shp" is neither a state nor a path',
    )
    expect(() => expect([well]).toCoverErrorPaths({ atLeast: 80 })).toThrow('atLeast is a share over 0 and at most 1')
    expect(() => expect([{ ...well, machine: 'Read' }]).toCoverErrorPaths()).toThrow('does not know its definition')
  })
})

describe('toMatchHistory', () => {
  const recording = JSON.parse(JSON.stringify(toApiHistory(well.history)).replaceAll('2030-', '2025-')) as {
    readonly events: readonly object[]
  }
  it('passes for the history of the same execution, whenever it was recorded', async () => {
    expect(well).toMatchHistory(recording)
    expect(well).toMatchHistory(recording.events)
    expect(well).toMatchHistory(well.history)
    expect(await orders.run({ tasks: normal, input: { orderId: 'o-2' } })).toMatchHistory(recording, {
      ignore: ['orderId'],
    })
  })
  it('lets items of a Map interleave in any way', async () => {
    const States = {
      Resize: lambdaTask({ Retry: [{ ErrorEquals: ['Slow'], IntervalSeconds: 1, MaxAttempts: 1 }] }),
    }
    const Pages = { Type: 'Map', MaxConcurrency: 1, ItemProcessor: { StartAt: 'Resize', States }, End: true }
    const oneByOne = machine({ StartAt: 'Pages', States: { Pages } })
    const run = (sizes: readonly number[]) =>
      oneByOne.run({ input: sizes.map((size) => ({ size })), tasks: { Resize: returns({}) } })
    const types = (history: readonly { readonly type: string }[]) => history.map(({ type }) => type)
    expect(types((await run([1, 20])).history)).not.toEqual(types(mapped.history))
    expect(await run([1, 20])).toMatchHistory(mapped.history)
    expect(await run([20, 1])).not.toMatchHistory(mapped.history)
    expect(await run([1])).not.toMatchHistory(mapped.history)
  })
  it('shows the first event that differs, and in what', async () => {
    const other = located(
      await orders.run({ tasks: { ...normal, Ship: returns({ parcel: 'p-2' }) }, input: { orderId: 'o-1' } }),
    )
    expect(() => expect(other).toMatchHistory(recording)).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to match the recorded history of 14 events; its event 10 (TaskSucceeded) differs from the recorded event 10 in output.Payload.parcel

        Ship
          attempt 1  +0s  ok
        - expected  TaskSucceeded {"resourceType":"lambda","resource":"invoke","output":{"ExecutedVersion":"$LATEST","Payload":{"parcel":"p-1"},"StatusCode":200}}
        + actual    TaskSucceeded {"resourceType":"lambda","resource":"invoke","output":{"ExecutedVersion":"$LATEST","Payload":{"parcel":"p-2"},"StatusCode":200}}

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(late).toMatchHistory(recording, { ignore: ['input'] })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to match the recorded history of 14 events; its event 10 is TaskTimedOut, and the recorded event 10 is TaskSucceeded

        Ship
          attempt 1  +0s  States.Timeout after 30s (time ran out)  caught -> Refund (Catch 0)
        - expected  TaskSucceeded {"resourceType":"lambda","resource":"invoke","output":{"ExecutedVersion":"$LATEST","Payload":{"parcel":"p-1"},"StatusCode":200}}
        + actual    TaskTimedOut {"resourceType":"lambda","resource":"invoke","error":"States.Timeout"}

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(well).toMatchHistory(recording.events.slice(0, -1))).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to match the recorded history of 13 events; it goes on with event 14 (ExecutionSucceeded) where the recording ends

        Done
          Pass  +0s  ok
        - expected  (no more events)
        + actual    ExecutionSucceeded {"output":{"parcel":"p-1"}}

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
    expect(() => expect(well).not.toMatchHistory(recording)).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow not to match the recorded history of 14 events; its 14 events do

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('gives the test runner both events for its diff', () => {
    expect(verdicts.toMatchHistory(late, recording, { ignore: ['input'] })).toMatchObject({
      expected: { type: 'TaskSucceeded' },
      actual: { type: 'TaskTimedOut' },
    })
  })
  it('needs a history', () => {
    expect(() => expect(well).toMatchHistory([])).toThrow('toMatchHistory needs a history')
    expect(() => expect(well).toMatchHistory({ events: [{ kind: 'x' }] })).toThrow('toMatchHistory needs a history')
    expect(() => expect(Promise.resolve(well)).toMatchHistory(recording)).toThrow('await the run')
  })
})

describe('a run', () => {
  it('is the same snapshot every time', async () => {
    const scenario = { tasks: { ...normal, Ship: [fails('Carrier.Down'), returns({})] }, seed: 3 }
    const [one, other] = [await orders.run(scenario), await orders.run(scenario)]
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(one).toEqual(other)
    const { status, path, tookMs, scenario: text } = one
    expect({ status, path, tookMs, text }).toMatchInlineSnapshot(`
      {
        "path": [
          "Charge",
          "Ship",
          "Done",
        ],
        "status": "SUCCEEDED",
        "text": "aslx:1;base=22a72169;seed=3",
        "tookMs": 2000,
      }
    `)
  })
  it('is asked by a query, which is no part of it', async () => {
    const run = await orders.run({ tasks: { ...normal, Ship: fails('Carrier.Lost') } })
    expect(run.query('$.history[?(@.type=="TaskFailed")].details.error')).toEqual(['Carrier.Lost'])
    expect(Object.keys(run)).not.toContain('query')
    expect({ ...run }).not.toHaveProperty('query')
  })
})
