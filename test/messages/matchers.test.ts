import { fails, hangs, returns, TaskError } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { jittery, located, orders, pages } from './located-runs.js'

const normal = { Charge: returns({}), Ship: returns({ parcel: 'p-1' }) }
const down = (times: number) => [fails('Carrier.Down', { times, cause: 'no scan' }), returns({})]

const well = located(await orders.run({ tasks: normal }))
const retried = located(await orders.run({ tasks: { ...normal, Ship: down(2) } }))
const caught = located(await orders.run({ tasks: { ...normal, Ship: hangs() } }))
const exhausted = located(await orders.run({ tasks: { ...normal, Ship: fails('Carrier.Down') } }))
const failed = located(await orders.run({ tasks: { ...normal, Ship: fails('Carrier.Lost', { cause: 'gone' }) } }))
const uncharged = located(await orders.run({ tasks: { ...normal, Charge: fails('Card.Declined') } }))
const jittered = located(await jittery.run({ tasks: { Ship: [fails('X', { times: 2 }), returns({})] }, seed: 5 }))
const slow = (indexes: readonly number[]) => ({
  Resize: (_: unknown, { items, attempt }: { items: readonly { index: number }[]; attempt: number }) => {
    if (attempt === 1 && indexes.includes(items[0]?.index ?? -1)) throw new TaskError('Slow')
    return {}
  },
})
const mapped = located(await pages.run({ input: [0, 1, 2, 3, 4, 5, 6, 7], tasks: slow([2, 5]) }))

