import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { idle, orders, template } from './machines.js'
import { folderWith } from './workspace.js'

const folder = folderWith({ 'a.json': orders, 't.json': template({ M: orders }), 'deep.json': '['.repeat(10_000) })
const source = join(folder, 'a.json')
const run = (...options: readonly string[]): Promise<string> => refusal(['run', source, ...options], folder)

describe('the program', () => {
  it('tells what it can do when nothing is asked', async () => {
    for (const argv of [[], ['--help'], ['-h'], ['help']]) {
      const { code, out } = await aslx(argv)
      expect(code).toBe(0)
      expect(out).toMatch(/^aslx: .*\n\nusage: aslx <command> <source> \[options\]\n/)
    }
  })

  it.each(['run', 'inject', 'validate', 'extract', 'faults'])('explains %s', async (command) => {
    const { code, out } = await aslx([command, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/examples:\n {2}aslx/)
    expect((await aslx(['help', command])).out).toBe(out)
  })

  it('has a version', async () => {
    expect((await aslx(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['rnu'], 'unknown command "rnu"; did you mean "run"? (aslx --help)'],
    [['__proto__'], 'unknown command "__proto__" (aslx --help)'],
    [['--verison'], 'unknown option --verison (aslx --help)'],
    [['run'], 'no source given: usage: aslx run <source>'],
    [['run', 'a', 'b'], 'unexpected argument b: usage: aslx run <source>'],
    [['inject', 'a.json'], 'no fault given: add --fault oom (aslx faults lists them)'],
    [['faults', 'throtle'], 'there is no fault "throtle"; did you mean "throttle"? (aslx faults lists them all)'],
  ])('refuses %j', async (argv, message) => {
    expect(await refusal(argv, folder)).toBe(`2 aslx: ${message}\n`)
  })
})

describe('an option', () => {
  it.each([
    [['--inptu', '{}'], 'unknown option --inptu; did you mean --input?'],
    [['--__proto__'], 'unknown option --__proto__'],
    [['--input'], '--input needs a value'],
    [['--seed', '-1'], '--seed needs a value; one that begins with a dash is written --seed=-...'],
    [['--rebase=yes'], '--rebase takes no value'],
    [['--color', '--no-color'], '--color and --no-color at once: drop one'],
    [['--seed', '1.5'], '--seed takes a whole number, and got "1.5"'],
    [['--start-at', 'now'], 'startAt must be a time such as 2030-01-01T00:00:00Z, and it is now'],
    [
      ['--start-at', '9999-12-31T00:00:00Z'],
      'startAt must be a time such as 2030-01-01T00:00:00Z, and it is 9999-12-31T00:00:00Z',
    ],
    [['--profile', 'x'], '--profile is recorded or documented, and got "x"'],
    [['--format', 'toString'], 'run has no format "toString": it prints pretty, json, history'],
    [['--param', 'x'], '--param takes name=value, and got "x"'],
    [
      ['--param', 'Stage=x'],
      'a.json: this is no template and has no parameter "Stage"; give its ${...} as substitutions',
    ],
    [['--output', ''], '--output  cannot be written: its name is empty'],
    [['--fault', 'oom@Chrage'], 'a has no state "Chrage"; did you mean "Charge"?'],
    [
      ['--fault', 'oom@Done'],
      'state "Done" of a is a Succeed, and only a Task, or a Map with an ItemReader, can be answered or struck',
    ],
    [
      ['--fault', 'oom@Charge.3'],
      'no fault struck in a: lambda-oom@Charge.3 never met a call it applies to (tasks called: Charge, Ship)',
    ],
    [['--scenario', 'aslx:1;base=xyz;seed=1'], 'the scenario "aslx:1;base=xyz;seed=1" needs base= and 8 hex digits'],
    [['--scenario', 'a', '--scenario', 'b'], '--scenario takes one file and one scenario string at most'],
  ])('is refused: %j', async (options, message) => {
    expect(await run(...options)).toBe(`2 aslx: ${message}\n`)
  })

  it('is refused as not supported yet with exit code 4', async () => {
    expect(await run('--scenario', 'aslx:1;base=3f9ac01b;order=2,1;seed=7')).toMatch(
      /^4 aslx: the scenario .* has an order/,
    )
  })

  it('of any length makes a message of one line that is not endless', async () => {
    const told = await run('--fault', 'x'.repeat(100_000))
    expect(told).toMatch(/^2 aslx: the fault "x+\.\.\." has over 10000 characters\n$/)
    expect(told.length).toBeLessThan(1100)
  })

  it('names a parameter that the template does not have', async () => {
    expect(await refusal(['run', join(folder, 't.json'), '--param', 'AWS::Regoin=x'], folder)).toBe(
      '2 aslx: t.json: the template has no parameter "AWS::Regoin"; did you mean "AWS::Region"?\n',
    )
  })

  it('may come before the source, and -- ends the options', async () => {
    expect((await aslx(['run', '--quiet', '--', source])).code).toBe(0)
  })
})

describe('--input', () => {
  it.each(['{"a": 1}', '"text"', '42', 'null', '[1]', '{"__proto__": {"a": 1}}'])(
    'takes the JSON %s',
    async (input) => {
      const machine = join(folderWith({ 'a.json': idle }), 'a.json')
      const { out } = await aslx(['run', machine, '--input', input, '--format', 'json'])
      expect(JSON.parse(out)).toHaveProperty('run.output', JSON.parse(input))
      expect((await aslx(['run', machine, '--input', '-', '--format', 'json'], { stdin: input })).out).toBe(out)
    },
  )

  it.each([
    [['--input', ''], '--input takes JSON, @file or -, and got ""'],
    [['--input', 'hello'], '--input takes JSON, @file or -, and got "hello"'],
    [
      ['--input', '{a: 1}'],
      '--input:1:2: not valid JSON: expected a name in double quotes, found "a: 1}"; correct the file here',
    ],
    [['--input', '{"a": 1e999}'], '--input:1:2: the value is a number that JSON cannot hold; make it plain JSON data'],
    [['--input', '-'], 'standard input: it is empty; check that this is the right file'],
    [['--input', '@nope.json'], 'nope.json: there is no such file'],
    [['--input', `@${folder}`], `${folder} is a directory; name a file with the input (JSON or YAML)`],
    [
      ['--input', `@${join(folder, 'deep.json')}`],
      'deep.json:1:10001: not valid JSON: expected a value, the text ends; correct the file here',
    ],
    [
      ['--input', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
      '--input:1:997: the value is nested more than 200 levels deep; make it plain JSON data',
    ],
  ])('is refused as usage (%#)', async (options, message) => {
    expect(await run(...options)).toBe(`2 aslx: ${message}\n`)
  })

  it('is refused when standard input cannot be read', async () => {
    const { main } = await import('../../src/cli/main.js')
    let told = ''
    const code = await main(['run', source, '--input', '-'], {
      stdout: () => undefined,
      stderr: (text) => void (told += text),
      readStdin: () => {
        throw new Error('EAGAIN')
      },
      isTerminal: false,
      env: {},
      realMs: () => 0,
      today: () => '2030-01-01',
    })
    expect([code, told]).toEqual([
      2,
      'aslx: standard input cannot be read (EAGAIN): pipe the input in, or use --input @file\n',
    ])
  })
})
