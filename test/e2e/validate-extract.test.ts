import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { idle, lambdaTask, orders, template } from './machines.js'
import { folderWith } from './workspace.js'

const broken =
  '{\n "StartAt": "A",\n "States": {\n  "A": {"Type": "Pass", "Next": "B"},\n  "Z": {"Type": "Pass", "End": true}\n }\n}\n'

describe('aslx validate', () => {
  it('prints every problem with file, line and column, and ends with 3 if Step Functions would refuse the machine', async () => {
    const folder = folderWith({ 'a.json': broken })
    const { code, out } = await aslx(['validate', join(folder, 'a.json')])
    expect(code).toBe(3)
    expect(out.replaceAll(`${folder}/`, '')).toMatch(
      /^a\.json:4:\d+: error: Missing 'Next' target: B .*MISSING_TRANSITION_TARGET/m,
    )
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/a\.json:\d+:\d+: (error|warning): /)
  })

  it('ends with 0 for advice, and says when there is none', async () => {
    const folder = folderWith({ 'a.json': orders, 'idle.json': idle })
    const advice = await aslx(['validate', join(folder, 'a.json')])
    expect(advice.code).toBe(0)
    expect(advice.out).not.toContain('error:')
    expect(await aslx(['validate', join(folder, 'idle.json')])).toEqual({
      code: 0,
      out: `${folder}/idle.json:1:1: idle: nothing to report\n`,
      err: '',
    })
    expect((await aslx(['validate', join(folder, 'idle.json'), '--quiet'])).out).toBe('')
  })

  it('notes in one line the states without error handling, which fails nothing', async () => {
    const names = ['A', 'B', 'C', 'D', 'E']
    const tasks = names.map((name, i) => {
      const next = names[i + 1]
      return [name, lambdaTask(next === undefined ? { End: true } : { Retry: [], Next: next })] as const
    })
    const inner = { StartAt: 'In', States: { In: lambdaTask({ End: true }) } }
    const each = { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: inner, End: true } } }
    const folder = folderWith({
      'five.json': { StartAt: 'A', States: Object.fromEntries(tasks) },
      'each.json': each,
      'orders.json': orders,
    })
    const told = async (name: string, ...argv: readonly string[]): Promise<string> => {
      const { code, out } = await aslx(['validate', join(folder, name), ...argv])
      const notes = out.split('\n').filter((line) => /: note: /.test(line))
      return `${code} ${notes.join('\n').replaceAll(`${folder}/`, '')}`
    }
    const advice = '; aslx explore tells what that costs'
    expect(await told('five.json')).toMatch(/^0 five\.json:\d+:\d+: note: /)
    expect(await told('five.json')).toContain(`: no Retry and no Catch: A, B, C and 2 others${advice}`)
    expect(await told('each.json')).toContain(`: no Retry and no Catch: Each, In${advice}`)
    expect(await told('orders.json')).toContain(`: no Retry and no Catch: Refund${advice}`)
    expect(await told('five.json', '--quiet')).toBe('0 ')
    const json = await aslx(['validate', join(folder, 'orders.json'), '--format', 'json'])
    expect(JSON.parse(json.out)).toMatchObject({
      machines: [{ unhandled: [{ state: 'Refund', pointer: '/States/Refund' }] }],
    })
  })

  it('takes a folder with a # in its name, as run does', async () => {
    const folder = join(folderWith({ 'a#b/idle.json': idle }), 'a#b')
    for (const command of ['validate', 'extract', 'run']) expect((await aslx([command, folder])).code).toBe(0)
    expect((await aslx(['run', `${folder}#idle`])).code).toBe(0)
  })

  it('points into the file that a template names', async () => {
    const resource = { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: 'm/a.json' } }
    const folder = folderWith({ 't.json': { Resources: { M: resource } }, 'm/a.json': broken })
    const { code, out } = await aslx(['validate', join(folder, 't.json')])
    expect(code).toBe(3)
    expect(out).toContain(`${folder}/m/a.json:4:`)
  })

  it('prints JSON with a version', async () => {
    const folder = folderWith({ 'a.json': broken })
    const { code, out } = await aslx(['validate', join(folder, 'a.json'), '--format', 'json'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      machines: [
        {
          machine: 'a',
          problems: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) as unknown[],
        },
      ],
    })
  })

  it('says a code once where the message begins with it', async () => {
    const bad = {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: { A: { Type: 'Pass', Output: '{% $f( %}', End: true } },
    }
    const folder = folderWith({ 'a.json': bad })
    expect(await refusal(['run', join(folder, 'a.json')], folder)).toMatch(
      /^3 aslx: a\.json:\d+:\d+: INVALID_JSONATA_EXPRESSION: (?!INVALID)/,
    )
  })
})

