import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.js'
import { xmlElements } from '../messages/xml-elements.js'
import { aslx, refusal } from './fake-io.js'
import { idle, lambdaTask, orders } from './machines.js'
import { folderWith } from './workspace.js'

const answers = 'tasks: {Charge: {returns: {id: c}}, Ship: {returns: {parcel: p}}, Refund: {returns: {}}}'

/** A folder with the order machine and one suite of it. */
function suite(cases: string, name = 's.aslx.yaml'): string {
  return folderWith({ 'orders.json': orders, [name]: `machine: orders.json\n${answers}\n${cases}` })
}

async function told(folder: string, ...more: readonly string[]): Promise<string> {
  const { code, out, err } = await aslx(['test', folder, ...more])
  return `${code}\n${err}${out}`.replaceAll(`${folder}/`, '')
}

describe('aslx test', () => {
  it('exits 0 when all goes as expected', async () => {
    const folder = suite(`cases:
  all well:
    expect:
      succeeds: { ship: { Payload: { parcel: p } } }
      path: [Charge, Ship, Done]
      visits: { Refund: 0 }
      retries: { Charge: none }
      catches: { Ship: none }
      calls: { Charge: 1, Refund: none }
      effects: { Charge: 1, Refund: 0, duplicates: none }
      takes: 0
  retried:
    tasks: { Charge: [{ fails: Card.Busy }, { returns: {}, delay: 1s }] }
    expect: { retries: { Charge: { times: 1, delays: [2s], on: Card.Busy } }, takes: { atMost: 3s } }
  caught:
    faults: ['oom@Ship']
    expect: { catches: { Ship: { on: Runtime.ExitError, next: Refund } }, visits: [Ship, Refund], status: SUCCEEDED }
  failed:
    faults: [{ fault: throttle, at: Charge }]
    expect: { fails: { error: Lambda.TooManyRequestsException }, retries: { Charge: 1 } }
`)
    expect(await told(folder)).toBe('0\ns.aslx.yaml  4 passed\n\n4 passed in one file\n')
  })

  it.each([
    [
      'succeeds: {ship: {Payload: {parcel: q}}}',
      '5:15',
      'expected orders to succeed with {"ship":{"Payload":{"parcel":"q"}}}; it succeeded',
    ],
    ['fails: X', '5:15', 'expected orders to fail with X; it succeeded'],
    ['output: {}', '5:15', 'expected orders to succeed with {}; it succeeded'],
    ['status: FAILED', '5:15', 'expected orders to end with status FAILED; it succeeded'],
    [
      'path: [Charge, Ship, Refund]',
      '5:15',
      'expected orders to go Charge -> Ship -> Refund; state 3 was "Done" instead of "Refund"',
    ],
    ['path: [Charge, Ship]', '5:15', 'expected orders to go Charge -> Ship; state 3 was "Done" after the last of them'],
    ['visits: [Ship, Charge]', '5:15', 'expected orders to visit Ship -> Charge'],
    ['visits: {Ship: 2}', '5:24', 'expected orders to visit "Ship" 2 times'],
    ['visits: {Ship: 0}', '5:24', 'expected orders not to visit Ship; it did'],
    ['retries: {Charge: 1}', '5:25', 'expected "Charge" to be retried once; it was not retried'],
    ['catches: {Ship: X}', '5:25', 'expected "Ship" to catch X'],
    ['calls: {Ship: {with: {FunctionName: g}}}', '5:23', 'expected "Ship" to be called'],
    [
      'effects: {Refund: 1}',
      '5:25',
      'expected orders to have these effects: "Refund" once; "Refund" had 0 such effects',
    ],
    ['takes: 5s', '5:15', 'expected orders to take 5s of virtual time; it took 0s'],
  ])('points to the expectation that is not met: %s', async (expectation, at, headline) => {
    const result = await told(suite(`cases:\n  a:\n    expect: { ${expectation} }\n`))
    const lines = result.split('\n')
    expect(lines.slice(0, 6)).toEqual([
      '1',
      's.aslx.yaml  0 passed, 1 failed',
      '',
      'FAILED a',
      `  s.aslx.yaml:${at}`,
      expect.stringContaining(headline),
    ])
    expect(result).toMatch(/\n {2}replay: aslx test s\.aslx\.yaml --filter a\n/)
  })

  it('counts a case that cannot be run as a mistake, and runs the others', async () => {
    const folder = suite(
      'cases:\n  a: { expect: { retries: { Shp: 1 } } }\n  b: { tasks: { Paint: { returns: 1 } } }\n  c: {}\n',
    )
    expect(await told(folder)).toBe(
      [
        '2',
        's.aslx.yaml  1 passed, 2 broken',
        '',
        'BROKEN a',
        '  s.aslx.yaml:4:29: orders has no state "Shp"; did you mean "Ship"?',
        '',
        'BROKEN b',
        '  s.aslx.yaml:5:17: orders has no state "Paint"; it has Charge, Ship, Refund, Done',
        '',
        '1 passed, 2 broken in one file',
        '',
      ].join('\n'),
    )
  })

  it('says with the place which Task nobody answers, and which fault never strikes', async () => {
    const folder = folderWith({ 'o.json': orders, 's.aslx.yaml': 'machine: o.json\ncases:\n  a: {}\n' })
    expect(await told(folder)).toContain('s.aslx.yaml:3:3: a: state "Charge" called')
    const unstruck = suite("cases:\n  a: { faults: ['oom@Refund'] }\n")
    expect(await told(unstruck)).toContain('s.aslx.yaml:4:3: a: no fault struck in orders: lambda-oom@Refund')
  })

  it('exits 3 for a machine that is none', async () => {
    const folder = folderWith({ 'o.json': { StartAt: 'A', States: {} }, 's.aslx.yaml': 'machine: o.json' })
    expect((await told(folder)).split('\n')[0]).toBe('3')
  })

  it('reads every file that is left when one cannot be read', async () => {
    const folder = suite('cases: {a: {}}')
    writeFileSync(join(folder, 'bad.aslx.yaml'), 'a: [')
    const result = await told(folder)
    expect(result).toContain('s.aslx.yaml  1 passed')
    expect(result).toContain('BROKEN bad.aslx.yaml')
    expect(result.startsWith('2\n')).toBe(true)
  })

  it.each([
    [['--shard', '3/2'], 'a shard is written i/n, such as 1/3, with i from 1 to n; it is "3/2"'],
    [['--shard', '0/2'], 'it is "0/2"'],
    [['--filter', 'nothing'], 'no case has "nothing" in its name'],
    [['--reporter', 'xml'], 'test has no reporter "xml": it prints pretty, json, junit, github'],
    [['--reporter', 'json', '--format', 'json'], 'at once'],
    [['--input', '{}'], '--input is for the cases of --machine'],
  ])('refuses %j', async (options, message) => {
    const folder = suite('cases: {a: {}}')
    const refused = await refusal(['test', folder, ...options], folder)
    expect(refused).toContain('2 aslx: ')
    expect(refused).toContain(message)
  })

  it('runs each case once in its shards together', async () => {
    const names = Array.from({ length: 7 }, (_, i) => `case ${i}`)
    const folder = suite(`cases:\n${names.map((name) => `  ${name}: {}\n`).join('')}`)
    const shards = await Promise.all(
      ['1/3', '2/3', '3/3'].map(async (shard) => {
        const { out } = await aslx(['test', folder, '--shard', shard, '--reporter', 'json'])
        return (JSON.parse(out) as { cases: { name: string }[] }).cases.map(({ name }) => name)
      }),
    )
    expect(shards.map((shard) => shard.length)).toEqual([3, 2, 2])
    expect(shards.flat().sort()).toEqual(names)
  })

  it('runs what --filter names, and stops at the first failure with --bail', async () => {
    const folder = suite('cases:\n  good: {}\n  bad 1: { expect: { fails: X } }\n  bad 2: { expect: { fails: X } }\n')
    expect(await told(folder, '--filter', 'GOOD')).toContain('1 passed in one file')
    expect(await told(folder, '--bail')).toContain('1 passed, 1 failed in one file')
    expect(await told(folder, '--quiet', '--filter', 'good')).toBe('0\n')
  })

  it('prints the same every time', async () => {
    const folder = suite('cases:\n  good: {}\n  bad: { expect: { fails: X } }\n')
    expect(await told(folder)).toBe(await told(folder))
  })
})

