import { UserError } from '../asl/user-error.js'
import type { FoundMachines, LoadOptions } from '../iac/found-machines.js'
import { findMachines, loadMachineSource } from '../iac/load-machine-source.js'
import type { MachineSource, ParameterValue } from '../iac/machine-source.js'
import { splitSource } from '../iac/split-source.js'
import type { CommandArgs } from './command.js'
import type { OptionValues } from './options.js'

/** The source operand, or the one source of the configuration. UserError if there is none, or a choice. */
export function sourceOperand(args: CommandArgs, usage: string): string {
  const [first, second] = sourcesOf(args)
  if (first === undefined || first === '') throw new UserError('usage', `no source given: usage: ${usage}`)
  if (second === undefined) return first
  const { file, config } = args.options.config ?? {}
  throw new UserError('usage', `${file} has several sources: name one of ${config?.sources?.join(', ')}`)
}

/** The sources of a command line: its operands; where there are none, the sources of the configuration. */
export function sourcesOf({ operands, options }: CommandArgs): readonly string[] {
  return operands.length > 0 ? operands : (options.config?.config.sources ?? [])
}

/** `--param`, `--substitution` and `--tfvars`. */
function loadOptions(options: OptionValues): LoadOptions {
  return {
    parameters: pairs(options.texts('param'), '--param'),
    substitutions: pairs(options.texts('substitution'), '--substitution'),
    tfvars: options.texts('tfvars'),
  }
}

function pairs(texts: readonly string[], option: string): Readonly<Record<string, string>> {
  const entries = texts.map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw new UserError('usage', `${option} takes name=value, and got "${text}"`)
    return [text.slice(0, at), text.slice(at + 1)] as const
  })
  return Object.fromEntries(entries)
}

/** All machines of a source, or the one that `#Name` picks; those that cannot be read are told apart. */
export function findSource(source: string, options: OptionValues): FoundMachines {
  const { file, name } = splitSource(source)
  if (name === undefined) return findMachines(file, loadOptions(options))
  return { machines: [loadSource(source, options)], problems: [] }
}

/** The one machine of a source with one more parameter of its template. UserError as for any source. */
export function loadSourceWith(
  source: string,
  { parameter, value }: ParameterValue,
  options: OptionValues,
): MachineSource {
  const asked = loadOptions(options)
  return loadMachineSource(source, { ...asked, parameters: { ...asked.parameters, [parameter]: value } })
}

/** The one machine of a source. UserError if it holds several and none is named. */
export function loadSource(source: string, options: OptionValues): MachineSource {
  return loadMachineSource(source, loadOptions(options))
}
