import { statSync } from 'node:fs'
import { type Json, pointer } from '../asl/json.js'
import type { LocateSource } from '../asl/positions.js'
import { UserError } from '../asl/user-error.js'
import { parseFault } from '../faults/fault.js'
import { faultMistake, stateMistake } from '../harness/checks/check-scenario.js'
import { loadScenarioFile } from '../harness/scenarios/load-scenario.js'
import type { Machine } from '../harness/machines/machine.js'
import { resourceMistake } from '../harness/answering/resource-mocks.js'
import { mergeScenarios, type Scenario, replay } from '../harness/scenarios/scenario.js'
import { parseDataText, readDataFile } from '../harness/scenarios/data-file.js'
import { findMachines } from '../iac/load-machine-source.js'
import type { MachineSource } from '../iac/machine-source.js'
import { resourceNames } from '../iac/resource-names.js'
import { splitSource } from '../iac/split-source.js'
import type { CommandConfig } from './command-config.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'

/** The scenario of a command line, and where its base comes from. */
export interface CommandScenario {
  readonly scenario: Scenario
  /** The scenario file, if there is one. */
  readonly file: string | undefined
  /** Where the parts of the file stand. */
  readonly locate: LocateSource
  /** Where the machines are whose states may all be in the one scenario file. */
  readonly sources: readonly string[]
  /** The configuration, whose mocks and faults may be of any machine of its sources. */
  readonly config?: CommandConfig | undefined
}

/** What else a scenario comes from. */
interface ScenarioOrigin {
  /** A scenario string that was given by itself. */
  readonly replayed?: string | undefined
  /** All sources of the command, if the one is not all: a scenario file that was named may be of machines of any of them. */
  readonly sources?: readonly string[]
}

const SIBLINGS = ['.aslx.yaml', '.aslx.yml', '.aslx.json']

/**
 * The scenario from `--scenario` (a file, or the string of an earlier run), or from the file of the same name beside the
 * source (`template.aslx.yaml` beside `template.yaml`), with `--input`, `--seed` and so on laid over it, and the
 * configuration under it. A Task that it does not answer gets an inferred answer.
 */
export function commandScenario(
  source: string,
  options: OptionValues,
  io: Io,
  more: ScenarioOrigin = {},
): CommandScenario {
  const { replayed, sources } = more
  const named = [...options.texts('scenario'), ...(replayed === undefined ? [] : [replayed])]
  const [text, secondText] = named.filter((name) => name.startsWith('aslx:'))
  const [given, secondFile] = named.filter((name) => !name.startsWith('aslx:'))
  if (secondText !== undefined || secondFile !== undefined) {
    throw new UserError('usage', '--scenario takes one file and one scenario string at most')
  }
  const again = text === undefined ? {} : replay(text, { rebase: options.has('rebase') })
  const machines = splitSource(source).file
  const file = given ?? siblingScenario(machines) ?? options.config?.config.scenario
  const written = file === undefined ? undefined : loadScenarioFile(file)
  return {
    scenario: { ...written?.scenario, ...fromOptions(options, io), ...again },
    file,
    locate: written?.locate ?? (() => undefined),
    sources: given === undefined ? [machines] : (sources ?? [machines]),
    config: options.config,
  }
}

/** The scenario file of the same name beside a source. */
export function siblingScenario(file: string): string | undefined {
  const stem = file.replace(/\.[^./\\]+$/, '')
  return SIBLINGS.map((suffix) => `${stem}${suffix}`).find((path) => path !== file && isFile(path))
}

