import { inferPairs } from '../../../verify/compensation-pairs.js'
import type { Episode, Observation } from '../../exploration/observation.js'
import { isHang, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'

/** What was done stays although a later step failed, and the machine knows how to undo it. */
export const uncompensated: Rule = {
  id: 'ASLX330',
  class: 'uncompensated',
  title: 'An effect stays after a later step failed, although its counterpart exists',
  severity: 'warning',
  why: 'The machine knows how to undo the step, and does not on every way out: locks, reservations and charges stay.',
  write: 'a Catch with States.ALL on every state after it, which leads to the state that undoes it',
  begin: ({ definition, states }) => {
    const found = new PlaceCollector()
    const pairs = inferPairs(definition)
    const pointers = new Map([...states.values()].map(({ state, pointer }) => [state, pointer]))
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || isHang(episode) || episode.handling.isRecovered || isUncatchable(episode)) return
        for (const { does, undoes } of pairs) {
          const pointer = pointers.get(does)
          if (pointer === undefined || does === episode.state || undoes === episode.state) continue
          if (!isLeft(observation, does, undoes)) continue
          const place = placeOfEpisode(observation, episode, 'warning')
          found.add({
            ...place,
            state: does,
            pointer,
            errors: [],
            kinds: [],
            foldKey: undoes,
            detail: `${does}, undone by ${undoes}`,
          })
        }
      },
      places: () => found.places(),
    }
  },
  tell: (places) => `${places[0]?.detail ?? ''}: whatever fails in between skips the undoing`,
}

/** Done, not undone, and without the fault it would have been undone or meant to stay until a success. */
function isLeft({ effects, ending, baseline }: Observation, does: string, undoes: string): boolean {
  const done = effects.findLastIndex(({ state }) => state === does)
  if (done === -1 || effects.slice(done).some(({ state }) => state === undoes)) return false
  return ending.status !== 'SUCCEEDED' || baseline.entered.some((pointer) => pointer.endsWith(`/${undoes}`))
}

/** Nothing that is written in the machine could undo it then. */
function isUncatchable({ errors }: Episode): boolean {
  return errors.kind === 'data'
}
