import type { Run } from '../harness/machines/run.js'
import type { Effect } from '../tasks/ledger.js'
import { canonicalText, effectKey, effectLine } from './effect-key.js'
import { checkStateName } from './known-states.js'
import { countText, printable, quotedName } from './printable.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf } from './verdict.js'

export interface NoDuplicatesOptions<State extends string = string> {
  /** States that may do the same twice: their work is idempotent in a way that their requests do not show. */
  readonly except?: readonly State[]
}

/** Effects that the outside cannot tell apart as one. */
export interface Duplicate {
  /** The first, and all that repeat it; at least two. */
  readonly effects: readonly Effect[]
  /** The same request was sent again, or the same thing was changed again by one state. */
  readonly same: 'request' | 'key'
}

/**
 * Passes if nothing was carried out twice: no two requests to one resource and action are alike, and no state changed the
 * same key twice in a run. Requests with one idempotency token count as one.
 */
export function toHaveNoDuplicates(run: Run, { except = [] }: NoDuplicatesOptions = {}): Verdict {
  for (const state of except) checkStateName(run, state)
  const duplicates = duplicatesIn(run.effects.filter(({ state }) => !except.includes(state)))
  const pass = duplicates.length === 0
  const message = () => {
    const all = countText(run.effects.length, 'effect')
    const [first] = duplicates
    const [effect] = first?.effects ?? []
    const states = [...new Set(duplicates.flatMap(({ effects }) => effects.map(({ state }) => state)))]
    const seen = pass ? `it did not (${all})` : `${states.map(quotedName).join(', ')} did the same again`
    const headline = `expected ${printable(run.machine)} ${pass ? '' : 'not '}to do something twice; ${seen}`
    const timeline = timelineOf(run)
    const visits = timeline.filter(
      (visit) => effect !== undefined && visit.state === effect.state && isSamePlace(visit.items, effect.items),
    )
    return messageOf(run, headline, {
      timeline,
      visits,
      lines: duplicateLines(run, duplicates),
      pointer: visits[0]?.pointer,
    })
  }
  return { pass, message }
}

/** Every group of effects that repeat one another, in the order of their first ones. */
function duplicatesIn(effects: readonly Effect[]): readonly Duplicate[] {
  const byRequest = groups(effects, ({ resource, action, parameters }) =>
    canonicalText([resource, action, parameters]),
  ).map((group) => ({ effects: group, same: 'request' as const }))
  const told = new Set(byRequest.flatMap(({ effects: group }) => group.slice(1)))
  const byKey = groups(
    effects.filter((effect) => !told.has(effect)),
    (effect) => {
      const key = effectKey(effect)
      return key && canonicalText([effect.state, effect.resource, effect.action, key])
    },
  ).map((group) => ({ effects: group, same: 'key' as const }))
  return [...byRequest, ...byKey]
}

/** Effects of one key, where they are more than one and not all known to be one by their token. */
function groups(
  effects: readonly Effect[],
  keyOf: (effect: Effect) => string | undefined,
): readonly (readonly Effect[])[] {
  const byKey = new Map<string, Effect[]>()
  for (const effect of effects) {
    const key = keyOf(effect)
    if (key === undefined) continue
    const group = byKey.get(key) ?? []
    byKey.set(key, group)
    const token = effect.idempotencyToken
    if (token === undefined || group.every((other) => other.idempotencyToken !== token)) group.push(effect)
  }
  return [...byKey.values()].filter((group) => group.length > 1)
}

function isSamePlace(a: Effect['items'], b: Effect['items']): boolean {
  return a.length === b.length && a.every((step, depth) => step.index === b[depth]?.index)
}

/** Groups, and effects of each, that a message lists. */
const SHOWN = 4

function duplicateLines(run: Run, duplicates: readonly Duplicate[]): readonly string[] {
  const lines = duplicates.slice(0, SHOWN).flatMap(({ effects, same }) => {
    const left = effects.length - SHOWN
    return [
      same === 'request'
        ? 'the same request, without an idempotency token that tells:'
        : 'the same key, changed again:',
      ...effects.slice(0, SHOWN).map((effect) => `  ${effectLine(effect, run.startAtMs)}`),
      ...(left > 0 ? [`  and ${countText(left, 'more')}`] : []),
    ]
  })
  const left = duplicates.length - SHOWN
  return left > 0 ? [...lines, `and ${countText(left, 'more group')}`] : lines
}
