import { parseDuration } from '../asl/duration.js'
import { UserError } from '../asl/user-error.js'
import { exploreMachine, refusedMachine } from '../explore/explore-machine.js'
import { type LoadWith, withParameterReach } from '../explore/parameter-reach.js'
import { type Machine, machineFromSource } from '../harness/machines/machine.js'
import type { ParameterValue } from '../iac/machine-source.js'
import type { LocatedFindings } from '../report/findings-json.js'
import type { CommandArgs } from './command.js'
import { type CommandScenario, scenarioFor } from './command-scenario.js'
import { loadSourceWith } from './command-source.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'
import { findingReplayWords } from './replay-command.js'
import type { SourcedMachine } from './sourced-machines.js'

/**
 * Explores one machine of a command line, with the scenario of its file and what the configuration says of rules. `onLook` is called
 * again and again while it takes its time.
 */
export async function exploreSourced(
  { machine, found, file, source }: SourcedMachine,
  { operands, options }: CommandArgs,
  io: Io,
  scenarioOf: (file: string) => CommandScenario,
  onLook: () => void = () => undefined,
): Promise<LocatedFindings> {
  const { rules, waivers } = options.config?.config ?? {}
  const asked = { ...(rules && { rules }), ...(waivers && { waivers }), today: io.today() }
  const { locate } = found
  if (!machine)
    return { findings: refusedMachine(found, asked), locate, scenarioFile: undefined, replayWords: () => [] }
  const given = scenarioOf(file)
  const scenario = scenarioFor(machine, given)
  const origin = { source: operands.length === 0 ? undefined : source, scenario, file: given.file }
  const load: LoadWith = (value) => machineWith(value, source, options)
  const isTimeUp = budgetOf(options, io)
  const isOver = (): boolean => {
    onLook()
    return isTimeUp()
  }
  const findings = await exploreMachine(machine, {
    scenario,
    k: faultsAtOnce(options),
    ...asked,
    isOver,
  })
  return {
    findings: withParameterReach(findings, machine, found.otherParameters ?? [], load, scenario),
    locate,
    scenarioFile: given.file,
    replayWords: (id) => findingReplayWords(id, origin, options),
  }
}

function machineWith(value: ParameterValue, source: string, options: OptionValues): Machine | undefined {
  try {
    return machineFromSource(loadSourceWith(source, value, options))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return undefined
  }
}

/** `--budget`: tells when the time for a machine is up, which begins now. */
function budgetOf(options: OptionValues, { realMs }: Io): () => boolean {
  const text = options.text('budget')
  if (text === undefined) return () => false
  const untilMs = realMs() + parseDuration(text)
  return () => realMs() > untilMs
}

/** `--k`: faults in one scenario, at most. UserError for anything but 1, 2 or 3: a slip would explore nothing and look green. */
function faultsAtOnce(options: OptionValues): number {
  const text = options.text('k') ?? '2'
  if (/^[123]$/.test(text)) return Number(text)
  throw new UserError('usage', `--k is 1, 2 or 3, and got "${text}"`)
}
