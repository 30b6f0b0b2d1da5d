import type { JsonObject } from '../asl/json.js'
import { walkStates } from '../asl/walk.js'
import type { Machine } from '../harness/machines/machine.js'
import type { Run } from '../harness/machines/run.js'
import type { Effect } from '../tasks/ledger.js'
import { type CompensationPair, inferPairs } from '../verify/compensation-pairs.js'
import type { FindingSeverity } from './findings/finding.js'
import { severityOfRepetition } from './findings/repeated-calls.js'

/** What a run did outside, or a part of it from some moment on. */
export interface DoneOutside {
  readonly effects: readonly Effect[]
  /** Whether a state's call was carried out before that moment. */
  readonly wasDone: (state: string) => boolean
}

/** What a strike changed of what is done outside, compared with the run without any fault. */
export interface EffectChanges {
  /** States whose call was carried out more often, each once, and how bad that is. */
  readonly twice: readonly { readonly state: string; readonly severity: FindingSeverity }[]
  /** States whose call was carried out, and which a later state would undo that did not come. */
  readonly left: readonly string[]
}

/** What effects are judged by. */
export interface EffectFacts {
  /** The definition of a state, by its name. */
  readonly definitionOf: (state: string) => JsonObject | undefined
  /** States that undo what others do. */
  readonly pairs: readonly CompensationPair[]
  /** Names of the states that the run without any fault calls. */
  readonly calledNormally: ReadonlySet<string>
}

/** `calls`: of the run without any fault. */
export function effectFacts({ definition }: Pick<Machine, 'definition'>, { calls }: Pick<Run, 'calls'>): EffectFacts {
  const definitions = new Map([...walkStates(definition)].map(({ name, state }) => [name, state]))
  return {
    definitionOf: (state) => definitions.get(state),
    pairs: inferPairs(definition),
    calledNormally: new Set(calls.map(({ state }) => state)),
  }
}

/** Compares what a struck run did with what the run without any fault did from the same moment on. */
export function effectChanges(
  struck: DoneOutside & { readonly isGood: boolean },
  unstruck: readonly Effect[],
  facts: EffectFacts,
): EffectChanges {
  return { twice: doneTwice(struck.effects, unstruck, facts), left: leftBehind(struck, facts) }
}

function doneTwice(
  struck: readonly Effect[],
  unstruck: readonly Effect[],
  { definitionOf }: EffectFacts,
): EffectChanges['twice'] {
  const theirs = countsOf(unstruck)
  const twice = new Map<string, FindingSeverity>()
  for (const [key, { effect, count }] of countsOf(struck)) {
    if (count <= (theirs.get(key)?.count ?? 1)) continue
    const severity = severityOfRepetition(effect, definitionOf(effect.state))
    if (severity) twice.set(effect.state, severity)
  }
  return [...twice].map(([state, severity]) => ({ state, severity }))
}

interface Counted {
  readonly effect: Effect
  count: number
}

/** How often each call was carried out: the attempts of one visit are one call. */
function countsOf(effects: readonly Effect[]): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>()
  for (const effect of effects) {
    const key = JSON.stringify([effect.state, effect.items.map(({ index }) => index), effect.visit])
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { effect, count: 1 })
  }
  return counts
}

/** After a good end only what a normal day undoes is left behind. */
function leftBehind(
  { effects, wasDone, isGood }: DoneOutside & { readonly isGood: boolean },
  { pairs, calledNormally }: EffectFacts,
): readonly string[] {
  return pairs.flatMap(({ does, undoes }) => {
    const done = effects.findLastIndex(({ state }) => state === does)
    const isUndone = effects.slice(Math.max(0, done)).some(({ state }) => state === undoes)
    if (isUndone || (done === -1 && !wasDone(does))) return []
    return isGood && !calledNormally.has(undoes) ? [] : [does]
  })
}
