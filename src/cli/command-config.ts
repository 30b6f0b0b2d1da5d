import { dirname, isAbsolute, join } from 'node:path'
import { UserError } from '../asl/user-error.js'
import { type ReadConfig, readConfigFile, readConfigValue } from '../harness/scenarios/config/read-config.js'
import { noteRead } from '../iac/read-files.js'
import { isFile } from '../iac/source-file.js'
import { importConfig } from './config-module.js'

/** The configuration of a command line. Its paths start where the command was typed. */
export interface CommandConfig extends ReadConfig {
  readonly file: string
}

/** Reads a configuration; `shown` stands for its path in messages. UserError. */
export async function readCommandConfig(path: string, shown: string): Promise<CommandConfig> {
  noteRead(path)
  const isCode = /\.[cm]?[jt]s$/.test(path)
  if (!isFile(path)) throw new UserError('usage', `${shown}: there is no such configuration`)
  const read = isCode ? readConfigValue(await importConfig(path, shown), shown) : readConfigFile(shown)
  const here = (written: string): string => (isAbsolute(written) ? written : join(dirname(shown), written))
  const { sources, tfvars, scenario } = read.config
  const config = {
    ...read.config,
    ...(sources && { sources: sources.map(here) }),
    ...(tfvars && { tfvars: tfvars.map(here) }),
    ...(scenario !== undefined && { scenario: here(scenario) }),
  }
  return { ...read, config, file: shown }
}
