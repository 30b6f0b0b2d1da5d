import { dirname, relative } from 'node:path'
import { UserError } from '../../asl/user-error.js'
import { isFolder } from '../../iac/source-file.js'
import { splitSource } from '../../iac/split-source.js'
import { findSuites, isMockConfigName } from '../../harness/scenarios/suite/find-suites.js'
import { mockedErrorNotes } from '../../harness/machines/mocked-errors.js'
import { loadMockConfig } from '../../harness/scenarios/mock-config/read-mock-config.js'
import { mockSuite } from '../../harness/scenarios/suite/mock-suite.js'
import { loadSuite } from '../../harness/scenarios/suite/read-suite.js'
import type { Suite } from '../../harness/scenarios/suite/suite.js'
import { githubAnnotations } from '../../report/github.js'
import { junitXml } from '../../report/junit.js'
import { suiteJson } from '../../report/suite-json.js'
import { countsText, printSuites } from '../../report/suite-text.js'
import type { CaseResult } from '../../verify/expectations/try-case.js'
import {
  type CaseSelection,
  type TimedResult,
  parseShard,
  selectCases,
  trySuites,
} from '../../verify/expectations/try-suites.js'
import type { Command, CommandArgs } from '../command.js'
import { readInput } from '../command-scenario.js'
import { type ExitCode, type Io, worstExitCode } from '../io.js'
import type { OptionValues } from '../options.js'
import { colourOf, printData, printJson, printText, tell } from '../print.js'
import { shellQuote } from '../shell-quote.js'

const FORMATS = ['pretty', 'json', 'junit', 'github'] as const

/** `aslx test`: the cases that people wrote down in files, and what became of each. */
export const test: Command = {
  operands: '[files, folders or patterns]',
  maxOperands: Number.POSITIVE_INFINITY,
  options: ['filter', 'shard', 'bail', 'watch', 'reporter', 'mock-config', 'machine', 'input'],
  formats: FORMATS,
  examples: [
    'aslx test',
    "aslx test 'orders/**/*.aslx.yaml' --filter refund",
    'aslx test --reporter junit --output aslx.xml --shard 1/2',
    'aslx test MockConfigFile.json --machine template.yaml#OrderFlow',
  ],
  async run(args, io) {
    const format = formatOf(args.options)
    const shard = args.options.text('shard')
    const selection: CaseSelection = {
      filter: args.options.text('filter'),
      bail: args.options.has('bail'),
      ...(shard !== undefined && { shard: parseShard(shard) }),
    }
    if (!args.options.has('watch')) return testOnce(args, selection, format, io)
    return testAgain(args, selection, format, io)
  },
}

function formatOf(options: OptionValues): string {
  const named = options.text('reporter') ?? options.text('format') ?? FORMATS[0]
  const both = options.text('reporter') !== undefined && options.text('format') !== undefined
  if (both) throw new UserError('usage', '--reporter and --format at once: they are the same, drop one')
  if (FORMATS.some((format) => format === named)) return named
  throw new UserError('usage', `test has no reporter "${named}": it prints ${FORMATS.join(', ')}`)
}

async function testOnce(args: CommandArgs, selection: CaseSelection, format: string, io: Io): Promise<ExitCode> {
  return (await testSuites(suitesOf(args, io), args, selection, format, io)).code
}

/** Runs, waits for a change, and runs again, until nothing can change any more; a mistake is told, and waited for. */
async function testAgain(args: CommandArgs, selection: CaseSelection, format: string, io: Io): Promise<ExitCode> {
  for (;;) {
    let folders: readonly string[] = args.operands.map((path) => dirname(path))
    let code: ExitCode = 2
    try {
      const suites = suitesOf(args, io)
      folders = suites.flatMap(foldersOf)
      code = (await testSuites(suites, args, selection, format, io)).code
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      tell(io, error.message)
    }
    if (!(await (io.waitForChange?.(folders, args.options.text('output')) ?? Promise.resolve(false)))) return code
  }
}

function foldersOf({ file, cases }: Suite): readonly string[] {
  const sources = new Set(cases.map(({ machine }) => splitSource(machine).file))
  return [dirname(file), ...[...sources].map((source) => dirname(source))]
}

