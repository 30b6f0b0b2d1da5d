import { fails, hangs, machine, returns, TaskError } from 'aslx'
import { describe, expect, it } from 'vitest'
import { terminalColour } from '../../../src/report/colour.js'
import { printTimeline } from '../../../src/report/timeline-text.js'
import { type WrittenEvent, historyOf, lambdaTask, runWith } from '../verify/factory.js'

const plain = { colour: terminalColour(false) }

const pages = machine(
  {
    StartAt: 'Pages',
    States: {
      Pages: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'Resize',
          States: {
            Resize: lambdaTask({
              ResultPath: null,
              Retry: [{ ErrorEquals: ['Slow'], MaxAttempts: 1 }],
              Catch: [{ ErrorEquals: ['Small'], Next: 'Keep' }],
              Next: 'Keep',
            }),
            Keep: { Type: 'Pass', End: true },
          },
        },
        Next: 'Done',
      },
      Done: { Type: 'Succeed' },
    },
  },
  { name: 'PageFlow' },
)
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

const slowTens = (_: unknown, call: { items: readonly { index: number }[]; attempt: number }) => {
  const index = call.items[0]?.index ?? 0
  if (index === 3) throw new TaskError('Small')
  if (index % 10 === 0 && call.attempt === 1) throw new TaskError('Slow')
  return {}
}

const breakSecond = (_: unknown, { items }: { items: readonly { index: number }[] }) => {
  if (items[0]?.index === 1) throw new TaskError('Broken', 'no pixels')
  return {}
}

const failNineteenTimes = (_: unknown, { attempt }: { attempt: number }) => {
  if (attempt < 20) throw new TaskError('X')
  return {}
}

const branch = (name: string) => ({ StartAt: name, States: { [name]: lambdaTask({ ResultPath: null }) } })

/** The timeline with scenario hashes left out. */
const printed = (run: Parameters<typeof printTimeline>[0]) =>
  `\n${printTimeline(run, plain).replace(/base=[0-9a-f]{8}/, 'base=...')}`

