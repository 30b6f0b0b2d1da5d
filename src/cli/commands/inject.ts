import { UserError } from '../../asl/user-error.js'
import { type FaultTarget, faultTargets } from '../../faults/fault-target.js'
import type { Fault } from '../../faults/fault.js'
import { kindredChoice, whyNowhere } from '../../faults/planned-sites.js'
import { globPattern, matchesState } from '../../faults/state-pattern.js'
import { faultMistake } from '../../harness/checks/check-scenario.js'
import { raisedMistake } from '../../harness/checks/raised-mistake.js'
import { plannedSitesJson, printPlannedSites } from '../../report/planned-sites-text.js'
import { sweepJson } from '../../report/sweep-json.js'
import { isFinding } from '../../report/outcome-style.js'
import { errorJson } from '../../report/error-json.js'
import { joinedTexts, type ScreenText } from '../../report/screen-text.js'
import { type SweptMachine, printSweep, printSweepTotal } from '../../report/sweep-text.js'
import { type AskedFaults, askedFaults } from '../asked-faults.js'
import type { Command, CommandArgs } from '../command.js'
import { sourcesOf } from '../command-source.js'
import { type ExitCode, type Io, worstExitCode } from '../io.js'
import { noteUnresolved } from '../notes.js'
import { colourOf, columnsOf, printJson, printText, tell } from '../print.js'
import { sourcedMachines } from '../sourced-machines.js'
import { sourcedScenarios } from '../sourced-scenarios.js'
import { type LoadedMachine, plannedIn, sweepMachine } from '../sweep-machine.js'

/** `aslx inject`: strikes every state that faults apply to, or some of them, and tells what became of it. */
export const inject: Command = {
  operands: '[sources...] --fault <spec>',
  maxOperands: Infinity,
  options: [
    'fault',
    'state',
    'times',
    'k',
    'input',
    'scenario',
    'seed',
    'start-at',
    'profile',
    'rebase',
    'force',
    'param',
    'substitution',
    'tfvars',
    'dry-run',
  ],
  formats: ['pretty', 'matrix', 'json'],
  examples: [
    'aslx inject template.yaml --fault oom',
    'aslx inject template.yaml --fault all',
    'aslx inject template.yaml --fault all --format matrix',
    'aslx inject template.yaml --fault family:s3 --fault throttle --times once --k 2',
    'aslx inject template.yaml#OrderFlow --fault throttle --state Charge',
    'aslx inject template.yaml --fault oom@Resize.1..2 --format json',
    "aslx inject template.yaml --fault 'throttle@fn:Resize*:50%' --dry-run",
  ],
  async run(args, io) {
    const { options } = args
    const asked = askedFaults(options)
    const { machines, errors } = runnableMachines(args, io)
    const scenarioOf = sourcedScenarios(args, io)
    const named = sourcesOf(args).join(', ')
    checkNames(machines, asked, options.has('force'))
    if (options.has('dry-run')) return dryRun(machines, asked, named, args, io)
    const swept: SweptMachine[] = []
    for (const machine of machines) {
      swept.push(await sweepMachine(machine, asked, scenarioOf(machine.file), options, (line) => tell(io, line)))
      noteUnresolved(machine.found, options, io)
    }
    const strikes = swept.flatMap((machine) => machine.strikes)
    if (strikes.length === 0) throw nothingToStrike(named, asked, machines)
    if (options.text('format') === 'json')
      printJson({ ...sweepJson(swept), errors: errors.map(errorJson) }, options, io)
    else printText(printAll(swept, args, io), options, io)
    return worstExitCode([errors.length > 0 ? 3 : 0, strikes.some(isFinding) ? 1 : 0])
  },
}

interface RunnableMachine extends LoadedMachine {
  readonly source: string
  readonly file: string
}

/** The machines that can be run; each of the others is told in a line, or thrown if there is nothing else. */
function runnableMachines(
  args: CommandArgs,
  io: Io,
): { machines: readonly RunnableMachine[]; errors: readonly UserError[] } {
  const { machines: all, problems } = sourcedMachines(args, `aslx inject ${inject.operands}`)
  const errors = [...problems.map(({ error }) => error), ...all.flatMap(({ refusal }) => refusal ?? [])]
  const machines = all.flatMap(({ machine, ...rest }) => (machine ? [{ ...rest, machine }] : []))
  const [error] = errors
  if (machines.length === 0 && error) throw error
  for (const { message } of errors) tell(io, `skipped: ${message}`)
  return { machines, errors }
}

