import { UserError } from '../../asl/user-error.js'
import { type SweepStrike, Sweeper, strikeStates } from '../../explore/sweep.js'
import { type Fault, parseFault } from '../../faults/fault.js'
import { printSite } from '../../faults/site.js'
import { isEveryState, globPattern, matchesState } from '../../faults/state-pattern.js'
import type { Machine } from '../../harness/machine.js'
import type { Scenario } from '../../harness/scenario.js'
import { sweepJson } from '../../report/sweep-json.js'
import { type SweptMachine, isFinding, printSweep, printSweepTotal } from '../../report/sweep-text.js'
import type { Command, CommandArgs } from '../command.js'
import { findGiven, givenScenario, machineOf, sourceOperand, splitSource } from '../given.js'
import type { Io } from '../io.js'
import { colourOf, print, printJson } from '../print.js'
import { replayCommand } from '../replay-command.js'

/** `aslx inject`: strikes every Task that a fault applies to, or one of them, and tells what became of it. */
export const inject: Command = {
  name: 'inject',
  summary: 'strike: one fault at one state, or at every state it applies to; print what handled it',
  operands: '<source> --fault <spec>',
  maxOperands: 1,
  options: ['fault', 'state', 'input', 'scenario', 'seed', 'start-at', 'profile', 'param', 'substitution'],
  formats: ['pretty', 'json'],
  examples: [
    'aslx inject template.yaml --fault oom',
    'aslx inject template.yaml#OrderFlow --fault throttle --state Charge',
    'aslx inject template.yaml --fault oom@Resize.1..2 --format json',
  ],
  async run(args, io) {
    const { options } = args
    const source = sourceOperand(args, 'aslx inject <source> --fault <spec>')
    const faults = options.texts('fault').map(parseFault)
    if (faults.length === 0) throw new UserError('usage', 'no fault given: add --fault oom (aslx faults lists them)')
    const swept = await sweepSource(source, faults, args, io)
    const strikes = swept.flatMap((machine) => machine.strikes)
    if (strikes.length === 0) throw nothingToStrike(source, faults)
    if (options.text('format') === 'json') printJson(sweepJson(swept), options, io)
    else print(printAll(swept, args, io), options, io)
    return strikes.some(isFinding) ? 1 : 0
  },
}

function printAll(swept: readonly SweptMachine[], { options }: CommandArgs, io: Io): string {
  const colour = colourOf(options, io)
  const quiet = options.has('quiet')
  const shown = swept.filter(({ strikes }) => (quiet ? strikes.some(isFinding) : strikes.length > 0))
  return [...shown.map((machine) => printSweep(machine, colour, quiet)), printSweepTotal(swept, colour)].join('\n')
}

async function sweepSource(
  source: string,
  faults: readonly Fault[],
  { options }: CommandArgs,
  io: Io,
): Promise<readonly SweptMachine[]> {
  const { machines, problems } = findGiven(source, options)
  const [problem] = problems
  if (machines.length === 0 && problem) throw problem.error
  for (const { error } of problems) io.stderr(`aslx: skipped: ${error.message}\n`)
  const { scenario, file } = givenScenario(source, options, io)
  const swept: SweptMachine[] = []
  for (const found of machines) {
    const machine = machineOf(found)
    const strikes = await sweepMachine(machine, faults, options.texts('state'), scenario)
    const one = machines.length === 1 ? source : `${splitSource(source).file}#${machine.name}`
    const repeat = ({ run }: SweepStrike): string => replayCommand(one, run, options, file)
    swept.push({ machine: machine.name, source: found.file, strikes, replayCommand: repeat })
  }
  return swept
}

async function sweepMachine(
  machine: Machine,
  faults: readonly Fault[],
  states: readonly string[],
  scenario: Scenario,
): Promise<readonly SweepStrike[]> {
  const sweeper = await Sweeper.over(machine, scenario)
  const strikes: SweepStrike[] = []
  for (const fault of faults) {
    if (!isEveryState(fault.site.state)) {
      strikes.push(await sweeper.strike(fault, printSite(fault.site), 'asked'))
      continue
    }
    const patterns = states.map(globPattern)
    const named = patterns.some((pattern) => !isEveryState(pattern))
    const wanted = strikeStates(machine, fault.definition, named).filter(
      (state) => patterns.length === 0 || patterns.some((pattern) => matchesState(pattern, state)),
    )
    strikes.push(...(await sweeper.sweep(fault.definition, wanted)))
  }
  return strikes
}

function nothingToStrike(source: string, faults: readonly Fault[]): UserError {
  const told = faults.map(({ definition }) => `${definition.id} (it strikes ${definition.targets})`).join(', ')
  return new UserError('usage', `${source}: no Task of these names and kinds for ${told}`)
}
