import { member } from '../../../asl/json.js'
import { mayAnswerMuch } from '../../../services/operations.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import { successors } from '../state-loops.js'
import { countsRounds } from './unbounded-poll.js'
import { staticRule } from './static-rule.js'

const DATA_LIMIT = 'States.DataLimitExceeded'

/** A handler is to take answers that are too large: it sees those of the Task, and not what they grow to with the input. */
export const limitBehindHandler = staticRule(
  {
    id: 'ASLX411',
    class: 'escapes-handlers',
    title: 'A Catch of States.DataLimitExceeded does not see what is too large only at the next state',
    severity: 'warning',
    why: 'An answer just below 256 KiB passes the Task. With the input around it the output is too large: the execution ends between two states, where no Catch is asked.',
    write: 'smaller pages, a ResultSelector that keeps what is read, or the answer in S3',
  },
  ({ type, definition, handlers, resource }) => {
    if (type !== 'Task' || !resource || !mayAnswerMuch(resource)) return undefined
    if (![...handlers.catchers, ...handlers.retriers].some(({ errorEquals }) => errorEquals.includes(DATA_LIMIT))) {
      return undefined
    }
    if (member(definition, 'ResultPath') === null || member(definition, 'ResultSelector') !== undefined)
      return undefined
    return {
      detail: `an answer that is just below the limit passes the Task, and ends the execution behind it with ${DATA_LIMIT}, which no handler sees`,
      more: { errors: [DATA_LIMIT], kinds: ['data'] },
    }
  },
)

/** A Catch leads back to the state whose error it took, and nothing counts the rounds. */
export const endlessCatch = staticRule(
  {
    id: 'ASLX412',
    class: 'escapes-handlers',
    title: 'A Catch leads back to its own state, and nothing counts',
    severity: 'warning',
    why: 'An error that stays is caught again and again, until 25,000 events end the execution where no Catch is asked.',
    write: 'a Retry with MaxAttempts in its place, or a count and a Choice that leaves',
    yieldsTo: ['ASLX413'],
  },
  (state, facts) => {
    const isBack = state.handlers.catchers.some(({ next }) => leadsBack(next, state, facts))
    if (!isBack) return undefined
    return {
      detail: 'an error that stays is caught and met again without a count, until 25,000 events end the execution',
    }
  },
)

/** Whether every way on from a state, as far as it is followed, may come to another one without passing one that counts. */
function leadsBack(from: string, to: StateFacts, { states, machine }: MachineFacts): boolean {
  if (machine.type === 'EXPRESS' || to.target.machineTimeoutSeconds !== undefined) return false
  const scope = to.pointer.slice(0, to.pointer.lastIndexOf('/'))
  const byName = new Map(
    [...states.values()]
      .filter(({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/')) === scope)
      .map((one) => [one.state, one]),
  )
  const seen = new Set<string>()
  const open = [from]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to.state) return true
    const state = byName.get(name)
    if (!state || seen.has(name) || countsRounds(state)) continue
    seen.add(name)
    open.push(...successors(state))
  }
  return false
}
