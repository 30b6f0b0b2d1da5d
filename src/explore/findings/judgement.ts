import type { ObservationSink } from '../exploration/observation.js'
import type { Finding, FindingSeverity, Place } from './finding.js'
import { foldPlaces, inOrder } from './fold-places.js'
import { foldRules } from './fold-rules.js'
import type { MachineFacts } from './machine-facts.js'
import type { Rule } from './rule.js'

/** What a rule is to be instead of its own severity; `off` silences it. */
export type RuleSeverities = Readonly<Record<string, FindingSeverity | 'off'>>

/** The rules at work on one machine. */
export interface Judgement {
  readonly see: ObservationSink
  /** All findings, folded, worst first, without the places that `isLeftOut` tells of. */
  readonly findings: (isLeftOut?: (rule: string, place: Place) => boolean) => readonly Finding[]
}

/** Lets rules hear what is observed of a machine, and tells what they found. */
export function judgeMachine(rules: readonly Rule[], facts: MachineFacts, severities: RuleSeverities = {}): Judgement {
  const runs = rules.filter(({ id }) => severities[id] !== 'off').map((rule) => ({ rule, run: rule.begin(facts) }))
  const hearing = runs.flatMap(({ run }) => (run.see ? [run.see] : []))
  const order = new Map([...facts.states.keys()].map((pointer, index) => [pointer, index]))
  return {
    see: (observation) => {
      for (const see of hearing) see(observation)
    },
    findings: (isLeftOut = () => false) => {
      const folded = foldRules(runs.map(({ rule, run }) => ({ rule, places: run.places() })))
      const found = folded.flatMap(({ rule, places }) => {
        const asked = severities[rule.id]
        const left = places.filter((place) => !isLeftOut(rule.id, place))
        const told =
          asked === undefined || asked === 'off' ? left : left.map((place) => ({ ...place, severity: asked }))
        return foldPlaces(rule, told, order)
      })
      return inOrder(found, order)
    },
  }
}
