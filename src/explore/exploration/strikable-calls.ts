import type { Strand } from '../../engine/execution.js'
import type { Call, ItemStep } from '../../engine/ports.js'
import { strikesOfCalls } from '../../harness/answering/strikes.js'
import type { Rules } from '../../harness/answering/rules.js'
import type { Session } from '../../harness/sessions/members.js'
import type { ExplorationBudget } from './budget.js'
import type { EpisodePlan } from './episode-plan.js'
import type { Moment } from './moment.js'
import { coversAttempt } from '../../faults/scenario-string.js'

/** Visits of a state at which something may strike: what goes wrong in a loop goes wrong in its first rounds. */
const STRUCK_ROUNDS = 2

/** A call that may be struck, the strand that makes it (none in a child of a distributed Map), and what has struck its visit before. */
export interface StrikableCall {
  readonly call: Call
  readonly strand: Strand | undefined
  readonly struck: readonly EpisodePlan[]
}

/** The calls of a moment at which an episode may begin. `plans`: the episodes before. */
export function strikableCalls(
  moment: Moment,
  rules: Rules,
  plans: readonly EpisodePlan[],
  budget: ExplorationBudget,
): readonly StrikableCall[] {
  const { calls, open, session } = moment
  const { strands } = session.execution
  const own = strikesOfCalls(rules, calls, session.world.strikes?.counts)?.byCall
  return calls.flatMap((call) => {
    if (call.visit > STRUCK_ROUNDS) {
      budget.cut(`loops after ${STRUCK_ROUNDS} rounds`)
      return []
    }
    if (open.some(({ resolved, isOver }) => !isOver && coversAttempt(resolved, call))) return []
    const struck = plans.filter((plan) => isSameVisit(plan, call))
    if (call.attempt > 1 && struck.length === 0) return []
    if (!call.items.every((step) => isTelling(step, strands))) {
      budget.cut('items of a Map but the first, the last and the first that has to wait')
      return []
    }
    if (call.mapRunChild && plans.length > 0 && isRepeatedChild(call, session)) return []
    if (own?.has(call.callId)) return []
    return [{ call, strand: strands.find(({ task }) => task?.callId === call.callId), struck }]
  })
}

/** In a distributed Map that is tried again visits count from 1 again: a strike at one would hit the one before, too. */
function isRepeatedChild({ pointer, items, callId }: Call, { world }: Session): boolean {
  const site = items.map((step) => step.index).join()
  for (let link = world.log; link; link = link.before) {
    if (!('entry' in link) || link.entry.callId >= callId) continue
    const { call } = link.entry
    if (call.pointer === pointer && call.items.map((step) => step.index).join() === site) return true
  }
  return false
}

function isSameVisit({ state, items, visit }: EpisodePlan, call: Call): boolean {
  return (
    state === call.state &&
    visit === call.visit &&
    items.length === call.items.length &&
    items.every((index, depth) => call.items[depth]?.index === index)
  )
}

/** Items of a Map are alike: the first, the last and the first that has to wait for another stand for all. */
function isTelling({ map, index, of }: ItemStep, strands: readonly Strand[]): boolean {
  if (index === 0 || index + 1 === of) return true
  const concurrency = strands.find(({ state, children }) => state.name === map && children)?.children?.concurrency
  return index === concurrency
}
