import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { bursts, spike, steady } from '../../../../src/explore/simulation/arrivals.js'
import { simulate } from '../../../../src/explore/simulation/simulate.js'
import type { Model, ModelOf } from '../../../../src/faults/models/model.js'
import { findFault } from '../../../../src/faults/catalogue.js'
import type { Machine } from '../../../../src/harness/machines/machine.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { replay } from '../../../../src/harness/scenarios/scenario.js'
import { TaskError } from '../../../../src/tasks/task-error.js'
import { returns } from '../../../../src/tasks/script.js'

const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:work'

/** Works for 2 s, rests for 3 s. */
function worker(more: object = {}): Machine {
  return machine({
    StartAt: 'Work',
    States: {
      Work: { Type: 'Task', Resource: LAMBDA, Next: 'Rest', ...more },
      Rest: { Type: 'Wait', Seconds: 3, End: true },
    },
  }).withDefaults({ tasks: { Work: returns({ ok: true }, { delay: '2s' }) } })
}

const retried = { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2 }] }

/** Fails every n-th call that it meets, whichever execution makes it. */
function everyNth(n: number): Model {
  const model: ModelOf<number, never> = {
    kind: 'every-nth',
    id: 'every-nth',
    config: { n },
    begin: () => 0,
    concerns: () => true,
    meet: (met) => {
      const state = met + 1
      return state % n === 0 ? { state, strike: { definition: findFault('oom') } } : { state }
    },
  }
  return model
}