describe('aslx extract', () => {
  const inS3 = {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { DefinitionS3Location: { Bucket: 'b', Key: 'k' } },
  }

  it('lists the machines of a template', async () => {
    const folder = folderWith({ 't.json': template({ Orders: orders, Idle: idle }) })
    const { code, out } = await aslx(['extract', join(folder, 't.json'), '--list'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Orders {2}SAM {2}STANDARD {2}JSONPath {2}4 states, 3 Tasks, 1 Retries, 1 Catches {2}.*t\.json:3:\d+\nIdle {4}SAM .*\n$/,
    )
  })

  it('prints a machine that is picked by name as JSON alone', async () => {
    const folder = folderWith({ 't.json': template({ Orders: orders, Idle: idle }) })
    expect(JSON.parse((await aslx(['extract', join(folder, 't.json#Idle')])).out)).toEqual(idle)
  })

  it('leaves out what is out of reach, says so, and ends with 3', async () => {
    const resources = { ...(template({ Idle: idle }) as { Resources: object }).Resources, Far: inS3 }
    const folder = folderWith({ 't.json': { Resources: resources } })
    const { code, out, err } = await aslx(['extract', join(folder, 't.json'), '--format', 'json'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ machines: [{ name: 'Idle', definition: idle, unresolved: [] }] })
    expect(err).toMatch(
      /^aslx: left out: .*t\.json:\d+:\d+: the definition of Far is in S3 \(b\/k\); name the file [^\n]*\n$/,
    )
  })

  it('prints one machine as ASL, YAML or a diagram', async () => {
    const folder = folderWith({ 't.json': template({ Orders: orders, Idle: idle }) })
    const print = async (format: string, name = '#Idle') =>
      await aslx(['extract', `${join(folder, 't.json')}${name}`, '--format', format])
    expect(JSON.parse((await print('asl')).out)).toEqual(idle)
    expect((await print('yaml')).out).toBe('StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n')
    expect((await print('mermaid')).out).toBe('stateDiagram-v2\n  state "A" as s1\n  [*] --> s1\n  s1 --> [*]\n')
    const { code, err } = await print('yaml', '')
    expect([code, err]).toEqual([2, expect.stringContaining('prints one machine: name one of Orders, Idle') as string])
  })

  it('checks that everything resolves, and ends with 3 if anything does not', async () => {
    const open = { StartAt: 'A', States: { A: { Type: 'Pass', Result: '${Stage}', End: true } } }
    const folder = folderWith({ 'open.json': open, 'idle.json': idle })
    const check = async (file: string) => await aslx(['extract', join(folder, file), '--check'])
    expect(await check('idle.json')).toEqual({ code: 0, out: '1 machine: everything resolves\n', err: '' })
    expect(await check('open.json')).toMatchObject({
      code: 3,
      out: `${folder}/open.json:1:1: open: no value is known for \${Stage}\n`,
    })
  })

  it('does not say that everything resolves while a machine is left out', async () => {
    const gone = { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionUri: 'gone.asl.json' } }
    const folder = folderWith({ 't.json': { Resources: { Gone: gone } }, 'idle.asl.json': idle })
    const { code, out, err } = await aslx(['extract', folder, '--check'])
    expect([code, out, err.includes('left out: ')]).toEqual([3, '', true])
  })
})
