import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'
import { checkStateName, selectVisits } from './known-states.js'
import { printable, quotedName, siteName, timesText } from './printable.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf, pathText } from './verdict.js'

/** How often a state is expected to be entered. */
export interface VisitExpectation {
  /** Exactly so often, over all items of a Map, from 1. */
  readonly times: number
}

/**
 * `toVisit(run, 'A', 'B')` passes if the states were entered in this order, whatever came between; `toVisit(run, 'A',
 * { times: 2 })` if the one state was entered exactly so often.
 */
export function toVisit(run: Run, ...expected: readonly (string | VisitExpectation)[]): Verdict {
  const states = expected.filter((part) => typeof part === 'string')
  const options = expected.filter((part) => typeof part !== 'string')
  const [state] = states
  if (state === undefined) throw new UserError('usage', 'toVisit needs the name of a state')
  for (const name of states) checkStateName(run, name)
  const [option] = options
  if (!option) return inOrder(run, states)
  if (states.length > 1 || options.length > 1) {
    throw new UserError('usage', 'toVisit takes several states, or one state and { times }, but not both')
  }
  return soOften(run, state, option.times)
}

function inOrder(run: Run, states: readonly string[]): Verdict {
  let found = 0
  for (const state of run.path) if (state === states[found]) found++
  const pass = found === states.length
  const message = () => {
    const missing = states[found]
    const reached = found === 0 ? '' : ` after ${states.slice(0, found).map(siteName).join(' -> ')}`
    const seen = missing === undefined ? 'it did' : `it did not enter ${quotedName(missing)}${reached}`
    const wanted = `${pass ? 'not ' : ''}to visit ${states.map(siteName).join(' -> ')}`
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${seen}`, {
      lines: [`path: ${pathText(run.path)}`],
    })
  }
  return { pass, message }
}

function soOften(run: Run, state: string, times: number): Verdict {
  if (!Number.isSafeInteger(times) || times < 1) {
    throw new UserError('usage', `toVisit counts times from 1, and it got ${String(times)}; "never" is .not.toVisit`)
  }
  const count = run.path.filter((name) => name === state).length
  const pass = count === times
  const message = () => {
    const timeline = timelineOf(run)
    const wanted = `${pass ? 'not ' : ''}to visit ${quotedName(state)} ${timesText(times)}`
    const seen = pass ? 'it did' : count === 0 ? 'it never did' : `it did ${timesText(count)}`
    const visits = selectVisits(timeline, state, {})
    const lines = [`path: ${pathText(run.path)}`]
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${seen}`, { timeline, visits, lines })
  }
  return { pass, message }
}
