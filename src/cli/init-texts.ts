import type { Json } from '../asl/json.js'
import { printYaml } from '../asl/parse.js'
import { printableJsonText } from '../asl/unprintable.js'
import { codeLiteral } from '../explore/code-literal.js'
import type { StarterScenario } from '../explore/starter-scenario.js'
import type { MachineSource } from '../iac/machine-source.js'
import { printable } from '../verify/printable.js'
import type { InitSource } from './init-sources.js'

const SCHEMA = './node_modules/aslx/schema/aslx-config.schema.json'

/** The text of `aslx.config.yaml`: the sources, and as comments the values that they leave open. */
export function configText(sources: readonly InitSource[], scenario: string | undefined): string {
  const listed = sources.map(
    ({ path, machines }) => `  - ${yaml(path)} # ${machines.map(({ name }) => printable(name)).join(', ')}`,
  )
  const machines = sources.flatMap((source) => source.machines)
  const open = [
    ...valuesText('parameters', openValues(machines, /^(?:Param:|var\.)(.+)$/s)),
    ...valuesText('substitutions', openValues(machines, /^\$\{(.+)\}$/s)),
  ]
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    'sources:',
    ...listed,
    ...(scenario === undefined
      ? []
      : ['', '# What comes in and what Tasks answer, where nothing else is said.', `scenario: ${yaml(scenario)}`]),
    ...open,
    '',
  ].join('\n')
}

function valuesText(key: string, values: readonly (readonly [name: string, standIn: string])[]): readonly string[] {
  if (values.length === 0) return []
  return [
    '',
    `# Known at deployment only; these made-up values stand in until you give others:`,
    `# ${key}:`,
    ...values.map(([name, standIn]) => `#   ${yaml(name)}: ${yaml(standIn)}`),
  ]
}

function openValues(machines: readonly MachineSource[], pattern: RegExp): readonly (readonly [string, string])[] {
  const found = new Map<string, string>()
  for (const { token, standIn } of machines.flatMap(({ unresolved }) => unresolved)) {
    const name = pattern.exec(token)?.[1]
    if (name !== undefined) found.set(name, standIn)
  }
  return [...found]
}

/** One line of YAML. */
function yaml(text: string): string {
  const plain = printYaml(text).trimEnd()
  return plain.includes('\n') ? printableJsonText(JSON.stringify(text)) : plain
}

/** The text of a first scenario file. */
export function scenarioText(machine: string, { input, answers }: StarterScenario): string {
  const tasks = Object.fromEntries(
    Object.entries(answers).map(([state, script]) => {
      const replies = script.map((answer): Json => ({ returns: answer }))
      const [only = {}] = replies
      return [state, replies.length === 1 ? only : replies] as const
    }),
  )
  return [
    `# How the world is while all is well for ${printable(machine.replaceAll(/\s+/g, ' '))}. Made up: put in what your services answer.`,
    printYaml({ input, tasks }),
  ].join('\n')
}

/** What the first test of a machine says. */
export interface FirstTest {
  readonly machine: string
  /** As `loadMachine` takes it. */
  readonly spec: string
  readonly scenario: string
  /** Without any fault. */
  readonly well: RunEnding
  /** A fault at a Task, and how it ends then; undefined for a machine without a Task to strike. */
  readonly struck: { readonly fault: string; readonly title: string; readonly ending: RunEnding } | undefined
}

export interface RunEnding {
  readonly status: string
  readonly error: string | undefined
}

/** The text of a first vitest file: it says what the machine does today, so that it is green. */
export function testText({ machine, spec, scenario, well, struck }: FirstTest): string {
  const lines = [
    `import { loadMachine, loadScenario } from 'aslx'`,
    `import 'aslx/vitest'`,
    `import { describe, expect, it } from 'vitest'`,
    '',
    `const machine = (await loadMachine(${codeLiteral(spec)})).withDefaults(loadScenario(${codeLiteral(scenario)}))`,
    '',
    `describe(${codeLiteral(machine)}, () => {`,
    ...(well.status === 'SUCCEEDED'
      ? []
      : ['  // The scenario does not fit yet: what it makes up is not what the machine needs.']),
    `  it('${verbOf(well)} while all is well', async () => {`,
    `    expect(await machine.run())${matcherOf(well)}`,
    '  })',
  ]
  if (struck) {
    lines.push(
      '',
      `  it(${codeLiteral(`${verbOf(struck.ending)} when ${struck.title}`)}, async () => {`,
      `    const run = await machine.run({ faults: [${codeLiteral(struck.fault)}] })`,
      `    expect(run)${matcherOf(struck.ending)}`,
      '  })',
    )
  }
  return [...lines, '})', ''].join('\n')
}

function verbOf({ status }: RunEnding): string {
  return status === 'SUCCEEDED' ? 'succeeds' : 'fails'
}

function matcherOf({ status, error }: RunEnding): string {
  if (status === 'SUCCEEDED') return '.toSucceed()'
  return error === undefined ? '.toFail()' : `.toFail(${codeLiteral(error)})`
}
