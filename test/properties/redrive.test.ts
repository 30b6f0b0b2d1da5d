import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/asl/json.js'
import {
  type Answer,
  type Call,
  type Execution,
  type Program,
  advance,
  compile,
  historyOf,
  pending,
  redrive,
  redriveStatusOf,
  resumeAll,
  start,
} from '../../src/engine.js'
import { deepFreeze } from './deep-freeze.js'
import { distributedCases, generatedCases } from './machines.js'
import { SETTINGS, play, sessionOf } from './sessions.js'

type States = Readonly<Record<string, Json>>

const block = (states: States, more: States = {}): Record<string, Json> => ({
  StartAt: Object.keys(states)[0] ?? '',
  States: states,
  ...more,
})
const task = (next?: string, more: States = {}): Json => ({
  Type: 'Task',
  Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work',
  ...(next === undefined ? { End: true } : { Next: next }),
  ...more,
})
const callback = (more: States = {}): Json => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
  End: true,
  ...more,
})
const map = (processor: Json, more: States = {}): Json => ({
  Type: 'Map',
  ItemsPath: '$.list',
  ItemProcessor: processor,
  End: true,
  ...more,
})
const parallel = (...Branches: readonly Json[]): Json => ({ Type: 'Parallel', Branches, End: true })
const list = (length: number, Next = 'Each'): Json => ({
  Type: 'Pass',
  Result: { list: Array.from({ length }, (_, i) => ({ i })) },
  Next,
})
const distributed = (states: States, ExecutionType: string, more: States = {}): Json =>
  map({ ...block(states), ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType } }, more)

const WAIT: Json = { Type: 'Wait', Seconds: 5, Next: 'After' }
const RETRY = [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2 }]

/** Machines whose output depends on nothing but their answers, which depend on state, items and input alone. */
const MACHINES: Readonly<Record<string, Json>> = {
  'states in turn': block({ A: task('B'), B: task('Rest', { Retry: RETRY }), Rest: WAIT, After: task() }),
  'a Parallel': block({ Both: parallel(block({ L: task('L2'), L2: task() }), block({ Rest: WAIT, After: task() })) }),
  'an inline Map': block({ Items: list(5), Each: map(block({ W: task('X'), X: task() }), { MaxConcurrency: 2 }) }),
  'a Map in a Parallel in a Map': block({
    Items: list(3),
    Each: map(
      block({
        Both: parallel(
          block({ Inner: list(2, 'EachInner'), EachInner: map(block({ W: task() })) }),
          block({ R: task(undefined, { Retry: RETRY }) }),
        ),
      }),
    ),
  }),
  callbacks: block({ Both: parallel(block({ L: callback({ HeartbeatSeconds: 60 }) }), block({ R: callback() })) }),
  'a distributed Map': block({
    Items: list(5),
    Each: distributed({ W: task('X'), X: task() }, 'STANDARD', { MaxConcurrency: 2 }),
  }),
  'a distributed Map of EXPRESS children': block({ Items: list(4), Each: distributed({ W: task() }, 'EXPRESS') }),
  'a distributed Map in a Map': block({
    Items: list(2),
    Each: map(block({ Inner: list(3, 'EachInner'), EachInner: distributed({ W: task() }, 'STANDARD') })),
  }),
}

const programs = new Map<string, Program>()

function programOf(name: string): Program {
  const program = programs.get(name) ?? compile(MACHINES[name] ?? null)
  programs.set(name, program)
  return program
}

const siteOf = ({ state, items }: Call): string => `${state}[${items.map((step) => step.index).join()}]`

/** The answer is the same for a site whenever it is asked, and takes a time of its own. */
function answerOf(call: Call): Answer {
  return { outcome: { output: { by: siteOf(call), input: call.input } }, afterMs: (siteOf(call).length * 7) % 40 }
}

interface Played {
  readonly execution: Execution
  readonly called: readonly string[]
}

/** Goes on to the end; the call of this number, from 0, fails. */
function finish(begun: Execution, failing: number): Played {
  const called: string[] = []
  let execution = advance(begun)
  for (let calls = pending(execution); calls.length > 0; calls = pending(execution)) {
    const answers = calls.map((call): [number, Answer] => {
      const isStruck = called.push(siteOf(call)) - 1 === failing
      return [call.callId, isStruck ? { outcome: { failure: { error: 'Struck' } }, afterMs: 3 } : answerOf(call)]
    })
    execution = advance(resumeAll(execution, answers))
  }
  return { execution, called }
}

const failures = fc.array(fc.nat(14), { minLength: 1, maxLength: 4 })

describe('a redriven execution', () => {
  it.each(Object.keys(MACHINES))('ends as the one in which nothing failed: %s', (name) => {
    const program = programOf(name)
    const well = finish(start(program, {}), -1).execution
    expect(well.status).toBe('SUCCEEDED')
    fc.assert(
      fc.property(failures, (failing) => {
        let { execution } = finish(start(program, {}), failing[0] ?? -1)
        for (const next of [...failing.slice(1), -1]) {
          if (execution.status === 'SUCCEEDED') break
          execution = finish(redrive(execution, { afterMs: 1000 }), next).execution
        }
        expect(execution.status).toBe('SUCCEEDED')
        expect(execution.output).toEqual(well.output)
      }),
      { ...SETTINGS, numRuns: 60 },
    )
  })

  it.each(Object.keys(MACHINES).filter((name) => !name.includes('distributed')))(
    'calls nothing a second time that was exited: %s',
    (name) => {
      const program = programOf(name)
      fc.assert(
        fc.property(fc.nat(14), (failing) => {
          const first = finish(start(program, {}), failing)
          if (first.execution.status === 'SUCCEEDED') return
          const second = finish(redrive(first.execution), -1)
          const exited = historyOf(second.execution).filter(({ type }) => type === 'TaskStateExited').length
          const entered = historyOf(second.execution).filter(({ type }) => type === 'TaskStateEntered').length
          const exitedFirst = historyOf(first.execution).filter(({ type }) => type === 'TaskStateExited').length
          expect(exited).toBe(entered)
          expect(second.called).toHaveLength(exited - exitedFirst)
          expect(new Set(second.called).size).toBe(second.called.length)
        }),
        { ...SETTINGS, numRuns: 60 },
      )
    },
  )

  it.each([
    ['Maps inside the execution', generatedCases],
    ['Maps of executions', distributedCases],
  ])('goes the same way each time, and never changes the one it came from: %s', (_maps, cases) => {
    fc.assert(
      fc.property(cases, (given) => {
        const failed = play(sessionOf(given))
        if (redriveStatusOf(failed.execution).status === 'NOT_REDRIVABLE') return
        deepFreeze(failed, new WeakSet())
        const bytes = (): string => {
          const ended = play({ ...failed, execution: redrive(failed.execution) })
          return JSON.stringify([historyOf(ended.execution), ended.execution.output])
        }
        const alone = bytes()
        expect(bytes()).toBe(alone)
        const ids = (JSON.parse(alone) as [{ id: number; previousEventId: number }[]])[0]
        expect(ids.every(({ id, previousEventId }, i) => id === i + 1 && previousEventId < id)).toBe(true)
        expect(alone.startsWith(JSON.stringify([historyOf(failed.execution)]).slice(0, -2))).toBe(true)
      }),
      { ...SETTINGS, numRuns: 150 },
    )
  })
})
