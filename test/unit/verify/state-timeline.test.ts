import { fails, machine, returns } from 'aslx'
import { expect, it } from 'vitest'
import { stateTimeline } from '../../../src/verify/state-timeline.js'
import { timelineOf } from '../../../src/verify/timeline.js'
import { pathText, replayCall } from '../../../src/verify/verdict.js'
import { lambdaTask, runWith } from './factory.js'

it('leaves out the middle of many attempts', async () => {
  const stubborn = machine({
    StartAt: 'A',
    States: { A: lambdaTask({ Retry: [{ ErrorEquals: ['X'], BackoffRate: 1, MaxAttempts: 100 }] }) },
  })
  const run = await stubborn.run({ tasks: { A: [fails('X', { times: 50 }), returns({})] } })
  const timeline = timelineOf(run)
  expect(stateTimeline(run, timeline, timeline)).toEqual([
    'A',
    '  attempt 1   +0s   X   wait 1s, retry 1 of 100',
    '  attempt 2   +1s   X   wait 1s, retry 2 of 100',
    '  attempt 3   +2s   X   wait 1s, retry 3 of 100',
    '  attempt 4   +3s   X   wait 1s, retry 4 of 100',
    '  ... 43 more attempts ...',
    '  attempt 48  +47s  X   wait 1s, retry 48 of 100',
    '  attempt 49  +48s  X   wait 1s, retry 49 of 100',
    '  attempt 50  +49s  X   wait 1s, retry 50 of 100',
    '  attempt 51  +50s  ok',
  ])
})

it('leaves out visits when there are many that differ', async () => {
  const ticking = machine({
    StartAt: 'A',
    States: {
      A: { Type: 'Wait', Seconds: 60, Next: 'B' },
      B: lambdaTask({ ResultSelector: { 'n.$': '$.Payload' }, Next: 'C' }),
      C: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 0, Next: 'A' }], Default: 'D' },
      D: { Type: 'Succeed' },
    },
  })
  const run = await ticking.run({ tasks: { B: [returns(0, { times: 8 }), returns(1)] } })
  const timeline = timelineOf(run)
  const waits = timeline.filter(({ state }) => state === 'A')
  expect(stateTimeline(run, waits, timeline)).toEqual([
    ...['A', 'A#2', 'A#3', 'A#4', 'A#5'].flatMap((name, i) => [name, `  Wait  +${i === 0 ? '0s' : `${i}m`}  took 1m`]),
    'and 4 more visits',
  ])
})

it('escapes what would drive a terminal', async () => {
  const hostile = machine({ StartAt: 'A', States: { A: { Type: 'Fail', Error: 'E\u001b[31m\u202Ex\n' } } })
  const run = await hostile.run()
  const timeline = timelineOf(run)
  expect(stateTimeline(run, timeline, timeline)).toEqual(['A', '  Fail  +0s  E\\u001b[31m\\u202ex\\n  unhandled'])
})

it('shortens long paths and counts states in a row', () => {
  expect(pathText(['A', 'B', 'B', 'B', 'C'])).toBe('A -> B x3 -> C')
  const long = Array.from({ length: 40 }, (_, i) => `S${i}`)
  expect(pathText(long)).toMatch(/^S0 -> .* -> S11 -> \.\.\. 16 more \.\.\. -> S28 -> .* -> S39$/)
})

it('writes the scenario as a string of code, whatever is in it', () => {
  expect(replayCall(runWith({ scenario: 'aslx:1;It\'s#1="a\\n"' }))).toBe(
    "machine.run(replay('aslx:1;It\\'s#1=\"a\\\\n\"'))",
  )
})
