import { parseArgs } from 'node:util'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'

interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly short?: string
  /** What stands for the value in the help, e.g. `<n>`. */
  readonly value?: string
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
  fault: { type: 'string', multiple: true, value: '<spec>', help: 'a fault, e.g. oom or oom@Resize.1..2 (repeatable)' },
  state: { type: 'string', multiple: true, value: '<name|glob>', help: 'only at these states (repeatable)' },
  seed: { type: 'string', value: '<n>', help: 'where jitter, UUIDs and tokens come from (default 0)' },
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
  list: { type: 'boolean', help: 'only list the machines' },
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
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values
  }
  text(name: OptionName): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }
  texts(name: OptionName): readonly string[] {
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
      args: [...args],
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

function usageError(error: unknown, args: readonly string[], known: readonly string[]): unknown {
  if (!(error instanceof TypeError) || !('code' in error)) return error
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return new UserError('usage', valueMistake(error.message))
  const unknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'--?([^'=]+)/.exec(error.message)?.[1] : undefined
  if (unknown === undefined) return new UserError('usage', error.message.split('. ')[0] ?? error.message)
  const near = didYouMean(unknown, known)
  const written = args.find((arg) => arg.replace(/^--?/, '').startsWith(unknown)) ?? `--${unknown}`
  return new UserError('usage', `unknown option ${written}${near === undefined ? '' : `; did you mean --${near}?`}`)
}

/** Says what parseArgs says of a missing, surplus or ambiguous value in one line. */
function valueMistake(message: string): string {
  const name = /--[\w-]+/.exec(message)?.[0] ?? 'the option'
  if (message.includes('does not take')) return `${name} takes no value`
  if (message.includes('ambiguous')) return `${name} needs a value; one that begins with a dash is written ${name}=-...`
  return `${name} needs a value`
}