/** Where a scenario file of a source is written that has none. */
export function newSiblingScenario(file: string): string {
  return `${file.replace(/\.[^./\\]+$/, '')}.aslx.yaml`
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function fromOptions(options: OptionValues, io: Io): Scenario {
  const input = options.text('input')
  const seed = options.text('seed')
  const startAt = options.text('start-at')
  const profile = options.text('profile')
  if (seed !== undefined && !/^\d+$/.test(seed))
    throw new UserError('usage', `--seed takes a whole number, and got "${seed}"`)
  if (profile !== undefined && profile !== 'recorded' && profile !== 'documented') {
    throw new UserError('usage', `--profile is recorded or documented, and got "${profile}"`)
  }
  return {
    ...(input !== undefined && { input: readInput(input, io) }),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(startAt !== undefined && { startAt }),
    ...(profile !== undefined && { profile }),
    ...(options.has('force') && { force: true }),
  }
}

/** JSON in place or from standard input, JSON or YAML from a file. */
export function readInput(given: string, io: Io): Json {
  if (given === '-') return parseDataText(stdinOf(io), 'standard input', { jsonOnly: true }).value
  if (given.startsWith('@')) return readDataFile(given.slice(1), 'a file with the input (JSON or YAML)').value
  if (/^\s*(?:[[{"\d-]|(?:true|false|null)\s*$)/.test(given)) {
    return parseDataText(given, '--input', { jsonOnly: true }).value
  }
  throw new UserError('usage', `--input takes JSON, @file or -, and got "${given}"`)
}

function stdinOf(io: Io): string {
  try {
    return io.readStdin()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError('usage', `standard input cannot be read (${reason}): pipe the input in, or use --input @file`)
  }
}

/**
 * The scenario as it concerns one machine. States of another machine of the same source are left out, as one scenario
 * file may serve all machines of a template; a state that none of them has is a UserError with its place in the file.
 */
export function scenarioFor(machine: Machine, given: CommandScenario): Scenario {
  const { scenario, file, locate, sources: written, config } = given
  const own = file === undefined ? scenario : concerning(machine, scenario, { file, locate, sources: written })
  const sources = config && [...written, ...(config.config.sources ?? [])]
  const under = config && sources ? concerning(machine, config.scenario, { ...config, sources }) : {}
  return mergeScenarios({ onUnmockedTask: 'infer', ...under }, own)
}

/** Where a scenario was written, and whose states it may name. */
interface Written {
  readonly file: string
  readonly locate: LocateSource
  readonly sources: readonly string[]
}

/** The part of a written scenario that concerns a machine. */
function concerning(machine: Machine, scenario: Scenario, { file, locate, sources }: Written): Scenario {
  const concerns = (mistake: UserError | undefined, isElsewhere: IsElsewhere, at: string): boolean => {
    if (!mistake) return true
    if (sources.some((source) => othersOf(machine, source).some(isElsewhere))) return false
    throw mistake.placedAt(locate(at) ?? { file })
  }
  const concernsState = (state: string, at: string): boolean =>
    concerns(stateMistake(machine.name, machine.definition, state), hasState(state), at)
  const tasks = Object.entries(scenario.tasks ?? {}).filter(([state]) => concernsState(state, pointer('/tasks', state)))
  const resources = Object.entries(scenario.resources ?? {}).filter(([key]) =>
    concerns(machine.resourceMistake(key), callsResource(key), pointer('/resources', key)),
  )
  const faults = (scenario.faults ?? []).filter((fault, index) => {
    const read = typeof fault === 'string' ? parseFault(fault) : fault
    const { state } = read.site
    if (typeof state !== 'string' || !faultMistake(machine.name, machine.definition, read)) return true
    return concernsState(state, pointer('/faults', index))
  })
  return {
    ...scenario,
    ...(scenario.tasks && { tasks: Object.fromEntries(tasks) }),
    ...(scenario.resources && { resources: Object.fromEntries(resources) }),
    ...(scenario.faults && { faults }),
  }
}

type IsElsewhere = (other: MachineSource) => boolean

function hasState(state: string): IsElsewhere {
  return ({ name, definition }) => stateMistake(name, definition, state) === undefined
}

function callsResource(key: string): IsElsewhere {
  return ({ name, definition, unresolved, functions }) =>
    resourceMistake(name, definition, resourceNames(unresolved, functions), key) === undefined
}

function othersOf(machine: Machine, source: string): readonly MachineSource[] {
  const { file } = splitSource(source)
  return findMachines(file).machines.filter(({ name }) => name !== machine.name || file !== machine.origin.file)
}
