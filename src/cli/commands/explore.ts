import { UserError } from '../../asl/user-error.js'
import { didYouMean } from '../../asl/suggest.js'
import { baselineEntries, withoutKnown } from '../../explore/baseline.js'
import { type FindingClass, findingClasses, type FindingSeverity, severities } from '../../explore/findings/finding.js'
import type { MachineProblem } from '../../iac/found-machines.js'
import { errorJson } from '../../report/error-json.js'
import { findingsAnnotations } from '../../report/findings-github.js'
import { findingsJson, type LocatedFindings } from '../../report/findings-json.js'
import { printFindings } from '../../report/findings-text.js'
import { printFindingsTotal } from '../../report/findings-total-text.js'
import { printMachineRows } from '../../report/machine-rows-text.js'
import { joinedTexts } from '../../report/screen-text.js'
import { readBaseline, writeBaseline } from '../baseline-file.js'
import { changedFiles, filesOfMachine } from '../changed-machines.js'
import { siblingScenario } from '../command-scenario.js'
import type { Command, CommandArgs } from '../command.js'
import { exploreSourced } from '../explore-sourced.js'
import type { ExitCode, Io } from '../io.js'
import type { OptionValues } from '../options.js'
import { colourOf, columnsOf, printData, printJson, printText, tell } from '../print.js'
import { type ProgressLine, progressLine } from '../progress-line.js'
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
    const all = await exploreAll(machines, args, io, progress)
    if (baseline.isUpdate) writeBaseline(baseline.file, baselineEntries(all.map(({ findings }) => findings)))
    const explored = ofClasses(baseline.known ? withoutBaseline(all, baseline.known) : all, classes)
    printAll(explored, problems, args, io)
    const isRefused = problems.length > 0 || machines.some(({ refusal }) => refusal)
    // What was just written down is known from now on.
    return exitCode(explored, isRefused, baseline.isUpdate ? undefined : failOn)
  },
}

async function exploreAll(
  machines: readonly SourcedMachine[],
  args: CommandArgs,
  io: Io,
  progress: ProgressLine,
): Promise<readonly LocatedFindings[]> {
  const scenarioOf = sourcedScenarios(args, io)
  const all: LocatedFindings[] = []
  try {
    for (const machine of machines) {
      progress.show(`aslx: exploring ${all.length + 1} of ${machines.length}: ${machine.found.name}`)
      all.push(await exploreSourced(machine, args, io, scenarioOf))
    }
  } finally {
    progress.erase()
  }
  return all
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
  problems: readonly MachineProblem[],
  { options }: CommandArgs,
  io: Io,
): void {
  const errors = problems.map(({ error }) => error)
  if (options.text('format') === 'json') {
    printJson(findingsJson(explored, errors.map(errorJson)), options, io)
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
  const isOne = all.length === 1 && problems.length === 0
  const unloaded = problems.map(({ name }) => name)
  const rows = isOne || layout.quiet ? [] : [printMachineRows(all, unloaded, layout)]
  // A machine that has a row is told of again where there is more to say.
  const blocks = explored.flatMap(
    (located) => printFindings(located, { ...layout, quiet: layout.quiet || !isOne }) ?? [],
  )
  printText(joinedTexts([...rows, ...blocks, printFindingsTotal(all, unloaded.length, layout)]), options, io)
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
