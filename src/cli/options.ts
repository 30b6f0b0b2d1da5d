import { parseArgs } from 'node:util'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import type { CommandConfig } from './command-config.js'

interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly short?: string
  /** What stands for the value in the help, e.g. `<n>`. */
  readonly value?: string
  /** The value where the option stands without one. */
  readonly bare?: string
  readonly help: string
}

/** Every option there is; a command lists the names it takes. */
const OPTIONS = {
  input: { type: 'string', value: '<json|@file|->', help: "the execution's input" },
  scenario: {
    type: 'string',
    multiple: true,
    value: '<file|string>',
    help: 'a scenario file, the scenario string of an earlier run, or both',
  },
  fault: {
    type: 'string',
    multiple: true,
    value: '<spec>',
    help: 'a fault, e.g. oom or oom@Resize.1..2; inject takes all and family:s3, too (repeatable)',
  },
  state: { type: 'string', multiple: true, value: '<name|glob>', help: 'only at these states (repeatable)' },
  times: { type: 'string', value: '<once|always|n>', help: 'how many attempts to strike (default once, then always)' },
  k: {
    type: 'string',
    short: 'k',
    value: '<n>',
    help: 'faults in one run: inject 1 or 2 (pairs at two states), explore 1 to 3',
  },
  save: { type: 'boolean', help: 'write what is inferred as a scenario beside each file that has none' },
  budget: {
    type: 'string',
    value: '<duration>',
    help: 'real time for each machine, e.g. 10s: the most telling first, and what was cut is said',
  },
  'fail-on': {
    type: 'string',
    value: '<severity>',
    help: 'end with 1 from this severity on: error (default), warning, info',
  },
  class: {
    type: 'string',
    multiple: true,
    value: '<class>',
    help: 'only findings of this class, e.g. unhandled (repeatable)',
  },
  baseline: {
    type: 'string',
    value: '<file>',
    help: 'a file of findings that are known: only new ones are told, and fail',
  },
  'update-baseline': { type: 'boolean', help: 'write the findings of now to the file of --baseline' },
  changed: {
    type: 'string',
    value: '[=<ref>]',
    bare: 'HEAD',
    help: 'only machines whose files differ from that commit (default HEAD)',
  },
  verbose: { type: 'boolean', help: 'also what is only worth knowing' },
  seed: { type: 'string', value: '<n>', help: 'where jitter, UUIDs and tokens come from (default 0)' },
  arrivals: {
    type: 'string',
    multiple: true,
    value: '<spec|@file>',
    help: 'when executions arrive: bursts(every=5m, size=100), steady(perSecond=2), spike(at=10m, size=5000, over=30s)',
  },
  duration: { type: 'string', value: '<time>', help: 'no execution arrives later than this, e.g. 2h' },
  bucket: { type: 'string', value: '<time>', help: 'virtual time that a row stands for, e.g. 5m' },
  'max-executions': { type: 'string', value: '<n>', help: 'more arrivals than this are a mistake (default 1000000)' },
  'start-at': { type: 'string', value: '<ISO>', help: 'virtual time of the start (default 2030-01-01T00:00:00Z)' },
  profile: { type: 'string', value: '<profile>', help: 'recorded (default) or documented behaviour of AWS' },
  rebase: { type: 'boolean', help: 'replay a scenario string over another base scenario than its own' },
  param: { type: 'string', multiple: true, value: '<name=value>', help: 'a template parameter (repeatable)' },
  substitution: {
    type: 'string',
    multiple: true,
    value: '<name=value>',
    help: 'a DefinitionSubstitution (repeatable)',
  },
  tfvars: { type: 'string', multiple: true, value: '<file>', help: 'values of Terraform variables (repeatable)' },
  config: { type: 'string', value: '<file>', help: 'a configuration (default: the nearest aslx.config.*)' },
  filter: { type: 'string', value: '<text>', help: 'only cases with this in their name' },
  shard: { type: 'string', value: '<i/n>', help: 'only every n-th case, from the i-th: all shards run each case once' },
  bail: { type: 'boolean', help: 'stop at the first case that is not passed' },
  watch: { type: 'boolean', help: 'run again whenever a file changes' },
  reporter: { type: 'string', value: '<format>', help: 'the same as --format' },
  'mock-config': { type: 'string', value: '<file>', help: 'a MockConfigFile.json of Step Functions Local' },
  case: { type: 'string', value: '<name>', help: 'the test case of --mock-config' },
  machine: { type: 'string', value: '<source>', help: 'the machine of a MockConfigFile.json' },
  for: {
    type: 'string',
    value: '<place>',
    help: "only what can happen there: a resource's ARN, or source#Machine.State",
  },
  family: { type: 'string', value: '<name>', help: 'only this family of faults, e.g. s3' },
  against: { type: 'string', value: '<url|sfn-local>', help: 'the other engine: an endpoint, or a container of it' },
  image: { type: 'string', value: '<image>', help: 'the image of sfn-local (default amazon/aws-stepfunctions-local)' },
  'mock-file': {
    type: 'string',
    value: '<file>',
    help: 'write the answers there for the endpoint: a MockConfigFile.json',
  },
  'role-arn': {
    type: 'string',
    value: '<arn>',
    help: 'the role of the machine there (default: one that is not there)',
  },
  within: { type: 'string', value: '<time>', help: 'how long the other engine may take (default 5m)' },
  ignore: {
    type: 'string',
    multiple: true,
    value: '<member>',
    help: 'a member of events or payloads that may differ (repeatable)',
  },
  list: { type: 'boolean', help: 'only list the machines' },
  check: { type: 'boolean', help: 'only tell what does not resolve, and end with 3 if anything does not' },
  tests: { type: 'boolean', help: 'also a test of every error path' },
  force: { type: 'boolean', help: 'insist: write over files that are there, raise an error that never comes' },
  fix: { type: 'boolean', help: 'write what mends findings and can do no harm into ASL, JSON and YAML files' },
  'dry-run': {
    type: 'boolean',
    help: 'inject: only print what would be struck; explore --fix: only print the difference',
  },
  format: { type: 'string', value: '<format>', help: 'how to print' },
  output: { type: 'string', short: 'o', value: '<file>', help: 'print to a file instead' },
  quiet: { type: 'boolean', short: 'q', help: 'print only what is wrong' },
  color: { type: 'boolean', help: 'colours even where there is no terminal' },
  'no-color': { type: 'boolean', help: 'no colours (so does NO_COLOR)' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies Readonly<Record<string, OptionSpec>>

export type OptionName = keyof typeof OPTIONS

/** The options as given. */
export class OptionValues {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #defaults: Readonly<Record<string, readonly string[]>>
  /** The configuration that they stand over, if there is one. */
  readonly config: CommandConfig | undefined
  constructor(
    values: Readonly<Record<string, unknown>>,
    defaults: Readonly<Record<string, readonly string[]>> = {},
    config?: CommandConfig,
  ) {
    this.#values = values
    this.#defaults = defaults
    this.config = config
  }
  /** The same options, with those of a configuration before them. */
  over(defaults: Readonly<Record<string, readonly string[]>>, config: CommandConfig): OptionValues {
    return new OptionValues(this.#values, defaults, config)
  }
  text(name: OptionName): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : this.#defaults[name]?.at(-1)
  }
  /** What the configuration says, then what was typed. */
  texts(name: OptionName): readonly string[] {
    return [...(this.#defaults[name] ?? []), ...this.typed(name)]
  }
  /** What was typed. */
  typed(name: OptionName): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.map(String) : []
  }
  has(name: OptionName): boolean {
    return this.#values[name] === true
  }
}

/** Options that every command takes. */
const COMMON: readonly OptionName[] = ['format', 'output', 'quiet', 'color', 'no-color', 'help']

export function optionsOf(names: readonly OptionName[]): readonly (readonly [OptionName, OptionSpec])[] {
  return [...names, ...COMMON].map((name) => [name, OPTIONS[name]] as const)
}

/** Reads the arguments after the command's name. UserError for an option that the command does not have. */
export function readArguments(
  args: readonly string[],
  names: readonly OptionName[],
): { readonly operands: readonly string[]; readonly options: OptionValues } {
  const known = optionsOf(names)
  const config = Object.fromEntries(
    known.map(([name, { type, multiple, short }]) => [
      name,
      { type, ...(multiple && { multiple }), ...(short !== undefined && { short }) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: args.map((arg) => withBareValue(arg, known)),
      options: config,
      allowPositionals: true,
      strict: true,
    })
    return { operands: positionals, options: new OptionValues(values) }
  } catch (error) {
    throw usageError(
      error,
      args,
      known.map(([name]) => name),
    )
  }
}

/** `--changed` as `--changed=HEAD`. */
function withBareValue(arg: string, known: ReturnType<typeof optionsOf>): string {
  const bare = known.find(([name]) => arg === `--${name}`)?.[1].bare
  return bare === undefined ? arg : `${arg}=${bare}`
}

function usageError(error: unknown, args: readonly string[], known: readonly string[]): unknown {
  if (!(error instanceof TypeError) || !('code' in error)) return error
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return new UserError('usage', valueMistake(error.message))
  const unknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'--?([^'=]+)/.exec(error.message)?.[1] : undefined
  if (unknown === undefined) return new UserError('usage', error.message.split('. ')[0] ?? error.message)
  const nearest = didYouMean(unknown, known)
  const written = args.find((arg) => arg.replace(/^--?/, '').startsWith(unknown)) ?? `--${unknown}`
  const hint = nearest === undefined ? undefined : `did you mean --${nearest}?`
  return new UserError('usage', `unknown option ${written}`, { nearest: nearest && `--${nearest}`, hint })
}

/** Says what parseArgs says of a missing, surplus or ambiguous value in one line. */
function valueMistake(message: string): string {
  const name = /--[\w-]+/.exec(message)?.[0] ?? 'the option'
  if (message.includes('does not take')) return `${name} takes no value`
  if (message.includes('ambiguous')) return `${name} needs a value; one that begins with a dash is written ${name}=-...`
  return `${name} needs a value`
}
