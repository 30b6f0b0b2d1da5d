import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { idle, lambdaTask, orders, template } from './machines.js'
import { replayedArguments } from './shell-words.js'
import { folderWith } from './workspace.js'

interface Strike {
  readonly state: string
  readonly fault: string
  readonly times: string
  readonly outcome: string
  readonly handler: string | null
  readonly scenario: string
}
interface Sweep {
  readonly schemaVersion: number
  readonly machines: readonly {
    readonly machine: string
    readonly source: string
    readonly baseline: { readonly status: string; readonly error: string | null }
    readonly inferred: readonly string[]
    readonly unresolved: readonly object[]
    readonly strikes: readonly Strike[]
  }[]
}

async function sweep(...argv: readonly string[]): Promise<{ readonly code: number; readonly sweep: Sweep }> {
  const { code, out } = await aslx(['inject', ...argv, '--format', 'json'])
  return { code, sweep: JSON.parse(out) as Sweep }
}

const outcomes = ({ machines }: Sweep): readonly string[] =>
  machines.flatMap(({ strikes }) => strikes.map(({ state, times, outcome }) => `${state} ${times}: ${outcome}`))

const source = join(folderWith({ 'a.json': orders }), 'a.json')

describe('a sweep', () => {
  it('strikes every state that the fault applies to twice, once and always', async () => {
    const { code, sweep: swept } = await sweep(source, '--fault', 'oom')
    expect(code).toBe(1)
    expect(outcomes(swept)).toEqual([
      'Charge once: recovered',
      'Charge always: unhandled',
      'Ship once: caught',
      'Ship always: caught',
      'Refund once: missed',
      'Refund always: missed',
    ])
  })

  it('tells everything about a strike in JSON', async () => {
    const { sweep: swept } = await sweep(source, '--fault', 'oom', '--state', 'Ship')
    expect(swept).toMatchObject({ schemaVersion: 1, machines: [{ machine: 'a', source, unresolved: [] }] })
    const [strike] = swept.machines[0]?.strikes ?? []
    expect(Object.keys(strike ?? {})).toEqual(
      'state at fault times error cause outcome class effects sameOutput handler attempts status tookMs scenario'.split(
        ' ',
      ),
    )
    expect(strike).toMatchObject({
      state: 'Ship',
      at: { file: source, line: expect.any(Number) as number, column: expect.any(Number) as number },
      fault: 'lambda-oom',
      times: 'once',
      error: 'Runtime.ExitError',
      handler: '/States/Ship/Catch/0',
      attempts: 1,
      status: 'SUCCEEDED',
      scenario: expect.stringMatching(/^aslx:1;base=[0-9a-f]{8};Ship#1=Runtime\.ExitError;seed=0$/) as string,
    })
  })

  it('says whose answers were inferred, and that the machine fails by itself', async () => {
    expect((await sweep(source, '--fault', 'oom')).sweep.machines[0]?.inferred).toEqual(['Charge', 'Ship', 'Refund'])
    const needy = { StartAt: 'A', States: { A: lambdaTask({ InputPath: '$.order', End: true }) } }
    const folder = folderWith({ 'a.json': needy })
    const { sweep: swept } = await sweep(join(folder, 'a.json'), '--fault', 'oom', '--input', '{}')
    expect(swept.machines[0]).toMatchObject({ inferred: [], baseline: { status: 'FAILED', error: 'States.Runtime' } })
    const { out } = await aslx(['inject', join(folder, 'a.json'), '--fault', 'oom', '--input', '{}'])
    expect(out).toContain('without any fault it ends as FAILED, States.Runtime: ')
    expect((await aslx(['inject', source, '--fault', 'oom'])).out).toContain(
      'inferred answers, for want of a scenario: Charge, Ship, Refund',
    )
  })

  it('ends with 0 when everything is recovered or caught, and is silent if asked', async () => {
    const argv = ['inject', source, '--fault', 'oom', '--state', 'Ship']
    const { code, out } = await aslx(argv)
    expect(code).toBe(0)
    expect(out).toMatch(/2 strikes: 2 caught, 0 unhandled\n$/)
    expect((await aslx([...argv, '--quiet'])).out).toBe('2 strikes: 2 caught, 0 unhandled\n')
  })

  it('ends with 1 for a strike that never fires', async () => {
    const { code, sweep: swept } = await sweep(source, '--fault', 'oom', '--state', 'Refund')
    expect(code).toBe(1)
    expect(outcomes(swept)).toEqual(['Refund once: missed', 'Refund always: missed'])
    expect((await aslx(['inject', source, '--fault', 'oom@Ship.2'])).code).toBe(1)
  })

  it('takes globs, several faults, and a site of its own', async () => {
    expect(outcomes((await sweep(source, '--fault', 'oom', '--state', '*ip')).sweep)).toHaveLength(2)
    expect(outcomes((await sweep(source, '--fault', 'oom', '--fault', 'throttle')).sweep)).toHaveLength(12)
    expect(outcomes((await sweep(source, '--fault', 'oom@Charge.1..2')).sweep)).toEqual([
      'Charge.1..2 asked: unhandled',
    ])
  })

  it.each([
    [['--state', 'Shp'], 'a has no state "Shp"; did you mean "Ship"?'],
    [
      ['--state', 'Done'],
      'state "Done" of a is a Succeed, and only a Task, or a Map with an ItemReader, can be answered or struck',
    ],
    [['--fault', 'oom@Shp'], 'a has no state "Shp"; did you mean "Ship"?'],
    [
      ['--fault', 'oom@Ship', '--state', 'Charge'],
      '--fault lambda-oom@Ship says where it strikes: drop --state, or what follows the @',
    ],
  ])('is refused: %j', async (options, message) => {
    const argv = options.includes('--fault') ? options : ['--fault', 'oom', ...options]
    expect(await refusal(['inject', source, ...argv], '')).toBe(`2 aslx: ${message}\n`)
  })

  it('is refused when there is nothing to strike', async () => {
    const folder = folderWith({ 'a.json': idle })
    expect(await refusal(['inject', join(folder, 'a.json'), '--fault', 'oom'], folder)).toBe(
      '2 aslx: a.json: no Task for lambda-oom (it strikes tasks that call a Lambda function)\n',
    )
  })

  it('is told the fault of its kind where only other services are called', async () => {
    const put = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem', End: true }
    const folder = folderWith({ 'a.json': { StartAt: 'Put', States: { Put: put } } })
    const instead = '; of its kind there: ddb-provisioned-throughput@Put'
    expect(await refusal(['inject', join(folder, 'a.json'), '--fault', 'throttle'], folder)).toContain(instead)
    expect(await refusal(['inject', join(folder, 'a.json'), '--fault', 'throttle', '--dry-run'], folder)).toContain(
      instead,
    )
  })
})

describe('a source with several machines', () => {
  const broken = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } }
  const caught = {
    StartAt: 'Ship',
    States: {
      Ship: lambdaTask({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }], Next: 'Done' }),
      Done: { Type: 'Succeed' },
    },
  }

  it('is swept machine by machine, or at the one that is named', async () => {
    const path = join(folderWith({ 't.json': template({ Orders: orders, Other: caught }) }), 't.json')
    const all = (await sweep(path, '--fault', 'oom')).sweep
    expect(all.machines.map(({ machine, strikes }) => [machine, strikes.length])).toEqual([
      ['Orders', 6],
      ['Other', 2],
    ])
    const one = await sweep(`${path}#Other`, '--fault', 'oom')
    expect([one.code, one.sweep.machines.length]).toEqual([0, 1])
    expect(replayedArguments((await aslx(['inject', path, '--fault', 'oom'])).out)[1]).toBe(`${path}#Orders`)
  })

  it('may be asked for a state that only one of them has', async () => {
    const path = join(folderWith({ 't.json': template({ Orders: orders, Other: caught }) }), 't.json')
    expect(outcomes((await sweep(path, '--fault', 'oom', '--state', 'Charge')).sweep)).toEqual([
      'Charge once: recovered',
      'Charge always: unhandled',
    ])
    expect(outcomes((await sweep(path, '--fault', 'oom@Charge.1')).sweep)).toEqual(['Charge.1 asked: recovered'])
  })

  it('sweeps the others when one of them cannot be run, says so, and does not end with 0', async () => {
    const path = join(folderWith({ 't.json': template({ Broken: broken, Other: caught }) }), 't.json')
    const { code, out, err } = await aslx(['inject', path, '--fault', 'oom'])
    expect(code).toBe(3)
    expect(out).toContain('2 caught')
    expect(err).toMatch(/^aslx: skipped: .*t\.json:\d+:\d+: MISSING_TRANSITION_TARGET: [^\n]*\n$/)
  })
})

describe('what a sweep prints', () => {
  it('goes to a file if asked, and then there are no colours', async () => {
    const output = join(folderWith({}), 'sweep.txt')
    const { out } = await aslx(['inject', source, '--fault', 'oom', '--output', output], { isTerminal: true })
    expect(out).toBe('')
    expect(readFileSync(output, 'utf8')).toBe((await aslx(['inject', source, '--fault', 'oom'])).out)
  })

  it('replays to the run it stands for', async () => {
    for (const fault of ['oom', 'throttle', 'timeout']) {
      const { out } = await aslx(['inject', source, '--fault', fault])
      const argv = replayedArguments(out)
      const replayed = JSON.parse((await aslx([...argv, '--format', 'json'])).out) as {
        run: { scenario: string; status: string }
      }
      const { sweep: swept } = await sweep(source, '--fault', fault)
      const strikes = swept.machines.flatMap((machine) => machine.strikes)
      expect(strikes.find(({ scenario }) => scenario === argv.at(-1))).toMatchObject({ status: replayed.run.status })
      expect(replayed.run.scenario).toBe(argv.at(-1))
    }
  })
})
