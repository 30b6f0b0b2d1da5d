import { UserError } from '../../asl/user-error.js'
import { exploreMachine, refusedMachine } from '../../explore/explore-machine.js'
import { type FindingSeverity, severities } from '../../explore/findings/finding.js'
import { errorJson } from '../../report/error-json.js'
import { findingsJson, type LocatedFindings } from '../../report/findings-json.js'
import { printFindings, printFindingsTotal } from '../../report/findings-text.js'
import { joinedTexts } from '../../report/screen-text.js'
import type { Command, CommandArgs } from '../command.js'
import { commandScenario, scenarioFor } from '../command-scenario.js'
import type { ExitCode, Io } from '../io.js'
import type { OptionValues } from '../options.js'
import { colourOf, columnsOf, printJson, printText, tell } from '../print.js'
import { type SourcedMachine, sourcedMachines } from '../sourced-machines.js'

/** `aslx explore`: finds what goes wrong, without a test: every combination of up to k faults. */
export const explore: Command = {
  operands: '[sources...]',
  maxOperands: Infinity,
  options: [
    'k',
    'fail-on',
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
  formats: ['pretty', 'json'],
  examples: [
    'aslx explore template.yaml',
    'aslx explore infra services --fail-on warning',
    'aslx explore template.yaml#OrderFlow --format json',
  ],
  async run(args, io) {
    const { options } = args
    const failOn = failOnOf(options)
    const { machines, problems } = sourcedMachines(args, 'aslx explore [sources...]')
    for (const { message } of problems) tell(io, message)
    const explored: LocatedFindings[] = []
    for (const machine of machines) explored.push(await exploreSourced(machine, args, io))
    printAll(explored, problems, args, io)
    return exitCode(explored, problems.length > 0 || machines.some(({ refusal }) => refusal), failOn)
  },
}

async function exploreSourced(sourced: SourcedMachine, { options }: CommandArgs, io: Io): Promise<LocatedFindings> {
  const { machine, found, file } = sourced
  if (!machine) return { findings: refusedMachine(found), locate: found.locate }
  const scenario = scenarioFor(machine, commandScenario(file, options, io))
  const findings = await exploreMachine(machine, { scenario, k: Number(options.text('k') ?? 2) })
  return { findings, locate: found.locate }
}

function printAll(
  explored: readonly LocatedFindings[],
  problems: readonly UserError[],
  { options }: CommandArgs,
  io: Io,
): void {
  if (options.text('format') === 'json') {
    printJson(findingsJson(explored, problems.map(errorJson)), options, io)
    return
  }
  const layout = {
    colour: colourOf(options, io),
    columns: columnsOf(options, io),
    verbose: options.has('verbose'),
    quiet: options.has('quiet'),
  }
  const blocks = explored.flatMap(({ findings, locate }) => printFindings(findings, locate, layout) ?? [])
  const total = printFindingsTotal(
    explored.map(({ findings }) => findings),
    layout,
  )
  printText(joinedTexts([...blocks, total]), options, io)
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

/** Of several codes the worst: a machine that could not be loaded or started never looks green. */
function exitCode(explored: readonly LocatedFindings[], isRefused: boolean, failOn: FindingSeverity): ExitCode {
  if (isRefused || explored.some(({ findings }) => findings.broken)) return 3
  const failing = severities.slice(0, severities.indexOf(failOn) + 1)
  return explored.some(({ findings }) => findings.findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0
}
