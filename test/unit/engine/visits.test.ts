import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { NO_VISITS, childVisits, countCall, countVisit, keepChildVisits, visitOf } from '../../../src/engine/visits.js'
import type { Answer, Call } from '../../../src/engine.js'
import { drive, failsWith, gives, machineOf, taskState } from './drive.js'

/** Runs a machine and gives the sites of its calls, as `State[items]#visit.attempt (ordinal)`. */
function sites(definition: Json, input: Json, answer: (call: Call, soFar: number) => Answer): readonly string[] {
  const seen: string[] = []
  drive(definition, {
    input,
    answers: (call) => {
      const items = call.items.length === 0 ? '' : `[${call.items.map((step) => step.index).join(',')}]`
      seen.push(`${call.state}${items}#${call.visit}.${call.attempt} (${call.ordinal})`)
      return answer(call, seen.length)
    },
  })
  return seen
}

const retryOnce = { Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }] }

describe('visits', () => {
  it('count how often a state was entered, and its calls over all visits', () => {
    const machine = machineOf({
      T: taskState({ ...retryOnce, Catch: [{ ErrorEquals: ['X'], Next: 'W' }] }),
      W: { Type: 'Wait', Seconds: 1, Next: 'T' },
    })
    const seen = sites(machine, {}, (_, soFar) => (soFar < 4 ? failsWith('X') : gives()))
    expect(seen).toEqual(['T#1.1 (1)', 'T#1.2 (2)', 'T#2.1 (3)', 'T#2.2 (4)'])
  })

  it('count for each item apart, and go on when the Map runs again', () => {
    const processor = machineOf({ T: taskState() })
    const map = { Type: 'Map', ItemProcessor: processor, MaxConcurrency: 1, ...retryOnce, End: true }
    const seen = sites(machineOf({ M: map }), [0, 1], (_, soFar) => (soFar === 2 ? failsWith('X') : gives()))
    expect(seen).toEqual(['T[0]#1.1 (1)', 'T[1]#1.1 (1)', 'T[0]#2.1 (2)', 'T[1]#2.1 (2)'])
  })

  it('of items that a later run does not reach are kept', () => {
    const processor = machineOf({ T: taskState() })
    const retry = { Retry: [{ ErrorEquals: ['X'], MaxAttempts: 2 }] }
    const map = { Type: 'Map', ItemProcessor: processor, MaxConcurrency: 1, ...retry, End: true }
    const fails = [2, 3]
    const seen = sites(machineOf({ M: map }), [0, 1], (_, soFar) => (fails.includes(soFar) ? failsWith('X') : gives()))
    expect(seen).toEqual(['T[0]#1.1 (1)', 'T[1]#1.1 (1)', 'T[0]#2.1 (2)', 'T[0]#3.1 (3)', 'T[1]#2.1 (2)'])
  })

  it('go on inside containers that were aborted at any depth', () => {
    const inner = { Type: 'Parallel', Branches: [machineOf({ A: taskState() })], End: true }
    const outer = {
      Type: 'Parallel',
      Branches: [machineOf({ I: inner }), machineOf({ B: taskState() })],
      ...retryOnce,
      End: true,
    }
    const seen = sites(machineOf({ O: outer }), {}, (call) => {
      if (call.visit === 2) return gives()
      return call.state === 'A' ? 'never' : failsWith('X', 1_000)
    })
    expect(seen).toEqual(['B#1.1 (1)', 'A#1.1 (1)', 'B#2.1 (2)', 'A#2.1 (2)'])
  })

  it('are values: counting gives new ones', () => {
    const twice = countVisit(countVisit(NO_VISITS, 3), 3)
    expect(visitOf(twice, 3)).toBe(2)
    expect(visitOf(NO_VISITS, 3)).toBe(0)
    expect(countCall(twice, 0).calls).toEqual([1])
    expect(twice.calls).toEqual([])
  })

  it('of children are kept by index, also in a container with an odd name', () => {
    const once = countVisit(NO_VISITS, 0)
    const kept = keepChildVisits(NO_VISITS, '__proto__', [[2, once]])
    expect(childVisits(kept, '__proto__', 2)).toBe(once)
    expect(childVisits(kept, '__proto__', 0)).toBe(NO_VISITS)
    expect(childVisits(NO_VISITS, '__proto__', 0)).toBe(NO_VISITS)
    expect(childVisits(keepChildVisits(kept, '__proto__', [[0, once]]), '__proto__', 2)).toBe(once)
  })
})
