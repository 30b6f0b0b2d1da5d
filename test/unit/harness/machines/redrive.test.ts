import { describe, expect, it } from 'vitest'
import { type Run, delay, fails, fault, machine, redrive, replay, returns } from '../../../../src/index.js'
import type { Json } from '../../../../src/asl/json.js'

const invoke = (name: string, more: Record<string, Json> = {}): Record<string, Json> => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...more,
})

const orders = machine(
  {
    StartAt: 'Charge',
    States: { Charge: invoke('charge', { Next: 'Ship' }), Ship: invoke('ship', { End: true }) },
  },
  { name: 'Orders' },
)
const tasks = { Charge: returns({ charged: true }), Ship: returns({ shipped: true }) }

describe('run.redrive', () => {
  it('goes on where the run failed, with the mocks and faults that it is given', async () => {
    const first = await orders.run({ tasks, faults: ['lambda-oom@Ship'] })
    const second = await first.redrive({ faults: [] })
    expect(first).toMatchObject({ status: 'FAILED', error: 'Runtime.ExitError' })
    expect(second).toMatchObject({ status: 'SUCCEEDED', output: { shipped: true }, redriveCount: 1 })
    expect(second.history.slice(0, first.history.length)).toEqual(first.history)
    expect(second.history[first.history.length]).toMatchObject({
      type: 'ExecutionRedriven',
      details: { redriveCount: 1 },
    })
    expect(second.path).toEqual(['Charge', 'Ship'])
    expect(second.calls.map((call) => `${call.state}#${call.visit}.${call.attempt}`)).toEqual([
      'Charge#1.1',
      'Ship#1.1',
      'Ship#2.1',
    ])
    expect(second.effects).toHaveLength(2)
    expect('redriveCount' in first).toBe(false)
  })

  it('keeps the faults of the run unless it is given others', async () => {
    const first = await orders.run({ tasks, faults: ['lambda-oom@Ship'] })
    expect(await first.redrive()).toMatchObject({ status: 'FAILED', error: 'Runtime.ExitError', redriveCount: 1 })
  })

  it('lets scripts of the run go on, and those that it is given begin', async () => {
    const scripted = { ...tasks, Ship: [fails('Down'), returns('second'), returns('third')] }
    const first = await orders.run({ tasks: scripted })
    const given = await first.redrive({ tasks: { Ship: [fails('Still.Down'), returns('at last')] } })
    expect(await first.redrive()).toMatchObject({ output: 'second' })
    expect(given).toMatchObject({ error: 'Still.Down' })
    expect(await given.redrive()).toMatchObject({ output: 'at last', redriveCount: 2 })
  })

  it('may come later, in virtual time', async () => {
    const first = await orders.run({ tasks: { ...tasks, Ship: fails('Down') } })
    const second = await first.redrive({ tasks: { Ship: delay('2s', returns({})) } }, { after: '1h' })
    expect(second.tookMs).toBe(60 * 60_000 + 2000)
    await expect(first.redrive({}, { after: '15d' })).rejects.toThrow(
      'Execution ended more than 14 days ago and cannot be redriven',
    )
  })

  it('leaves the run as it was, which prints and compares as data', async () => {
    const first = await orders.run({ tasks: { ...tasks, Ship: fails('Down') } })
    const before = JSON.stringify(first)
    await first.redrive({ tasks })
    expect(JSON.stringify(first)).toBe(before)
    expect(Object.keys(first)).not.toContain('redrive')
    expect(first).toEqual(JSON.parse(before))
    expect(Object.isFrozen(first)).toBe(true)
  })

  it('is refused for a run that succeeded, with one line', async () => {
    const run = await orders.run({ tasks })
    await expect(run.redrive()).rejects.toThrow('Execution is SUCCEEDED and cannot be redriven')
  })

  it.each([
    ['input', { input: { other: true } }],
    ['seed', { seed: 7 }],
    ['startAt', { startAt: '2031-01-01T00:00:00Z' }],
    ['profile', { profile: 'documented' as const }],
    ['limits', { limits: { historyEvents: 10 } }],
  ])('refuses another %s', async (what, scenario) => {
    const run = await orders.run({ input: { id: 1 }, tasks: { ...tasks, Ship: fails('Down') } })
    await expect(run.redrive(scenario)).rejects.toThrow(
      `a redrive goes on with the ${what} that the execution was started with`,
    )
    await expect(run.redrive({ input: { id: 1 }, seed: 0, tasks })).resolves.toMatchObject({ status: 'SUCCEEDED' })
  })

  it('says so if a fault that it is given strikes nothing', async () => {
    const run = await orders.run({ tasks, faults: ['lambda-oom@Ship'] })
    await expect(run.redrive({ faults: [fault('lambda-oom').at('Charge')] })).rejects.toThrow(
      'no fault struck in Orders',
    )
  })

  it('cannot be had of a run that was read back from JSON, and says so', async () => {
    const run = await orders.run({ tasks: { ...tasks, Ship: fails('Down') } })
    const read = JSON.parse(JSON.stringify(run)) as Run
    await expect(redrive(read)).rejects.toThrow('this run of Orders was read back from JSON')
    await expect(redrive(run, { tasks })).resolves.toMatchObject({ status: 'SUCCEEDED' })
  })

  it('redrives a live execution that was stopped', async () => {
    const live = orders.start({ tasks: { ...tasks, Ship: delay('1m', returns('late')) } })
    await live.advance('30s')
    live.stop()
    const run = await live.finish()
    expect(run.status).toBe('ABORTED')
    expect(await run.redrive()).toMatchObject({ status: 'SUCCEEDED', output: 'late', tookMs: 90_000 })
  })

  it('starts an execution again that a Task of the run had started', async () => {
    const child = orders.withDefaults({ tasks: { ...tasks, Ship: [fails('Down')] } })
    const Resource = 'arn:aws:states:::states:startExecution.sync:2'
    const Parameters = { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders' }
    const parent = machine({ StartAt: 'Go', States: { Go: { Type: 'Task', Resource, Parameters, End: true } } })
    const first = await parent.run({ machines: { Orders: child } })
    const second = await first.redrive({ machines: { Orders: orders.withDefaults({ tasks }) } })
    expect(first).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' })
    expect(second).toMatchObject({ status: 'SUCCEEDED', output: { Output: { shipped: true } } })
    expect(second.children?.map(({ visit, run }) => [visit, run.status])).toEqual([
      [1, 'FAILED'],
      [2, 'SUCCEEDED'],
    ])
    const [started] = first.children ?? []
    if (!started) throw new Error('nothing was started')
    await expect(redrive(started.run)).rejects.toThrow('started by a Task of another one')
  })
})

describe('the scenario of a redriven run', () => {
  const failing = { tasks, faults: ['lambda-oom@Ship'] }

  it('names its base, how often it was redriven, and all that struck', async () => {
    const first = await orders.run(failing)
    const second = await first.redrive({ faults: ['lambda-timeout@Ship'] })
    expect(second.scenario).toMatch(/^aslx:1;base=[0-9a-f]{8};redrive=1;Ship#1=Runtime.ExitError;Ship#2=.*;seed=0$/)
    expect(second.scenario.slice(0, 20)).not.toBe(first.scenario.slice(0, 20))
  })

  it('repeats the redrive', async () => {
    const first = await orders.run(failing)
    const second = await first.redrive({ faults: ['lambda-timeout@Ship'] })
    const again = await orders.run({ tasks, ...replay(first.scenario) })
    expect(again).toEqual(first)
    expect(await again.redrive(replay(second.scenario))).toEqual(second)
  })

  it('is refused for a run that was not redriven, and says what to do', async () => {
    const first = await orders.run(failing)
    const second = await first.redrive({ faults: ['lambda-timeout@Ship'] })
    await expect(orders.run({ tasks, ...replay(second.scenario) })).rejects.toThrow(
      'the scenario is of a run that was redriven once, and this one was not: give it to the redrive of that run: run.redrive(replay(...))',
    )
  })

  it('is refused over other mocks', async () => {
    const first = await orders.run(failing)
    const second = await first.redrive({ tasks: { Ship: returns('other') }, faults: ['lambda-oom@Ship'] })
    await expect(first.redrive(replay(second.scenario))).rejects.toThrow('the scenario was made on base')
  })
})