/** The suites that are meant; a file that cannot be read is a suite of one mistake. */
function suitesOf({ operands, options }: CommandArgs, io: Io): readonly Suite[] {
  const mocks = options.text('mock-config')
  const machine = options.text('machine')
  const named = [...operands, ...(mocks === undefined ? [] : [mocks])]
  const files = named.length === 0 ? ownSuites(options) : findSuites(named)
  const input = options.text('input')
  if (machine === undefined && input !== undefined)
    throw new UserError('usage', '--input is for the cases of --machine')
  const scenario = input === undefined ? {} : { input: readInput(input, io) }
  return files.flatMap((file) => {
    const isMocks = file === mocks || isMockConfigName(file)
    if (isMocks && machine === undefined) {
      const message = `${file}: name its machine: --machine template.yaml#Name`
      if (named.includes(file)) throw new UserError('usage', message)
      tell(io, `skipped: ${message}`)
      return []
    }
    return [
      readable(file, () => (isMocks ? mockSuite(loadMockConfig(file), machine ?? '', scenario) : loadSuite(file))),
    ]
  })
}

/** The suites below this folder and beside the sources of the configuration: UserError if there is none at all. */
function ownSuites({ config }: OptionValues): readonly string[] {
  const folders = (config?.config.sources ?? []).map((source) => {
    const { file } = splitSource(source)
    return isFolder(file) ? file : dirname(file)
  })
  const outside = [...new Set(folders)].filter((folder) => relative('.', folder).startsWith('..') && isFolder(folder))
  const found = outside.length === 0 ? [] : [...new Set(['.', ...outside].flatMap(suitesIn))]
  return found.length === 0 ? findSuites(['.']) : found
}

/** One of several folders: that it has no suite is no mistake. */
function suitesIn(folder: string): readonly string[] {
  try {
    return findSuites([folder])
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

function readable(file: string, load: () => Suite): Suite {
  try {
    return load()
  } catch (error) {
    if (error instanceof UserError) return { file, cases: [], mistakes: [error] }
    throw error
  }
}

async function testSuites(
  suites: readonly Suite[],
  { options }: CommandArgs,
  selection: CaseSelection,
  format: string,
  io: Io,
): Promise<{ readonly code: ExitCode }> {
  const hasMistakes = suites.some(({ mistakes }) => mistakes.length > 0)
  if (!hasMistakes && selection.shard === undefined && selectCases(suites, selection).length === 0) {
    throw new UserError('usage', `no case has "${selection.filter ?? ''}" in its name: see the names without --filter`)
  }
  const results = await trySuites(suites, selection, io.realMs)
  printResults(results, options, format, io)
  if (!options.has('quiet')) noteMockedErrors(results, io)
  return { code: exitCode(results) }
}

/** A note of the first case of a file that has it. */
function noteMockedErrors(results: readonly TimedResult[], io: Io): void {
  const notes = results.flatMap((result) =>
    result.outcome === 'broken' ? [] : mockedErrorNotes(result.run).map((note) => `note: ${result.file}: ${note}`),
  )
  for (const note of new Set(notes)) tell(io, note)
}

function printResults(results: readonly TimedResult[], options: OptionValues, format: string, io: Io): void {
  const replayCommand = (result: CaseResult): string => replayOf(result, options)
  if (format === 'json') printJson(suiteJson(results), options, io)
  else if (format === 'junit') printData(junitXml(results, replayCommand), options, io)
  else if (format === 'github') printData(githubAnnotations(results, 'aslx test'), options, io)
  else {
    const colour = colourOf(options, io)
    printText(printSuites(results, { colour, quiet: options.has('quiet'), replayCommand }), options, io)
  }
  const file = options.text('output')
  if (file !== undefined && !options.has('quiet')) tell(io, `${countsText(results)}; written to ${file}`)
}

/** The command that runs the case again. */
function replayOf({ file, name }: CaseResult, options: OptionValues): string {
  const words = ['aslx', 'test', file.startsWith('-') ? `./${file}` : file]
  for (const option of ['machine', 'input'] as const) {
    const value = options.text(option)
    if (
      value !== undefined &&
      (option !== 'machine' || isMockConfigName(file) || file === options.text('mock-config'))
    ) {
      words.push(`--${option}`, value)
    }
  }
  return [...words, `--filter`, name].map(shellQuote).join(' ')
}

const MISTAKES = { usage: 2, definition: 3, unsupported: 4 } as const

/** The worst of all: a mistake, or a case that failed. */
function exitCode(results: readonly TimedResult[]): ExitCode {
  return worstExitCode(
    results.map((result) =>
      result.outcome === 'broken' ? MISTAKES[result.mistake.kind] : result.outcome === 'failed' ? 1 : 0,
    ),
  )
}
