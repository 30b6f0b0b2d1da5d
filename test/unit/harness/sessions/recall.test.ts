import { describe, expect, it } from 'vitest'
import { TaskError, childRun, fails, fault, machine, replay, returns } from '../../../../src/index.js'
import type { Json, Scenario } from '../../../../src/index.js'

const WORK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { 'Payload.$': '$' } }
const AGAIN = { ...WORK, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: { 'Item.$': '$' }, End: true }
const RETRY = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }]

function distributed(map: object = {}, work: object = {}) {
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Work',
    States: { Work: { ...WORK, OutputPath: '$.Payload', Next: 'Again', ...work }, Again: AGAIN },
  }
  return machine({
    StartAt: 'Each',
    States: { Each: { Type: 'Map', ItemProcessor, ToleratedFailureCount: 5, End: true, ...map } },
  })
}

const input = Array.from({ length: 250 }, (_, n) => ({ n }))
const again = returns({ ok: true })

/** The same as a run in which the first hundred are all there are: every call is remembered there. */
function summary(scenario: Scenario, map: object = {}, work: object = {}) {
  return distributed(map, work).run({ input, ...scenario })
}

describe('the calls of a distributed Map with more than a hundred children', () => {
  it('are all there, in the order they were made, and so are their effects', async () => {
    const run = await summary({ tasks: { Work: (item) => item, Again: again } })
    expect(run.calls).toHaveLength(500)
    const parameters = run.calls.filter((call) => call.state === 'Work').map((call) => call.parameters)
    expect(parameters).toEqual(input.map((item) => ({ Payload: item })))
    expect(run.effects).toHaveLength(500)
    expect(new Set(run.calls.map((call) => call.childArn)).size).toBe(250)
    const first = run.calls[0]
    const last = run.calls.at(-1)
    expect(Object.keys(last ?? {})).toEqual(Object.keys(first ?? {}))
    expect(last).toMatchObject({
      state: 'Again',
      items: [{ map: 'Each', index: 249 }],
      parameters: { Item: { n: 249 } },
    })
  })

  it('are told by what functions answered, without asking them once more', async () => {
    let asked = 0
    const Work = (item: Json): Json => {
      asked++
      if ((item as { readonly n: number }).n % 100 === 77) throw new TaskError('Bad', 'row')
      return { seen: item }
    }
    const run = await summary({ tasks: { Work, Again: again } })
    const failed = run.calls.filter((call) => call.failure)
    expect(failed.map((call) => call.items[0]?.index)).toEqual([77, 177])
    expect(failed[1]?.failure).toEqual({ error: 'Bad', cause: 'row' })
    expect(run.calls.at(-1)?.parameters).toEqual({ Item: { seen: { n: 249 } } })
    expect(asked).toBe(250)
  })

  it('are told by attempts of a script, with delays between them', async () => {
    const tasks = { Work: [fails('Busy', { times: 2 }), returns({ ok: true })], Again: again }
    const run = await summary({ tasks }, {}, { Retry: RETRY })
    const last = run.calls.filter((call) => call.items[0]?.index === 249)
    expect(last.map(({ state, attempt, atMs }) => [state, attempt, atMs - run.startAtMs])).toEqual([
      ['Work', 1, 0],
      ['Work', 2, 1000],
      ['Work', 3, 3000],
      ['Again', 1, 3000],
    ])
    expect(run.calls.map((call) => call.atMs)).toEqual(run.calls.map((call) => call.atMs).toSorted((a, b) => a - b))
  })

  it('are told with the faults that struck, and replayed with them', async () => {
    const tasks = { Work: returns({ ok: true }), Again: again }
    const run = await summary({ tasks, faults: [fault('oom').at('Work').item(150)] })
    expect(run.calls.filter((call) => call.fault !== undefined).map((call) => call.items[0]?.index)).toEqual([150])
    expect(run.calls).toHaveLength(499)
    const replayed = await distributed().run({ input, tasks, ...replay(run.scenario) })
    expect(replayed.calls).toEqual(run.calls)
  })

  it('are told of batches, whose items are found again', async () => {
    const ItemBatcher = { MaxInputBytesPerBatch: 33 }
    const run = await summary({ tasks: { Work: (batch) => batch, Again: again } }, { ItemBatcher })
    const batches = run.calls
      .filter((call) => call.state === 'Work')
      .map((call) => call.parameters as { Payload: { Items: Json[] } })
    expect(batches.length).toBeGreaterThan(100)
    expect(batches.flatMap((batch) => batch.Payload.Items)).toEqual(input)
  })

  it('end where a Map Run that failed ended', async () => {
    const Work = (item: Json): Json => {
      if ((item as { readonly n: number }).n === 130) throw new TaskError('Bad')
      return item
    }
    const run = await summary({ tasks: { Work, Again: again } }, { MaxConcurrency: 1, ToleratedFailureCount: 0 })
    expect(run.status).toBe('FAILED')
    expect(run.calls).toHaveLength(261)
  })
})

describe('a child beyond the first hundred', () => {
  const tasks = { Work: (item: Json) => item, Again: again }

  it('has the history it had, by replay', async () => {
    const run = await summary({ tasks })
    const record = run.mapRuns?.[0]
    expect(record?.children).toHaveLength(100)
    const [kept, recalled] = [record && childRun(record, 99), record && childRun(record, 249)]
    expect(recalled?.history.map((event) => event.type)).toEqual(kept?.history.map((event) => event.type))
    expect(recalled).toMatchObject({ index: 249, status: 'SUCCEEDED', executionArn: run.calls.at(-1)?.childArn })
    expect(record && childRun(record, 250)).toBeUndefined()
  })

  it('has none where its answers came by token', async () => {
    const Work = { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', OutputPath: '$' }
    const run = await summary({ tasks: { ...tasks, Work: returns({ ok: true }) } }, {}, Work)
    const record = run.mapRuns?.[0]
    expect(run.calls).toHaveLength(500)
    expect(record && childRun(record, 249)).toBeUndefined()
  })
})
