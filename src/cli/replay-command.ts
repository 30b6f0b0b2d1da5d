import type { Run } from '../harness/run.js'
import type { OptionName, OptionValues } from './options.js'
import { shellQuote } from './print.js'

/** Options that belong to the base scenario or to the machine, and so to every replay of a run. */
const REPEATED: readonly OptionName[] = ['input', 'start-at', 'profile']
const REPEATED_LISTS: readonly OptionName[] = ['param', 'substitution']

/** The command that repeats a run. A scenario file that is not found by itself goes in with the options it stands for. */
export function replayCommand(
  source: string,
  run: Run,
  options: OptionValues,
  scenarioFile: string | undefined,
): string {
  const words = ['aslx', 'run', source]
  for (const name of REPEATED) {
    const value = options.text(name)
    if (value !== undefined) words.push(`--${name}`, value)
  }
  for (const name of REPEATED_LISTS) {
    for (const value of options.texts(name)) words.push(`--${name}`, value)
  }
  if (scenarioFile !== undefined && options.texts('scenario').includes(scenarioFile))
    words.push('--scenario', scenarioFile)
  words.push('--scenario', run.scenario)
  return words.map(shellQuote).join(' ')
}
