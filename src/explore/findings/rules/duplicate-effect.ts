import type { Effect } from '../../../tasks/ledger.js'
import type { Episode, Observation } from '../../exploration/observation.js'
import { placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { knowsRepetitions, severityOfRepetition } from '../repeated-calls.js'

/** The service knows a repetition by a token that the call does not send. */
export const unusedToken: Rule = {
  ...duplicateRule(knowsRepetitions),
  id: 'ASLX310',
  title: 'A call is done twice although the service would know a repetition by a token',
  severity: 'error',
  why: 'When an answer is lost, the retry does the work once more. This service tells a repetition by a token, which the call does not send.',
  write: 'the token in the parameters, made of the execution: States.Hash of $$.Execution.Id and the name of the state',
  tell: () =>
    'an answer that gets lost is asked for again, and the work is done twice: the token that tells the two apart is not sent',
}

/** Nothing that the call sends tells a repetition from a second call. */
export const duplicateEffect: Rule = {
  ...duplicateRule((effect) => !knowsRepetitions(effect)),
  id: 'ASLX311',
  title: 'A call whose answer is lost is done twice',
  severity: 'warning',
  why: 'When an answer is lost, the retry does the work once more. Nothing that the call sends lets the callee tell that it is a repetition.',
  write: 'a value unique to the execution, such as $$.Execution.Id, in what is sent, and a callee that looks at it',
  tell: () => 'an answer that gets lost is asked for again, and the work is done twice: nothing tells the two apart',
}

function duplicateRule(concerns: (effect: Effect) => boolean): Pick<Rule, 'class' | 'begin'> {
  return {
    class: 'duplicate-effect',
    begin: ({ states }) => {
      const found = new PlaceCollector()
      return {
        see: (observation) => {
          const episode = soleEpisode(observation)
          if (!episode || episode.placement !== 'after' || episode.errors.transience === 'permanent') return
          const [first, again] = effectsOf(observation, episode)
          if (!first || !again || !concerns(first)) return
          const severity = severityOfRepetition(first, states.get(episode.pointer)?.definition)
          if (severity) found.add(placeOfEpisode(observation, episode, severity, { detail: first.action }))
        },
        places: () => found.places(),
      }
    },
  }
}

function effectsOf({ effects }: Observation, { state, items, visit }: Episode): readonly Effect[] {
  return effects.filter(
    (effect) =>
      effect.state === state &&
      effect.visit === visit &&
      items.every((item, depth) => effect.items[depth]?.index === item),
  )
}
