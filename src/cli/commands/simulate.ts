import { UserError } from '../../asl/user-error.js'
import { formatTimestamp } from '../../data/timestamps.js'
import { simulate as simulateMachine } from '../../explore/simulation/simulate.js'
import type { FailedExecution } from '../../explore/simulation/simulation.js'
import { shown } from '../../faults/shown-text.js'
import { machineFromSource } from '../../harness/machines/machine.js'
import type { Scenario } from '../../harness/scenarios/scenario.js'
import { simulationJson } from '../../report/simulation-json.js'
import { printSimulation } from '../../report/simulation-text.js'
import { toJsonText } from '../../wire/wire-json.js'
import type { Command } from '../command.js'
import { commandArrivals } from '../command-arrivals.js'
import { commandScenario } from '../command-scenario.js'
import { loadSource, sourceOperand } from '../command-source.js'
import type { Io } from '../io.js'
import { machineScenario } from '../machine-scenario.js'
import { noteUnresolved } from '../notes.js'
import { OptionValues } from '../options.js'
import { colourOf, printJson, printText } from '../print.js'
import { type ReplayOrigin, replayCommand } from '../replay-command.js'

/** `aslx simulate`: a load of executions against one world, and when what went wrong. */
export const simulate: Command = {
  operands: '<source> --arrivals <spec>',
  maxOperands: 1,
  options: [
    'arrivals',
    'duration',
    'bucket',
    'max-executions',
    'input',
    'scenario',
    'fault',
    'seed',
    'start-at',
    'profile',
    'param',
    'substitution',
    'tfvars',
  ],
  formats: ['pretty', 'json'],
  examples: [
    "aslx simulate template.yaml --arrivals 'bursts(every=5m, size=100)' --duration 2h",
    "aslx simulate template.yaml --arrivals 'steady(perSecond=2)' --duration 1h --fault 'oom@Resize:12000th'",
    'aslx simulate template.yaml --arrivals @arrivals.csv --format json',
  ],
  // eslint-disable-next-line require-await -- a command answers with a promise
  async run(args, io) {
    const { options } = args
    const source = sourceOperand(args, "aslx simulate <source> --arrivals 'bursts(every=5m, size=100)' --duration 2h")
    const loaded = loadSource(source, options)
    const machine = machineFromSource(loaded)
    const given = commandScenario(source, options, io)
    const scenario = withFaults(machineScenario(machine, given).scenario, options.texts('fault'))
    const bucket = options.text('bucket')
    const { arrivals, duration } = commandArrivals(options, given.file)
    const simulation = simulateMachine(machine, {
      arrivals,
      scenario,
      ...(duration !== undefined && { duration }),
      ...(bucket !== undefined && { bucket }),
      ...maxExecutions(options),
    })
    noteUnresolved(loaded, options, io)
    const origin = { source, replayCommand: replays({ source, scenario, file: given.file }, options) }
    if (options.text('format') === 'json') {
      printJson({ ...simulationJson(simulation, origin), unresolved: loaded.unresolved }, options, io)
    } else if (!options.has('quiet') || simulation.firstFailure) {
      const style = { colour: colourOf(options, io), unicode: hasBlocks(options, io) }
      printText(printSimulation(simulation, origin, style), options, io)
    }
    return simulation.firstFailure ? 1 : 0
  },
}

function withFaults(scenario: Scenario, faults: readonly string[]): Scenario {
  return faults.length === 0 ? scenario : { ...scenario, faults: [...faults, ...(scenario.faults ?? [])] }
}

/** More would take hours, and more memory than there is. */
const MOST_EXECUTIONS = 10_000_000

function maxExecutions(options: OptionValues): { readonly maxExecutions?: number } {
  const text = options.text('max-executions')
  if (text === undefined) return {}
  const most = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (most >= 1 && most <= MOST_EXECUTIONS) return { maxExecutions: most }
  throw new UserError(
    'usage',
    `--max-executions takes a whole number from 1 to ${MOST_EXECUTIONS}, and got ${shown(text)}`,
  )
}

/** Blocks on a terminal that is not asked to be plain; whoever asks for colours has one. */
function hasBlocks(options: OptionValues, io: Io): boolean {
  if (options.has('color')) return true
  const isPlain = options.has('no-color') || (io.env['NO_COLOR'] ?? '') !== ''
  return io.isTerminal && !isPlain && options.text('output') === undefined
}

/** The command that repeats one execution alone, with its own input and start. */
function replays(origin: ReplayOrigin, options: OptionValues): (failed: FailedExecution) => string {
  return ({ run, scenario }) => {
    const [entered] = run.history
    const input = entered?.details && 'input' in entered.details ? entered.details.input : (origin.scenario.input ?? {})
    const pinned = new OptionValues({
      input: toJsonText(input),
      'start-at': formatTimestamp(run.startAtMs),
      profile: options.text('profile'),
      config: options.text('config'),
      param: options.typed('param'),
      substitution: options.typed('substitution'),
      tfvars: options.typed('tfvars'),
      scenario: options.texts('scenario'),
    })
    return replayCommand(origin, { ...run, scenario }, pinned)
  }
}
