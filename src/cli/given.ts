import { existsSync, statSync } from 'node:fs'
import type { Json } from '../asl/json.js'
import { parseData } from '../asl/parse.js'
import { UserError } from '../asl/user-error.js'
import { isObject } from '../asl/json.js'
import { type Machine, machineFromSource } from '../harness/machine.js'
import { type Scenario, replay } from '../harness/scenario.js'
import { loadScenario } from '../harness/load-scenario.js'
import type { FoundMachines, LoadOptions } from '../iac/found-machines.js'
import { findMachines, loadMachine } from '../iac/load.js'
import type { MachineSource } from '../iac/machine-source.js'
import { readSourceFile } from '../iac/source-file.js'
import type { CommandArgs } from './command.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'

/** The source operand. UserError if there is none. */
export function sourceOperand({ operands }: CommandArgs, usage: string): string {
  const [source] = operands
  if (source === undefined) throw new UserError('usage', `no source given: usage: ${usage}`)
  return source
}

/** `file` and `file#Name`, apart. */
export function splitSource(source: string): { readonly file: string; readonly name: string | undefined } {
  const hash = source.lastIndexOf('#')
  if (hash <= 0 || existsSync(source)) return { file: source, name: undefined }
  return { file: source.slice(0, hash), name: source.slice(hash + 1) }
}

/** `--param` and `--substitution`. */
function loadOptions(options: OptionValues): LoadOptions {
  return {
    parameters: pairs(options.texts('param'), '--param'),
    substitutions: pairs(options.texts('substitution'), '--substitution'),
  }
}

function pairs(texts: readonly string[], option: string): Readonly<Record<string, string>> {
  const entries = texts.map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw new UserError('usage', `${option} takes name=value, and got "${text}"`)
    return [text.slice(0, at), text.slice(at + 1)] as const
  })
  return Object.fromEntries(entries)
}

/** All machines of a source, or the one that `#Name` picks; those that cannot be read are told apart. */
export function findGiven(source: string, options: OptionValues): FoundMachines {
  const { file, name } = splitSource(source)
  if (name === undefined) return findMachines(file, loadOptions(options))
  return { machines: [loadMachine(source, loadOptions(options))], problems: [] }
}

/** The one machine of a source. UserError if it holds several and none is named. */
export function loadGiven(source: string, options: OptionValues): Machine {
  return machineFromSource(loadMachine(source, loadOptions(options)))
}

export function machineOf(source: MachineSource): Machine {
  return machineFromSource(source)
}

/** The scenario of a command line, and where its base comes from. */
export interface GivenScenario {
  readonly scenario: Scenario
  /** The scenario file, if there is one. */
  readonly file: string | undefined
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
  const file = given ?? siblingScenario(splitSource(source).file)
  const base = file === undefined ? {} : loadScenario(file)
  const scenario = { onUnmockedTask: 'infer' as const, ...base, ...fromOptions(options, io), ...replayed }
  return { scenario, file }
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

function readInput(given: string, io: Io): Json {
  if (given === '-') return parseData(io.readStdin(), 'standard input')
  if (given.startsWith('@')) return parseData(readSourceFile(given.slice(1)), given.slice(1))
  const value = parseData(given, '--input')
  // YAML takes almost any text; what is no JSON here is a slip of the shell.
  if (typeof value === 'string' && !given.trim().startsWith('"')) {
    throw new UserError('usage', `--input takes JSON, @file or -, and got ${given}`)
  }
  return isObject(value) ? { ...value } : value
}
