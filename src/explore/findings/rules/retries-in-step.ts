import { isArray, isObject, type JsonObject, member } from '../../../asl/json.js'
import { placeOfState } from '../place-of-state.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import type { Rule } from '../rule.js'
import { firstTaking } from '../../../asl/error-handlers.js'

/** More items than these at once meet a throttled service again at the same instants. */
const MANY_AT_ONCE = 10

/** Retries of a throttled call without jitter: all who were refused come back at the same instant. */
export const retriesInStep: Rule = {
  id: 'ASLX230',
  class: 'in-step',
  title: 'Throttled calls are tried again at the same instants: no JitterStrategy',
  severity: 'info',
  why: 'Calls that are throttled together and wait for the same time meet again at the same instant, and are throttled again.',
  write: '"JitterStrategy": "FULL" on the retrier',
  begin: (facts) => ({
    places: () =>
      [...facts.states.values()].flatMap((state) => {
        const index = throttleRetrier(state)
        if (index === undefined || member(retriersOf(state)[index] ?? {}, 'JitterStrategy') !== undefined) return []
        const severity = isAmongMany(facts, state) ? 'warning' : 'info'
        const fix = {
          summary: 'add "JitterStrategy": "FULL" to the retrier',
          pointer: `${state.pointer}/Retry/${index}`,
          members: { JitterStrategy: 'FULL' },
          isSafe: true,
        }
        return [placeOfState(state, severity, '', { kinds: ['throttled'], foldKey: severity, fix })]
      }),
  }),
  tell: (places) =>
    places[0]?.severity === 'warning'
      ? 'items that are throttled together are tried again together, at the same instants: no JitterStrategy'
      : 'executions that are throttled together are tried again at the same instants: no JitterStrategy',
}

/** The retrier that takes a throttle of the state's service. */
function throttleRetrier({ errorClasses, handlers }: StateFacts): number | undefined {
  const throttle = errorClasses.find(({ kind }) => kind === 'throttled')?.errors[0]?.error
  const index = throttle === undefined ? undefined : firstTaking(handlers.retriers, throttle)
  return index !== undefined && (handlers.retriers[index]?.maxAttempts ?? 0) > 0 ? index : undefined
}

function retriersOf({ definition }: StateFacts): readonly JsonObject[] {
  const retriers = member(definition, 'Retry')
  return retriers !== undefined && isArray(retriers) ? retriers.map((one) => (isObject(one) ? one : {})) : []
}

/** In a Map that runs many items at once, or as many as there are. */
function isAmongMany({ states }: MachineFacts, state: StateFacts): boolean {
  for (let at = state.container; at !== undefined; at = states.get(at)?.container) {
    const outer = states.get(at)
    if (outer?.type !== 'Map') continue
    const most = member(outer.definition, 'MaxConcurrency')
    if (typeof most !== 'number' || most === 0 || most > MANY_AT_ONCE) return true
  }
  return false
}
