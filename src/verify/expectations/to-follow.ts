import type { Run } from '../../harness/machines/run.js'
import { checkStateName } from '../known-states.js'
import { printable, quotedName } from '../printable.js'
import { type Verdict, messageOf, pathText } from '../verdict.js'

/** Passes if the run entered these states and no others, in this order. */
export function toFollow(run: Run, states: readonly string[]): Verdict {
  for (const state of states) checkStateName(run, state)
  const { path } = run
  const length = Math.max(path.length, states.length)
  const wrong = Array.from({ length }, (_, i) => i).find((i) => path[i] !== states[i])
  const message = () => {
    const headline = `expected ${printable(run.machine)} to go ${pathText(states)}; ${seenText(path, states, wrong)}`
    return messageOf(run, headline, { lines: [`path: ${pathText(path)}`] })
  }
  return { pass: wrong === undefined, message }
}

function seenText(path: readonly string[], states: readonly string[], wrong: number | undefined): string {
  if (wrong === undefined) return 'it did'
  const [entered, expected] = [path[wrong], states[wrong]]
  if (entered === undefined) return `it ended before ${quotedName(expected ?? '')}`
  const instead = expected === undefined ? 'after the last of them' : `instead of ${quotedName(expected)}`
  return `state ${wrong + 1} was ${quotedName(entered)} ${instead}`
}
