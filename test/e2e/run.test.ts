import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { idle, lambdaTask, orders } from './machines.js'
import { replayedArguments } from './shell-words.js'
import { folderWith } from './workspace.js'

const folder = folderWith({ 'a.json': orders })
const source = join(folder, 'a.json')

describe('aslx run', () => {
  it('prints a timeline: when, what, how it ended, and how to repeat it', async () => {
    const { code, out } = await aslx(['run', source, '--fault', 'oom@Charge', '--seed', '7'])
    expect(code).toBe(1)
    expect(out.replaceAll(folder, '.').replace(/base=[0-9a-f]{8}/, 'base=...')).toMatchInlineSnapshot(`
      "a (STANDARD)

      at   state   attempt  outcome
      +0s  Charge  1        Runtime.ExitError (fault lambda-oom)  wait 2s, retry 1 of 1
      +2s  Charge  2        Runtime.ExitError (fault lambda-oom)  Retry 0 used up, unhandled

      FAILED in 2s of virtual time, 5ms of real time
      error   Runtime.ExitError
      cause   {"errorType":"Runtime.ExitError","errorMessage":"RequestId: 803637a5-404e-4fab-b44f-30f972f05d69 Error: Runtime exited with error: signal: killed"}
      replay: aslx run ./a.json --scenario 'aslx:1;base=...;Charge#1=Runtime.ExitError*2;seed=7'
      "
    `)
  })

  it('notes a mock that fails with a name its service never gives', async () => {
    const put = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem', End: true }
    const folder = folderWith({
      'a.json': { StartAt: 'Put', States: { Put: put } },
      'a.suite.aslx.yaml':
        'machine: a.json\ncases: {one: {tasks: {Put: {fails: DynamoDB.ThrottledException}}, expect: {fails: DynamoDB.ThrottledException}}}',
      's.yaml': 'tasks: {Put: {fails: DynamoDB.ThrottledException}}',
    })
    const argv = ['run', join(folder, 'a.json'), '--scenario', join(folder, 's.yaml')]
    expect((await aslx(argv)).err).toContain('note: the mock of "Put" fails with DynamoDB.ThrottledException: ')
    expect((await aslx([...argv, '--quiet'])).err).toBe('')
    expect((await aslx(['test', join(folder, 'a.suite.aslx.yaml')])).err).toContain(
      'a.suite.aslx.yaml: the mock of "Put"',
    )
  })

  it('marks every answer that nobody gave', async () => {
    const { code, out } = await aslx(['run', source])
    expect(code).toBe(0)
    expect(out).toMatch(/Charge +1 +ok \(inferred\)/)
    const { out: json } = await aslx(['run', source, '--format', 'json'])
    const { run } = JSON.parse(json) as { run: { calls: { state: string; answeredBy: string }[] } }
    expect(run.calls.map(({ state, answeredBy }) => [state, answeredBy])).toEqual([
      ['Charge', 'inferred'],
      ['Ship', 'inferred'],
    ])
    expect((await aslx(['run', source, '--format', 'history'])).err).toBe(
      'aslx: note: answers were inferred for Charge, Ship\n',
    )
  })

  it("prints the history in GetExecutionHistory's JSON", async () => {
    const { out } = await aslx(['run', source, '--format', 'history'])
    const { events, ...rest } = JSON.parse(out) as { events: { id: number; type: string; timestamp: string }[] }
    expect(rest).toEqual({})
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
    expect(events[0]).toMatchObject({
      timestamp: '2030-01-01T00:00:00.000Z',
      type: 'ExecutionStarted',
      previousEventId: 0,
      executionStartedEventDetails: { input: '{}', inputDetails: { truncated: false } },
    })
    expect(events.at(-1)?.type).toBe('ExecutionSucceeded')
  })

  it('prints nothing of a success if asked to be quiet', async () => {
    expect(await aslx(['run', source, '--quiet'])).toEqual({ code: 0, out: '', err: '' })
    expect((await aslx(['run', source, '--quiet', '--fault', 'oom@Charge'])).out).toContain('FAILED')
  })

  it('prints an endless loop of growing payloads', async () => {
    const loop = {
      StartAt: 'Wrap',
      States: {
        Wrap: { Type: 'Pass', Parameters: { 'a.$': '$' }, Next: 'Again?' },
        'Again?': { Type: 'Choice', Choices: [{ Variable: '$.done', IsPresent: true, Next: 'Done' }], Default: 'Wrap' },
        Done: { Type: 'Succeed' },
      },
    }
    const path = join(folderWith({ 'a.json': loop }), 'a.json')
    const { code, out } = await aslx(['run', path])
    expect(code).toBe(1)
    expect(out).toContain('The execution reached the maximum number of history events (25000).')
  })

  it('tells of values that nobody gave', async () => {
    const open = { StartAt: 'A', States: { A: lambdaTask({ Parameters: { FunctionName: '${Ship}' }, End: true }) } }
    const path = join(folderWith({ 'a.json': open }), 'a.json')
    const note =
      'aslx: note: a: no value is known for ${Ship}, so made-up ones stand in: give them with --substitution Ship=...\n'
    for (const argv of [['run'], ['inject', '--fault', 'oom'], ['validate'], ['extract']]) {
      expect((await aslx([...argv, path])).err).toBe(note)
      expect((await aslx([...argv, path, '--substitution', 'Ship=f'])).err).toBe('')
    }
    const { out } = await aslx(['run', path, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, unresolved: [{ token: '${Ship}' }] })
  })
})

