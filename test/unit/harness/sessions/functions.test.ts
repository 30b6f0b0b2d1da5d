import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { runSessionSync } from '../../../../src/harness/sessions/session.js'
import { fails, returns } from '../../../../src/tasks/script.js'
import { TaskError } from '../../../../src/tasks/task-error.js'
import { call, orders, sideBySide } from '../fixtures.js'

/** A gate that opens once it is told to. */
class Gate {
  readonly opened: Promise<void>
  #open: (() => void) | undefined

  constructor() {
    this.opened = new Promise((resolve) => (this.#open = resolve))
  }
  open(): void {
    this.#open?.()
  }
}

const invoke = (Parameters: Json) =>
  machine({
    StartAt: 'T',
    States: {
      T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters, OutputPath: '$.Payload', End: true },
    },
  })

const well = { Charge: returns({}), Refund: returns({}) }

describe('a function of the test', () => {
  it('computes the answer from what the service is sent', async () => {
    const run = await orders.run({
      input: { order: 7 },
      tasks: { Charge: (input) => ({ got: input }), Ship: async (input) => ({ shipped: input }) },
    })
    expect(run.output).toEqual({ shipped: { got: { order: 7 } } })
  })

  it('gets the payload where the service is a Lambda function behind lambda:invoke', async () => {
    const echo = { tasks: { T: (input: Json) => ({ input }) } }
    expect((await invoke({ FunctionName: 'f', Payload: { a: 1 } }).run(echo)).output).toEqual({ input: { a: 1 } })
    expect((await invoke({ FunctionName: 'f' }).run(echo)).output).toEqual({ input: {} })
  })

  it('may stand in a script, and is told which call it answers', async () => {
    const seen: unknown[] = []
    const run = await orders.run({
      tasks: {
        ...well,
        Ship: [
          fails('Carrier.Down'),
          (_input, made) => (seen.push([made.state, made.attempt, made.ordinal]), 'shipped'),
        ],
      },
    })
    expect(run.output).toBe('shipped')
    expect(seen).toEqual([['Ship', 2, 2]])
  })

  it('that gives nothing gives null, and what is no JSON is a mistake', async () => {
    expect((await sideBySide('A').run({ tasks: { A: (() => {}) as never } })).output).toEqual([null])
    await expect(sideBySide('A').run({ tasks: { A: (() => 1n) as never } })).rejects.toThrow(
      'the answer of the function for "A" must be JSON',
    )
    await expect(sideBySide('A').run({ tasks: { A: async () => Number.NaN } })).rejects.toThrow('it is NaN')
  })

  it('keeps nothing of its answer open: what it changes later changes nothing', async () => {
    const answer = { n: 1 }
    const run = await orders.run({ tasks: { ...well, Charge: () => answer, Ship: () => ((answer.n = 2), 'p') } })
    const [entered] = run.history.filter((event) => event.type === 'TaskStateEntered' && event.details.name === 'Ship')
    expect(entered?.details).toMatchObject({ input: { n: 1 } })
  })
})

describe('functions that are asked at one instant', () => {
  it('all start, in the order of the calls, before any of them is waited for', async () => {
    const order: string[] = []
    const gate = new Gate()
    const running = sideBySide('A', 'B', 'C').run({
      tasks: {
        A: async () => (order.push('A starts'), await gate.opened, 'a'),
        B: () => (order.push('B'), 'b'),
        C: async () => (order.push('C starts'), gate.open(), 'c'),
      },
    })
    expect((await running).output).toEqual(['a', 'b', 'c'])
    expect(order).toEqual(['A starts', 'B', 'C starts'])
  })

  it('answer in the order of the calls, whichever settles first', async () => {
    const first = new Gate()
    const second = new Gate()
    const slowFirst = sideBySide('A', 'B').run({
      tasks: { A: () => first.opened.then(() => 'a'), B: () => second.opened.then(() => 'b') },
    })
    second.open()
    await Promise.resolve()
    first.open()
    const immediate = sideBySide('A', 'B').run({ tasks: { A: async () => 'a', B: async () => 'b' } })
    expect(JSON.stringify(await slowFirst)).toBe(JSON.stringify(await immediate))
  })

  it('give the same history asynchronously, synchronously and as values', async () => {
    const values = await sideBySide('A', 'B').run({ tasks: { A: returns('a'), B: returns('b') } })
    const sync = await sideBySide('A', 'B').run({ tasks: { A: () => 'a', B: () => 'b' } })
    const async = await sideBySide('A', 'B').run({ tasks: { A: async () => 'a', B: returns('b') } })
    expect(sync.history).toEqual(values.history)
    expect(async.history).toEqual(values.history)
  })

  it('take no virtual time', async () => {
    const run = await sideBySide('A').run({
      tasks: { A: () => new Promise((resolve) => setTimeout(() => resolve(1), 5)) },
    })
    expect(run.tookMs).toBe(0)
  })
})

describe('an exception of a function', () => {
  it('that is a TaskError fails the Task', async () => {
    for (const Ship of [
      () => {
        throw new TaskError('Carrier.Down', 'no vans')
      },
      () => Promise.reject(new TaskError('Carrier.Down', 'no vans')),
    ]) {
      const run = await orders.run({ tasks: { ...well, Ship } })
      expect(run.path).toEqual(['Charge', 'Ship', 'Refund', 'Done'])
      expect(run.calls[1]?.failure).toEqual({ error: 'Carrier.Down', cause: 'no vans' })
    }
    const bare = await sideBySide('A').run({ tasks: { A: () => Promise.reject(new TaskError('E')) } })
    expect(bare).toMatchObject({ status: 'FAILED', error: 'E' })
    expect(bare.cause).toBeUndefined()
  })

  it('that is anything else fails the run, and no States.ALL can catch it', async () => {
    const mistake = new TypeError('undefined is not a function')
    const throwing = () => {
      throw mistake
    }
    await expect(orders.run({ tasks: { ...well, Ship: throwing } })).rejects.toBe(mistake)
    await expect(orders.run({ tasks: { ...well, Ship: () => Promise.reject(mistake) } })).rejects.toBe(mistake)
    const lookalike = Object.assign(new Error('x'), { name: 'TaskError', error: 'E' })
    await expect(orders.run({ tasks: { ...well, Ship: () => Promise.reject(lookalike) } })).rejects.toBe(lookalike)
  })

  it('that is the first in the order of the calls is the one that is told', async () => {
    const [a, b] = [new Error('a'), new Error('b')]
    const gate = new Gate()
    const tasks = {
      A: async () => (await gate.opened, Promise.reject(a)),
      B: () => {
        gate.open()
        throw b
      },
    }
    await expect(sideBySide('A', 'B').run({ tasks })).rejects.toBe(a)
    await expect(sideBySide('B', 'A').run({ tasks })).rejects.toBe(b)
  })

  it('leaves no promise behind that nobody waits for', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    const rejects = { A: () => Promise.reject(new Error('a')) }
    const started: string[] = []
    await expect(sideBySide('A', 'B').run({ tasks: { A: () => (started.push('A'), 1) } })).rejects.toThrow(
      'no task is given',
    )
    expect(() => runSessionSync(sideBySide('A').session({ tasks: rejects }))).toThrow(
      'gave a promise where only plain values',
    )
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
    expect(started).toEqual([])
  })
})

describe('a session without promises', () => {
  it('runs on functions that give plain values', () => {
    const session = orders.session({ tasks: { Charge: (input) => input, Ship: () => 'p' } })
    expect(runSessionSync(session).execution.output).toBe('p')
  })

  it('stops where it is told to, and goes on from there', () => {
    const slow = machine({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 10, Next: 'A' }, A: call('A') } })
    const session = slow.session({ tasks: { A: returns(1) } })
    const half = runSessionSync(session, session.execution.nowMs + 5_000)
    expect(half.execution.status).toBe('RUNNING')
    expect(runSessionSync(half).execution.output).toBe(1)
  })
})
