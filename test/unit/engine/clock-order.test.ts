import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { advance, historyOf, pending, resume, resumeAll } from '../../../src/engine.js'
import { begin, drive, finish, gives, machineOf, taskState, timesOf, tokenState, typesOf } from './drive.js'

const branch = (name: string, state: Json) => ({ StartAt: name, States: { [name]: state } })
const parallel = (...Branches: readonly Json[]) => machineOf({ P: { Type: 'Parallel', Branches, End: true } })
/** A branch whose state is caught whatever becomes of it. */
const caught = (name: string, state: object) => ({
  StartAt: name,
  States: {
    [name]: { ...state, Catch: [{ ErrorEquals: ['States.ALL'], Next: `${name}Caught` }] },
    [`${name}Caught`]: { Type: 'Succeed' },
  },
})

describe('what is due at one virtual millisecond', () => {
  it('comes as answers first, then timeouts and heartbeats, then wake-ups, whatever order they were made in', () => {
    const machine = parallel(
      branch('W', { Type: 'Wait', Seconds: 10, End: true }),
      caught('H', tokenState({ HeartbeatSeconds: 10 })),
      caught('T', taskState({ TimeoutSeconds: 10 })),
      branch('A', taskState()),
    )
    const run = drive(machine, { answers: { H: { submitted: null }, T: 'never', A: gives(1, 10_000) } })
    const due = historyOf(run).filter(
      ({ atMs, type }) => atMs === run.settings.startAtMs + 10_000 && /Succeeded|TimedOut|Exited/.test(type),
    )
    expect(due.slice(0, 5).map(({ type }) => type)).toEqual([
      'TaskSucceeded',
      'TaskTimedOut',
      'TaskTimedOut',
      'TaskStateExited',
      'WaitStateExited',
    ])
    expect(due.map(({ type }) => type)).toContain('ParallelStateExited')
  })

  it('comes within a class in the order it was made', () => {
    const machine = parallel(
      branch('A', { Type: 'Wait', Seconds: 5, End: true }),
      branch('B', { Type: 'Wait', Seconds: 3, End: true }),
      branch('C', { Type: 'Wait', Timestamp: '2030-01-01T00:00:05Z', End: true }),
    )
    const exited = historyOf(drive(machine)).flatMap((event) =>
      event.type === 'WaitStateExited' ? [event.details.name] : [],
    )
    expect(exited).toEqual(['B', 'A', 'C'])
  })

  it('is all written down before a failure reaches the container', () => {
    const machine = parallel(
      branch('A', taskState({ TimeoutSeconds: 1 })),
      branch('B', taskState({ TimeoutSeconds: 1 })),
    )
    const run = drive(machine, { answers: { A: 'never', B: 'never' } })
    const types = typesOf(run)
    expect(types.lastIndexOf('TaskTimedOut')).toBeLessThan(types.indexOf('TaskStateAborted'))
    expect(types.filter((type) => type === 'TaskTimedOut')).toHaveLength(2)
  })

  it('comes before the end that the execution itself is set', () => {
    const machine = {
      ...(parallel(branch('W', { Type: 'Wait', Seconds: 10, End: true })) as object),
      TimeoutSeconds: 10,
    }
    expect(drive(machine as Json).status).toBe('SUCCEEDED')
    const longer = {
      ...(parallel(branch('W', { Type: 'Wait', Seconds: 11, End: true })) as object),
      TimeoutSeconds: 10,
    }
    expect(timesOf(drive(longer as Json)).at(-1)).toBe('ExecutionTimedOut 10')
  })
})

describe('the clock', () => {
  const machine = machineOf({
    A: { Type: 'Wait', Seconds: 10, Next: 'B' },
    B: { Type: 'Wait', Seconds: 10, End: true },
  })

  it('stands where advance was told to stop, and what is due then has happened', () => {
    const x = begin(machine)
    const at = (ms: number) => advance(x, x.nowMs + ms)
    expect(at(9_999).nowMs).toBe(x.nowMs + 9_999)
    expect(typesOf(at(9_999))).not.toContain('WaitStateExited')
    expect(typesOf(at(10_000))).toContain('WaitStateExited')
    expect(typesOf(at(10_000)).at(-1)).toBe('WaitStateEntered')
  })

  it('never goes back', () => {
    const x = advance(begin(machine), 1893456005000)
    expect(advance(x, 0).nowMs).toBe(x.nowMs)
  })

  it('does not move while any call is unanswered, and then goes on from the same instant', () => {
    const both = parallel(branch('A', taskState()), branch('B', taskState()))
    const x = advance(begin(both))
    expect(pending(x).map((call) => call.state)).toEqual(['A', 'B'])
    const half = advance(resume(x, 1, gives(1, 5)))
    expect(half.nowMs).toBe(x.nowMs)
    expect(typesOf(half)).not.toContain('TaskSucceeded')
    expect(finish(half, { B: gives(2) }).output).toEqual([1, 2])
  })

  it('gives the same history in many steps as at once', () => {
    const x = begin(machine)
    let stepped = x
    for (let ms = 0; stepped.status === 'RUNNING'; ms += 777) stepped = advance(stepped, x.nowMs + ms)
    expect(historyOf(stepped)).toEqual(historyOf(advance(x)))
  })

  it('takes answers one by one as it takes them together', () => {
    const x = advance(begin(parallel(branch('A', taskState()), branch('B', taskState()))))
    const together = advance(
      resumeAll(x, [
        [1, gives('a', 5)],
        [2, gives('b', 5)],
      ]),
    )
    const apart = advance(resume(resume(x, 1, gives('a', 5)), 2, gives('b', 5)))
    expect(historyOf(apart)).toEqual(historyOf(together))
  })
})
