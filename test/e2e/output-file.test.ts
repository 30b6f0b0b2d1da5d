import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { idle, orders } from './machines.js'
import { folderWith } from './workspace.js'

const REFUSED = 'cannot be written: it is what this command reads; name another file'

const folder = folderWith({
  'template.json': {
    Resources: { Orders: { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: 'orders.asl.json' } } },
  },
  'orders.asl.json': orders,
  'template.aslx.yaml': 'input: {}',
  'other.aslx.yaml': 'input: {}',
  'input.json': '{}',
  'arrivals.csv': 'at\n0\n',
  'MockConfigFile.json': {
    StateMachines: { Orders: { TestCases: { Well: {} } } },
    MockedResponses: {},
  },
  'aslx.config.yaml': 'sources: [template.json]',
  'suite.aslx.yaml': 'machine: template.json\ncases: { well: { expect: { succeeds: } } }',
  'answer.mjs': 'export const handler = () => 1',
  'code.aslx.yaml': 'tasks: { Charge: { handler: ./answer.mjs } }',
})
const at = (name: string): string => join(folder, name)
const template = at('template.json')

describe('--output', () => {
  it.each([
    ['the template', ['run', template], 'template.json'],
    ['the definition that it names', ['run', template], 'orders.asl.json'],
    ['the scenario beside it', ['run', template], 'template.aslx.yaml'],
    ['the scenario that is named', ['run', template, '--scenario', at('other.aslx.yaml')], 'other.aslx.yaml'],
    ['the input', ['inject', template, '--fault', 'oom', '--input', `@${at('input.json')}`], 'input.json'],
    ['the mocks', ['test', at('MockConfigFile.json'), '--machine', template], 'MockConfigFile.json'],
    ['the configuration', ['validate', template, '--config', at('aslx.config.yaml')], 'aslx.config.yaml'],
    ['the suite', ['test', at('suite.aslx.yaml')], 'suite.aslx.yaml'],
    ['the machine of the suite', ['test', at('suite.aslx.yaml')], 'orders.asl.json'],
    ['code that answers', ['run', template, '--scenario', at('code.aslx.yaml')], 'answer.mjs'],
    ['a template of a folder', ['extract', folder], 'template.json'],
  ])('is never written over %s', async (_what, argv, file) => {
    const before = readFileSync(at(file), 'utf8')
    const told = await refusal([...argv, '--format', 'json', '--quiet', '--output', at(file)], folder)
    expect(told.split('\n').at(-2)).toMatch(
      new RegExp(`^(?:2 )?aslx: --output ${file.replaceAll('.', '[.]')} ${REFUSED}$`),
    )
    expect(readFileSync(at(file), 'utf8')).toBe(before)
  })

  it('is written again by the same command, also beside what it looks through', async () => {
    const project = folderWith({ 'a.asl.json': idle })
    const report = join(project, 'report.json')
    const argv = ['extract', project, '--format', 'json', '--output', report]
    expect(await aslx(argv)).toEqual({ code: 0, out: '', err: '' })
    expect(await aslx(argv)).toEqual({ code: 0, out: '', err: '' })
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ machines: [{ name: 'a' }] })
  })

  it('is not written through a link', async () => {
    const elsewhere = folderWith({})
    symlinkSync(join(elsewhere, 'new'), join(elsewhere, 'link'))
    expect(await refusal(['run', template, '--output', join(elsewhere, 'link')], elsewhere)).toBe(
      '2 aslx: --output link cannot be written: it is a symbolic link; name the file that it leads to\n',
    )
    expect(existsSync(join(elsewhere, 'new'))).toBe(false)
  })
})

describe('aslx init', () => {
  it('writes nothing outside of the folder, not by a link in it either', async () => {
    const elsewhere = folderWith({})
    const project = folderWith({ 'a.asl.json': idle })
    symlinkSync(elsewhere, join(project, 'test'))
    expect(await refusal(['init', project], project)).toMatch(/^3 aslx: test.a[.]test[.]ts: .* is outside the project/)
    expect(existsSync(join(elsewhere, 'a.test.ts'))).toBe(false)
    const other = folderWith({ 'a.asl.json': idle })
    symlinkSync(join(elsewhere, 'config'), join(other, 'aslx.config.yaml'))
    expect(await refusal(['init', other], other)).toMatch(/^[23] aslx: aslx[.]config[.]yaml/)
    expect(existsSync(join(elsewhere, 'config'))).toBe(false)
  })
})
