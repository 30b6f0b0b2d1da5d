import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, type Told } from './fake-io.js'
import { actingLines, HOSTILE_NAMES } from './hostile-names.js'
import { folderWith } from './workspace.js'

/** A machine with a text in every place that has a name of somebody's choice. */
function machine(text: string): object {
  return {
    Comment: text,
    StartAt: `Look ${text}`,
    States: {
      [`Look ${text}`]: {
        Type: 'Task',
        Comment: text,
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: text, [text]: text, 'Payload.$': '$' },
        Retry: [{ ErrorEquals: [text], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: [`${text}!`, 'States.TaskFailed'], Next: `End ${text}`, ResultPath: '$.error' }],
        Next: `Each ${text}`,
      },
      [`Each ${text}`]: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: {
          StartAt: `Item ${text}`,
          States: {
            [`Item ${text}`]: {
              Type: 'Task',
              Resource: `arn:aws:lambda:us-east-1:123456789012:function:${text}`,
              End: true,
            },
          },
        },
        ResultPath: '$.each',
        Next: `Choose ${text}`,
      },
      [`Choose ${text}`]: {
        Type: 'Choice',
        Choices: [{ Variable: '$.kind', StringEquals: text, Next: `End ${text}` }],
        Default: `End ${text}`,
      },
      [`End ${text}`]: { Type: 'Fail', Error: text, Cause: text },
    },
  }
}

/** A machine that is wrong in names. */
function broken(text: string): object {
  return {
    StartAt: text,
    [text]: 1,
    States: {
      [text]: {
        Type: 'Task',
        Resource: text,
        [`Not${text}`]: true,
        Catch: [{ ErrorEquals: [text, text], Next: `${text}?` }],
        Next: `${text}.`,
      },
      [`Un${text}`]: { Type: text },
    },
  }
}

const scenario = (text: string): object => ({
  input: { kind: text, items: [text], [text]: text },
  tasks: {
    [`Look ${text}`]: { returns: { [text]: text } },
    [`Item ${text}`]: { fails: { error: text, cause: text } },
  },
})

/** A suite whose cases fail, and one that is a mistake. */
const suite = (text: string, name: string): object => ({
  ...scenario(text),
  machine: `${name}.asl.json`,
  cases: {
    [`fails ${text}`]: {
      expect: { succeeds: { [text]: text }, path: [`Look ${text}`], visits: { [`Each ${text}`]: 7 } },
    },
    [`is wrong ${text}`]: { tasks: { [`Nowhere ${text}`]: { returns: text } }, expect: { status: 'FAILED' } },
    [`is unreadable ${text}`]: { [text]: text, expect: { [text]: text } },
  },
})

const template = (text: string): object => ({
  Parameters: { [text]: { Type: 'String' } },
  Resources: {
    [text]: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        StateMachineName: text,
        DefinitionSubstitutions: { given: { Ref: text } },
        Definition: { ...machine(text), Comment: `\${${text}}` },
      },
    },
    [`Bad ${text}`]: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: { DefinitionUri: `no-${text}.json` },
    },
  },
})

/** What a file can be called: no slash and no null character, nor half a surrogate. */
const fileName = (text: string): string => text.replaceAll(/[/\0\uD800]/g, '_')

interface Case {
  readonly argv: readonly string[]
  readonly ours?: RegExp
}

