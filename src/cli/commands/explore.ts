import { UserError } from '../../asl/user-error.js'
import { didYouMean } from '../../asl/suggest.js'
import { baselineEntries, withoutKnown } from '../../explore/baseline.js'
import { type FindingClass, findingClasses } from '../../explore/findings/finding.js'
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
import { exploreExitCode, failOnOf } from '../explore-exit.js'
import { exploreSourced } from '../explore-sourced.js'
import { dryFix, fixFindings, type FixResult } from '../fix-findings.js'
import { fixJson, fixLines } from '../../report/fix-text.js'
import type { MachineProblem } from '../../iac/found-machines.js'
import type { Io } from '../io.js'
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
    'fix',
    'dry-run',
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
    const failOn = failOnOf(options)
    const classes = classesOf(options)
    const baseline = baselineOf(options)
    const first = await exploreSources(args, io)
    for (const { error } of first.problems) tell(io, error.message)
    if (options.has('dry-run')) printText(dryFix(first.all), options, io)
    const isFixed = options.has('fix') && !options.has('dry-run')
    const fixed = isFixed ? await fixFindings(first, () => exploreSources(args, io)) : undefined
    const { all, failed, machines, problems } = fixed?.explored ?? first
    const unanswered = [...failed, ...problems.map(({ name, error }) => unloadedMachine(name, error))]
    if (options.has('save')) await saveScenarios(machines, io)
    if (baseline.isUpdate) writeBaseline(baseline.file, baselineEntries(all.map(({ findings }) => findings)))
    const explored = ofClasses(baseline.known ? withoutBaseline(all, baseline.known) : all, classes)
    if (!options.has('dry-run')) printAll(explored, unanswered, fixed, args, io)
    if (failed.length > 0) return 70
    const isRefused = problems.length > 0 || machines.some(({ refusal }) => refusal)
    // What was just written down is known from now on.
    return exploreExitCode(explored, isRefused, baseline.isUpdate ? undefined : failOn)
  },
}

/** What exploring the sources of a command line came to. */
interface ExploredSources extends Explored {
  readonly machines: readonly SourcedMachine[]
  readonly problems: readonly MachineProblem[]
}

async function exploreSources(args: CommandArgs, io: Io): Promise<ExploredSources> {
  const { options } = args
  const { machines: sourced, problems } = sourcedMachines(args, 'aslx explore [sources...]')
  const machines = changedOf(sourced, options, io)
  return { machines, problems, ...(await exploreAll(machines, args, io, progressLine(options, io))) }
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
      const show = (): void => progress.show(`aslx: exploring ${count} of ${machines.length}: ${machine.found.name}`)
      show()
      try {
        all.push(await exploreSourced(machine, args, io, scenarioOf, show))
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
  fixed: FixResult<unknown> | undefined,
  { options }: CommandArgs,
  io: Io,
): void {
  const errors = unanswered.map(({ error }) => error)
  if (options.text('format') === 'json') {
    printJson(
      { ...findingsJson(explored, errors), ...(fixed && { fixes: fixed.plan.fixes.map(fixJson) }) },
      options,
      io,
    )
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
  const fixes = fixed ? [fixLines(fixed.plan.fixes, layout.columns)] : []
  printText(joinedTexts([...rows, ...blocks, ...fixes, printFindingsTotal(all, unanswered, layout)]), options, io)
}
