import { isObject, member } from '../../../asl/json.js'
import { placeOfState } from '../place-of-state.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import type { Rule } from '../rule.js'
import { loopsAmong } from '../state-loops.js'
import { detailsOf, timeInWords } from '../words.js'
import { LIMITS } from '../../../asl/limits.js'

/** A loop that waits and asks again, and that nothing counts: the history's limit ends the execution, past every handler. */
export const unboundedPoll: Rule = {
  id: 'ASLX410',
  class: 'escapes-handlers',
  title: 'A polling loop that nothing bounds runs into the limit of 25,000 events',
  severity: 'warning',
  why: 'A Standard execution may have 25,000 events. A loop that nothing counts runs into it when what it waits for does not come, and no Catch sees that.',
  write: 'a count of the rounds and a Choice that leaves, or TimeoutSeconds of the machine',
  begin: (facts) => ({
    places: () => (isBounded(facts) ? [] : scopesOf(facts).flatMap((states) => loopsAmong(states).flatMap(pollPlaces))),
  }),
  tell: detailsOf,
}

/** Events that a round writes, by the type of the state (asl-semantics: what each state enters into the history). */
const EVENTS: Readonly<Record<string, number>> = { Task: 5, Wait: 2, Choice: 2, Pass: 2, Parallel: 4, Map: 5 }

function pollPlaces(loop: readonly StateFacts[]) {
  const asks = loop.filter(({ type }) => type === 'Task')
  if (asks.length === 0 || !loop.some(({ type }) => type === 'Wait') || loop.some(countsRounds)) return []
  const events = loop.reduce((sum, { type }) => sum + (EVENTS[type] ?? 2), 0)
  const waitMs = loop.reduce((sum, state) => sum + literalSecondsOf(state) * 1000, 0)
  const rounds = Math.floor(HISTORY_EVENTS / events)
  const when = waitMs === 0 ? `${rounds} rounds` : `${rounds} rounds, that is ${timeInWords(rounds * waitMs)}`
  const detail = `asks again and again, and nothing bounds it: at ${events} events a round the limit of ${HISTORY_EVENTS.toLocaleString('en-US')} ends the execution after ${when}, and no handler sees it`
  const asked = loop.filter(({ type }) => type === 'Task' || type === 'Choice')
  return asked.map((state) =>
    placeOfState(state, 'warning', detail, {
      fix: {
        summary: 'count the rounds and leave by a Choice, or give the machine TimeoutSeconds',
        pointer: '',
        isSafe: false,
      },
    }),
  )
}

const HISTORY_EVENTS = LIMITS.historyEvents.value

function literalSecondsOf({ type, definition }: StateFacts): number {
  const seconds = type === 'Wait' ? member(definition, 'Seconds') : undefined
  return typeof seconds === 'number' ? seconds : 0
}

/** Something in the state adds up or looks at the clock. */
const COUNTING =
  /States\.MathAdd|\$(?:now|millis|toMillis)\(|\+\s*1\b|EnteredTime|Execution\.StartTime|"Timestamp(?:Less|Greater)/

/** Whether the state adds up or looks at the clock, so that a loop through it may end. */
export function countsRounds({ definition }: StateFacts): boolean {
  return COUNTING.test(JSON.stringify(definition))
}

/** Five minutes end every Express execution. */
function isBounded({ machine }: MachineFacts): boolean {
  const { definition, type } = machine
  return type === 'EXPRESS' || (isObject(definition) && member(definition, 'TimeoutSeconds') !== undefined)
}

/** States by what they stand in: the machine, a branch, or the inside of a Map. */
function scopesOf({ states }: MachineFacts): readonly (readonly StateFacts[])[] {
  const scopes = new Map<string, StateFacts[]>()
  for (const state of states.values()) {
    const scope = state.pointer.slice(0, state.pointer.lastIndexOf('/'))
    const known = scopes.get(scope)
    if (known) known.push(state)
    else scopes.set(scope, [state])
  }
  return [...scopes.values()]
}