/** Every command in every format, with the text in arguments too. */
function commands(text: string, folder: string): readonly Case[] {
  const name = fileName(text)
  const asl = join(folder, 'm', `${name}.asl.json`)
  const all = join(folder, 't', `${name}.json`)
  const formats = (argv: readonly string[], ...names: readonly string[]): readonly Case[] =>
    names.map((format) => ({
      argv: [...argv, '--format', format],
      ...(format === 'github' && { ours: /^::(?:error file=|notice title=)/ }),
    }))
  const each = (...more: readonly string[]): readonly Case[] => [{ argv: more }]
  return [
    ...formats(['run', asl, '--scenario', join(folder, 's.yaml')], 'pretty', 'json', 'history'),
    ...formats(['run', asl], 'pretty', 'json', 'history'),
    ...formats(
      ['run', asl, '--fault', `error(${JSON.stringify(text)})@${JSON.stringify(`Look ${text}`)}`],
      'pretty',
      'json',
    ),
    ...formats(['explore', asl], 'pretty', 'json', 'github'),
    ...formats(['inject', asl, '--fault', 'oom'], 'pretty', 'json'),
    ...formats(['inject', asl, '--fault', 'family:lambda', '--scenario', join(folder, 's.yaml')], 'pretty', 'json'),
    ...formats(['inject', asl, '--fault', 'throttle', '--dry-run'], 'pretty', 'json'),
    ...formats(['inject', asl, '--fault', 'oom', '--fault', 'throttle', '--k', '2'], 'pretty', 'json'),
    ...formats(['inject', all, '--fault', 'oom'], 'pretty', 'json'),
    ...formats(['simulate', asl, '--arrivals', 'steady(perSecond=1)', '--duration', '3s'], 'pretty', 'json'),
    ...formats(['extract', asl], 'pretty', 'json', 'asl', 'yaml', 'mermaid'),
    ...formats(['extract', all], 'pretty', 'json'),
    ...each('extract', all, '--list'),
    ...each('extract', all, '--check'),
    ...formats(['validate', asl], 'pretty', 'json'),
    ...formats(['validate', join(folder, 'b', `${name}.asl.json`)], 'pretty', 'json'),
    ...formats(['validate', all], 'pretty', 'json'),
    ...formats(['validate', join(folder, 'bad', `${name}.yaml`)], 'pretty'),
    ...formats(['test', join(folder, 'm')], 'pretty', 'json', 'junit', 'github'),
    ...formats(['faults', '--for', `arn:aws:lambda:us-east-1:123456789012:function:${text}`], 'pretty', 'json'),
    ...formats(['faults', 'oom', '--for', `arn:aws:lambda:us-east-1:123456789012:function:${text}`], 'pretty', 'json'),
    ...formats(['explain', text], 'pretty', 'json'),
    // Mistakes that quote what was typed.
    ...each(text),
    ...each('run'),
    ...each('run', text),
    ...each('run', asl, text),
    ...each('run', `${asl}#${text}`),
    ...each('run', `${all}#no ${text}`),
    ...each('run', asl, `--${text}`),
    ...each('run', asl, '--input', text),
    ...each('run', asl, '--input', `@${text}`),
    ...each('run', asl, '--seed', text),
    ...each('run', asl, '--profile', text),
    ...each('run', asl, '--start-at', text),
    ...each('run', asl, '--scenario', text),
    ...each('run', asl, '--scenario', `aslx:${text}`),
    ...each('run', asl, '--fault', text),
    ...each('run', asl, '--format', text),
    ...each('run', asl, '--mock-config', text, '--case', text),
    ...each('run', asl, '--param', text, '--substitution', text, '--tfvars', text),
    ...each('run', asl, '--config', text),
    ...each('run', asl, '--output', join(folder, text, text)),
    ...each('run', asl, '--output', asl),
    ...each('inject', asl, '--fault', text),
    ...each('inject', asl, '--fault', `oom@${JSON.stringify(text)}`),
    ...each('inject', asl, '--fault', 'oom', '--state', text),
    ...each('inject', asl, '--fault', 'oom', '--times', text),
    ...each('inject', asl, '--fault', `family:${text}`),
    ...each('simulate', asl, '--arrivals', text),
    ...each('simulate', asl, '--arrivals', `@${text}`),
    ...each('simulate', asl, '--arrivals', 'steady(perSecond=1)', '--duration', text),
    ...each('test', text),
    ...each('test', join(folder, 'm'), '--filter', text),
    ...each('test', join(folder, 'm'), '--shard', text),
    ...each('test', join(folder, 'm'), '--reporter', text),
    ...each('replay', text, asl),
    ...each('faults', text),
    ...each('faults', '--family', text),
    ...each('faults', '--for', text),
    ...each('faults', '--for', `${asl}#${text}`),
    ...each('crosscheck', asl, '--against', text),
    ...each('init', join(folder, text)),
    ...each('help', text),
  ]
}

function folderOf(text: string): string {
  const name = fileName(text)
  return folderWith({
    [`m/${name}.asl.json`]: machine(text),
    [`m/${name}.suite.aslx.json`]: suite(text, name),
    [`m/bad ${name}.aslx.yaml`]: `machine: ${name}\ncases: [${text}`,
    [`b/${name}.asl.json`]: broken(text),
    [`t/${name}.json`]: template(text),
    [`bad/${name}.yaml`]: `Resources: {${text}: [`,
    's.yaml': JSON.stringify(scenario(text)),
    'i/a.asl.json': machine(text),
  })
}

const printed = ({ out, err }: Told): string => out + err

describe.each(HOSTILE_NAMES)('%j in every name', (text) => {
  const folder = folderOf(text)

  it('acts in no output of any command, with colours or without', async () => {
    const acting: Record<string, readonly string[]> = {}
    for (const { argv, ours } of commands(text, folder)) {
      const told = await aslx(argv)
      const plain = printed(told)
      // eslint-disable-next-line no-control-regex -- the codes of our colours, and no others
      const uncoloured = printed(await aslx([...argv, '--color'])).replaceAll(/\u001B\[(?:1|2|22|3[1236]|39)m/g, '')
      expect([argv, told.code]).not.toEqual([argv, 70])
      expect([argv, uncoloured.split('\n').length]).toEqual([argv, plain.split('\n').length])
      const lines = [...new Set([...actingLines(plain, ours), ...actingLines(uncoloured, ours)])]
      if (lines.length > 0) acting[JSON.stringify(argv)] = lines
    }
    expect(acting).toEqual({})
  }, 120_000)

  it('acts in no file that init writes', async () => {
    const told = await aslx(['init', join(folder, 'i'), '--tests'])
    expect(told.code).toBe(0)
    const files = execFileSync('find', [join(folder, 'i'), '-type', 'f', '-not', '-name', '*.asl.json'], {
      encoding: 'utf8',
    })
    const texts = files
      .trim()
      .split('\n')
      .map((file) => execFileSync('cat', [file], { encoding: 'utf8' }))
    expect(texts.length).toBeGreaterThan(3)
    expect(texts.flatMap((written) => actingLines(written))).toEqual([])
  })

  it('comes back from the command that repeats a run, through a shell', async () => {
    const argv = ['run', join(folder, 'm', `${fileName(text)}.asl.json`), '--scenario', join(folder, 's.yaml')]
    const fault = `error(Some.Error)@${JSON.stringify(`Look ${text}`)}`
    const { out, err } = await aslx([...argv, '--fault', fault])
    const line = /^replay: (aslx .*)$/m.exec(out)?.[1] ?? ''
    const script = `cd "$1" && aslx() { printf '%s\\0' "$@"; } && ${line}`
    const words = execFileSync('bash', ['-c', script, 'bash', folder], { encoding: 'utf8' }).split('\0').slice(0, -1)
    const again = await aslx(words)
    expect(again.err).toBe(err)
    expect(/^replay: (aslx .*)$/m.exec(again.out)?.[1]).toBe(line)
    expect(existsSync(join(folder, 'aslx-was-here'))).toBe(false)
  })
})
