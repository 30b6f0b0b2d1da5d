import { statSync } from 'node:fs'
import { type Json, pointer } from '../asl/json.js'
import { type LocateSource, printPosition } from '../asl/positions.js'
import { UserError } from '../asl/user-error.js'
import { parseFault } from '../faults/fault.js'
import { stateMistake } from '../harness/check-scenario.js'
import { loadWrittenScenario } from '../harness/load-scenario.js'
import type { Machine } from '../harness/machine.js'
import { type Scenario, replay } from '../harness/scenario.js'
import { parseWritten, readWritten } from '../harness/written-data.js'
import { findMachines } from '../iac/load.js'
import { splitSource } from './given.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'

/** The scenario of a command line, and where its base comes from. */
export interface GivenScenario {
  readonly scenario: Scenario
  /** The scenario file, if there is one. */
  readonly file: string | undefined
  /** Where the parts of the file stand. */
  readonly locate: LocateSource
  /** The file of the machines: their states may all be in the one scenario file. */
  readonly source: string
}

const SIBLINGS = ['.aslx.yaml', '.aslx.yml', '.aslx.json']

/**
 * The scenario from `--scenario` (a file, or the string of an earlier run), or from the file of the same name beside the
 * source (`template.aslx.yaml` beside `template.yaml`), with `--input`, `--seed` and so on laid over it. A Task that
 * it does not answer gets an inferred answer.
 */
export function givenScenario(source: string, options: OptionValues, io: Io): GivenScenario {
  const named = options.texts('scenario')
  const [text, secondText] = named.filter((name) => name.startsWith('aslx:'))
  const [given, secondFile] = named.filter((name) => !name.startsWith('aslx:'))
  if (secondText !== undefined || secondFile !== undefined) {
    throw new UserError('usage', '--scenario takes one file and one scenario string at most')
  }
  const replayed = text === undefined ? {} : replay(text, { rebase: options.has('rebase') })
  const machines = splitSource(source).file
  const file = given ?? siblingScenario(machines)
  const written = file === undefined ? undefined : loadWrittenScenario(file)
  return {
    scenario: { onUnmockedTask: 'infer', ...written?.scenario, ...fromOptions(options, io), ...replayed },
    file,
    locate: written?.locate ?? (() => undefined),
    source: machines,
  }
}

function siblingScenario(file: string): string | undefined {
  const stem = file.replace(/\.[^./\\]+$/, '')
  return SIBLINGS.map((suffix) => `${stem}${suffix}`).find((path) => path !== file && isFile(path))
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
  }
}

/** JSON in place or from standard input, JSON or YAML from a file. */
function readInput(given: string, io: Io): Json {
  if (given === '-') return parseWritten(stdinOf(io), 'standard input', { jsonOnly: true }).value
  if (given.startsWith('@')) return readWritten(given.slice(1), 'a file with the input (JSON or YAML)').value
  if (/^\s*(?:[[{"\d-]|(?:true|false|null)\s*$)/.test(given)) {
    return parseWritten(given, '--input', { jsonOnly: true }).value
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
export function scenarioFor(machine: Machine, { scenario, file, locate, source }: GivenScenario): Scenario {
  if (file === undefined) return scenario
  const concerns = (state: string, at: string): boolean => {
    const mistake = stateMistake(machine.name, machine.definition, state)
    if (!mistake) return true
    if (isElsewhere(state, machine, source)) return false
    const position = locate(at)
    throw new UserError(mistake.kind, `${position ? printPosition(position) : file}: ${mistake.message}`)
  }
  const tasks = Object.entries(scenario.tasks ?? {}).filter(([state]) => concerns(state, pointer('/tasks', state)))
  const faults = (scenario.faults ?? []).filter((fault, index) => {
    const { state } = (typeof fault === 'string' ? parseFault(fault) : fault).site
    return typeof state !== 'string' || concerns(state, pointer('/faults', index))
  })
  return {
    ...scenario,
    ...(scenario.tasks && { tasks: Object.fromEntries(tasks) }),
    ...(scenario.faults && { faults }),
  }
}

function isElsewhere(state: string, machine: Machine, source: string): boolean {
  return findMachines(source).machines.some(
    ({ name, definition }) => name !== machine.name && stateMistake(name, definition, state) === undefined,
  )
}
