import { UserError } from '../../asl/user-error.js'
import { didYouMean } from '../../asl/suggest.js'
import { baselineEntries, withoutKnown } from '../../explore/baseline.js'
import { type FindingClass, findingClasses, type FindingSeverity, severities } from '../../explore/findings/finding.js'
import { findingsAnnotations } from '../../report/findings-github.js'
import { findingsJson, type LocatedFindings } from '../../report/findings-json.js'
import { printFindings } from '../../report/findings-text.js'
import { printFindingsTotal } from '../../report/findings-total-text.js'
import { printMachineRows } from '../../report/machine-rows-text.js'
import { joinedTexts } from '../../report/screen-text.js'
import { failedMachine, type UnansweredMachine, unloadedMachine } from '../../report/unanswered-machine.js'
import { readBaseline, writeBaseline } from '../baseline-file.js'
import { changedFiles, filesOfMachine } from '../changed-machines.js'
import { siblingScenario } from '../command-scenario.js'
import type { Command, CommandArgs } from '../command.js'
import { exploreSourced } from '../explore-sourced.js'
import type { ExitCode, Io } from '../io.js'
import type { OptionValues } from '../options.js'
import { colourOf, columnsOf, printData, printJson, printText, tell, tellStack } from '../print.js'
import { type ProgressLine, progressLine } from '../progress-line.js'
import { saveScenarios } from '../save-scenario.js'
import { type SourcedMachine, sourcedMachines } from '../sourced-machines.js'
import { sourcedScenarios } from '../sourced-scenarios.js'

/** Columns of what is no terminal: a finding fits a mail and a log. */
const COLUMNS = 80

/** `aslx explore`: finds what goes wrong, without a test: every combination of up to k faults. */
export const explore: Command = {
  operands: '[sources...]',
  maxOperands: Infinity,
  options: [
    'k',
    'budget',
    'save',
    'fail-on',
    'class',
    'baseline',
    'update-baseline',
    'changed',
    'verbose',
    'input',
    'scenario',
    'seed',
    'start-at',
    'profile',
    'param',
    'substitution',
    'tfvars',
  ],
  formats: ['pretty', 'json', 'github'],
  examples: [
    'aslx explore template.yaml',
    'aslx explore infra services --fail-on warning',
    'aslx explore --baseline aslx-baseline.json --changed=main',
    'aslx explore template.yaml#OrderFlow --format json',
  ],
  async run(args, io) {
    const { options } = args
    const progress = progressLine(options, io)
    const failOn = failOnOf(options)
    const classes = classesOf(options)
    const baseline = baselineOf(options)
    const { machines: sourced, problems } = sourcedMachines(args, 'aslx explore [sources...]')
    const machines = changedOf(sourced, options, io)
    for (const { error } of problems) tell(io, error.message)
    const { all, failed } = await exploreAll(machines, args, io, progress)
    const unanswered = [...failed, ...problems.map(({ name, error }) => unloadedMachine(name, error))]
    if (options.has('save')) await saveScenarios(machines, io)
    if (baseline.isUpdate) writeBaseline(baseline.file, baselineEntries(all.map(({ findings }) => findings)))
    const explored = ofClasses(baseline.known ? withoutBaseline(all, baseline.known) : all, classes)
    printAll(explored, unanswered, args, io)
    if (failed.length > 0) return 70
    const isRefused = problems.length > 0 || machines.some(({ refusal }) => refusal)
    // What was just written down is known from now on.
    return exitCode(explored, isRefused, baseline.isUpdate ? undefined : failOn)
  },
}

/** The machines that were explored, and those at which aslx itself failed: these do not keep the others from being told of. */
interface Explored {
  readonly all: readonly LocatedFindings[]
  readonly failed: readonly UnansweredMachine[]
}

async function exploreAll(
  machines: readonly SourcedMachine[],
  args: CommandArgs,
  io: Io,
  progress: ProgressLine,
): Promise<Explored> {
  const scenarioOf = sourcedScenarios(args, io)
  const all: LocatedFindings[] = []
  const failed: UnansweredMachine[] = []
  try {
    for (const machine of machines) {
      const count = all.length + failed.length + 1
      progress.show(`aslx: exploring ${count} of ${machines.length}: ${machine.found.name}`)
      try {
        all.push(await exploreSourced(machine, args, io, scenarioOf))
      } catch (error) {
        if (error instanceof UserError) throw error
        progress.erase()
        failed.push(toldFailure(machine, error, io))
      }
    }
  } finally {
    progress.erase()
  }
  return { all, failed }
}

function toldFailure({ found, file }: SourcedMachine, error: unknown, io: Io): UnansweredMachine {
  if (io.env['ASLX_DEBUG'] === '1' && error instanceof Error) tellStack(io, String(error.stack))
  const failed = failedMachine(found.name, file, error)
  tell(io, failed.error.message)
  return failed
}

