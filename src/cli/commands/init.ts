import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { UserError } from '../../asl/user-error.js'
import { printDuration } from '../../asl/duration.js'
import { type StarterScenario, starterMocks, starterScenario } from '../../explore/starter-scenario.js'
import { strikeStates } from '../../explore/sweep.js'
import { testFileFor } from '../../explore/test-file.js'
import { parseFault } from '../../faults/fault.js'
import { type Machine, machineFromSource } from '../../harness/machines/machine.js'
import { isFile } from '../../iac/source-file.js'
import { projectBounds, refuseOutside } from '../../iac/within-project.js'
import { screenText } from '../../report/screen-text.js'
import { printable, siteName } from '../../verify/printable.js'
import type { Command } from '../command.js'
import { configsIn } from '../find-config.js'
import { initSources, type InitSource } from '../init-sources.js'
import { configText, scenarioText, testText } from '../init-texts.js'
import type { Io } from '../io.js'
import { printText, tell } from '../print.js'
import { shellQuote } from '../shell-quote.js'
import { writeFile } from '../write-file.js'

/** `aslx init`: a configuration, a first scenario and a first test, from what the repository has. */
export const init: Command = {
  operands: '[folder]',
  maxOperands: 1,
  options: ['tests', 'force'],
  formats: ['pretty'],
  examples: ['aslx init', 'aslx init services/orders --tests'],
  async run({ operands: [folder = '.'], options }, io) {
    if (isFile(folder)) throw new UserError('usage', `${folder} is a file: init takes the folder it is in`)
    const sources = initSources(folder)
    const started = await firstMachine(sources, io)
    const plan = planFor(folder, sources, started)
    const files = plannedFiles(plan, await firstStrike(started), options.has('tests'))
    const lines = files.map(({ path, text }) => writeNew(folder, path, text, options.has('force')))
    printText(screenText([...lines, '', ...nextCommands(folder, plan), '']), options, io)
    return 0
  },
}

/** The machine that the first scenario and test are for. */
interface Started {
  readonly source: InitSource
  readonly machine: Machine
  readonly starter: StarterScenario
}

async function firstMachine(sources: readonly InitSource[], io: Io): Promise<Started> {
  let refusal: UserError | undefined
  for (const source of sources) {
    for (const found of source.machines) {
      try {
        const machine = machineFromSource(found)
        return { source, machine, starter: await starterScenario(machine) }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        tell(io, `passed over: ${error.message}`)
        refusal ??= error
      }
    }
  }
  throw refusal ?? new UserError('definition', 'no state machine found that can be run')
}

interface Plan {
  readonly sources: readonly InitSource[]
  readonly started: Started
  /** The machine as commands and tests take it. */
  readonly spec: string
  readonly config: string
  readonly scenario: string
  /** Whether commands find the scenario only through the configuration. */
  readonly named: boolean
  readonly test: string
  readonly allTests: string
}

const TEST_FOLDERS = ['test', 'tests', '__tests__']

function planFor(folder: string, sources: readonly InitSource[], started: Started): Plan {
  const { source, machine } = started
  const isOnly = source.machines.length === 1
  const stem = basename(machine.name)
    .replace(/^.*\./, '')
    .replaceAll(/[^\w.-]+/g, '-')
  const beside = isOnly && !source.isGenerated
  const tests = TEST_FOLDERS.find((name) => existsSync(join(folder, name))) ?? ''
  return {
    sources,
    started,
    spec: isOnly ? source.path : `${source.path}#${machine.name}`,
    config: 'aslx.config.yaml',
    scenario: beside ? `${source.path.replace(/\.[^./\\]+$/, '')}.aslx.yaml` : `${stem}.aslx.yaml`,
    named: !beside,
    test: join(tests, `${stem}.test.ts`),
    allTests: join(tests, `${stem}.error-paths.test.ts`),
  }
}

