import type { Run } from '../harness/machines/run.js'
import type { Scenario } from '../harness/scenarios/scenario.js'
import type { OptionName, OptionValues } from './options.js'
import { shellQuote } from './shell-quote.js'

/** Options that belong to the base scenario or to the machine, and so to every replay of a run. */
const REPEATED: readonly OptionName[] = ['input', 'start-at', 'profile', 'config', 'mock-config', 'case']
const REPEATED_LISTS: readonly OptionName[] = ['param', 'substitution', 'tfvars']

/** What a run was made from, besides its options. */
export interface ReplayOrigin {
  /** The machine's source, as `aslx run` takes it. */
  readonly source: string
  readonly scenario: Scenario
  /** The scenario file, if there is one. */
  readonly file: string | undefined
}

/** The command that repeats a run. A scenario file that is not found by itself goes in with the options it stands for. */
export function replayCommand(origin: ReplayOrigin, run: Pick<Run, 'scenario'>, options: OptionValues): string {
  const words = ['aslx', 'run', operand(origin.source), ...repeatedOptions(origin, options), '--scenario', run.scenario]
  return words.map(shellQuote).join(' ')
}

/** The command that repeats the run of a finding, in words for a shell; `source`: undefined where the configuration has it. */
export function findingReplayWords(
  id: string,
  { source, ...origin }: Omit<ReplayOrigin, 'source'> & { readonly source: string | undefined },
  options: OptionValues,
): readonly string[] {
  const k = options.text('k')
  const words = ['aslx', 'replay', id, ...(source === undefined ? [] : [operand(source)])]
  return [...words, ...repeatedOptions(origin, options), ...(k === undefined ? [] : ['--k', k])].map(shellQuote)
}

function operand(source: string): string {
  return source.startsWith('-') ? `./${source}` : source
}

function repeatedOptions({ scenario, file }: Omit<ReplayOrigin, 'source'>, options: OptionValues): readonly string[] {
  const words: string[] = []
  const repeat = (name: OptionName, value: string): void => {
    words.push(...(value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value]))
  }
  for (const name of REPEATED) {
    const value = options.text(name)
    // What came through standard input is gone by then.
    if (value !== undefined) repeat(name, value === '-' ? JSON.stringify(scenario.input) : value)
  }
  for (const name of REPEATED_LISTS) for (const value of options.typed(name)) repeat(name, value)
  if (file !== undefined && options.texts('scenario').includes(file)) repeat('scenario', file)
  return words
}
