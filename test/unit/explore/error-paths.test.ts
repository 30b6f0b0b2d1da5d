import { format } from 'node:util'
import { type Machine, errorPaths, machine, returns } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { orders } from '../../messages/located-runs.js'
import { lambdaTask } from '../verify/factory.js'

const down = { ErrorEquals: ['Carrier.Down'], IntervalSeconds: 2, MaxAttempts: 2 }

function namesOf(machine: Machine, options: Parameters<typeof errorPaths>[1] = {}): readonly string[] {
  return errorPaths(machine, options).map(({ name }) => name)
}

/** A saga whose compensation can fail in turn. */
const saga = machine(
  {
    StartAt: 'Charge',
    States: {
      Charge: lambdaTask({ Next: 'Ship' }),
      Ship: lambdaTask({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund' }], Next: 'Done' }),
      Refund: lambdaTask({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }], Next: 'Failed' }),
      Failed: { Type: 'Fail', Error: 'Order.Failed' },
      Done: { Type: 'Succeed' },
    },
  },
  { name: 'Saga' },
)

const nested = machine(
  {
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Mail', States: { Mail: lambdaTask() } },
          {
            StartAt: 'Parcels',
            States: {
              Parcels: {
                Type: 'Map',
                ItemsPath: '$.parcels',
                ItemProcessor: { StartAt: 'Ship', States: { Ship: lambdaTask({ Retry: [down] }) } },
                Retry: [{ ErrorEquals: ['Carrier.Down'], MaxAttempts: 1 }],
                End: true,
              },
            },
          },
        ],
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Undo' }],
        End: true,
      },
      Undo: { Type: 'Pass', End: true },
    },
  },
  { name: 'Nested' },
)
const parcels = { input: { parcels: [1, 2] } }

const approval = machine(
  {
    StartAt: 'Approve',
    States: {
      Approve: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
        TimeoutSeconds: 60,
        HeartbeatSeconds: 10,
        Catch: [
          { ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Remind' },
          { ErrorEquals: ['Approval.Denied'], Next: 'Deny' },
        ],
        End: true,
      },
      Remind: { Type: 'Pass', End: true },
      Deny: { Type: 'Pass', End: true },
    },
  },
  { name: 'Approval' },
)

