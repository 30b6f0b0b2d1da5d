import { describe, expect, it } from 'vitest'
import { parseLocated } from '../../../../src/asl/parse.js'
import { brownOut } from '../../../../src/faults/models/brown-out.js'
import { concurrency } from '../../../../src/faults/models/concurrency.js'
import { lambdaPool } from '../../../../src/faults/models/lambda-pool.js'
import { latency } from '../../../../src/faults/models/latency.js'
import { outage } from '../../../../src/faults/models/outage.js'
import { finishedRun } from '../../../../src/harness/machines/finished-run.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { replay } from '../../../../src/harness/scenarios/scenario.js'
import { runSessionSync } from '../../../../src/harness/sessions/session.js'
import { modelStatesOf, withModelStates } from '../../../../src/harness/sessions/shared-models.js'
import { readScenarioFile } from '../../../../src/harness/scenarios/scenario-file.js'
import { returns } from '../../../../src/tasks/script.js'

const lambda = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`

function task(resource: string, more: object = {}): object {
  return { Type: 'Task', Resource: resource, End: true, ...more }
}

const retry = { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 1 }] }

/** One call to a function. */
const analyse = machine({ StartAt: 'Analyse', States: { Analyse: task(lambda('analyse')) } })

/** A call for each item, all at once. */
function pages(more: object = {}): ReturnType<typeof machine> {
  const itemProcessor = { StartAt: 'Analyse', States: { Analyse: task(lambda('analyse'), more) } }
  return machine({ StartAt: 'Pages', States: { Pages: { Type: 'Map', ItemProcessor: itemProcessor, End: true } } })
}

describe('models in a scenario', () => {
  it('strike without any fault being asked for, and the call says which model and why', async () => {
    const models = [lambdaPool({ on: 'fn:analyse', peakMb: 100 })]
    const run = await analyse.run({ tasks: { Analyse: returns(null) }, models })
    expect(run).toMatchObject({ status: 'FAILED', error: 'Runtime.ExitError' })
    expect(run.calls).toMatchObject([
      {
        answeredBy: 'fault',
        fault: 'lambda-oom',
        model: 'lambda-pool fn:analyse',
        seen: { function: 'analyse', instance: 1, served: 1 },
      },
    ])
    expect(run.effects).toEqual([])
  })

  it('are no mistake if they never strike', async () => {
    const run = await analyse.run({ tasks: { Analyse: returns(1) }, models: [outage({ on: 'svc:s3' })] })
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: 1 })
  })

  it('throttle calls of one instant together, and a retry finds room', async () => {
    const scenario = {
      input: [1, 2, 3],
      tasks: { Analyse: returns(null, { delay: '1s' }) },
      models: [concurrency({ account: 2 })],
    }
    const run = await pages(retry).run(scenario)
    expect(run.status).toBe('SUCCEEDED')
    expect(run.calls.map(({ fault }) => fault)).toEqual([undefined, undefined, 'lambda-throttled-account', undefined])
    expect((await pages().run(scenario)).error).toBe('Lambda.TooManyRequestsException')
  })

  it('make answers slower, and end what takes longer than its function may', async () => {
    const slow = latency({ on: 'fn:analyse', distribution: { kind: 'constant', ms: '2s' } })
    const well = await analyse.run({ tasks: { Analyse: returns(1, { delay: '500ms' }) }, models: [slow] })
    expect([well.status, well.tookMs]).toEqual(['SUCCEEDED', 2500])
    const late = await analyse.run({ tasks: { Analyse: returns(1, { delay: '1500ms' }) }, models: [slow] })
    expect(late).toMatchObject({ status: 'FAILED', error: 'Sandbox.Timedout', tookMs: 3000 })
    expect(late.calls).toMatchObject([{ answeredBy: 'fault', fault: 'lambda-timeout', model: 'latency fn:analyse' }])
    expect(late.cause).toContain('Task timed out after 3.00 seconds')
  })

  it('may change answers instead of failing them', async () => {
    const late = brownOut({ on: 'fn:*', probability: 1, fault: 'slow-response(5s)' })
    const run = await analyse.run({ tasks: { Analyse: returns(1) }, models: [late] })
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: 1, tookMs: 5000 })
    expect(run.calls).toMatchObject([{ answeredBy: 'mock', fault: 'slow-response', model: 'brown-out fn:*' }])
  })

  it('come after the faults, of which they see no struck call', async () => {
    const models = [lambdaPool({ on: 'fn:analyse', tmpLeakMbPerInvocation: 300 })]
    const tasks = { Analyse: returns(null) }
    const twice = await pages(retry).run({ input: [1], tasks, models, faults: ['throttle@Analyse.1'] })
    expect(twice.calls.map(({ fault, model }) => [fault, model])).toEqual([
      ['lambda-throttled-account', undefined],
      [undefined, undefined],
    ])
    expect(twice.calls.length).toBe(2)
  })

  it('meet in their order, and the first that strikes decides', async () => {
    const models = [outage({ on: 'fn:analyse', name: 'gone' }), lambdaPool({ on: 'fn:analyse', peakMb: 100 })]
    const run = await analyse.run({ tasks: { Analyse: returns(null) }, models })
    expect(run.calls).toMatchObject([{ fault: 'lambda-service-exception', model: 'gone' }])
  })

  it('are part of the base scenario, so that a replay strikes the same without naming a strike', async () => {
    const chance = outage({ on: 'fn:analyse', probability: 0.5 })
    const scenario = { input: [1, 2, 3, 4, 5, 6], tasks: { Analyse: returns(null) }, models: [chance] }
    const first = await pages(retry).run({ ...scenario, seed: 7 })
    const again = await pages(retry).run({ ...scenario, ...replay(first.scenario) })
    expect(first.scenario).toMatch(/^[^@]*$/)
    expect(again.scenario).toBe(first.scenario)
    expect(again.calls).toEqual(first.calls)
    expect(first.calls.filter(({ fault }) => fault !== undefined).length).toBeGreaterThan(0)
    const without = await pages(retry).run({ ...scenario, models: [], seed: 7 })
    expect(without.scenario).not.toBe(first.scenario)
    await expect(pages(retry).run({ ...scenario, models: [], ...replay(first.scenario) })).rejects.toThrow('base')
  })

  it('give the same bytes every time', async () => {
    const models = [lambdaPool({ on: 'fn:*', peakMb: 67 }), concurrency({ account: 3 })]
    const scenario = { input: [1, 2, 3, 4], tasks: { Analyse: returns(null, { delay: '300ms' }) }, models, seed: 3 }
    const runs = await Promise.all([1, 2].map(() => pages(retry).run(scenario)))
    const [one, two] = runs.map((run) => JSON.stringify(run))
    expect(one).toBe(two)
  })

  it('remember from one execution to the next if they are handed on', () => {
    const models = [lambdaPool({ on: 'fn:analyse', tmpLeakMbPerInvocation: 300 })]
    const scenario = { tasks: { Analyse: returns(null) }, models }
    // The first instance is busy until its cold start is over.
    const later = { ...scenario, startAt: '2030-01-01T00:00:01Z' }
    const first = runSessionSync(analyse.session(scenario))
    const second = runSessionSync(withModelStates(analyse.session(later), modelStatesOf(first)))
    const alone = runSessionSync(analyse.session(scenario))
    expect([first, second, alone].map((ended) => finishedRun(ended).calls[0]?.fault)).toEqual([
      undefined,
      'lambda-tmp-full',
      undefined,
    ])
    expect(modelStatesOf(analyse.session(scenario)).size).toBe(1)
  })

  it('are shared with the machines that Tasks start', async () => {
    const parent = machine({
      StartAt: 'Own',
      States: {
        Own: { ...task(lambda('analyse')), End: undefined, Next: 'Child' },
        Child: task('arn:aws:states:::states:startExecution.sync:2', {
          Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Child', Input: {} },
        }),
      },
    })
    const child = analyse.withDefaults({ tasks: { Analyse: returns(null) } })
    const models = [lambdaPool({ on: 'fn:analyse', tmpLeakMbPerInvocation: 300 })]
    const run = await parent.run({ tasks: { Own: returns(null) }, machines: { Child: child }, models })
    expect(run.status).toBe('FAILED')
    expect(run.children?.[0]?.run.calls).toMatchObject([{ fault: 'lambda-tmp-full', seen: { served: 2 } }])
  })

  it('go on where they were when an execution is redriven', async () => {
    const models = [outage({ on: 'fn:analyse', toMs: '1m' })]
    const run = await analyse.run({ tasks: { Analyse: returns('well') }, models })
    expect(run.status).toBe('FAILED')
    expect((await run.redrive({}, { after: '30s' })).status).toBe('FAILED')
    expect((await run.redrive({}, { after: '1m' })).output).toBe('well')
  })

  it('answer asynchronous mocks, too', async () => {
    const models = [concurrency({ account: 1 })]
    const run = await pages(retry).run({ input: [1, 2], tasks: { Analyse: () => Promise.resolve(1) }, models })
    expect(run.calls.map(({ fault }) => fault)).toEqual([undefined, 'lambda-throttled-account', undefined])
  })

  it('must be models, of different ids', async () => {
    const twice = [outage({ on: 'svc:s3' }), outage({ on: 'svc:s3' })]
    await expect(analyse.run({ models: twice })).rejects.toThrow(
      'models[1] is the second "outage svc:s3": give one of them a name',
    )
    await expect(analyse.run({ models: [{} as never] })).rejects.toThrow('models[0] is no model')
  })
})

describe('models in a scenario file', () => {
  const read = (text: string) => readScenarioFile(parseLocated(text, 'pdf.yaml'), 'pdf.yaml').scenario

  it('are a list', () => {
    const { models } = read('models:\n  - outage: { on: svc:s3, fromMs: 5s }\n  - lambda-pool: { on: fn:analyse }\n')
    expect(models?.map(({ id }) => id)).toEqual(['outage svc:s3', 'lambda-pool fn:analyse'])
  })

  it('are told apart from what is none, with the place', () => {
    expect(() => read('models:\n  - outge: {}\n')).toThrow(/^pdf.yaml:2:\d+: models\[0\]: there is no model "outge"/)
    expect(() => read('models: {}\n')).toThrow('models must be a list of models such as')
  })
})