describe('aslx test --watch', () => {
  it('runs again after every change, and tells mistakes on the way', async () => {
    const folder = suite('cases: {a: {}}')
    const file = join(folder, 's.aslx.yaml')
    const good = readFileSync(file, 'utf8')
    const changes = [() => writeFileSync(file, 'cases: ['), () => writeFileSync(file, good)]
    let out = ''
    const watched: (readonly string[])[] = []
    const code = await main(['test', folder, '--watch'], {
      stdout: (text) => void (out += text),
      stderr: (text) => void (out += text),
      readStdin: () => '',
      isTerminal: false,
      env: {},
      realMs: () => 0,
      today: () => '2030-01-01',
      waitForChange: async (folders) => {
        watched.push(folders)
        const change = changes.shift()
        change?.()
        return change !== undefined
      },
    })
    expect(code).toBe(0)
    expect(out.match(/\d passed.*in one file/g)).toEqual([
      '1 passed in one file',
      '0 passed, 1 broken in one file',
      '1 passed in one file',
    ])
    expect(watched[0]).toContain(folder)
  })
})

describe('the reports of aslx test', () => {
  const folder = suite(`cases:
  good: {}
  "bad <&\\"': %, \\n\\u0001": { expect: { fails: X, takes: 5s } }
  broken: { expect: { retries: { Shp: 1 } } }
`)

  it('are JUnit XML that has the form other tools read', async () => {
    const { out, code } = await aslx(['test', folder, '--reporter', 'junit'])
    expect(code).toBe(2)
    expect(out.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true)
    const [root, ...elements] = xmlElements(out)
    expect(root).toMatchObject({
      name: 'testsuites',
      parent: undefined,
      attributes: { tests: '3', failures: '1', errors: '1' },
    })
    const suites = elements.filter(({ name }) => name === 'testsuite')
    const cases = elements.filter(({ name }) => name === 'testcase')
    expect(suites.map(({ parent, attributes }) => [parent, Object.keys(attributes).sort()])).toEqual([
      ['testsuites', ['errors', 'failures', 'name', 'skipped', 'tests', 'time']],
    ])
    expect(cases).toHaveLength(3)
    for (const { parent, attributes } of cases) {
      expect(parent).toBe('testsuite')
      expect(Object.keys(attributes).sort()).toEqual(['classname', 'name', 'time'])
      expect(attributes['time']).toMatch(/^\d+\.\d{3}$/)
    }
    const problems = elements.filter(({ parent }) => parent === 'testcase')
    expect(problems.map(({ name, attributes }) => [name, attributes['type']])).toEqual(
      [
        ['error', 'usage'],
        ['failure', 'expectation'],
      ].toReversed(),
    )
    expect(cases[1]?.attributes['name']).toBe('bad <&"\': %, \n\uFFFD')
    expect(problems[0]?.text).toContain('expected orders to take 5s')
    expect(problems[0]?.text).toContain('replay: aslx test')
  })

  it('are annotations of GitHub, ten at most', async () => {
    const { out } = await aslx(['test', folder, '--reporter', 'github'])
    const lines = out.replaceAll(`${folder}/`, '').split('\n')
    expect(lines[0]).toMatch(
      /^::error file=s\.aslx\.yaml,line=5,col=\d+,title=bad <&"'%3A %25%2C \\n\\u0001::expected orders to fail with X; it succeeded with .*%0A/,
    )
    expect(lines[2]).toMatch(/^::error file=s\.aslx\.yaml,line=6,col=\d+,title=broken::/)
    expect(lines.slice(3)).toEqual(['1 passed, 1 failed, 1 broken', ''])

    const many = suite(
      `cases:\n${Array.from({ length: 12 }, (_, i) => `  c${i}: { expect: { fails: X } }\n`).join('')}`,
    )
    const all = (await aslx(['test', many, '--reporter', 'github'])).out.split('\n')
    expect(all.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(all).toContain('::notice title=aslx test::and 2 more: aslx test shows all of them')
  })

  it('are JSON', async () => {
    const { out } = await aslx(['test', folder, '--reporter', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      counts: { total: 3, passed: 1, failed: 1, broken: 1 },
      cases: [
        { name: 'good', outcome: 'passed', status: 'SUCCEEDED', failures: [], mistake: null },
        { outcome: 'failed', failures: [{ line: 5 }, { line: 5 }] },
        { outcome: 'broken', status: null, mistake: expect.stringContaining('no state "Shp"') as string },
      ],
    })
  })

  it('go to a file, and then a line says how it went', async () => {
    const file = join(folder, 'report.xml')
    const { out, err } = await aslx(['test', join(folder, 's.aslx.yaml'), '--reporter', 'junit', '--output', file])
    expect(out).toBe('')
    expect(err).toBe(`aslx: 1 passed, 1 failed, 1 broken; written to ${file}\n`)
    expect(readFileSync(file, 'utf8')).toContain('</testsuites>')
  })
})

describe('aslx test with a MockConfigFile.json', () => {
  const good = { Return: { StatusCode: 200, Payload: 'ok' } }
  const mocks = {
    StateMachines: {
      orders: {
        TestCases: {
          Happy: { Charge: 'Fine', Ship: 'Fine' },
          Retry: { Charge: 'Twice', Ship: 'Fine' },
          Unused: { Charge: 'Fine', Ship: 'Fine', Refund: 'Fine' },
          Hybrid: { Charge: 'Fine' },
        },
      },
    },
    MockedResponses: { Fine: { '0': good }, Twice: { '0': { Throw: { Error: 'X', Cause: 'y' } }, '1': good } },
  }
  const folder = folderWith({ 'orders.json': orders, 'idle.json': idle, 'MockConfigFile.json': mocks })
  const file = join(folder, 'MockConfigFile.json')

  it('runs all its cases, and tells what fits no run', async () => {
    const { code, out } = await aslx(['test', file, '--machine', join(folder, 'orders.json')])
    const plain = out.replaceAll(`${folder}/`, '')
    expect(code).toBe(2)
    expect(plain).toContain('MockConfigFile.json  2 passed, 1 failed, 1 broken')
    expect(plain).toContain(
      'MockConfigFile.json:16:11\n  test case "Unused" mocks state "Refund", and it was never called',
    )
    expect(plain).toMatch(
      /BROKEN Hybrid\n {2}MockConfigFile\.json:18:9: Hybrid: state "Ship" called .* no task is given for it/,
    )
  })

  it('is the same through --mock-config', async () => {
    const named = await aslx([
      'test',
      '--mock-config',
      file,
      '--machine',
      join(folder, 'orders.json'),
      '--filter',
      'Retry',
    ])
    expect(named).toMatchObject({ code: 0, err: '' })
  })

  it('needs a machine, and is passed over where a folder is searched', async () => {
    expect(await refusal(['test', file], folder)).toBe(
      '2 aslx: MockConfigFile.json: name its machine: --machine template.yaml#Name\n',
    )
    writeFileSync(
      join(folder, 's.aslx.yaml'),
      'machine: orders.json\nmocks: MockConfigFile.json#Retry\nexpect: {retries: {Charge: 1}}',
    )
    const { code, err, out } = await aslx(['test', folder])
    expect([code, out.includes('1 passed in one file')]).toEqual([0, true])
    expect(err).toContain('skipped: ')
  })

  it('runs one of its cases with aslx run', async () => {
    const source = join(folder, 'orders.json')
    const { code, out } = await aslx(['run', source, '--mock-config', file, '--case', 'Retry', '--format', 'json'])
    expect(code).toBe(0)
    expect((JSON.parse(out) as { run: { calls: unknown[] } }).run.calls).toHaveLength(3)
    expect(await refusal(['run', source, '--mock-config', file, '--case', 'Retyr'], folder)).toContain(
      'did you mean "Retry"?',
    )
    expect(await refusal(['run', source, '--mock-config', file], folder)).toContain('--mock-config needs --case')
  })
})

it('counts a state with a Map around it once for all items', async () => {
  const each = {
    StartAt: 'Each',
    States: {
      Each: { Type: 'Map', ItemProcessor: { StartAt: 'Ship', States: { Ship: lambdaTask({ End: true }) } }, End: true },
    },
  }
  const mocks = {
    StateMachines: { each: { TestCases: { Two: { Ship: 'R' } } } },
    MockedResponses: { R: { '0-1': { Return: 1 } } },
  }
  const folder = folderWith({ 'each.json': each, 'MockConfigFile.json': mocks })
  const words = ['test', join(folder, 'MockConfigFile.json'), '--machine', join(folder, 'each.json'), '--input']
  expect((await aslx([...words, '[1,2]'])).code).toBe(0)
  expect((await aslx([...words, '[1]'])).code).toBe(0)
  const { code, out } = await aslx([...words, '[1,2,3]'])
  expect(code).toBe(2)
  expect(out).toContain('mocked response "R" has 2 responses, and state "Ship" is called for the 3. time')
})