describe('errorPaths', () => {
  it('names every retrier, catcher, timeout and unhandled error of a machine, and where it ends up', () => {
    expect(namesOf(orders)).toMatchInlineSnapshot(`
      [
        "Charge fails Unlisted.Error -> execution fails",
        "Ship fails Carrier.Down -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 2x -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 3x -> Catch 0 -> Refund",
        "Ship times out -> Catch 0 -> Refund",
        "Ship fails Unlisted.Error -> execution fails",
      ]
    `)
  })

  it('reaches a Map and a Parallel through the Tasks inside them', () => {
    expect(namesOf(nested, { scenario: parcels })).toMatchInlineSnapshot(`
      [
        "Both fails Unlisted.Error through Mail -> Catch 0 -> Undo",
        "Parcels fails Carrier.Down through Ship -> Retry 0 -> succeeds",
        "Parcels fails Carrier.Down 2x through Ship -> Both Catch 0 -> Undo",
        "Parcels fails Unlisted.Error through Ship -> Both Catch 0 -> Undo",
        "Ship fails Carrier.Down -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 2x -> Retry 0 -> succeeds",
      ]
    `)
  })

  it('goes on from what it found: the compensation is struck, too', () => {
    expect(namesOf(saga)).toMatchInlineSnapshot(`
      [
        "Charge fails Unlisted.Error -> execution fails",
        "Ship fails Unlisted.Error -> Catch 0 -> Refund",
        "Ship fails Unlisted.Error -> Catch 0 -> Refund; Refund fails Unlisted.Error -> Retry 0 -> succeeds",
        "Ship fails Unlisted.Error -> Catch 0 -> Refund; Refund fails Unlisted.Error 2x -> execution fails",
      ]
    `)
  })

  it('lets a callback fail, and miss its heartbeat; what no scenario without a test in the middle reaches, it says', () => {
    expect(namesOf(approval)).toMatchInlineSnapshot(`
      [
        "Approve misses its heartbeat -> Catch 0 -> Remind",
        "Approve fails Approval.Denied -> Catch 1 -> Deny",
        "Approve times out -> execution fails (not reached with this scenario)",
        "Approve fails Unlisted.Error -> execution fails",
      ]
    `)
  })

  it('says which paths the scenario does not reach, and runs them all the same', async () => {
    const scenario = { input: { parcels: [] } }
    const paths = errorPaths(nested, { scenario })
    const unreached = paths.filter(({ reachable }) => reachable === false)
    expect(unreached.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "Parcels fails Carrier.Down through Ship -> Retry 0 -> succeeds (not reached with this scenario)",
        "Parcels fails Carrier.Down 2x through Ship -> up to Both (not reached with this scenario)",
        "Parcels fails Unlisted.Error through Ship -> up to Both (not reached with this scenario)",
        "Ship fails Carrier.Down -> Retry 0 -> succeeds (not reached with this scenario)",
        "Ship fails Carrier.Down 2x -> Retry 0 -> succeeds (not reached with this scenario)",
        "Ship fails Unlisted.Error -> up to Parcels (not reached with this scenario)",
      ]
    `)
    const tasks = { Mail: returns({}), Ship: returns({}) }
    const [path] = errorPaths(nested, { scenario: { ...scenario, tasks } }).filter(({ reachable }) => !reachable)
    expect(await path?.run()).toSucceed()
  })

  it.each([
    ['orders', orders],
    ['nested', nested.withDefaults(parcels)],
    ['saga', saga],
  ] as const)('takes all of them in %s', async (_, tested: Machine) => {
    const paths = errorPaths(tested, { scenario: { onUnmockedTask: 'infer' } })
    expect(paths.every(({ reachable }) => reachable)).toBe(true)
    const runs = await Promise.all(paths.map((path) => path.run()))
    expect(runs.map(({ status }) => status)).toEqual(paths.map(({ expected }) => expected.status))
    expect(tested).toCoverErrorPaths(runs)
  })

  it('gives distinct names and faults, the same every time', () => {
    const names = namesOf(nested, { scenario: parcels })
    expect(new Set(names).size).toBe(names.length)
    expect(namesOf(nested, { scenario: parcels })).toEqual(names)
  })

  it('goes by the definition alone where functions answer with promises', async () => {
    const tasks = { Charge: async () => ({}), Ship: async () => ({}) }
    const paths = errorPaths(orders, { scenario: { tasks } })
    expect(paths.map(({ name }) => name)).toEqual(namesOf(orders))
    expect(new Set(paths.map(({ reachable }) => reachable))).toEqual(new Set([undefined]))
    expect(await paths.at(-2)?.run()).toCatch('Ship', 'States.Timeout', { next: 'Refund' })
  })

  it('calls no function of the scenario when it shall not', () => {
    let calls = 0
    const tasks = { Charge: () => ++calls, Ship: () => ++calls }
    expect(errorPaths(orders, { scenario: { tasks }, probe: false })).toHaveLength(6)
    expect(calls).toBe(0)
  })

  it('lays its faults over those of the scenario', async () => {
    const slow = orders.withDefaults({ tasks: { Charge: returns({}), Ship: returns({}) } })
    const paths = errorPaths(slow, { scenario: { faults: ['error(Carrier.Down)@Ship.1'] } })
    expect(paths.every(({ reachable }) => reachable)).toBe(true)
    expect(await paths[0]?.run()).toFail('Unlisted.Error')
  })

  it('refuses a scenario that does not fit the machine', () => {
    const wrong = { tasks: { Shp: returns({}) } }
    expect(() => errorPaths(orders, { scenario: wrong })).toThrow('did you mean "Ship"?')
  })

  it('leaves retries alone that would never come to an end', () => {
    const endless = machine({
      StartAt: 'Poll',
      States: { Poll: lambdaTask({ Retry: [{ ErrorEquals: ['NotYet'], MaxAttempts: 99999999 }] }) },
    })
    expect(namesOf(endless)).toMatchInlineSnapshot(`
      [
        "Poll fails NotYet -> Retry 0 -> succeeds",
        "Poll fails Unlisted.Error -> execution fails",
      ]
    `)
  })

  it('takes the timeout of the machine itself', () => {
    const limited = machine(
      { StartAt: 'Ship', TimeoutSeconds: 60, States: { Ship: lambdaTask() } },
      { type: 'EXPRESS' },
    )
    expect(namesOf(limited)).toMatchInlineSnapshot(`
      [
        "Ship fails Unlisted.Error -> execution fails",
        "Ship never answers -> execution times out",
      ]
    `)
  })

  it('reaches a distributed Map through its children, its tolerance included', () => {
    const processor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Ship',
      States: { Ship: lambdaTask({ Retry: [down] }) },
    }
    const Parcels = {
      Type: 'Map',
      ItemProcessor: processor,
      ToleratedFailurePercentage: 50,
      Catch: [{ ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Next: 'Undo' }],
      End: true,
    }
    const distributed = machine({ StartAt: 'Parcels', States: { Parcels, Undo: { Type: 'Pass', End: true } } })
    expect(namesOf(distributed, { scenario: { input: [1, 2, 3] } })).toMatchInlineSnapshot(`
      [
        "Parcels fails States.ExceedToleratedFailureThreshold through Ship -> Catch 0 -> Undo",
        "Parcels fails Unlisted.Error through Ship -> execution fails (not reached with this scenario)",
        "Ship fails Carrier.Down -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 2x -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 3x -> tolerated by Parcels",
        "Ship fails Unlisted.Error -> tolerated by Parcels",
      ]
    `)
  })

  it('comes to an end where a catcher leads back', () => {
    const States = {
      Ship: lambdaTask({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Pause' }] }),
      Pause: { Type: 'Wait', Seconds: 60, Next: 'Ship' },
    }
    const [path, ...more] = errorPaths(machine({ StartAt: 'Ship', States }))
    expect(path).toMatchObject({
      name: 'Ship fails Unlisted.Error -> Catch 0 -> Pause',
      expected: { status: 'SUCCEEDED' },
    })
    expect(more).toEqual([])
  })

  it('finds nothing in a machine that cannot fail', () => {
    expect(errorPaths(machine({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }))).toEqual([])
  })
})

describe('as a table test', () => {
  it('is shown by its name in full', () => {
    const [path] = errorPaths(orders)
    expect(format('%s', path)).toBe(path?.name)
  })

  it.each(errorPaths(nested, { scenario: { ...parcels, onUnmockedTask: 'infer' } }))('%s', async (path) => {
    expect((await path.run()).status).toBe(path.expected.status)
  })
})
