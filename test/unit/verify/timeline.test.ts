import { fails, hangs, machine, returns } from 'aslx'
import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../../src/verify/timeline.js'
import { LAMBDA, callOf, historyOf, lambdaTask, runWith, START_MS, traceOf } from './factory.js'

const RETRY_X = [{ ErrorEquals: ['X'], IntervalSeconds: 2, MaxAttempts: 3 }]

const branch = (name: string, fields = {}) => ({ StartAt: name, States: { [name]: lambdaTask(fields) } })

/** Seconds since the start, for short assertions. */
const seconds = (atMs: number | undefined) => (atMs === undefined ? undefined : (atMs - START_MS) / 1000)

describe('the timeline of a run made by hand', () => {
  const run = runWith({
    history: historyOf([
      [0, 0, 'ExecutionStarted', { input: {}, roleArn: 'r' }],
      [0, 0, 'TaskStateEntered', { name: 'Ship', input: {} }],
      [2, 0, 'LambdaFunctionScheduled', { resource: 'f', input: {} }],
      [3, 0, 'LambdaFunctionStarted'],
      [4, 1, 'LambdaFunctionFailed', { error: 'X', cause: 'down' }],
      [5, 3, 'LambdaFunctionScheduled', { resource: 'f', input: {} }],
      [6, 3, 'LambdaFunctionStarted'],
      [7, 8, 'LambdaFunctionSucceeded', { output: { ok: 1 } }],
      [8, 8, 'TaskStateExited', { name: 'Ship', output: { ok: 1 } }],
      [9, 8, 'ExecutionSucceeded', { output: { ok: 1 } }],
    ]),
    coverage: traceOf([
      [2, 2, 'Ship', { kind: 'entered' }],
      [5, 2, 'Ship', { kind: 'retry', retrier: 1, attempt: 1, max: 3, delayMs: 2000, boundMs: 2500, error: 'X' }],
    ]),
    calls: [
      callOf({ state: 'Ship', scheduledEventId: 3, answeredBy: 'fault', fault: 'lambda-oom' }),
      callOf({ state: 'Ship', scheduledEventId: 6, attempt: 2, answeredBy: 'inferred' }),
    ],
  })

  it('has one entry per visit, with its attempts, waits, faults and inferred answers', () => {
    expect(timelineOf(run)).toEqual([
      {
        state: 'Ship',
        type: 'Task',
        pointer: '/States/Ship',
        items: [],
        visit: 1,
        enteredEventId: 2,
        enteredAtMs: START_MS,
        exitedAtMs: START_MS + 8000,
        output: { ok: 1 },
        attempts: [
          {
            attempt: 1,
            atMs: START_MS,
            endedAtMs: START_MS + 1000,
            failed: true,
            error: 'X',
            cause: 'down',
            fault: 'lambda-oom',
            waitMs: 2000,
            waitBoundMs: 2500,
            retrier: 1,
            retry: 1,
            of: 3,
          },
          { attempt: 2, atMs: START_MS + 3000, endedAtMs: START_MS + 8000, failed: false, inferred: true },
        ],
      },
    ])
  })

  it('is there without a trace, too', () => {
    const [visit] = timelineOf({ ...run, coverage: [] })
    expect(visit).toMatchObject({ state: 'Ship', visit: 1, attempts: [{ error: 'X' }, { failed: false }] })
    expect(visit).not.toHaveProperty('pointer')
  })

  it('is empty for a run without states', () => {
    expect(timelineOf(runWith())).toEqual([])
  })
})