/** The faults at each state that was asked for: one of them has to be at home in a machine. */
function faultsByState({ faults, states }: AskedFaults): readonly (readonly Fault[])[] {
  return [...faults.map((fault) => [fault]), ...states.map((state) => faults.map((fault) => fault.at(state)))]
}

/** UserError for a state that was asked for by name and that no machine has, and for an error that never comes there. */
function checkNames(machines: readonly LoadedMachine[], asked: AskedFaults, force: boolean): void {
  const neverRaised = force ? () => undefined : raisedMistake
  for (const faults of faultsByState(asked)) {
    const mistakes = machines.map(({ machine: { name, definition } }) => {
      const found = faults.map((fault) => faultMistake(name, definition, fault) ?? neverRaised(name, definition, fault))
      return found.includes(undefined) ? undefined : found[0]
    })
    const [first] = mistakes
    if (first && !mistakes.includes(undefined)) {
      throw mistakes.find((mistake) => mistake?.nearest !== undefined) ?? first
    }
  }
}

/** Prints what would be struck. UserError if that is nothing. */
function dryRun(
  machines: readonly LoadedMachine[],
  { faults, states }: AskedFaults,
  source: string,
  { options }: CommandArgs,
  io: Io,
): ExitCode {
  const sited = states.length === 0 ? faults : faults.flatMap((fault) => states.map((state) => fault.at(state)))
  const planned = machines
    .map(({ machine, found }) => ({
      machine: machine.name,
      source: found.file,
      sites: plannedIn(machine, found, sited),
    }))
    .filter(({ sites }) => sites.length > 0)
  if (planned.length === 0) throw nothingPlanned(source, sited, machines)
  if (options.text('format') === 'json') printJson(plannedSitesJson(planned), options, io)
  else printText(printPlannedSites(planned, colourOf(options, io)), options, io)
  return 0
}

function nothingPlanned(source: string, faults: readonly Fault[], machines: readonly LoadedMachine[]): UserError {
  const [first] = machines
  const told = faults.map((fault) => {
    const why = first && whyNowhere(fault, faultTargets(first.machine.definition, first.machine.type))
    return why === undefined ? String(fault) : `${String(fault)} (${why})`
  })
  return new UserError('usage', `${source}: nothing to strike for ${told.join(', ')}`)
}

function printAll(swept: readonly SweptMachine[], { options }: CommandArgs, io: Io): ScreenText {
  const colour = colourOf(options, io)
  const quiet = options.has('quiet')
  const isMatrix = options.text('format') === 'matrix'
  const shown = swept.filter(({ strikes }) => (quiet ? strikes.some(isFinding) : strikes.length > 0))
  const columns = columnsOf(options, io)
  const blocks = shown.map((machine) => printSweep(machine, { colour, quiet, columns, isMatrix }))
  return joinedTexts([...blocks, printSweepTotal(swept, colour)])
}

function nothingToStrike(source: string, asked: AskedFaults, machines: readonly LoadedMachine[]): UserError {
  const { faults, written, states } = asked
  const each = faults.map(({ definition }) => `${definition.id} (it strikes ${definition.targets})`)
  const told = (faults.length > written.length ? written : each).join(', ')
  const where = states.length === 0 ? '' : ` among ${states.join(', ')}`
  const [only, ...more] = faults
  const instead = only && more.length === 0 ? kindredChoice(only, targetsAmong(machines, states)) : ''
  return new UserError('usage', `${source}: no Task${where} for ${told}${instead}`)
}

/** The states of machines that `--state` may mean. */
function targetsAmong(machines: readonly LoadedMachine[], states: readonly string[]): readonly FaultTarget[] {
  const patterns = (states.length === 0 ? ['*'] : states).map(globPattern)
  return machines
    .flatMap(({ machine }) => faultTargets(machine.definition, machine.type))
    .filter(({ name }) => patterns.some((pattern) => matchesState(pattern, name)))
}