describe('a printed timeline', () => {
  it('tells attempts, waits, and what was caught', async () => {
    const orders = machine(
      {
        StartAt: 'Ship',
        States: {
          Ship: lambdaTask({
            TimeoutSeconds: 30,
            Retry: [{ ErrorEquals: ['Carrier.Down'], IntervalSeconds: 2, MaxAttempts: 2 }],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Cool down' }],
            Next: 'Charge',
          }),
          'Cool down': { Type: 'Wait', Seconds: 90, Next: 'Charge' },
          Charge: lambdaTask({ Next: 'Big?' }),
          'Big?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Give up' }],
            Default: 'Give up',
          },
          'Give up': { Type: 'Fail', Error: 'Gave.Up', Cause: 'the card\nwas declined' },
        },
      },
      { name: 'OrderFlow' },
    )
    const run = await orders.run({
      tasks: { Ship: [fails('Carrier.Down'), hangs()], Charge: returns({}, { delay: '250ms' }) },
    })
    expect(printed(run)).toMatchInlineSnapshot(`
      "
      OrderFlow (STANDARD)

      at            state      attempt  outcome
      +0s           Ship       1        Carrier.Down                             wait 2s, retry 1 of 2
      +2s           Ship       2        States.Timeout after 30s (time ran out)  caught -> Cool down (Catch 0)
      +32s          Cool down           waited 1m 30s
      +2m 2s        Charge     1        ok after 250ms
      +2m 2s 250ms  Big?                default
      +2m 2s 250ms  Give up             Gave.Up                                  unhandled

      FAILED in 2m 2s 250ms of virtual time
      error   Gave.Up
      cause   the card\\nwas declined
      replay: machine.run(replay('aslx:1;base=...;seed=0'))
      "
    `)
  })

  it('shows items of a Map that went alike once', async () => {
    expect(printed(await pages.run({ input: upTo(200), tasks: { Resize: returns({}) } }))).toMatchInlineSnapshot(`
      "
      PageFlow (STANDARD)

      at   state             attempt  outcome
      +0s  Pages                      ok (200 items)
      +0s    Resize[0..199]  1        ok x200
      +0s    Keep[0..199]             ok x200
      +0s  Done                       ok

      SUCCEEDED in 0s of virtual time
      output  [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,…
      replay: machine.run(replay('aslx:1;base=...;seed=0'))
      "
    `)
  })

  it('shows items that went another way apart', async () => {
    expect(printed(await pages.run({ input: upTo(40), tasks: { Resize: slowTens } }))).toMatchInlineSnapshot(`
      "
      PageFlow (STANDARD)

      at   state                                  attempt  outcome
      +0s  Pages                                           ok (40 items)
      +0s    Resize[0|10|20|30]                   1        Slow x4        wait 1s, retry 1 of 1
      +1s    Resize[0|10|20|30]                   2        ok x4
      +1s    Keep[0|10|20|30]                              ok x4
      +0s    Resize[1..2|4..9|11..19|21..29|...]  1        ok x35
      +0s    Keep[1..2|4..9|11..19|21..29|...]             ok x35
      +0s    Resize[3]                            1        Small          caught -> Keep (Catch 0)
      +0s    Keep[3]                                       ok
      +1s  Done                                            ok

      SUCCEEDED in 1s of virtual time
      output  [0,1,2,{"Error":"Small","Cause":null},4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39]
      replay: machine.run(replay('aslx:1;base=...;seed=0'))
      "
    `)
  })

  it('shows what a failing item did to the others', async () => {
    expect(printed(await pages.run({ input: upTo(3), tasks: { Resize: breakSecond } }))).toMatchInlineSnapshot(`
      "
      PageFlow (STANDARD)

      at   state        attempt  outcome
      +0s  Pages                 Broken (3 items)  unhandled
      +0s    Resize[0]  1        ok
      +0s    Resize[1]  1        Broken            not caught here, up to "Pages"
      +0s    Resize[2]  1        ok

      FAILED in 0s of virtual time
      error   Broken
      cause   no pixels
      replay: machine.run(replay('aslx:1;base=...;seed=0'))
      "
    `)
  })

  it('shows a loop once, and how often it went round', async () => {
    const polling = machine(
      {
        StartAt: 'Sleep',
        States: {
          Sleep: { Type: 'Wait', Seconds: 60, Next: 'Poll' },
          Poll: lambdaTask({ ResultSelector: { 'n.$': '$.Payload' }, Next: 'Ready' }),
          Ready: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 0, Next: 'Sleep' }], Default: 'Done' },
          Done: { Type: 'Succeed' },
        },
      },
      { name: 'Polling' },
    )
    const run = await polling.run({ tasks: { Poll: [returns(0, { times: 500 }), returns(1)] } })
    expect(printed(run)).toMatchInlineSnapshot(`
      "
      Polling (STANDARD)

      at       state      attempt  outcome
      +0s      Sleep               waited 1m
      +1m      Poll       1        ok
      +1m      Ready               rule 0
               ... the 3 states above 499 more times, until +8h 20m
      +8h 20m  Sleep#501           waited 1m
      +8h 21m  Poll#501   1        ok
      +8h 21m  Ready#501           default
      +8h 21m  Done                ok

      SUCCEEDED in 8h 21m of virtual time
      output  {"n":1}
      replay: machine.run(replay('aslx:1;base=...;seed=0'))
      "
    `)
  })

  it('shows a Parallel that was tried twice, and what was cut off', async () => {
    const both = machine(
      {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [branch('Left'), branch('Right')],
            Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }],
            End: true,
          },
        },
      },
      { name: 'Pair' },
    )
    const tasks = { Left: returns({}, { delay: '5s' }), Right: [fails('X'), returns({})] }
    expect(printed(await both.run({ tasks }))).toMatchInlineSnapshot(`
      "
      Pair (STANDARD)

      at   state      attempt  outcome
      +0s  Both       1        X (2 branches)   wait 1s, retry 1 of 1
      +0s    Left     1        cut off
      +0s    Right    1        X                not caught here, up to "Both"
      +1s  Both       2        ok (2 branches)
      +1s    Left#2   1        ok after 5s
      +1s    Right#2  1        ok

      SUCCEEDED in 6s of virtual time
      output  [{},{}]
      replay: machine.run(replay('aslx:1;base=...;seed=0'))
      "
    `)
  })

  it('marks inferred answers', async () => {
    const bare = machine({ StartAt: 'A', States: { A: lambdaTask() } })
    const run = await bare.run({ onUnmockedTask: 'infer' })
    expect(printed(run)).toContain('ok (inferred)')
  })

  it('leaves out the middle of many attempts, and the waits that jitter made of a folded item', async () => {
    const stubborn = machine({
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'A',
            States: {
              A: lambdaTask({
                Retry: [{ ErrorEquals: ['X'], MaxAttempts: 20, BackoffRate: 1, JitterStrategy: 'FULL' }],
              }),
            },
          },
          End: true,
        },
      },
    })
    const text = printed(await stubborn.run({ input: upTo(3), tasks: { A: failNineteenTimes } }))
    expect(text).toContain('... 12 more attempts')
    expect(text).toContain('A[0..2]  1        X x3          wait up to 1s, retry 1 of 20')
  })

  it('ends with the command that replays it, and the real time, when they are given', async () => {
    const run = await pages.run({ input: [], tasks: { Resize: returns({}) } })
    const text = printTimeline(run, { ...plain, replayCommand: 'aslx run x.json', realMs: 12.4 })
    expect(text.split('\n').slice(-4)).toEqual([
      'SUCCEEDED in 0s of virtual time, 12ms of real time',
      'output  []',
      'replay: aslx run x.json',
      '',
    ])
  })

  it('is coloured without moving a column', async () => {
    const run = await pages.run({ input: upTo(3), tasks: { Resize: returns({}) } })
    const coloured = printTimeline(run, { colour: terminalColour(true) })
    expect(coloured).toContain('\u001b[32mok x3\u001b[39m')
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '').replaceAll(/ +$/gm, '')).toBe(printTimeline(run, plain))
  })

  it('lets nothing from the machine drive the terminal', () => {
    const text = printTimeline(
      runWith({ status: 'FAILED', machine: 'M\u001b]0;x', error: '\u001b[2J', cause: 'a\nb'.repeat(400) }),
      plain,
    )
    expect(text).not.toContain('\u001b')
    expect(text.split('\n').every((line) => line.length < 500)).toBe(true)
  })
})

it('prints nesting of any depth', () => {
  const depth = 10_000
  const history = Array.from({ length: depth }, (_, i): WrittenEvent[] => [
    [2 * i, 0, 'ParallelStateEntered', { name: `P${i}`, input: {} }],
    [2 * i + 1, 0, 'ParallelStateStarted'],
  ])
  const text = printTimeline(runWith({ status: 'ABORTED', history: historyOf(history.flat()) }), plain)
  expect(text.match(/cut off/g)).toHaveLength(depth)
})