type Baseline =
  | { readonly isUpdate: true; readonly file: string; readonly known?: undefined }
  | { readonly isUpdate: false; readonly known: ReturnType<typeof readBaseline> | undefined }

function baselineOf(options: OptionValues): Baseline {
  const file = options.text('baseline')
  if (!options.has('update-baseline')) {
    return { isUpdate: false, known: file === undefined ? undefined : readBaseline(file) }
  }
  if (file === undefined) throw new UserError('usage', '--update-baseline needs --baseline <file>')
  if (options.typed('class').length > 0 || options.text('changed') !== undefined) {
    throw new UserError('usage', '--update-baseline writes all findings: drop --class and --changed')
  }
  return { isUpdate: true, file }
}

/** The machines that `--changed` leaves: all, if the configuration changed itself. */
function changedOf(machines: readonly SourcedMachine[], options: OptionValues, io: Io): readonly SourcedMachine[] {
  const ref = options.text('changed')
  if (ref === undefined) return machines
  const isChanged = changedFiles(ref, io)
  if (options.config && isChanged([options.config.file])) return machines
  return machines.filter(({ found, file }) => isChanged([...filesOfMachine(found), siblingScenario(file) ?? file]))
}

function withoutBaseline(
  all: readonly LocatedFindings[],
  known: ReturnType<typeof readBaseline>,
): readonly LocatedFindings[] {
  const left = withoutKnown(
    all.map(({ findings }) => findings),
    known,
  )
  return all.map((machine, index) => ({ ...machine, findings: left[index] ?? machine.findings }))
}

/** The classes that are asked for; all where none is. UserError for one that there is not. */
function classesOf(options: OptionValues): readonly FindingClass[] {
  const asked = options.typed('class')
  if (asked.length === 0) return findingClasses
  return asked.map((name) => {
    const found = findingClasses.find((known) => known === name)
    if (found !== undefined) return found
    const nearest = didYouMean(name, findingClasses)
    const hint = nearest === undefined ? `it is one of ${findingClasses.join(', ')}` : `did you mean "${nearest}"?`
    throw new UserError('usage', `there is no class "${name}"`, { nearest, hint })
  })
}

function ofClasses(explored: readonly LocatedFindings[], classes: readonly FindingClass[]): readonly LocatedFindings[] {
  return explored.map(({ findings, ...machine }) => ({
    ...machine,
    findings: { ...findings, findings: findings.findings.filter((finding) => classes.includes(finding.class)) },
  }))
}

function printAll(
  explored: readonly LocatedFindings[],
  unanswered: readonly UnansweredMachine[],
  { options }: CommandArgs,
  io: Io,
): void {
  const errors = unanswered.map(({ error }) => error)
  if (options.text('format') === 'json') {
    printJson(findingsJson(explored, errors), options, io)
    return
  }
  if (options.text('format') === 'github') {
    printData(findingsAnnotations(explored, errors), options, io)
    return
  }
  const layout = {
    colour: colourOf(options, io),
    columns: columnsOf(options, io, COLUMNS),
    verbose: options.has('verbose'),
    quiet: options.has('quiet'),
  }
  const all = explored.map(({ findings }) => findings)
  const isOne = all.length === 1 && unanswered.length === 0
  const rows = isOne || layout.quiet ? [] : [printMachineRows(all, unanswered, layout)]
  // A machine that has a row is told of again where there is more to say.
  const blocks = explored.flatMap(
    (located) => printFindings(located, { ...layout, quiet: layout.quiet || !isOne }) ?? [],
  )
  printText(joinedTexts([...rows, ...blocks, printFindingsTotal(all, unanswered, layout)]), options, io)
}

/** The severity from which on a finding fails the command. */
function failOnOf(options: OptionValues): FindingSeverity {
  const asked = options.text('fail-on') ?? 'error'
  const found = severities.find((severity) => severity === asked)
  if (found === undefined) {
    throw new UserError('usage', `--fail-on is one of ${severities.join(', ')}, and got "${asked}"`)
  }
  return found
}

/**
 * Of several codes the worst: a machine that could not be loaded or started never looks green. `failOn`: undefined where no finding
 * fails.
 */
function exitCode(
  explored: readonly LocatedFindings[],
  isRefused: boolean,
  failOn: FindingSeverity | undefined,
): ExitCode {
  const all = explored.map(({ findings }) => findings)
  if (isRefused || all.some(({ broken }) => broken)) return 3
  if (all.some(({ waiverProblems }) => waiverProblems.length > 0)) return 1
  const failing = failOn === undefined ? [] : severities.slice(0, severities.indexOf(failOn) + 1)
  return all.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0
}
