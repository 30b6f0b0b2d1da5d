import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { idle, lambdaTask, template } from './machines.js'
import { folderWith } from './workspace.js'

const started = process.cwd()
afterEach(() => process.chdir(started))

const flow = {
  StartAt: 'Pay',
  States: { Pay: lambdaTask({ OutputPath: '$.Payload', End: true }) },
}

/** Runs a command where a project has these files. */
async function at(files: Readonly<Record<string, unknown>>, argv: readonly string[], below = '.') {
  const folder = folderWith({ '.git/HEAD': 'x', ...files })
  process.chdir(join(folder, below))
  return await aslx(argv)
}

const machines = { 'm/flow.asl.json': flow }

describe('aslx.config.*', () => {
  it('says which machine, what its Tasks answer and where chance comes from; an option comes first', async () => {
    const config = 'sources: [m/flow.asl.json]\ntasks: {Pay: {returns: paid}}\nseed: 5\n'
    const files = { ...machines, 'aslx.config.yaml': config, 'deep/er/x': '' }
    const { code, out } = await at(files, ['run'], 'deep/er')
    expect(code).toBe(0)
    expect(out).toContain('output  "paid"')
    expect(out).toMatch(/replay: aslx run \.\.\/\.\.\/m\/flow\.asl\.json --scenario 'aslx:1;base=\w+;seed=5'/)
    expect((await at(files, ['run', '--seed', '6'])).out).toContain('seed=6')
  })

  it('gives values to what templates leave open', async () => {
    const open = { StartAt: 'A', States: { A: { Type: 'Pass', Result: '${Stage}', End: true } } }
    const files = {
      'm.asl.json': open,
      'aslx.config.json': { sources: ['m.asl.json'], substitutions: { Stage: 'prod' } },
    }
    expect((await at(files, ['run'])).out).toContain('output  "prod"')
    expect((await at(files, ['run', '--substitution', 'Stage=test'])).out).toContain('output  "test"')
    expect(await at(files, ['extract', '--check'])).toMatchObject({ code: 0, out: '1 machine: everything resolves\n' })
  })

  it('may be code, with mocks that are functions', async () => {
    const code = `export default { sources: ['m/flow.asl.json'], tasks: { Pay: (input) => ({ ...input, paid: true }) } }`
    const { out } = await at({ ...machines, 'aslx.config.mjs': code }, ['run', '--input', '{"a": 1}'])
    expect(out).toContain('"paid":true')
  })

  it('is stopped at the root of the project, and is named by --config elsewhere', async () => {
    const files = { ...machines, 'aslx.config.yaml': 'sources: [m/flow.asl.json]', 'sub/.git/HEAD': 'x' }
    expect((await at(files, ['run'], 'sub')).err).toBe('aslx: no source given: usage: aslx run <source>\n')
    expect((await at(files, ['run', '--config', '../aslx.config.yaml'], 'sub')).code).toBe(0)
    expect((await at({}, ['run', '--config', 'none.yaml'])).err).toBe(
      'aslx: none.yaml: there is no such configuration\n',
    )
  })

  it.each([
    [{ 'aslx.config.yaml': 'surces: [a]' }, 'aslx.config.yaml:1:1: surces is no part of a configuration; did you mean'],
    [{ 'aslx.config.yaml': 'sources: [m, n]' }, 'aslx.config.yaml has several sources: name one of m, n'],
    [{ 'aslx.config.yaml': '', 'aslx.config.json': '' }, 'aslx.config.json and aslx.config.yaml: keep one of them'],
    [{ 'aslx.config.mjs': 'export const a = 1' }, 'aslx.config.mjs: it has no configuration as its default export'],
    [{ 'aslx.config.mjs': 'throw new Error("no")' }, 'aslx.config.mjs: it cannot be run: no'],
    [
      { ...machines, 'aslx.config.yaml': 'sources: [m]\ntasks:\n  Pray: {returns: 1}' },
      'aslx.config.yaml:3:3: flow has no state "Pray"; did you mean "Pay"?',
    ],
  ])('is refused in one line: %j', async (files, message) => {
    const { code, err } = await at(files, ['run'])
    expect([code, err.startsWith(`aslx: ${message}`), err.split('\n').length]).toEqual([2, true, 2])
  })

  it('may name states of any machine of its sources', async () => {
    const files = {
      't.json': template({ Flow: flow, Idle: idle }),
      'aslx.config.yaml': 'sources: [t.json]\ntasks: {Pay: {returns: 1}}',
    }
    expect((await at(files, ['run', 't.json#Idle'])).code).toBe(0)
  })
})

describe('an input that nobody gave', () => {
  const needy = { StartAt: 'A', States: { A: { Type: 'Pass', InputPath: '$.order', End: true } } }

  it('is inferred, and says so', async () => {
    const { code, out } = await at({ 'm.json': needy }, ['run', 'm.json'])
    expect(code).toBe(0)
    expect(out).toContain('inferred input, for want of one: {"order":"order"}\n')
    const json = await at({ 'm.json': needy }, ['run', 'm.json', '--format', 'json'])
    expect(JSON.parse(json.out)).toMatchObject({ inferredInput: { order: 'order' } })
  })

  it('is {} where a scenario file stands for it, and not inferred where one is given', async () => {
    expect((await at({ 'm.json': needy, 'm.aslx.yaml': 'tasks: {}' }, ['run', 'm.json'])).code).toBe(1)
    const given = await at({ 'm.json': needy }, ['run', 'm.json', '--input', '{"order": 1}'])
    expect(given.out).not.toContain('inferred')
  })
})
