import type { Scenario } from '../scenario.js'

/** A value of a template parameter or placeholder. */
export type ConfigValue = string | number | boolean

/**
 * What `aslx.config.*` says for every command: the machines, the values that their templates leave open, and how the world is
 * by default. Whatever a command line says comes first, then a scenario file, then this.
 */
export interface Config extends Pick<
  Scenario,
  'input' | 'tasks' | 'resources' | 'faults' | 'seed' | 'startAt' | 'profile' | 's3' | 'models' | 'onUnmockedTask'
> {
  /** Files and folders with state machines, from the folder of the configuration; `file#Name` picks one. */
  readonly sources?: readonly string[]
  /** Values of template parameters, by name. */
  readonly parameters?: Readonly<Record<string, ConfigValue>>
  /** Values of `${name}` placeholders, by name. */
  readonly substitutions?: Readonly<Record<string, ConfigValue>>
  /** Files with values of Terraform variables. */
  readonly tfvars?: readonly string[]
  /** The scenario file of machines that have none of their own beside them. */
  readonly scenario?: string
  /** What has to be reached, in percent or as counts, by name. */
  readonly thresholds?: Readonly<Record<string, number>>
  /** How a suite is reported, by name. */
  readonly reporters?: readonly string[]
}

/**
 * Gives back what it is given: in `aslx.config.ts` an editor then knows the members.
 * @example
 * defineConfig({ sources: ['order.asl.json'], seed: 7 }) // => { sources: ['order.asl.json'], seed: 7 }
 */
export function defineConfig(config: Config): Config {
  return config
}
