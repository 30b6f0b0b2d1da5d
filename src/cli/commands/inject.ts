import { UserError } from '../../asl/user-error.js'
import { type SweepStrike, Sweeper, strikeStates } from '../../explore/sweep.js'
import { type Fault, parseFault } from '../../faults/fault.js'
import { printSite } from '../../faults/site.js'
import { globPattern, isEveryState, matchesState } from '../../faults/state-pattern.js'
import { stateMistake } from '../../harness/check-scenario.js'
import { type Machine, machineFromSource } from '../../harness/machine.js'
import type { FoundMachines } from '../../iac/found-machines.js'
import type { MachineSource } from '../../iac/machine-source.js'
import { sweepJson } from '../../report/sweep-json.js'
import { type SweptMachine, isFinding, printSweep, printSweepTotal } from '../../report/sweep-text.js'
import type { Command, CommandArgs } from '../command.js'
import { type GivenScenario, givenScenario, scenarioFor } from '../given-scenario.js'
import { findGiven, sourceOperand, splitSource } from '../given.js'
import type { Io } from '../io.js'
import { noteUnresolved } from '../notes.js'
import { colourOf, print, printJson, tell } from '../print.js'
import { replayCommand } from '../replay-command.js'

/** `aslx inject`: strikes every Task that a fault applies to, or one of them, and tells what became of it. */
export const inject: Command = {
  name: 'inject',
  summary: 'strike: one fault at one state, or at every state it applies to; print what handled it',
  operands: '<source> --fault <spec>',
  maxOperands: 1,
  options: ['fault', 'state', 'input', 'scenario', 'seed', 'start-at', 'profile', 'rebase', 'param', 'substitution'],
  formats: ['pretty', 'json'],
  examples: [
    'aslx inject template.yaml --fault oom',
    'aslx inject template.yaml#OrderFlow --fault throttle --state Charge',
    'aslx inject template.yaml --fault oom@Resize.1..2 --format json',
  ],
  async run(args, io) {
    const { options } = args
    const source = sourceOperand(args, 'aslx inject <source> --fault <spec>')
    const asked: Asked = { faults: options.texts('fault').map(parseFault), states: options.texts('state') }
    checkAsked(asked)
    const { machines, skipped } = machinesOf(findGiven(source, options), io)
    const given = givenScenario(source, options, io)
    checkNames(machines, asked)
    const swept: SweptMachine[] = []
    for (const { machine, found } of machines) {
      const only = machines.length + skipped === 1 ? source : `${splitSource(source).file}#${machine.name}`
      swept.push(await sweepOne({ machine, found, source: only }, asked, given, args))
      noteUnresolved(found, options, io)
    }
    const strikes = swept.flatMap((machine) => machine.strikes)
    if (strikes.length === 0) throw nothingToStrike(source, asked)
    if (options.text('format') === 'json') printJson(sweepJson(swept), options, io)
    else print(printAll(swept, args, io), options, io)
    if (strikes.some(isFinding)) return 1
    return skipped > 0 ? 3 : 0
  },
}

/** What to strike, and where. */
interface Asked {
  readonly faults: readonly Fault[]
  /** Names or globs of `--state`; none means every state that a fault applies to. */
  readonly states: readonly string[]
}

function checkAsked({ faults, states }: Asked): void {
  if (faults.length === 0) throw new UserError('usage', 'no fault given: add --fault oom (aslx faults lists them)')
  const sited = faults.find(({ site }) => !isEveryState(site.state))
  if (sited && states.length > 0) {
    throw new UserError('usage', `--fault ${String(sited)} says where it strikes: drop --state, or what follows the @`)
  }
}

interface LoadedMachine {
  readonly machine: Machine
  readonly found: MachineSource
}

/** The machines that can be run; each of the others is told in a line, or thrown if there is nothing else. */
function machinesOf(given: FoundMachines, io: Io): { machines: readonly LoadedMachine[]; skipped: number } {
  const errors = given.problems.map(({ error }) => error)
  const machines = given.machines.flatMap((found): readonly LoadedMachine[] => {
    try {
      return [{ machine: machineFromSource(found), found }]
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      errors.push(error)
      return []
    }
  })
  const [error] = errors
  if (machines.length === 0 && error) throw error
  for (const { message } of errors) tell(io, `skipped: ${message}`)
  return { machines, skipped: errors.length }
}

/** The names of states that were asked for, without globs. */
function namesIn({ faults, states }: Asked): readonly string[] {
  const patterns = [...faults.map(({ site }) => site.state), ...states.map(globPattern)]
  return patterns.filter((pattern) => typeof pattern === 'string')
}

/** UserError for a state that was asked for by name, and that no machine has. */
function checkNames(machines: readonly LoadedMachine[], asked: Asked): void {
  for (const state of namesIn(asked)) {
    const mistakes = machines.map(({ machine }) => stateMistake(machine.name, machine.definition, state))
    const [first] = mistakes
    if (first && !mistakes.includes(undefined)) {
      throw mistakes.find((mistake) => mistake?.message.includes('did you mean')) ?? first
    }
  }
}

async function sweepOne(
  { machine, found, source }: LoadedMachine & { readonly source: string },
  asked: Asked,
  given: GivenScenario,
  { options }: CommandArgs,
): Promise<SweptMachine> {
  const scenario = scenarioFor(machine, given)
  const sweeper = await Sweeper.over(machine, scenario)
  const strikes = await strikesOf(machine, sweeper, asked)
  return {
    machine: machine.name,
    source: found.file,
    baseline: sweeper.baseline,
    strikes,
    unresolved: found.unresolved,
    replayCommand: (run) => replayCommand({ source, scenario, file: given.file }, run, options),
  }
}

async function strikesOf(
  machine: Machine,
  sweeper: Sweeper,
  { faults, states }: Asked,
): Promise<readonly SweepStrike[]> {
  const patterns = states.map(globPattern)
  const named = patterns.some((pattern) => !isEveryState(pattern))
  const strikes: SweepStrike[] = []
  for (const fault of faults) {
    const { state: site } = fault.site
    if (typeof site === 'string' && stateMistake(machine.name, machine.definition, site)) continue
    if (!isEveryState(site)) {
      strikes.push(await sweeper.strike(fault, printSite(fault.site), 'asked'))
      continue
    }
    const wanted = strikeStates(machine, fault.definition, named).filter(
      (state) => patterns.length === 0 || patterns.some((pattern) => matchesState(pattern, state)),
    )
    strikes.push(...(await sweeper.sweep(fault.definition, wanted)))
  }
  return strikes
}

function printAll(swept: readonly SweptMachine[], { options }: CommandArgs, io: Io): string {
  const colour = colourOf(options, io)
  const quiet = options.has('quiet')
  const shown = swept.filter(({ strikes }) => (quiet ? strikes.some(isFinding) : strikes.length > 0))
  return [...shown.map((machine) => printSweep(machine, colour, quiet)), printSweepTotal(swept, colour)].join('\n')
}

function nothingToStrike(source: string, { faults, states }: Asked): UserError {
  const told = faults.map(({ definition }) => `${definition.id} (it strikes ${definition.targets})`).join(', ')
  const where = states.length === 0 ? '' : ` among ${states.join(', ')}`
  return new UserError('usage', `${source}: no Task${where} for ${told}`)
}
