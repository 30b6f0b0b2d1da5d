import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { Fault, fault } from '../../../../src/faults/fault.js'
import type { FaultDefinition } from '../../../../src/faults/fault-definition.js'
import { EVERYWHERE, NO_CONDITIONS } from '../../../../src/faults/fault-spec.js'
import { isTask } from '../../../../src/faults/applies-to-resources.js'
import { childRun } from '../../../../src/harness/machines/map-run-records.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import type { Run } from '../../../../src/harness/machines/run.js'
import { type Scenario, replay } from '../../../../src/harness/scenarios/scenario.js'
import { fails, returns } from '../../../../src/tasks/script.js'
import { call, orders } from '../fixtures.js'

const well = { Charge: returns({ paid: true }), Ship: returns({ parcel: 'p' }), Refund: returns({}) }

/** A Map of Resize over the input, whose errors are caught item by item. */
function pages(fields: Readonly<Record<string, Json>> = {}): ReturnType<typeof machine> {
  const Resize = call('Resize', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Skip' }] })
  const ItemProcessor = { StartAt: 'Resize', States: { Resize, Skip: { Type: 'Pass', End: true } } }
  return machine({ StartAt: 'All', States: { All: { Type: 'Map', ItemProcessor, ...fields, End: true } } })
}

/** Indexes of the items that a fault struck. */
const struckItems = ({ calls }: Run) =>
  calls.filter((made) => made.fault !== undefined).map((made) => made.items[0]?.index)

const thumbnails = async (faults: Scenario['faults'], more: Scenario = {}) =>
  await pages().run({
    input: [{ size: 1 }, { size: 20 }, { size: 3 }, { size: 40 }, { size: 5 }, { size: 60 }],
    tasks: { Resize: returns('small') },
    ...(faults && { faults }),
    ...more,
  })

describe('a fault', () => {
  it('after the work leaves its effect, and says so in the scenario', async () => {
    const before = await orders.run({ tasks: well, faults: ['error(Lost)@Ship'] })
    const after = await orders.run({ tasks: well, faults: ['error(Lost)@Ship!after'] })
    expect(before.effects.map((effect) => effect.state)).toEqual(['Charge', 'Refund'])
    expect(after.effects.map((effect) => effect.state)).toEqual(['Charge', 'Ship', 'Refund'])
    expect(before.scenario).toContain(';Ship#1=Lost;')
    expect(after.scenario).toContain(';Ship#1=Lost!after;')
    const again = await orders.run({ tasks: well, ...replay(after.scenario) })
    expect(again.effects).toEqual(after.effects)
  })

  it('strikes the items that it asks for', async () => {
    expect(struckItems(await thumbnails(['oom@Resize[1|3..4]']))).toEqual([1, 3, 4])
    expect(struckItems(await thumbnails(['oom@Resize[last]']))).toEqual([5])
    expect(struckItems(await thumbnails(['oom@Resize[2/3]']))).toEqual([1, 4])
    expect(struckItems(await thumbnails([fault('oom').item('first')]))).toEqual([0])
  })

  it('strikes by what is in the input', async () => {
    expect(struckItems(await thumbnails([fault('oom').where('$[?(@.size > 10)]')]))).toEqual([1, 3, 5])
  })

  it('strikes the n-th call of a run, whichever item it is', async () => {
    expect(struckItems(await thumbnails([fault('oom').nth(4)]))).toEqual([3])
    expect(struckItems(await thumbnails([fault('oom').item('1|3|5').nth(2)]))).toEqual([3])
    expect(struckItems(await thumbnails(['throttle:2nd', 'oom:3rd']))).toEqual([1, 2])
  })

  it('counts calls that functions answer as they are made, not as they are answered', async () => {
    const tasks = { Resize: async () => await Promise.resolve('small') }
    const run = await thumbnails([fault('oom').nth(4)], { tasks })
    expect(struckItems(run)).toEqual([3])
    const again = await thumbnails(undefined, { tasks, ...replay(run.scenario) })
    expect(JSON.stringify(again)).toBe(JSON.stringify(run))
  })

  it('counts the calls of distributed children too', async () => {
    const distributed = {
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Resize',
        States: { Resize: call('Resize') },
      },
      ToleratedFailurePercentage: 100,
    }
    const input = Array.from({ length: 300 }, (_, i) => i)
    const run = await pages(distributed).run({
      input,
      tasks: { Resize: returns(1) },
      faults: ['oom:250th', 'oom[last]'],
    })
    expect(struckItems(run)).toEqual([249, 299])
    expect(run.calls).toHaveLength(300)
    const [mapRun] = run.mapRuns ?? []
    const statuses = [248, 249, 250].map((index) => mapRun && childRun(mapRun, index)?.status)
    expect(statuses).toEqual(['SUCCEEDED', 'FAILED', 'SUCCEEDED'])
  })

  it('strikes some calls by chance, others with another seed, and the same ones in a replay', async () => {
    const asked = fault('oom').chance(0.5)
    const struck = await Promise.all([1, 2, 3, 4].map((seed) => thumbnails([asked], { seed })))
    expect(new Set(struck.map((run) => String(struckItems(run)))).size).toBeGreaterThan(1)
    for (const run of struck) {
      const again = await thumbnails(undefined, replay(run.scenario))
      expect(JSON.stringify(again.history)).toBe(JSON.stringify(run.history))
    }
  })

  it('strikes within a window of virtual time', async () => {
    const Poll = call('Poll', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, BackoffRate: 1 }] })
    const poll = machine({ StartAt: 'Poll', States: { Poll } })
    const tasks = { Poll: [fails('NotYet', { times: 2 }), returns('done')] }
    const run = await poll.run({ tasks, faults: ['oom@Poll~10s..20s'] })
    expect(run.calls.map((made) => made.failure?.error)).toEqual(['NotYet', 'Runtime.ExitError', undefined])
  })
})

