import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { lambdaTask, orders } from './machines.js'
import { replayedArguments } from './shell-words.js'
import { folderWith } from './workspace.js'

const POOL = `
input: { n: 1 }
tasks:
  Work: { returns: { Payload: done }, delay: 1s }
models:
  - lambda-pool: { on: 'fn:f', tmpLeakMbPerInvocation: 100, maxLifeMs: 1d, idleRecycleMs: 1h }
arrivals:
  bursts: { every: 1m, size: 2 }
duration: 10m
`

const folder = folderWith({
  'orders.json': orders,
  'work.json': { StartAt: 'Work', States: { Work: lambdaTask({ End: true }) } },
  'work.aslx.yaml': POOL,
  'bad.yaml': 'arrivals:\n  burst: { every: 1m, size: 2 }\n',
  'list.csv': 'atMs,input\n1000,"{""n"": 2}"\n0,\n',
  'list.yaml': '- at: 1s\n- atMs: 5\n',
})
const source = join(folder, 'orders.json')
const work = join(folder, 'work.json')
const bursts = ['--arrivals', 'bursts(every=5m, size=10)', '--duration', '30m']

interface Told {
  readonly schemaVersion: number
  readonly simulation: Readonly<Record<string, unknown>> & {
    readonly executions: number
    readonly firstFailure: { readonly scenario: string; readonly replay: string; readonly error: string } | null
  }
}

async function simulated(...argv: readonly string[]): Promise<{ readonly code: number; readonly told: Told }> {
  const { code, out } = await aslx(['simulate', ...argv, '--format', 'json'])
  return { code, told: JSON.parse(out) as Told }
}

describe('aslx simulate', () => {
  it('draws what became of the executions over virtual time', async () => {
    const { code, out } = await aslx(['simulate', source, ...bursts, '--fault', 'oom@Charge:37th!after'])
    expect(code).toBe(0)
    expect(out.replaceAll(`${folder}/`, '')).toBe(
      [
        'orders  orders.json',
        '',
        '  60 executions in 25m of virtual time, at most 2 at once, seed 0',
        '',
        ...[0, 5, 10].map(
          (m) => `  ${m === 0 ? '0s' : `${m}m`.padEnd(3)}`.padEnd(7) + `${'#'.repeat(40)}  10 succeeded`,
        ),
        `  15m  ${'#'.repeat(40)}  10 succeeded, 1 retry`,
        ...[20, 25].map((m) => `  ${m}m  ${'#'.repeat(40)}  10 succeeded`),
        '',
        '  60 succeeded',
        '  lambda-oom struck Charge once, first after 15m',
        '  Charge was done 61 times, 1 of them again after it had been done',
        '  inferred answers for want of a scenario: Charge, Ship',
        '',
      ].join('\n'),
    )
  })

  it('draws with blocks on a terminal, and with ASCII where NO_COLOR asks for it', async () => {
    const argv = ['simulate', source, ...bursts, '--fault', 'oom@Charge:10%']
    const terminal = await aslx(argv, { isTerminal: true })
    expect(terminal.out).toContain('█')
    const plain = await aslx(argv, { isTerminal: true, env: { NO_COLOR: '1' } })
    expect(plain.out).not.toMatch(/[^\n -~]/)
    expect(terminal.code).toBe(0)
  })

  it('reads models and arrivals from the scenario file: warm instances fill up, all of a sudden', async () => {
    const { code, told } = await simulated(work)
    expect(code).toBe(1)
    expect(told).toMatchObject({
      schemaVersion: 1,
      simulation: {
        machine: 'work',
        executions: 20,
        statuses: { FAILED: 2, SUCCEEDED: 18 },
        errors: { Error: 2 },
        struck: [{ fault: 'lambda-tmp-full', state: 'Work', calls: 2, firstMs: 300_000 }],
        models: [{ model: 'lambda-pool fn:f', strikes: 2, most: { served: 6 } }],
        firstFailure: { index: 10, atMs: 300_000, state: 'Work', error: 'Error' },
      },
      unresolved: [],
    })
  })

  it('names the command that repeats the first failure alone', async () => {
    const { told } = await simulated(work)
    const { code, out } = await aslx([
      ...replayedArguments(`replay: ${told.simulation.firstFailure?.replay}`),
      '--format',
      'json',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      run: { error: 'Error', scenario: told.simulation.firstFailure?.scenario },
    })
  })

  it('says the same every time, and something else with another seed', async () => {
    const argv = ['simulate', source, ...bursts, '--fault', 'oom@Charge:50%', '--format', 'json']
    const [first, again, other] = await Promise.all([aslx(argv), aslx(argv), aslx([...argv, '--seed', '9'])])
    expect(again.out).toBe(first.out)
    expect(other.out).not.toBe(first.out)
  })

  it('takes arrivals from CSV and YAML files, and several kinds at once', async () => {
    const csv = await simulated(source, '--arrivals', `@${join(folder, 'list.csv')}`)
    expect(csv.told.simulation).toMatchObject({ executions: 2, tookMs: 1000 })
    const both = ['--arrivals', `@${join(folder, 'list.yaml')}`, '--arrivals', 'spike(at=2s, size=3)']
    expect((await simulated(source, ...both)).told.simulation.executions).toBe(5)
  })

  it('prints nothing with --quiet while all goes well', async () => {
    expect(await aslx(['simulate', source, ...bursts, '--quiet'])).toEqual({ code: 0, out: '', err: '' })
  })

  it.each([
    [[source], "2 aslx: nobody says when executions arrive: add --arrivals 'bursts(every=5m, size=100)' --duration 2h"],
    [[source, '--arrivals', 'burst(every=5m, size=1)'], '2 aslx: there are no arrivals "burst"; did you mean bursts?'],
    [[source, '--arrivals', 'bursts(every=5m, size=1)'], '2 aslx: bursts arrivals go on for ever: say for how long'],
    [[source, ...bursts, '--max-executions', '5'], '2 aslx: more than 5 executions arrive'],
    [
      [source, ...bursts, '--max-executions', 'five'],
      '2 aslx: --max-executions takes a whole number from 1 to 10000000, and got "five"',
    ],
    [
      [source, ...bursts, '--max-executions', '999999999999'],
      '2 aslx: --max-executions takes a whole number from 1 to',
    ],
    [[source, ...bursts, '--bucket', '0s'], '2 aslx: a bucket must be longer than 0 ms'],
    [[source, '--arrivals', '@nowhere.csv'], '2 aslx: nowhere.csv: there is no such file'],
    [[source, '--scenario', join(folder, 'bad.yaml')], '2 aslx: bad.yaml:1:1: arrivals: there are no arrivals "burst"'],
  ])('refuses %j in a line', async (argv, message) => {
    const told = await refusal(['simulate', ...argv], folder)
    expect(told).toContain(message)
    expect(told.trimEnd()).not.toContain('\n')
  })
})