const coloured = async (options: readonly string[], isTerminal: boolean, env: Readonly<Record<string, string>> = {}) =>
  (await aslx(['run', source, ...options], { isTerminal, env })).out.includes('\u001B[')

describe('colours', () => {
  it('are for terminals only', async () => {
    expect(await coloured([], true)).toBe(true)
    expect(await coloured([], false)).toBe(false)
  })

  it('obey NO_COLOR, --no-color and --color', async () => {
    expect(await coloured([], true, { NO_COLOR: '1' })).toBe(false)
    expect(await coloured([], true, { NO_COLOR: '' })).toBe(true)
    expect(await coloured(['--no-color'], true)).toBe(false)
    expect(await coloured(['--color'], false, { NO_COLOR: '1' })).toBe(true)
  })

  it('are never in JSON', async () => {
    expect(await coloured(['--format', 'json', '--color'], true)).toBe(false)
    expect(await coloured(['--format', 'history', '--color'], true)).toBe(false)
  })
})

/** The history of a run, and that of the command that it prints. */
async function bothHistories(argv: readonly string[], stdin?: string): Promise<readonly [string, string]> {
  const world = stdin === undefined ? {} : { stdin }
  const replay = replayedArguments((await aslx(argv, world)).out)
  const first = await aslx([...argv, '--format', 'history'], world)
  return [first.out, (await aslx([...replay, '--format', 'history'])).out]
}

describe('the replay command that a run prints', () => {
  const spare = folderWith({
    'a.json': orders,
    's.yaml': 'input: {a: 1}\ntasks:\n  Charge: [{fails: "Card.Declined"}, {returns: "it\'s"}]\n',
    "it's $HOME.json": idle,
    'input.yaml': 'a: 1',
  })
  it.each([
    [[]],
    [['--seed', '42']],
    [['--fault', 'oom@Charge.1']],
    [['--fault', 'oom']],
    [['--fault', 'timeout@Ship']],
    [['--fault', 'throttle@Ship', '--fault', 'oom@Charge.1', '--seed', '3']],
    [['--input', `{"name": "it's \\"quoted\\" $HOME \`x\` \\\\"}`]],
    [['--input', `@${join(spare, 'input.yaml')}`]],
    [['--input=-5']],
    [['--start-at', '2031-05-06T07:08:09Z', '--profile', 'documented']],
    [['--scenario', join(spare, 's.yaml')]],
    [['--scenario', join(spare, 's.yaml'), '--fault', 'oom@Ship']],
    [['--scenario', 'aslx:1;base=00000000;Charge#1=Runtime.ExitError*2;seed=9', '--rebase']],
  ])('leads to the same history: %j', async (options) => {
    const [first, again] = await bothHistories(['run', join(spare, 'a.json'), ...options])
    expect(first).not.toBe('')
    expect(again).toBe(first)
  })

  it('knows what came through standard input', async () => {
    const [first, again] = await bothHistories(['run', source, '--input', '-'], '{"a": "it\'s"}')
    expect(first).toContain("it's")
    expect(again).toBe(first)
  })

  it('quotes the name of the source, and a substitution', async () => {
    const [first, again] = await bothHistories(['run', join(spare, "it's $HOME.json"), '--substitution', 'x=a b;c'])
    expect(again).toBe(first)
  })

  it('quotes states whose names are syntax', async () => {
    const name = 'Ship it; "now" #1 [a]=b\'s *~!'
    const path = join(
      folderWith({ 'a.json': { StartAt: name, States: { [name]: lambdaTask({ End: true }) } } }),
      'a.json',
    )
    const [first, again] = await bothHistories(['run', path, '--fault', 'oom'])
    expect(first).toContain('Runtime.ExitError')
    expect(again).toBe(first)
  })

  it('is refused once the base scenario is another', async () => {
    const path = join(folderWith({ 'a.json': orders, 's.yaml': 'input: {a: 1}' }), 'a.json')
    const scenario = path.replace('a.json', 's.yaml')
    const replay = replayedArguments((await aslx(['run', path, '--scenario', scenario, '--fault', 'oom@Ship'])).out)
    writeFileSync(scenario, 'input: {a: 2}')
    const { code, err } = await aslx(replay)
    expect(code).toBe(2)
    expect(err).toMatch(
      /^aslx: the scenario was made on base \w{8}, .* base \w{8}: restore them, or rebase it \(--rebase; .*\n$/,
    )
    expect((await aslx([...replay, '--rebase'])).code).toBe(0)
  })
})