describe('the timeline of a run', () => {
  it('tells what a catcher took, and after which retrier', async () => {
    const orders = machine({
      StartAt: 'Ship',
      States: {
        Ship: lambdaTask({
          Retry: [{ ErrorEquals: ['X'], IntervalSeconds: 1, MaxAttempts: 1 }],
          Catch: [
            { ErrorEquals: ['Y'], Next: 'Other' },
            { ErrorEquals: ['States.ALL'], Next: 'Refund' },
          ],
        }),
        Refund: { Type: 'Pass', End: true },
        Other: { Type: 'Pass', End: true },
      },
    })
    const [ship, refund] = timelineOf(await orders.run({ tasks: { Ship: fails('X', { cause: 'c' }) } }))
    expect(ship).toMatchObject({
      caught: { catcher: 1, next: 'Refund', error: 'X', afterRetrier: 0 },
      attempts: [
        { error: 'X', cause: 'c', waitMs: 1000 },
        { error: 'X', exhausted: 0 },
      ],
      output: { Error: 'X', Cause: 'c' },
    })
    expect(refund).toMatchObject({ state: 'Refund', type: 'Pass', attempts: [] })
  })

  it('tells which time ran out', async () => {
    const slow = machine({ StartAt: 'A', States: { A: lambdaTask({ TimeoutSeconds: 5 }) } })
    const [visit] = timelineOf(await slow.run({ tasks: { A: hangs() } }))
    expect(visit).toMatchObject({
      attempts: [{ error: 'States.Timeout', expired: 'timeout', failed: true }],
      unhandled: { error: 'States.Timeout' },
    })
    expect(seconds(visit?.attempts[0]?.endedAtMs)).toBe(5)
  })

  it('leaves the end of an attempt open that the execution cut off', async () => {
    const endless = machine({ TimeoutSeconds: 9, StartAt: 'A', States: { A: lambdaTask() } })
    const [visit] = timelineOf(await endless.run({ tasks: { A: hangs() } }))
    expect(visit?.attempts).toEqual([{ attempt: 1, atMs: START_MS, failed: false }])
    expect(visit).not.toHaveProperty('unhandled')
    expect(visit).not.toHaveProperty('exitedAtMs')
  })

  it('counts attempts that failed before anything was scheduled', async () => {
    const blind = machine({
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: LAMBDA,
          Arguments: '{% 1 + "a" %}',
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], IntervalSeconds: 2, MaxAttempts: 2 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
          End: true,
        },
        B: { Type: 'Pass', End: true },
      },
    })
    const [visit] = timelineOf(await blind.run({ tasks: { A: returns({}) } }))
    expect(visit?.attempts.map(({ atMs, error }) => [seconds(atMs), error])).toEqual([
      [0, 'States.QueryEvaluationError'],
      [2, 'States.QueryEvaluationError'],
      [6, 'States.QueryEvaluationError'],
    ])
    expect(visit?.attempts[0]?.cause).toContain("the state 'A'")
    expect(visit?.caught).toMatchObject({ next: 'B', afterRetrier: 0 })
  })

  it('tells how a Choice decided', async () => {
    const choice = machine({
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'B' }], Default: 'B' },
        B: { Type: 'Succeed' },
      },
    })
    expect(timelineOf(await choice.run({ input: { x: 1 } }))[0]).toMatchObject({ rule: 0 })
    expect(timelineOf(await choice.run({ input: {} }))[0]).toMatchObject({ rule: 'default' })
  })

  it('keeps the error of a Fail state, which never exits', async () => {
    const failing = machine({ StartAt: 'A', States: { A: { Type: 'Fail', Error: 'Bad', Cause: 'why' } } })
    const [visit] = timelineOf(await failing.run())
    expect(visit).toMatchObject({ type: 'Fail', unhandled: { error: 'Bad' }, attempts: [] })
    expect(visit).not.toHaveProperty('exitedAtMs')
  })

  it('counts visits of a loop', async () => {
    const loop = machine({
      StartAt: 'A',
      States: {
        A: lambdaTask({ Next: 'More?', ResultSelector: { 'n.$': '$.Payload' } }),
        'More?': { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'A' }], Default: 'B' },
        B: { Type: 'Succeed' },
      },
    })
    const visits = timelineOf(await loop.run({ tasks: { A: [returns(1), returns(2), returns(3)] } }))
    expect(visits.map(({ state, visit }) => `${state}#${visit}`)).toEqual([
      'A#1',
      'More?#1',
      'A#2',
      'More?#2',
      'A#3',
      'More?#3',
      'B#1',
    ])
  })
})

