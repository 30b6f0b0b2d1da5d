import { UserError } from '../../asl/user-error.js'
import { shown } from '../../faults/shown-text.js'
import type { Command } from '../command.js'
import { isFindingId, replayOfFinding } from '../replay-of-finding.js'
import { runSource } from './run.js'

/** `aslx replay`: repeats a run from the scenario string that ended its output, or the one of a finding, by its id. */
export const replay: Command = {
  operands: '<scenario or id> [source]',
  maxOperands: 2,
  options: [
    'rebase',
    'k',
    'input',
    'scenario',
    'start-at',
    'profile',
    'mock-config',
    'case',
    'param',
    'substitution',
    'tfvars',
  ],
  formats: ['pretty', 'json', 'history'],
  examples: [
    "aslx replay 'aslx:1;base=3f9ac01b;Resize#1=Runtime.ExitError*2;seed=7' template.yaml",
    'aslx replay 5b1e90 template.yaml',
    "aslx replay 'aslx:1;base=3f9ac01b;Ship#1=Carrier.Down;seed=0' template.yaml#OrderFlow --rebase",
  ],
  async run(args, io) {
    const { operands, options } = args
    const isScenario = (operand: string): boolean => operand.startsWith('aslx:')
    const scenario = operands.find(isScenario)
    const source = operands.find((operand) => !isScenario(operand))
    const [id, ...sources] = operands
    if (scenario === undefined && id !== undefined && isFindingId(id)) {
      const found = await replayOfFinding(id, { operands: sources, options }, io)
      return await runSource(found.source, options, io, found.scenario)
    }
    if (scenario === undefined) {
      const got = source === undefined ? '' : `, and ${shown(source)} is none`
      throw new UserError(
        'usage',
        `no scenario given: it begins with aslx:1;base=${got} (usage: aslx replay <scenario> <source>)`,
      )
    }
    if (source === undefined) throw new UserError('usage', 'no source given: usage: aslx replay <scenario> <source>')
    return await runSource(source, options, io, scenario)
  },
}