describe('toSucceed says', () => {
  it('with which error the run failed, and where', () => {
    expect(() => expect(failed).toSucceed()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to succeed; it failed with Carrier.Lost (gone)

        Ship
          attempt 1  +0s  Carrier.Lost  unhandled

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('which output it had instead', () => {
    expect(() => expect(well).toSucceed({ parcel: 'p-9' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to succeed with {"parcel":"p-9"}; it succeeded with {"parcel":"p-1"}

        path: Charge -> Ship -> Done

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('what an asymmetric matcher wanted', () => {
    expect(() => expect(well).toSucceed(expect.stringContaining('p'))).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to succeed with StringContaining "p"; it succeeded with {"parcel":"p-1"}

        path: Charge -> Ship -> Done

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that it did succeed, where it should not', () => {
    expect(() => expect(well).not.toSucceed()).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow not to succeed; it succeeded with {"parcel":"p-1"}

        path: Charge -> Ship -> Done

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
})

describe('toFail says', () => {
  it('that the run succeeded', () => {
    expect(() => expect(exhausted).toFail('Carrier.Down')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to fail with Carrier.Down; it succeeded with "refunded"

        Ship
          attempt 1  +0s  Carrier.Down  wait 2s, retry 1 of 2
          attempt 2  +2s  Carrier.Down  wait 4s, retry 2 of 2
          attempt 3  +6s  Carrier.Down  Retry 0 used up, caught -> Refund (Catch 0)
        path: Charge -> Ship -> Refund

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('which error it failed with instead', () => {
    expect(() => expect(failed).toFail('Carrier.Down')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to fail with Carrier.Down; it failed with Carrier.Lost (gone)

        Ship
          attempt 1  +0s  Carrier.Lost  unhandled

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('which cause it had instead', () => {
    expect(() => expect(failed).toFail(/^Carrier\./, { cause: 'scan' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to fail with an error like /^Carrier\\./ and a cause with "scan"; it failed with Carrier.Lost (gone)

        Ship
          attempt 1  +0s  Carrier.Lost  unhandled

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that it did fail, where it should not', () => {
    expect(() => expect(failed).not.toFail('Carrier.Lost')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow not to fail with Carrier.Lost; it failed with Carrier.Lost (gone)

        Ship
          attempt 1  +0s  Carrier.Lost  unhandled

      at template.yaml:12:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
})

describe('toRetry says', () => {
  it('how often and how long it was retried', () => {
    expect(() => expect(retried).toRetry('Ship', { times: 3, delays: ['2s', '4s', '8s'], on: 'Carrier.Down' }))
      .toThrowErrorMatchingInlineSnapshot(`
        [Error: expected "Ship" to be retried 3 times on Carrier.Down with waits of 2s, 4s, 8s; it was retried 2 times, with waits of 2s, 4s

          Ship
            attempt 1  +0s  Carrier.Down  wait 2s, retry 1 of 2
            attempt 2  +2s  Carrier.Down  wait 4s, retry 2 of 2
            attempt 3  +6s  ok

        at template.yaml:15:7
        replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
      `)
  })
  it('that other errors were retried', () => {
    expect(() => expect(retried).toRetry('Ship', { on: 'Carrier.Lost' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to be retried on Carrier.Lost; it was retried 2 times, on other errors

        Ship
          attempt 1  +0s  Carrier.Down  wait 2s, retry 1 of 2
          attempt 2  +2s  Carrier.Down  wait 4s, retry 2 of 2
          attempt 3  +6s  ok

      at template.yaml:15:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that nothing was retried', () => {
    expect(() => expect(caught).toRetry('Ship')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to be retried; it was not retried

        Ship
          attempt 1  +0s  States.Timeout after 30s (time ran out)  caught -> Refund (Catch 0)

      at template.yaml:15:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that the state has no Retry', () => {
    expect(() => expect(uncharged).toRetry('Charge')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Charge" to be retried; it has no Retry

        Charge
          attempt 1  +0s  Card.Declined  unhandled

      at template.yaml:5:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that the state was never entered', () => {
    expect(() => expect(uncharged).toRetry('Ship')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to be retried; it was never entered

        path: Charge

      at template.yaml:15:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('how jitter is judged', () => {
    expect(() => expect(jittered).toRetry('Ship', { delays: ['2s', '5s'] })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to be retried with waits of 2s, 5s; it was retried 2 times, with waits of 588ms, 2s 919ms

        Ship
          attempt 1  +0s        X   wait 588ms (at most 2s), retry 1 of 2
          attempt 2  +588ms     X   wait 2s 919ms (at most 4s), retry 2 of 2
          attempt 3  +3s 507ms  ok
        JitterStrategy is FULL, so the waits depend on the seed: delays are compared with their upper bounds ("at most"),
        and pass as well when they are exactly the waits of this run, as in a test that gives the seed

      at template.yaml:15:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=5'))]
    `)
  })
  it('what the visits of a Map did', () => {
    expect(() => expect(mapped).toRetry('Resize', { times: 2 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Resize" to be retried 2 times; none of its 8 visits was

        Resize[0] and 5 visits like it
          attempt 1  +0s  ok
        Resize[2] and 1 visit like it
          attempt 1  +0s  Slow  wait 1s, retry 1 of 1
          attempt 2  +1s  ok

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that there is no such item', () => {
    expect(() => expect(mapped).toRetry('Resize', { item: 8 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Resize" (item 8) to be retried; no such visit was made (it has 8 visits)

        path: Pages -> Resize x8

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that it was retried, where it should not have been', () => {
    expect(() => expect(retried).not.toRetry('Ship', { times: 2 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" not to be retried 2 times; it was

        Ship
          attempt 1  +0s  Carrier.Down  wait 2s, retry 1 of 2
          attempt 2  +2s  Carrier.Down  wait 4s, retry 2 of 2
          attempt 3  +6s  ok

      at template.yaml:15:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('which visit was retried, where none should have been', () => {
    expect(() => expect(mapped).not.toRetry('Resize')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Resize" not to be retried; it was, in Resize[2]

        Resize[2] and 1 visit like it
          attempt 1  +0s  Slow  wait 1s, retry 1 of 1
          attempt 2  +1s  ok

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
})

describe('toCatch says', () => {
  it('what was caught instead', () => {
    expect(() => expect(caught).toCatch('Ship', 'Carrier.Down')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to catch Carrier.Down; it caught States.Timeout and went to "Refund"

        Ship
          attempt 1  +0s  States.Timeout after 30s (time ran out)  caught -> Refund (Catch 0)

      at template.yaml:19:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('where it went instead', () => {
    expect(() => expect(exhausted).toCatch('Ship', 'Carrier.Down', { next: 'Done' }))
      .toThrowErrorMatchingInlineSnapshot(`
        [Error: expected "Ship" to catch Carrier.Down and go to "Done"; it caught Carrier.Down and went to "Refund"

          Ship
            attempt 1  +0s  Carrier.Down  wait 2s, retry 1 of 2
            attempt 2  +2s  Carrier.Down  wait 4s, retry 2 of 2
            attempt 3  +6s  Carrier.Down  Retry 0 used up, caught -> Refund (Catch 0)

        at template.yaml:19:7
        replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
      `)
  })
  it('that no catcher took the error', () => {
    expect(() => expect(failed).toCatch('Ship', 'Carrier.Lost')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to catch Carrier.Lost; none of its catchers took Carrier.Lost

        Ship
          attempt 1  +0s  Carrier.Lost  unhandled

      at template.yaml:19:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that the state has no Catch, and where it stands', () => {
    expect(() => expect(uncharged).toCatch('Charge', 'Card.Declined')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Charge" to catch Card.Declined; it has no Catch: add one, or expect toFail

        Charge
          attempt 1  +0s  Card.Declined  unhandled

      at template.yaml:5:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that there was nothing to catch', () => {
    expect(() => expect(well).toCatch('Ship')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" to catch an error; it succeeded, so there was nothing to catch

        Ship
          attempt 1  +0s  ok

      at template.yaml:19:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that it did catch, where it should not', () => {
    expect(() => expect(caught).not.toCatch('Ship', 'States.Timeout')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected "Ship" not to catch States.Timeout; it did

        Ship
          attempt 1  +0s  States.Timeout after 30s (time ran out)  caught -> Refund (Catch 0)

      at template.yaml:19:7
      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
})

describe('toVisit says', () => {
  it('which state was missing, and after which', () => {
    expect(() => expect(well).toVisit('Charge', 'Ship', 'Refund')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to visit Charge -> Ship -> Refund; it did not enter "Refund" after Charge -> Ship

        path: Charge -> Ship -> Done

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('how often a state was entered', () => {
    expect(() => expect(mapped).toVisit('Resize', { times: 3 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected PageFlow to visit "Resize" 3 times; it did 8 times

        Resize[0] and 5 visits like it
          attempt 1  +0s  ok
        Resize[2] and 1 visit like it
          attempt 1  +0s  Slow  wait 1s, retry 1 of 1
          attempt 2  +1s  ok
        path: Pages -> Resize x8

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that the states were entered, where they should not have been', () => {
    expect(() => expect(well).not.toVisit('Charge', 'Done')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow not to visit Charge -> Done; it did

        path: Charge -> Ship -> Done

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that a state was entered so often, where it should not have been', () => {
    expect(() => expect(well).not.toVisit('Ship', { times: 1 })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow not to visit "Ship" once; it did

        Ship
          attempt 1  +0s  ok
        path: Charge -> Ship -> Done

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
})

describe('toTake says', () => {
  it('how long it took, and where the time went', () => {
    expect(() => expect(retried).toTake('7s')).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to take 7s of virtual time; it took 6s

        where the time went:
          Ship  +0s  took 6s

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('which bound was missed', () => {
    expect(() => expect(caught).toTake({ atMost: '10s' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to take at most 10s of virtual time; it took 30s

        where the time went:
          Ship  +0s  took 30s

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that no time passed', () => {
    expect(() => expect(well).toTake({ atLeast: '1s', atMost: '2s' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow to take between 1s and 2s of virtual time; it took 0s

        no state took any time

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
  it('that it took this time, where it should not have', () => {
    expect(() => expect(retried).not.toTake({ atLeast: '6s' })).toThrowErrorMatchingInlineSnapshot(`
      [Error: expected OrderFlow not to take at least 6s of virtual time; it took 6s

        where the time went:
          Ship  +0s  took 6s

      replay: machine.run(replay('aslx:1;base=3f9ac01b;seed=0'))]
    `)
  })
})

describe('a mistake in a test is told as one', () => {
  it('a promise that was not awaited', async () => {
    const promise = orders.run({ tasks: normal })
    expect(() => expect(promise).toSucceed()).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toSucceed got a promise: await the run, as in expect(await machine.run()).toSucceed(...)]`,
    )
    expect(() => expect(promise).not.toRetry('Ship')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toRetry got a promise: await the run, as in expect(await machine.run()).toRetry(...)]`,
    )
    await promise
  })
  it('a value that is no run', () => {
    expect(() => expect({ status: 'SUCCEEDED' }).toSucceed()).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toSucceed judges a run, as machine.run() gives it, and it got a value of type object]`,
    )
    expect(() => expect(undefined).toTake('1s')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toTake judges a run, as machine.run() gives it, and it got undefined]`,
    )
  })
  it('a state that the machine does not have', () => {
    expect(() => expect(well).not.toRetry('Shp')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: OrderFlow has no state "Shp"; did you mean "Ship"?]`,
    )
    expect(() => expect(well).toCatch('Ship', 'X', { next: 'Refnud' })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: OrderFlow has no state "Refnud"; did you mean "Refund"?]`,
    )
    expect(() => expect(well).toVisit('Somewhere')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: OrderFlow has no state "Somewhere"; it has "Charge", "Ship", "Refund", "Done"]`,
    )
  })
  it('a state that a run read back from JSON did not enter', () => {
    const read = structuredClone(well)
    expect(() => expect(read).toVisit('Chrage')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: the run entered no state "Chrage"; did you mean "Charge"?]`,
    )
  })
  it('a state that cannot fail', () => {
    expect(() => expect(well).not.toRetry('Done')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: state "Done" is a Pass, and only Task, Map and Parallel can be retried]`,
    )
    expect(() => expect(well).toCatch('Done')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: state "Done" is a Pass, and only Task, Map and Parallel can catch]`,
    )
  })
  it('a number or a time that cannot be', () => {
    expect(() => expect(well).toRetry('Ship', { times: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toRetry counts times from 1, and it got 0; "not retried" is .not.toRetry]`,
    )
    expect(() => expect(well).toVisit('Ship', { times: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toVisit counts times from 1, and it got 0; "never" is .not.toVisit]`,
    )
    expect(() => expect(well).toTake({})).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toTake needs a time such as '6s', or { atLeast, atMost }]`,
    )
    expect(() => expect(well).toTake('soon')).toThrowErrorMatchingInlineSnapshot(
      `[UserError: not a duration: "soon"; write whole milliseconds, or a text such as "90s", "2m" or "1h 30m"]`,
    )
    expect(() => expect(well).toTake({ atLeast: '2s', atMost: '1s' })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: toTake: atLeast 2s is more than atMost 1s]`,
    )
  })
})