describe('the timeline of Maps and Parallels', () => {
  const nested = machine({
    StartAt: 'Files',
    States: {
      Files: {
        Type: 'Map',
        Retry: RETRY_X,
        ItemProcessor: {
          StartAt: 'Pages',
          States: {
            Pages: {
              Type: 'Map',
              Retry: [{ ErrorEquals: ['Y'], IntervalSeconds: 1, MaxAttempts: 1 }],
              ItemProcessor: { StartAt: 'Resize', States: { Resize: lambdaTask() } },
              End: true,
            },
          },
        },
        End: true,
      },
    },
  }).withDefaults({ input: [[1, 2], [3]], tasks: { Resize: returns({}) } })

  it('places every visit in its items and in the container around it', async () => {
    const visits = timelineOf(await nested.run())
    const places = visits.map(({ state, items, within }) => [state, items.map((step) => step.index), within])
    expect(places).toEqual([
      ['Files', [], undefined],
      ['Pages', [0], { index: 0, attempt: 1, child: 0 }],
      ['Pages', [1], { index: 0, attempt: 1, child: 1 }],
      ['Resize', [0, 0], { index: 1, attempt: 1, child: 0 }],
      ['Resize', [0, 1], { index: 1, attempt: 1, child: 1 }],
      ['Resize', [1, 0], { index: 2, attempt: 1, child: 0 }],
    ])
    expect(visits[0]?.attempts).toMatchObject([{ failed: false, children: 2 }])
    expect(visits.every(({ exitedAtMs }) => exitedAtMs !== undefined)).toBe(true)
  })

  it('tells the attempts of an outer Map from those of an inner one', async () => {
    const resize = [fails('Y'), fails('Y'), fails('X'), returns({})]
    const visits = timelineOf(await nested.run({ input: [[1]], tasks: { Resize: resize } }))
    // The inner Map is tried twice on Y and gives up: Y is not X, so the outer one fails, too.
    expect(visits.map(({ state, attempts, unhandled }) => [state, attempts.length, unhandled?.error])).toEqual([
      ['Files', 1, 'Y'],
      ['Pages', 2, 'Y'],
      ['Resize', 1, 'Y'],
      ['Resize', 1, 'Y'],
    ])
    const again = timelineOf(
      await nested.run({ input: [[1]], tasks: { Resize: [fails('Y'), fails('X'), returns({})] } }),
    )
    expect(again.map(({ state, visit, attempts, within }) => [state, visit, attempts.length, within?.attempt])).toEqual(
      [
        ['Files', 1, 2, undefined],
        ['Pages', 1, 2, 1],
        ['Resize', 1, 1, 1],
        ['Resize', 2, 1, 2],
        ['Pages', 2, 1, 2],
        ['Resize', 3, 1, 1],
      ],
    )
    expect(again[0]?.attempts).toMatchObject([{ error: 'X', waitMs: 2000, children: 1 }, { failed: false }])
  })

  it('tells the branches of nested Parallels apart, and what cut them off', async () => {
    const inner = { Type: 'Parallel', Branches: [branch('B1'), branch('B2')], End: true }
    const parallel = machine({
      StartAt: 'Outer',
      States: {
        Outer: {
          Type: 'Parallel',
          Branches: [branch('A'), { StartAt: 'Inner', States: { Inner: inner } }],
          Retry: RETRY_X,
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    })
    const tasks = { A: returns({}, { delay: '9s' }), B1: returns({}, { delay: '9s' }), B2: [fails('X'), fails('Y')] }
    const run = await parallel.run({ tasks })
    const visits = timelineOf(run)
    expect(visits.map(({ state, within }) => [state, within?.index, within?.attempt, within?.child])).toEqual([
      ['Outer', undefined, undefined, undefined],
      ['A', 0, 1, 0],
      ['Inner', 0, 1, 1],
      ['B1', 2, 1, 0],
      ['B2', 2, 1, 1],
      ['A', 0, 2, 0],
      ['Inner', 0, 2, 1],
      ['B1', 6, 1, 0],
      ['B2', 6, 1, 1],
      ['Done', undefined, undefined, undefined],
    ])
    expect(visits[0]).toMatchObject({
      attempts: [
        { error: 'X', children: 2 },
        { error: 'Y', children: 2 },
      ],
      caught: { catcher: 0, next: 'Done', error: 'Y' },
    })
    expect(visits[2]).toMatchObject({ unhandled: { error: 'X' }, attempts: [{ failed: true, error: 'X' }] })
    expect(visits[1]?.attempts[0]).not.toHaveProperty('endedAtMs')
  })

  it('exits containers that went well, and only those', async () => {
    const pair = machine({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [
            {
              StartAt: 'Q',
              States: {
                Q: {
                  Type: 'Parallel',
                  Branches: [{ StartAt: 'R', States: { R: { Type: 'Pass', End: true } } }],
                  End: true,
                },
              },
            },
          ],
          Next: 'S',
        },
        S: { Type: 'Pass', End: true },
      },
    })
    const visits = timelineOf(await pair.run({ input: 7 }))
    expect(visits.map(({ state, output }) => [state, output])).toEqual([
      ['P', [[7]]],
      ['Q', [7]],
      ['R', 7],
      ['S', [[7]]],
    ])
  })
})

it('reads a history of 25,000 events in time linear in its length', async () => {
  const endless = machine({
    StartAt: 'A',
    States: {
      A: { Type: 'Wait', Seconds: 1, Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'C' }], Default: 'A' },
      C: { Type: 'Succeed' },
    },
  })
  const run = await endless.run()
  expect(run.history).toHaveLength(25_000)
  const before = performance.now()
  expect(timelineOf(run)).toHaveLength(12_499)
  expect(performance.now() - before).toBeLessThan(1000)
})