/** A row for the test: the answer is 5 s late, and its parcel is another. */
const swapped: FaultDefinition = {
  id: 'swapped',
  title: 'another parcel, late',
  family: 'test',
  aliases: [],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'answer', change: (answer, { target }) => ({ was: answer, at: target.name }) },
  delayMs: () => 5000,
  matchedBy: [],
  transient: true,
  sideEffect: 'happened',
  advice: 'Check the answer.',
  evidence: 'inferred',
  source: ['a test'],
}
const swap = new Fault({ definition: swapped, args: {}, site: EVERYWHERE, conditions: NO_CONDITIONS }).at('Ship')

describe('a fault in the answer', () => {
  const swappedRun = { status: 'SUCCEEDED', tookMs: 5000, output: { was: { parcel: 'p' }, at: 'Ship' } }

  it('changes and delays what a mock answers, and the work is done', async () => {
    const run = await orders.run({ tasks: well, faults: [swap] })
    expect(run).toMatchObject(swappedRun)
    expect(run.calls[1]).toMatchObject({ state: 'Ship', answeredBy: 'mock', fault: 'swapped' })
    expect(run.effects.map((effect) => effect.state)).toEqual(['Charge', 'Ship'])
    expect(run.scenario).toContain(';Ship#1=swapped;')
  })

  it('changes what functions answer, and the base scenario keeps what they said', async () => {
    for (const Ship of [() => ({ parcel: 'p' }), async () => await Promise.resolve({ parcel: 'p' })]) {
      const run = await orders.run({ tasks: { ...well, Ship }, faults: [swap] })
      const without = await orders.run({ tasks: { ...well, Ship } })
      expect(run).toMatchObject(swappedRun)
      expect(run.scenario.split(';')[1]).toBe(without.scenario.split(';')[1])
    }
  })

  it('changes what is inferred', async () => {
    const { Charge, Refund } = well
    const run = await orders.run({ tasks: { Charge, Refund }, onUnmockedTask: 'infer', faults: [swap] })
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { at: 'Ship' } })
    expect(run.calls[1]).toMatchObject({ answeredBy: 'inferred', fault: 'swapped' })
  })

  it('leaves an error as it is, but late', async () => {
    const run = await orders.run({ tasks: { ...well, Ship: fails('Carrier.Gone') }, faults: [swap] })
    expect(run.tookMs).toBe(5000)
    expect(run.calls[1]?.failure).toMatchObject({ error: 'Carrier.Gone' })
  })

  it('changes the outcome of a task that is submitted first', async () => {
    const Resource = 'arn:aws:states:::batch:submitJob.sync'
    const jobs = machine({ StartAt: 'Ship', States: { Ship: { Type: 'Task', Resource, End: true } } })
    const run = await jobs.run({ tasks: { Ship: returns({ JobId: 'j' }) }, faults: [swap] })
    expect(run).toMatchObject({ tookMs: 5000, output: { was: { JobId: 'j' }, at: 'Ship' } })
  })

  it('is replayed for what a distributed Map does not keep', async () => {
    const distributed = {
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Ship',
        States: { Ship: call('Ship') },
      },
    }
    const input = Array.from({ length: 200 }, (_, i) => i)
    const run = await pages(distributed).run({ input, tasks: { Ship: returns(1) }, faults: [swap.item('150..151')] })
    expect(struckItems(run)).toEqual([150, 151])
    expect((run.output as Json[])[150]).toEqual({ was: 1, at: 'Ship' })
    expect((run.output as Json[])[149]).toBe(1)
  })
})

describe('a fault that strikes nothing is told why', () => {
  it.each([
    ['oom@Shi*x', 'no state has that name; did you mean "Ship"?'],
    ['oom@svc:lamda', 'nothing there calls it; did you mean "lambda"?'],
    ['oom@fn:Shipp', 'nothing there calls it; did you mean "Ship"?'],
    ['oom@Ship[2]', 'the state is inside no Map, so it has no items'],
    ['s3-slowdown', 's3-slowdown strikes tasks that call S3'],
  ])('%s: %s', async (asked, why) => {
    await expect(orders.run({ tasks: well, faults: [asked] })).rejects.toThrow(why)
  })
})