describe('a simulation', () => {
  it('runs every arrival to its end, and counts over virtual time', () => {
    const simulation = simulate(worker(), { arrivals: bursts({ every: '1m', size: 3 }), duration: '3m', bucket: '1m' })
    expect(simulation).toMatchObject({
      executions: 9,
      statuses: { SUCCEEDED: 9 },
      errors: {},
      calls: 9,
      retries: 0,
      tookMs: 125_000,
      mostAtOnce: 3,
      effects: [{ state: 'Work', done: 9, duplicates: 0 }],
      firstFailure: null,
      failures: [],
    })
    expect(simulation.buckets.map(({ fromMs, started, succeeded }) => [fromMs, started, succeeded])).toEqual([
      [0, 3, 3],
      [60_000, 3, 3],
      [120_000, 3, 3],
    ])
  })

  it('gives turns by virtual time, and at one instant to who arrived first', () => {
    const asked: string[] = []
    const tasks = {
      Work: (_: unknown, call: { readonly atMs: number; readonly attempt: number; readonly input: unknown }) => {
        asked.push(`${JSON.stringify(call.input)}.${call.attempt} at ${call.atMs}`)
        if (call.attempt === 1) throw new TaskError('Busy')
        return null
      },
    }
    simulate(worker(retried), {
      arrivals: steady({ every: '500ms' }),
      duration: '1500ms',
      inputs: (index) => index,
      scenario: { tasks, startAt: 0 },
    })
    expect(asked).toEqual(['0.1 at 0', '1.1 at 500', '0.2 at 1000', '2.1 at 1000', '1.2 at 1500', '2.2 at 2000'])
  })

  it('shares what a model remembers: the n-th call of all executions fails', () => {
    const simulation = simulate(worker(), {
      arrivals: steady({ every: '1s' }),
      duration: '10s',
      scenario: { models: [everyNth(4)] },
    })
    expect(simulation.statuses).toEqual({ FAILED: 2, SUCCEEDED: 8 })
    expect(simulation.errors).toEqual({ 'Runtime.ExitError': 2 })
    expect(simulation.failures.map(({ index, atMs, state }) => [index, atMs, state])).toEqual([
      [3, 3000, 'Work'],
      [7, 7000, 'Work'],
    ])
    expect(simulation.struck).toEqual([{ fault: 'lambda-oom', state: 'Work', calls: 2, firstMs: 3000 }])
  })

  it('counts the calls of all executions for a fault that asks for the n-th one', () => {
    const simulation = simulate(worker(), {
      arrivals: steady({ every: '1s' }),
      duration: '10s',
      scenario: { faults: ['oom@Work:7th'] },
    })
    expect(simulation.firstFailure).toMatchObject({ index: 6, error: 'Runtime.ExitError', state: 'Work' })
    expect(simulation.statuses).toEqual({ FAILED: 1, SUCCEEDED: 9 })
  })

  it('counts time windows of faults from its own start', () => {
    const simulation = simulate(worker(), {
      arrivals: steady({ every: '1s' }),
      duration: '10s',
      scenario: { faults: ['oom@Work~4s..6s'] },
    })
    expect(simulation.failures.map(({ index }) => index)).toEqual([4, 5])
  })

  it('names what repeats a failed execution alone, the strikes of models with it', async () => {
    const models = [everyNth(4)]
    const simulation = simulate(worker(), { arrivals: steady({ every: '1s' }), duration: '10s', scenario: { models } })
    const failed = simulation.firstFailure
    expect(failed?.scenario).toMatch(/^aslx:1;base=[0-9a-f]{8};Work#1=lambda-oom;seed=\d+$/)
    const again = await worker().run({
      models,
      startAt: failed?.run.startAtMs ?? 0,
      ...replay(failed?.scenario ?? ''),
    })
    expect(again.error).toBe('Runtime.ExitError')
    expect(JSON.stringify(again.history)).toBe(JSON.stringify(failed?.run.history))
  })

  it('counts retries by the minute, and effects that were had twice', () => {
    const simulation = simulate(worker(retried), {
      arrivals: spike({ at: '2m', size: 4 }),
      scenario: { faults: ['oom@Work.1!after'] },
    })
    expect(simulation.retriesPerMinute).toEqual([{ minute: 2, retries: 4 }])
    expect(simulation.effects).toEqual([{ state: 'Work', done: 8, duplicates: 4 }])
    expect(simulation.statuses).toEqual({ SUCCEEDED: 4 })
  })

  it('gives every execution a seed and a name of its own', () => {
    const simulation = simulate(worker(), {
      arrivals: spike({ at: 0, size: 50 }),
      scenario: { faults: ['oom@Work'] },
      keepFailed: 50,
    })
    expect(new Set(simulation.failures.map(({ run }) => run.seed)).size).toBe(50)
  })

  it('hands out inputs by arrival: its own, those that take turns, or the scenario’s', () => {
    const seen: unknown[] = []
    const scenario = { input: 'of the scenario', tasks: { Work: (input: unknown) => (seen.push(input), null) } }
    simulate(worker(), { arrivals: [{ atMs: 1, input: 'own' }, { atMs: 0 }], scenario })
    simulate(worker(), { arrivals: spike({ at: 0, size: 3 }), inputs: ['a', 'b'], scenario })
    expect(seen).toEqual(['of the scenario', 'own', 'a', 'b', 'a'])
  })
})

describe('what a simulation keeps', () => {
  const failing = (more: object): ReturnType<typeof simulate> =>
    simulate(worker(), { arrivals: spike({ at: 0, size: 30 }), scenario: { faults: ['oom@Work'] }, ...more })

  it('is the first ten failed runs, whole', () => {
    const { failures, firstFailure, statuses } = failing({})
    expect(statuses).toEqual({ FAILED: 30 })
    expect(failures.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(firstFailure).toBe(failures[0])
    expect(firstFailure?.run.history.length).toBeGreaterThan(3)
  })

  it('is as many as were asked for, and the first at least', () => {
    expect(failing({ keepFailed: 2 }).failures).toHaveLength(2)
    expect(failing({ keepFailed: 0 }).failures).toHaveLength(1)
  })

  it('is frozen', () => {
    const simulation = failing({})
    expect([simulation, simulation.buckets, simulation.buckets[0], simulation.failures].every(Object.isFrozen)).toBe(
      true,
    )
  })
})

describe('the same seed', () => {
  const options = {
    arrivals: [bursts({ every: '1m', size: 20, jitter: '30s' }), spike({ at: '90s', size: 30, over: '5s' })],
    duration: '4m',
    scenario: { faults: ['oom@Work:30%'] },
  }
  const told = (seed: number): string => JSON.stringify(simulate(worker(retried), { ...options, seed }))

  it('gives the same bytes, and another one others', () => {
    expect(told(3)).toBe(told(3))
    expect(told(3)).not.toBe(told(4))
  })

  it('gives the same bytes in another process', () => {
    const code = `
      import { createServer } from 'vite'
      const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'silent' })
      const load = (file) => server.ssrLoadModule('/src/' + file)
      const { simulate } = await load('explore/simulation/simulate.ts')
      const { bursts, spike } = await load('explore/simulation/arrivals.ts')
      const { machine } = await load('harness/machines/typed-machine.ts')
      const definition = JSON.parse(${JSON.stringify(JSON.stringify(worker(retried).definition))})
      const tasks = { Work: { kind: 'returns', output: { ok: true }, delayMs: 2000 } }
      const simulation = simulate(machine(definition).withDefaults({ tasks }), {
        arrivals: [bursts({ every: '1m', size: 20, jitter: '30s' }), spike({ at: '90s', size: 30, over: '5s' })],
        duration: '4m', scenario: { faults: ['oom@Work:30%'] }, seed: 3,
      })
      process.stdout.write(JSON.stringify(simulation))
      await server.close()`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    expect(stderr).toBe('')
    expect(stdout).toBe(told(3))
  })
})

describe('a simulation refuses', () => {
  const every = steady({ every: '1s' })
  it.each([
    [
      'arrivals that never end',
      { arrivals: every },
      'steady arrivals go on for ever: say for how long, e.g. duration 2h',
    ],
    ['no arrival at all', { arrivals: spike({ at: '2h', size: 1 }), duration: '1h' }, 'no execution arrives'],
    ['what is no arrivals', { arrivals: 'bursts' as never }, 'arrivals are made by bursts('],
    ['an empty list', { arrivals: [] }, 'no execution arrives'],
    ['too many', { arrivals: every, duration: '1h', maxExecutions: 10 }, 'more than 10 executions arrive'],
    [
      'promises',
      { arrivals: every, duration: '1s', scenario: { tasks: { Work: () => Promise.resolve(1) } } },
      'a task function gave a promise where only plain values are possible',
    ],
    [
      'a fault that strikes nothing',
      { arrivals: every, duration: '2s', scenario: { faults: ['oom@Work#2'] } },
      'no fault struck',
    ],
    [
      'a replay',
      { arrivals: every, duration: '1s', scenario: replay('aslx:1;base=00000000;seed=1') },
      'replays nothing',
    ],
  ])('%s', (_, options, message) => {
    expect(() => simulate(worker(), options)).toThrow(message)
  })
})
