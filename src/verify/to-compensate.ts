import { UserError } from '../asl/user-error.js'
import { type Run, originOf } from '../harness/machines/run.js'
import type { Effect } from '../tasks/ledger.js'
import { type CompensationPair, inferPairs } from './compensation-pairs.js'
import { checkStateName } from './known-states.js'
import { printable, quotedName, siteName } from './printable.js'
import { endText } from './run-text.js'
import { timelineOf } from './timeline.js'
import { effectLines } from './to-have-effects.js'
import { type Verdict, messageOf } from './verdict.js'

/** Which state undoes the effect of which: `{ Charge: 'Refund', Reserve: 'Release' }`. */
export type Compensations<State extends string = string> = { readonly [S in State]?: State }

export interface CompensateOptions {
  /** Compensations may come in any order, e.g. in a Parallel. Default: in the reverse order of what they undo. */
  readonly inAnyOrder?: boolean
}

/**
 * Passes if a failed attempt left nothing behind: every effect of the states on the left was undone by the state on the
 * right, once, in reverse order. Without pairs they are inferred from the names of states and actions, and the message says
 * which. A run in which nothing was undone and nothing failed does not pass: it shows nothing.
 */
export function toCompensate(
  run: Run,
  compensations?: Compensations,
  { inAnyOrder = false }: CompensateOptions = {},
): Verdict {
  const pairs = compensations === undefined ? inferredPairs(run) : declaredPairs(run, compensations)
  const judged = judge(run, pairs, inAnyOrder)
  const pass = judged === undefined
  const message = () => {
    const names = pairs.map(({ does, undoes }) => `${siteName(does)} by ${siteName(undoes)}`).join(', ')
    const how = compensations === undefined ? ' (inferred from names)' : ''
    const wanted = `${pass ? 'not ' : ''}to compensate ${names}${how}`
    const timeline = timelineOf(run)
    const states = new Set(pairs.flatMap(({ does, undoes }) => [does, undoes]))
    const shown = run.effects.filter(({ state }) => states.has(state))
    const culprit = timeline.filter(({ state }) => state === judged?.state)
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${judged?.why ?? 'it did'}`, {
      timeline,
      visits: culprit,
      lines: [...effectLines(run, shown), `the run: ${run.status === 'SUCCEEDED' ? 'it succeeded' : endText(run)}`],
      pointer: culprit[0]?.pointer,
    })
  }
  return { pass, message, ...(judged?.expected && { expected: judged.expected, actual: judged.actual }) }
}

function declaredPairs(run: Run, compensations: Compensations): readonly CompensationPair[] {
  const pairs = Object.entries(compensations).flatMap(([does, undoes]) =>
    undoes === undefined ? [] : [{ does, undoes }],
  )
  if (pairs.length === 0) throw new UserError('usage', "toCompensate needs a pair such as { Charge: 'Refund' }")
  for (const { does, undoes } of pairs) {
    checkStateName(run, does)
    checkStateName(run, undoes)
  }
  return pairs
}

function inferredPairs(run: Run): readonly CompensationPair[] {
  const pairs = inferPairs(originOf(run)?.definition)
  if (pairs.length > 0) return pairs
  throw new UserError(
    'usage',
    `no names of ${run.machine} tell what undoes what: give toCompensate the pairs, e.g. { Charge: 'Refund' }`,
  )
}

/** What is wrong; undefined if nothing is. */
interface Fault {
  readonly why: string
  /** The state it is about. */
  readonly state?: string
  readonly expected?: readonly string[]
  readonly actual?: readonly string[]
}

/** A visit of a state that had an effect, in the order of the first effect of each. */
interface Deed {
  readonly state: string
  /** As sites have it, without the visit if that is the first. */
  readonly name: string
  /** Indexes of the Map items around it. */
  readonly items: string
  readonly times: number
}

function judge(run: Run, pairs: readonly CompensationPair[], inAnyOrder: boolean): Fault | undefined {
  const undoOf = new Map(pairs.map(({ does, undoes }) => [does, undoes]))
  const undoers = new Set(pairs.map(({ undoes }) => undoes))
  const done = deedsOf(run.effects.filter(({ state }) => undoOf.has(state)))
  const undone = deedsOf(run.effects.filter(({ state }) => undoers.has(state)))
  if (undone.length === 0 && !hasFailed(run)) return { why: 'nothing failed in it, so there was nothing to undo' }
  if (done.length === 0 && undone.length === 0) {
    return {
      why: `none of ${[...undoOf.keys()].map(quotedName).join(', ')} had an effect, so there was nothing to undo`,
    }
  }
  const twice = undone.find(({ times }) => times > 1)
  if (twice) return { why: `${twice.name} was carried out ${twice.times} times`, state: twice.state }
  const wanted = done.toReversed().map((deed) => ({ deed, undo: undoOf.get(deed.state) ?? '' }))
  return unpaired(wanted, undone) ?? (inAnyOrder ? undefined : disordered(wanted, undone))
}

interface Wanted {
  readonly deed: Deed
  readonly undo: string
}

function unpaired(wanted: readonly Wanted[], undone: readonly Deed[]): Fault | undefined {
  const left = [...undone]
  for (const { deed, undo } of wanted) {
    const at = left.findIndex(({ state, items }) => state === undo && isAround(items, deed.items))
    if (at === -1) {
      const why = `the effect of ${deed.name} was left behind: ${quotedName(undo)} ${left.some(({ state }) => state === undo) ? 'undid another one' : 'had no effect'} after it`
      return { why, state: deed.state, expected: namesOf(wanted), actual: undone.map(({ name }) => name) }
    }
    left.splice(at, 1)
  }
  const [extra] = left
  return extra && { why: `${extra.name} undid what was never done, or was undone already`, state: extra.state }
}

/** A compensation stands inside the same Map items as what it undoes, or outside of them. */
function isAround(outer: string, inner: string): boolean {
  return outer === inner || outer === '' || inner.startsWith(`${outer},`)
}

function disordered(wanted: readonly Wanted[], undone: readonly Deed[]): Fault | undefined {
  const expected = wanted.map(({ undo }) => undo)
  const actual = undone.map(({ state }) => state)
  const at = expected.findIndex((state, index) => state !== actual[index])
  if (at === -1) return undefined
  const why = `it undid in the order ${actual.map(siteName).join(' -> ')}, and the reverse of what was done is ${expected.map(siteName).join(' -> ')}`
  return { why, ...(actual[at] !== undefined && { state: actual[at] }), expected, actual }
}

function namesOf(wanted: readonly Wanted[]): readonly string[] {
  return wanted.map(({ undo, deed }) => (deed.items === '' ? undo : `${undo}[${deed.items}]`))
}

/** Effects of one visit are one deed: a retry that did it again is undone by one compensation. */
function deedsOf(effects: readonly Effect[]): readonly Deed[] {
  const deeds = new Map<string, { readonly effect: Effect; readonly tokens: Set<string>; untold: number }>()
  for (const effect of effects) {
    const key = `${effect.state} ${itemsOf(effect)} ${effect.visit}`
    const deed = deeds.get(key) ?? { effect, tokens: new Set<string>(), untold: 0 }
    deeds.set(key, deed)
    if (effect.idempotencyToken === undefined) deed.untold++
    else deed.tokens.add(effect.idempotencyToken)
  }
  return [...deeds.values()].map(({ effect, tokens, untold }) => {
    const items = itemsOf(effect)
    const name = `${siteName(effect.state)}${items === '' ? '' : `[${items}]`}${effect.visit === 1 ? '' : `#${effect.visit}`}`
    return { state: effect.state, name, items, times: tokens.size + untold }
  })
}

function itemsOf({ items }: Effect): string {
  return items.map((step) => step.index).join(',')
}

function hasFailed(run: Run): boolean {
  return (
    run.status !== 'SUCCEEDED' || run.coverage.some(({ what }) => what.kind === 'catch' || what.kind === 'unhandled')
  )
}
