import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { type Explanation, explanationOf } from '../../../src/report/explanation.js'

function idsOf({ behaviours }: Explanation): readonly string[] {
  return behaviours.map(({ id }) => id)
}

describe('an explanation', () => {
  it('of an error has its rule, what takes it, and the behaviours it touches, differences first', () => {
    const told = explanationOf('States.Timeout')
    expect(told).toMatchObject({
      kind: 'error',
      rule: { name: 'States.Timeout' },
      matchedBy: { recorded: ['States.Timeout', 'States.ALL'], documented: ['States.Timeout', 'States.ALL'] },
      faults: expect.arrayContaining([expect.objectContaining({ id: 'task-timeout' })]) as unknown,
    })
    expect(idsOf(told).slice(0, 2)).toEqual(['heartbeat-name', 'default-task-timeout'])
    expect(idsOf(told)).toContain('same-instant')
  })

  it('of an error that only documents have says what takes it there', () => {
    const matchedBy = { recorded: [], documented: ['States.NoChoiceMatched', 'States.ALL'] }
    expect(explanationOf('States.NoChoiceMatched')).toMatchObject({ kind: 'error', matchedBy })
  })

  it('of an error that only a fault raises points to the fault', () => {
    const told = explanationOf('Lambda.TooManyRequestsException')
    const names = ['Lambda.TooManyRequestsException', 'States.TaskFailed', 'States.ALL']
    expect(told).toMatchObject({ rule: undefined, matchedBy: { recorded: names } })
    expect(told.kind === 'error' && told.faults.map(({ id }) => id)).toContain('lambda-throttled-account')
  })

  it('of a wildcard lists no faults, as nothing raises it', () => {
    expect(explanationOf('States.ALL')).toMatchObject({ faults: [], matchedBy: { recorded: [], documented: [] } })
  })

  it('of a topic has its behaviours, and of a behaviour that one', () => {
    expect(idsOf(explanationOf('intrinsics'))).toContain('seeded-math-random')
    expect(idsOf(explanationOf('seeded-math-random'))).toEqual(['seeded-math-random'])
  })
})

describe('a name that cannot be explained', () => {
  it.each([
    ['timeuots', 'there is no error or topic "timeuots"; did you mean "timeouts"? (aslx explain lists them)'],
    [
      'States.Timout',
      'there is no error or topic "States.Timout"; did you mean "States.Timeout"? (aslx explain lists them)',
    ],
    ['oom', '"oom" is a fault: aslx faults oom'],
    [
      'Carrier.Down',
      'there is no error or topic "Carrier.Down" (aslx explain lists them); a name that your own Tasks raise is taken by itself, States.TaskFailed and States.ALL',
    ],
    ['__proto__', expect.stringContaining('there is no error or topic "__proto__"')],
  ])('%s is told what to do', (name, message) => {
    expect(() => explanationOf(name)).toThrow(UserError)
    expect(() => explanationOf(name)).toThrow(expect.objectContaining({ kind: 'usage', message }))
  })
})
