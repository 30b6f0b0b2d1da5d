import { explore, refusedMachine } from '../explore/explore-machine.js'
import type { LocatedFindings } from '../report/findings-json.js'
import type { CommandArgs } from './command.js'
import { commandScenario, scenarioFor } from './command-scenario.js'
import type { Io } from './io.js'
import type { SourcedMachine } from './sourced-machines.js'

/** Explores one machine of a command line, with the scenario beside it and what the configuration says of rules. */
export async function exploreSourced(
  { machine, found, file }: SourcedMachine,
  { options }: CommandArgs,
  io: Io,
): Promise<LocatedFindings> {
  const { rules, waivers } = options.config?.config ?? {}
  const asked = { ...(rules && { rules }), ...(waivers && { waivers }), today: io.today() }
  if (!machine) return { findings: refusedMachine(found, asked), locate: found.locate }
  const scenario = scenarioFor(machine, commandScenario(file, options, io))
  const k = Number(options.text('k') ?? 2)
  return { findings: await explore(machine, { scenario, k, ...asked }), locate: found.locate }
}
