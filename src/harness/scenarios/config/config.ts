import type { Scenario } from '../scenario.js'

/** A value of a template parameter or placeholder. */
export type ConfigValue = string | number | boolean

/** A finding of `aslx explore` that somebody decided to live with for a while. */
export interface ConfigWaiver {
  /** The rule, e.g. `ASLX303`. */
  readonly rule: string
  /** The machine's name, or its end after a `/`. Default: every one. */
  readonly machine?: string
  /** The state's name. Default: every one. */
  readonly state?: string
  /** The last day on which it holds, e.g. `2027-01-01`. */
  readonly until: string
  readonly reason: string
}

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
  /** What findings of rules are instead of their own severity, e.g. `{ ASLX303: 'off' }`. */
  readonly rules?: Readonly<Record<string, 'off' | 'info' | 'warning' | 'error'>>
  /** Findings to live with for a while: of which rule, where, until when, and why. */
  readonly waivers?: readonly ConfigWaiver[]
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
