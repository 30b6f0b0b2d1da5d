import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { shellWords } from './shell-words.js'
import { folderWith } from './workspace.js'

const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:'

/** A Task that nothing is done about. */
const bare = (name: string, more: object = { End: true }): object => ({
  Type: 'Task',
  Resource: `${LAMBDA}${name}`,
  ...more,
})

/** A machine whose one Task has no Retry and no Catch. */
const naive = (name: string): object => ({ StartAt: name, States: { [name]: bare(name) } })

const idle = { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 5, End: true } } }

/** It needs an input that nothing can make up. */
const broken = {
  StartAt: 'Ask',
  States: {
    Ask: { Type: 'Task', Resource: `${LAMBDA}ask`, Next: 'Read' },
    Read: { Type: 'Pass', Parameters: { 'a.$': 'States.ArrayGetItem(States.Array(1), 7)' }, End: true },
  },
}

const sam = (definition: object): object => ({
  Transform: 'AWS::Serverless-2016-10-31',
  Resources: { OrderFlow: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: definition } } },
})

const terraform = (definition: object): string => `resource "aws_sfn_state_machine" "billing" {
  name       = "billing"
  role_arn   = "arn:aws:iam::123456789012:role/r"
  definition = jsonencode(${JSON.stringify(definition)})
}
`

const serverless = (definition: object): object => ({
  service: 'mails',
  provider: { name: 'aws' },
  stepFunctions: { stateMachines: { mailing: { definition } } },
})

const repository = {
  'sam/template.json': sam(naive('Order')),
  'plain/stock.asl.json': naive('Stock'),
  'tf/main.tf': terraform(naive('Bill')),
  'mail/serverless.yml': serverless(naive('Mail')),
  'plain/idle.asl.json': idle,
}

interface Found {
  readonly machines: readonly {
    readonly machine: string
    readonly findings: readonly { readonly id: string; readonly rule: string }[]
  }[]
}

const explored = async (...argv: readonly string[]): Promise<{ code: number; found: Found }> => {
  const { code, out } = await aslx(['explore', ...argv, '--format', 'json'])
  return { code, found: JSON.parse(out) as Found }
}

