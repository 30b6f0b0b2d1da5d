import { isArray, isObject, type JsonObject, member } from '../../../asl/json.js'
import { LIMITS } from '../../../asl/limits.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import { timeInWords } from '../words.js'
import { staticRule } from './static-rule.js'

/** Defaults of a retrier (ASL specification, "Retrying after error"). */
const DEFAULTS = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }

/** Attempts of one call beyond which nested retries are more than anybody meant. */
const MANY_ATTEMPTS = 50

/** The waits of one retrier are longer than the machine may run, so that its last attempts never come. */
export const retriesBeyondLimit = staticRule(
  {
    id: 'ASLX222',
    class: 'slow-to-fail',
    title: 'A Retry waits for longer than the execution may last',
    severity: 'warning',
    why: 'The execution is ended by its own limit while it waits: the last attempts never come, no Catch is asked, and the error is States.Timeout.',
    write:
      'fewer attempts or MaxDelaySeconds, so that the waits add up to less than the limit; or a longer TimeoutSeconds of the machine',
  },
  (state, facts) => {
    const limitMs = limitMsOf(state, facts)
    const ladderMs = Math.max(0, ...retriersOf(state).map(ladderMsOf))
    if (limitMs === undefined || ladderMs <= limitMs) return undefined
    return {
      detail: `the waits of the Retry add up to ${timeInWords(ladderMs)}, and the execution may last ${timeInWords(limitMs)}`,
      more: { longestMs: ladderMs },
    }
  },
)

/** Retries in retries: the attempts of all of them are multiplied. */
export const retriesMultiplied = staticRule(
  {
    id: 'ASLX223',
    class: 'slow-to-fail',
    title: 'Retries around retries multiply the attempts',
    severity: 'warning',
    why: 'A Retry on a Map or Parallel starts everything in it again, with all of its own retries. A service that is down gets the product of the attempts.',
    write: 'the Retry in one place: at the Task',
  },
  (state, { states }) => {
    if (state.type !== 'Task') return undefined
    let attempts = mostAttempts(state)
    let levels = attempts > 1 ? 1 : 0
    for (let at = state.container; at !== undefined; at = states.get(at)?.container) {
      const outer = states.get(at)
      if (!outer) break
      const own = mostAttempts(outer)
      if (own > 1) levels++
      attempts *= own
    }
    if (levels < 2 || attempts <= MANY_ATTEMPTS) return undefined
    return { detail: `up to ${attempts} attempts of one call: the retries of what stands around it multiply its own` }
  },
)

function limitMsOf({ target }: StateFacts, { machine }: MachineFacts): number | undefined {
  if (target.machineTimeoutSeconds !== undefined) return target.machineTimeoutSeconds * 1000
  return machine.type === 'EXPRESS' ? LIMITS.expressExecutionSeconds.value * 1000 : undefined
}

function retriersOf({ definition }: StateFacts): readonly JsonObject[] {
  const retriers = member(definition, 'Retry')
  return retriers !== undefined && isArray(retriers) ? retriers.filter(isObject) : []
}

/** The sum of the waits of a retrier. */
function ladderMsOf(retrier: JsonObject): number {
  const attempts = Math.min(numberOf(retrier, 'MaxAttempts'), 10_000)
  const most = member(retrier, 'MaxDelaySeconds')
  let delay = numberOf(retrier, 'IntervalSeconds')
  let seconds = 0
  for (let i = 0; i < attempts; i++) {
    seconds += Math.min(delay, typeof most === 'number' ? most : Infinity)
    delay *= numberOf(retrier, 'BackoffRate')
  }
  return seconds * 1000
}

function numberOf(retrier: JsonObject, field: keyof typeof DEFAULTS): number {
  const value = member(retrier, field)
  return typeof value === 'number' ? value : DEFAULTS[field]
}

/** The most attempts that one retrier allows for. */
function mostAttempts({ handlers }: StateFacts): number {
  return 1 + Math.max(0, ...handlers.retriers.map(({ maxAttempts }) => maxAttempts))
}