interface Strike {
  readonly fault: string
  readonly title: string
  readonly ending: { readonly status: string; readonly error: string | undefined }
}

/** Faults that a first test may have, and what they are in words. */
const FIRST_FAULTS = [
  ['oom', 'runs out of memory once'],
  ['throttle', 'is throttled once'],
] as const

/** A fault at the first Task that is called, one with a Retry or Catch if there is any. */
async function firstStrike({ machine, starter }: Started): Promise<Strike | undefined> {
  const called = [...new Set(starter.run.calls.map(({ state }) => state))]
  const handled = starter.run.calls.find(({ pointer }) => isHandled(machine, pointer))?.state
  for (const state of handled === undefined ? called : [handled, ...called]) {
    for (const [fault, words] of FIRST_FAULTS) {
      if (!strikeStates(machine, parseFault(fault).definition).includes(state)) continue
      const site = `${fault}@${siteName(state)}.1`
      const scenario = { input: starter.input, tasks: starterMocks(starter.answers), faults: [site] }
      const { status, error } = await machine.run(scenario)
      return { fault: site, title: `${state} ${words}`, ending: { status, error } }
    }
  }
  return undefined
}

function isHandled({ definition }: Machine, pointer: string): boolean {
  let part: unknown = definition
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    part = typeof part === 'object' && part !== null ? Object.getOwnPropertyDescriptor(part, key)?.value : undefined
  }
  return typeof part === 'object' && part !== null && (Object.hasOwn(part, 'Retry') || Object.hasOwn(part, 'Catch'))
}

function plannedFiles(
  plan: Plan,
  struck: Strike | undefined,
  withTests: boolean,
): readonly { path: string; text: string }[] {
  const { sources, spec, config, scenario, named, test, allTests } = plan
  const { machine, starter } = plan.started
  const { status, error } = starter.run
  const first = { machine: machine.name, spec, scenario, well: { status, error }, struck }
  return [
    { path: config, text: configText(sources, named ? scenario : undefined) },
    { path: scenario, text: scenarioText(machine.name, starter) },
    { path: test, text: testText(first) },
    ...(withTests ? [{ path: allTests, text: testFileFor(machine, spec, scenario) }] : []),
  ]
}

/** Writes a file, unless there is one of that name; what was done, in a line. */
function writeNew(folder: string, path: string, text: string, force: boolean): string {
  const full = join(folder, path)
  const other = path === 'aslx.config.yaml' ? configsIn(resolve(folder)).map((config) => basename(config)) : []
  const [existing] = other.filter((name) => name !== path)
  if (existing !== undefined) return `kept     ${existing} (it stands for ${path})`
  const wasThere = existsSync(full)
  if (wasThere && !force) return `kept     ${path} (it is there already; --force writes over it)`
  refuseOutside(full, projectBounds(folder, folder), { file: path })
  writeFile(full, text, { named: path, isNew: !wasThere })
  return `${wasThere ? 'replaced' : 'wrote   '} ${path}`
}

function nextCommands(folder: string, { spec, test, started }: Plan): readonly string[] {
  const { status, tookMs } = started.starter.run
  const missing = ['aslx', 'vitest'].filter((name) => !packageText(folder).includes(`"${name}"`))
  const commands = [
    ...(folder === '.' ? [] : [`cd ${shellQuote(folder)}`]),
    ...(missing.length > 0 ? [`npm install --save-dev ${missing.join(' ')}`] : []),
    `npx aslx run ${shellQuote(spec)}`,
    `npx aslx inject ${shellQuote(spec)} --fault oom`,
    `npx vitest run ${shellQuote(test)}`,
  ]
  const went = `${printable(started.machine.name)}: ${status} in ${printDuration(tookMs)} of virtual time with the first scenario`
  return [went, 'next:', ...commands.map((command) => `  ${command}`)]
}

function packageText(folder: string): string {
  const path = join(folder, 'package.json')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
