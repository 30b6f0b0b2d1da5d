import { existsSync } from 'node:fs'
import { UserError } from '../asl/user-error.js'
import { FINGERPRINT_DIGITS, ID_DIGITS } from '../explore/findings/fingerprint.js'
import type { CommandArgs } from './command.js'
import { exploreSourced } from './explore-sourced.js'
import type { Io } from './io.js'
import { sourcedMachines } from './sourced-machines.js'
import { sourcedScenarios } from './sourced-scenarios.js'

/** Whether an operand is the id of a finding, or its fingerprint, and no file. */
export function isFindingId(operand: string): boolean {
  const isHex = /^[0-9a-f]+$/.test(operand) && operand.length >= ID_DIGITS && operand.length <= FINGERPRINT_DIGITS
  return isHex && !existsSync(operand)
}

/** A run that shows a finding. */
export interface FindingReplay {
  readonly source: string
  readonly scenario: string
}

/** The run of the finding with this id: the sources are explored again until it is found. UserError if it is not. */
export async function replayOfFinding(id: string, args: CommandArgs, io: Io): Promise<FindingReplay> {
  const { machines, problems } = sourcedMachines(args, 'aslx replay <id> [source]')
  const [problem] = problems
  if (machines.length === 0 && problem) throw problem.error
  const scenarioOf = sourcedScenarios(args, io)
  for (const machine of machines) {
    const { findings } = await exploreSourced(machine, args, io, scenarioOf)
    const found = findings.findings.find(({ fingerprint }) => fingerprint.startsWith(id))
    if (!found) continue
    const scenario = found.states.find(({ proof }) => proof)?.proof?.scenario
    if (scenario !== undefined) return { source: machine.source, scenario }
    throw new UserError('usage', `${id} (${found.rule}) is seen without a run: aslx explain ${found.rule} tells of it`)
  }
  throw new UserError('usage', `no finding has the id ${id}`, { hint: 'aslx explore lists them, each with its own' })
}
