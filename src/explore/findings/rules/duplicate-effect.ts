import type { Effect } from '../../../tasks/ledger.js'
import type { Episode, Observation } from '../../exploration/observation.js'
import type { FindingSeverity } from '../finding.js'
import { placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'

/** A call is done, its answer is lost, and the retry does it once more. */
export const duplicateEffect: Rule = {
  id: 'ASLX310',
  class: 'duplicate-effect',
  title: 'A call whose answer is lost is done twice',
  severity: 'warning',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || episode.placement !== 'after') return
        const [first, again] = effectsOf(observation, episode)
        if (!first || !again || first.idempotencyToken !== undefined) return
        found.add(placeOfEpisode(observation, episode, severityOf(first), { detail: first.action }))
      },
      places: () => found.places(),
    }
  },
  tell: () => 'an answer that gets lost is asked for again, and the work is done twice: nothing tells the two apart',
}

function effectsOf({ effects }: Observation, { state, items, visit }: Episode): readonly Effect[] {
  return effects.filter(
    (effect) =>
      effect.state === state &&
      effect.visit === visit &&
      items.every((item, depth) => effect.items[depth]?.index === item),
  )
}

/** Queues deliver twice anyhow. */
function severityOf({ resource }: Effect): FindingSeverity {
  return /:(?:sqs|sns):/.test(resource) ? 'info' : 'warning'
}