describe('a repository of machines in four forms', () => {
  it('has a row for each machine, the findings, and one total', async () => {
    const { code, out } = await aslx(['explore', folderWith(repository)])
    expect(code).toBe(1)
    const rows = out.split('\n').slice(0, 5)
    expect(rows.map((row) => row.replaceAll(/ {2,}/g, '  '))).toEqual([
      expect.stringMatching(/^mailing  1 of 1 states, \d+ error/),
      'idle  no Task: nothing to explore',
      expect.stringMatching(/^stock  1 of 1 states, \d+ error/),
      expect.stringMatching(/^OrderFlow  1 of 1 states, \d+ error/),
      expect.stringMatching(/^aws_sfn_state_machine.billing  1 of 1 states, \d+ error/),
    ])
    expect(out).toMatch(/\d+ errors, \d+ warnings? in 5 machines/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('passes with what the baseline knows, and fails with what is new', async () => {
    const folder = folderWith(repository)
    const baseline = join(folder, 'aslx-baseline.json')
    expect((await aslx(['explore', folder, '--baseline', baseline, '--update-baseline'])).code).toBe(0)
    expect((await aslx(['explore', folder, '--baseline', baseline])).code).toBe(0)

    const template = join(folder, 'sam/template.json')
    writeFileSync(
      template,
      JSON.stringify(sam({ StartAt: 'Order', States: { Order: bare('Order', { Next: 'Ship' }), Ship: bare('Ship') } })),
    )
    const { code, found } = await explored(folder, '--baseline', baseline)
    expect(code).toBe(1)
    const failing = found.machines.filter(({ findings }) => findings.length > 0)
    expect(failing.map(({ machine }) => machine)).toEqual(['OrderFlow'])
  })

  it('knows a finding again when its file was renamed and reformatted', async () => {
    const folder = folderWith(repository)
    const baseline = join(folder, 'aslx-baseline.json')
    await aslx(['explore', folder, '--baseline', baseline, '--update-baseline'])
    mkdirSync(join(folder, 'moved'))
    renameSync(join(folder, 'sam/template.json'), join(folder, 'moved/app.json'))
    renameSync(join(folder, 'plain/stock.asl.json'), join(folder, 'moved/store.asl.json'))
    for (const name of ['moved/app.json', 'moved/store.asl.json']) {
      const path = join(folder, name)
      writeFileSync(path, `\n\n${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 7)}`)
    }
    const { code, found } = await explored(folder, '--baseline', baseline)
    expect(code).toBe(0)
    expect(found.machines.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('still passes when part of what is known was mended', async () => {
    const two = { StartAt: 'A', States: { A: bare('a', { Next: 'B' }), B: bare('b') } }
    const folder = folderWith({ 'm.asl.json': two })
    const [machine, baseline] = [join(folder, 'm.asl.json'), join(folder, 'base.json')]
    await aslx(['explore', machine, '--baseline', baseline, '--update-baseline'])
    const mended = {
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
    }
    const States = { A: bare('a', { ...mended, Next: 'B' }), B: bare('b'), Failed: { Type: 'Fail', Error: 'No' } }
    writeFileSync(machine, JSON.stringify({ ...two, States }))
    const { found } = await explored(machine, '--baseline', baseline)
    expect(found.machines[0]?.findings.map(({ rule }) => rule)).not.toContain('ASLX101')
  })

  it('takes a copy of a machine for new', async () => {
    const folder = folderWith({ 'a.asl.json': naive('Stock') })
    const baseline = join(folder, 'base.json')
    await aslx(['explore', folder, '--baseline', baseline, '--update-baseline'])
    writeFileSync(join(folder, 'b.asl.json'), JSON.stringify(naive('Stock')))
    expect((await aslx(['explore', folder, '--baseline', baseline])).code).toBe(1)
  })

  it('never looks green with a machine that cannot be loaded or started', async () => {
    const folder = folderWith({ 'idle.asl.json': idle, 'broken.asl.json': broken })
    const [fine, stuck, missing] = ['idle.asl.json', 'broken.asl.json', 'none.asl.json'].map((name) =>
      join(folder, name),
    )
    expect((await aslx(['explore', fine ?? ''])).code).toBe(0)
    expect((await aslx(['explore', fine ?? '', missing ?? ''])).code).toBe(3)
    const { code, out } = await aslx(['explore', fine ?? '', stuck ?? ''])
    expect(code).toBe(3)
    expect(out).toContain('without any fault it fails')
  })

  it('has a row for what could not be loaded, and counts it', async () => {
    const folder = folderWith({
      'idle.asl.json': idle,
      'cut.asl.json': '{"StartAt": "A", "States": {',
      't.json': { Resources: { Lost: { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: 'no' } } } },
    })
    const { code, out } = await aslx(['explore', folder])
    expect(code).toBe(3)
    expect(out.replaceAll(/ {2,}/g, '  ').split('\n').slice(0, 3)).toEqual([
      'idle  no Task: nothing to explore',
      'cut.asl.json  could not be loaded',
      'Lost  could not be loaded',
    ])
    expect(out).toContain('in 1 machine, 2 could not be loaded')
    const quiet = await aslx(['explore', folder, '--quiet'])
    expect(quiet.code).toBe(3)
    expect(quiet.out).toContain('2 could not be loaded')
  })
})

describe('progress', () => {
  const machines = { 'a.asl.json': idle, 'b.asl.json': idle, 'c.asl.json': idle }

  /** What a terminal shows of a line after each return of the carriage. */
  const shown = (err: string): readonly string[] => err.split('\r').map((text) => text.trimEnd())

  it('is told on a terminal once a second has gone, and is erased', async () => {
    const { err } = await aslx(['explore', folderWith(machines)], { stderrColumns: 80, stepMs: 400 })
    expect(shown(err)).toEqual(['', 'aslx: exploring 3 of 3: c', '', ''])
    const [, line = '', blanks = ''] = err.split('\r')
    expect(blanks).toBe(' '.repeat(line.length))
  })

  it('is told of a single machine, too, while it takes its time, and once', async () => {
    const source = join(folderWith({ 'a.asl.json': naive('One') }), 'a.asl.json')
    const { err } = await aslx(['explore', source], { stderrColumns: 80, stepMs: 100 })
    expect(shown(err)).toEqual(['', 'aslx: exploring 1 of 1: a', '', ''])
  })

  it('fits the terminal, and covers the line before', async () => {
    const { err } = await aslx(['explore', folderWith({ 'a.asl.json': idle, [`${'b'.repeat(60)}.asl.json`]: idle })], {
      stderrColumns: 40,
      stepMs: 2000,
    })
    expect(shown(err).map(({ length }) => length)).toEqual([0, 25, 39, 0, 0])
  })

  it('is not told where nobody reads it, or wants it', async () => {
    const folder = folderWith(machines)
    expect((await aslx(['explore', folder], { stepMs: 2000 })).err).toBe('')
    expect((await aslx(['explore', folder], { stderrColumns: 80, stepMs: 1 })).err).toBe('')
    expect((await aslx(['explore', folder, '--quiet'], { stderrColumns: 80, stepMs: 2000 })).err).toBe('')
  })

  it('is erased before a mistake is told', async () => {
    const { err } = await aslx(['explore', folderWith(machines), '--input', '{'], { stderrColumns: 80, stepMs: 2000 })
    expect(shown(err).slice(0, 3)).toEqual(['', 'aslx: exploring 1 of 3: a', ''])
    expect(err).toMatch(/\raslx: --input.*\n$/)
  })
})

describe('several sources', () => {
  it('have one input, read from standard input once', async () => {
    const folder = folderWith({ 'a.asl.json': naive('One'), 'b.asl.json': naive('Two') })
    const { code, err } = await aslx(['explore', folder, '--input', '-'], { stdin: '{"id": 1}' })
    expect(err).toBe('')
    expect(code).toBe(1)
  })

  it('may share a scenario file that was named', async () => {
    const folder = folderWith({
      'a/one.asl.json': naive('One'),
      'b/two.asl.json': naive('Two'),
      'both.json': { tasks: { One: { returns: 1 }, Two: { returns: 2 } } },
    })
    const [a, b, both] = ['a', 'b', 'both.json'].map((name) => join(folder, name))
    expect((await aslx(['explore', a ?? '', b ?? '', '--scenario', both ?? ''])).err).toBe('')
  })

  it('are taken by validate, inject and extract, each with the scenario beside its file', async () => {
    const folder = folderWith({
      'a/one.asl.json': naive('One'),
      'a/one.asl.aslx.json': { tasks: { One: { returns: { from: 'the file' } } } },
      'b/two.asl.json': naive('Two'),
    })
    const sources = [join(folder, 'a'), join(folder, 'b')]
    const names = async (command: readonly string[]): Promise<unknown> => {
      const { out } = await aslx([...command, '--format', 'json'])
      return (JSON.parse(out) as { machines: { machine?: string; name?: string }[] }).machines.map(
        ({ machine, name }) => machine ?? name,
      )
    }
    expect(await names(['validate', ...sources])).toEqual(['one', 'two'])
    expect(await names(['extract', ...sources])).toEqual(['one', 'two'])
    expect(await names(['inject', ...sources, '--fault', 'oom'])).toEqual(['one', 'two'])
    const { out } = await aslx(['inject', ...sources, '--fault', 'oom', '--times', 'once'])
    expect(out).toContain('inferred answers, for want of a scenario: Two')
    expect(out).not.toContain('inferred answers, for want of a scenario: One')
  })
})

describe('a finding', () => {
  it('is replayed by its id', async () => {
    const source = join(folderWith({ 'm.asl.json': naive('Pay') }), 'm.asl.json')
    const { found } = await explored(source)
    const id = found.machines[0]?.findings[0]?.id ?? ''
    const { code, out } = await aslx(['replay', id, source])
    expect(code).toBe(1)
    expect(out).toContain('FAILED')
    const unknown = await aslx(['replay', '000000', source])
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no finding has the id 000000')])
  })

  it('is replayed over the scenario beside its file, which leaves answers open', async () => {
    const folder = folderWith({
      'm.asl.json': { StartAt: 'Pay', States: { Pay: bare('Pay', { Next: 'Ship' }), Ship: bare('Ship') } },
      'm.asl.aslx.json': { input: { order: 7 }, tasks: { Pay: { returns: { paid: true } } } },
    })
    const source = join(folder, 'm.asl.json')
    const { found } = await explored(source)
    const { code, out, err } = await aslx(['replay', found.machines[0]?.findings[0]?.id ?? '', source])
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('FAILED')
  })

  it('has a command that shows it as it is printed, over lines that a shell reads as one', async () => {
    const folder = folderWith({ 'm.asl.json': naive('Pay') })
    const input = JSON.stringify({ note: "it's a long story of two words" })
    const { out } = await aslx(['explore', join(folder, 'm.asl.json'), '--input', input])
    const command = /replay {2}(aslx (?:.*\\\n)*.*)/.exec(out)?.[1] ?? ''
    const { code, out: run } = await aslx(shellWords(command.replaceAll('\\\n', '')).slice(1))
    expect([code, run]).toEqual([1, expect.stringContaining('FAILED')])
  })

  it('is an annotation of GitHub at its line', async () => {
    const source = join(folderWith({ 'm.asl.json': naive('Pay') }), 'm.asl.json')
    const { out } = await aslx(['explore', source, '--format', 'github'])
    expect(out).toMatch(/^::error file=.*m\.asl\.json,line=4,col=5,title=unhandled%3A Pay::/)
  })

  it('is left out where another class is asked for', async () => {
    const source = join(folderWith({ 'm.asl.json': naive('Pay') }), 'm.asl.json')
    expect((await aslx(['explore', source, '--class', 'hangs'])).code).toBe(0)
    expect((await aslx(['explore', source, '--class', 'hang'])).err).toContain('did you mean "hangs"')
  })
})

describe('--changed', () => {
  it('leaves the machines whose files differ', async () => {
    const folder = realpathSync(folderWith({ 'a.asl.json': naive('A'), 'b.asl.json': naive('B') }))
    const git = (args: readonly string[]): string =>
      args[0] === 'rev-parse' ? `${folder}\n` : args[0] === 'diff' ? 'b.asl.json\0' : ''
    const { out } = await aslx(['explore', folder, '--changed=main', '--format', 'json'], { git })
    expect((JSON.parse(out) as Found).machines.map(({ machine }) => machine)).toEqual(['b'])
  })

  it('is refused in a line where git does not answer', async () => {
    const source = join(folderWith({ 'm.asl.json': naive('Pay') }), 'm.asl.json')
    const { code, err } = await aslx(['explore', source, '--changed'])
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('--changed=HEAD: git does not know what changed since then'),
    ])
  })
})
