import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import type { Command } from './command.js'

/** A command as the overview tells of it. What it does is only loaded when it is asked for. */
export interface CommandEntry {
  readonly name: string
  /** One line. */
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Every `aslx <name>`, in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'write a configuration, a first scenario and a first green test for the machines found',
    load: async () => (await import('./commands/init.js')).init,
  },
  {
    name: 'run',
    summary: 'run one scenario; print the timeline, the result or the AWS-shaped history',
    load: async () => (await import('./commands/run.js')).run,
  },
  {
    name: 'replay',
    summary: 'repeat a run from its scenario string',
    load: async () => (await import('./commands/replay.js')).replay,
  },
  {
    name: 'test',
    summary: 'run the cases of *.aslx.yaml and MockConfigFile.json, and tell which go as expected',
    load: async () => (await import('./commands/test.js')).test,
  },
  {
    name: 'inject',
    summary: 'strike: one fault or all of them, at one state or at every one they apply to; print what handled it',
    load: async () => (await import('./commands/inject.js')).inject,
  },
  {
    name: 'explore',
    summary: 'find what goes wrong without a test: every combination of up to k faults, and what to write',
    load: async () => (await import('./commands/explore.js')).explore,
  },
  {
    name: 'simulate',
    summary: 'run a load of executions that share one world; print what became of them over virtual time',
    load: async () => (await import('./commands/simulate.js')).simulate,
  },
  {
    name: 'validate',
    summary: 'schema, references, and the error-path lint, with positions',
    load: async () => (await import('./commands/validate.js')).validate,
  },
  {
    name: 'extract',
    summary: 'list the machines in a template, and print them as ASL, YAML or a diagram',
    load: async () => (await import('./commands/extract.js')).extract,
  },
  {
    name: 'faults',
    summary: 'list the fault catalogue, or explain one fault',
    load: async () => (await import('./commands/faults.js')).faults,
  },
  {
    name: 'explain',
    summary: 'explain an error name, or where AWS and its documents differ',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'crosscheck',
    summary: 'run one scenario on another engine too; tell the first event that differs',
    load: async () => (await import('./commands/crosscheck.js')).crosscheck,
  },
]

/** The command of this name. UserError with the nearest one if there is none. */
export function findCommand(name: string): CommandEntry {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command) return command
  const nearest = didYouMean(
    name,
    COMMANDS.map((candidate) => candidate.name),
  )
  if (nearest === undefined) throw new UserError('usage', `unknown command "${name}" (aslx --help)`)
  throw new UserError('usage', `unknown command "${name}"`, {
    nearest,
    hint: `did you mean "${nearest}"? (aslx --help)`,
  })
}
