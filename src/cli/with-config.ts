import { relative, resolve } from 'node:path'
import type { ConfigValue } from '../harness/scenarios/config/config.js'
import type { Command } from './command.js'
import { findConfig } from './find-config.js'
import type { OptionName, OptionValues } from './options.js'

/** Whether a command concerns state machines, and so takes a configuration. */
function takesConfig({ options }: Command): boolean {
  return options.includes('param') || options.includes('reporter')
}

/** The options of a command, `--config` included. */
export function optionNames(command: Command): readonly OptionName[] {
  return takesConfig(command) ? [...command.options, 'config'] : command.options
}

/**
 * The options with those of the configuration under them: the one place where a configuration comes in. It is named by
 * `--config`, or the first `aslx.config.*` from the current folder up to the root of the project.
 */
export async function withConfig(command: Command, options: OptionValues): Promise<OptionValues> {
  if (!takesConfig(command)) return options
  const named = options.text('config')
  const path = named === undefined ? findConfig(resolve('.')) : resolve(named)
  if (path === undefined) return options
  const { readCommandConfig } = await import('./command-config.js')
  const config = await readCommandConfig(path, named ?? relative('.', path))
  const { parameters = {}, substitutions = {}, tfvars = [], reporters = [] } = config.config
  const values = { param: pairs(parameters), substitution: pairs(substitutions), tfvars }
  // Of reporters the last one counts, and not where a format was typed.
  const defaults = options.text('format') === undefined ? { ...values, reporter: reporters } : values
  return options.over(defaults, config)
}

function pairs(values: Readonly<Record<string, ConfigValue>>): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${String(value)}`)
}
