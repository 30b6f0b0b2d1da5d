import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'
import type { Effect } from '../tasks/ledger.js'
import { effectKey, effectLine } from './effect-key.js'
import { expectedText } from './expected-text.js'
import { checkStateName } from './known-states.js'
import { countText, printable, quotedName, timesText } from './printable.js'
import { containsSubset } from './subset.js'
import { timelineOf } from './timeline.js'
import { type Equals, type Verdict, messageOf } from './verdict.js'

/** Which effects of a state are expected. */
export interface EffectExpectation {
  /** Exactly so many, from 0. Default: at least one. */
  readonly times?: number
  /** Only those of this API action, e.g. `putObject`. */
  readonly action?: string
  /** Only those on this key: a text that is the request's `Key`, or a part of what names the thing, `{ Bucket, Key }`. */
  readonly key?: unknown
}

/** Effects by state: how many, or which. */
export type EffectExpectations<State extends string = string> = {
  readonly [S in State]?: number | EffectExpectation
}

export interface EffectOptions {
  /** No state but those named has an effect. Default: others are not looked at. */
  readonly exactly?: boolean
}

/** Passes if these states changed the outside so often: what was carried out, whether its answer came or was lost. */
export function toHaveEffects(
  run: Run,
  expected: EffectExpectations,
  { exactly = false }: EffectOptions = {},
  equals: Equals = isDeepStrictEqual,
): Verdict {
  const wanted = wantedEffects(run, expected)
  if (wanted.length === 0 && !exactly) {
    throw new UserError(
      'usage',
      'toHaveEffects needs a state, e.g. { Charge: 1 }; { exactly: true } with {} is "none at all"',
    )
  }
  const names = new Set(wanted.map(({ state }) => state))
  const others = exactly ? run.effects.filter((effect) => !names.has(effect.state)) : []
  const counted = wanted.map((one) => ({ ...one, fitting: run.effects.filter((effect) => fits(effect, one, equals)) }))
  const wrong = counted.filter(({ times, fitting }) =>
    times === undefined ? fitting.length === 0 : fitting.length !== times,
  )
  const pass = wrong.length === 0 && others.length === 0
  const message = () => {
    const texts = [
      ...wrong.map(({ state, fitting }) => `${quotedName(state)} had ${countText(fitting.length, 'such effect')}`),
      ...(others.length > 0
        ? [`there ${others.length === 1 ? 'was' : 'were'} ${countText(others.length, 'other')}`]
        : []),
    ]
    const seen = pass ? 'it had' : texts.join(', and ')
    const what = wanted.map(expectationText).join(', ') || 'none'
    const only = exactly ? 'exactly these effects' : 'these effects'
    const shown = exactly ? run.effects : run.effects.filter((effect) => names.has(effect.state))
    const headline = `expected ${printable(run.machine)} ${pass ? 'not ' : ''}to have ${only}: ${what}; ${seen}`
    const timeline = timelineOf(run)
    const about = wrong[0]?.state ?? others[0]?.state
    const visits = timeline.filter((visit) => visit.state === about)
    return messageOf(run, headline, {
      timeline,
      visits,
      lines: effectLines(run, shown),
      pointer: visits[0]?.pointer,
    })
  }
  const isDiff = !pass && counted.every(({ times }) => times !== undefined)
  if (!isDiff) return { pass, message }
  const expectedCounts = Object.fromEntries(counted.map(({ state, times }) => [state, times]))
  const actualCounts = Object.fromEntries(counted.map(({ state, fitting }) => [state, fitting.length]))
  return { pass, message, expected: expectedCounts, actual: { ...actualCounts, ...countsOf(others) } }
}

interface Wanted extends EffectExpectation {
  readonly state: string
}

function wantedEffects(run: Run, expected: EffectExpectations): readonly Wanted[] {
  return Object.entries(expected).flatMap(([state, what]): Wanted[] => {
    if (what === undefined) return []
    checkStateName(run, state)
    const one = typeof what === 'number' ? { state, times: what } : { state, ...what }
    const { times } = one
    if (times === undefined || (Number.isSafeInteger(times) && times >= 0)) return [one]
    throw new UserError('usage', `toHaveEffects counts from 0, and for "${printable(state)}" it got ${String(times)}`)
  })
}

function fits(effect: Effect, { state, action, key }: Wanted, equals: Equals): boolean {
  if (effect.state !== state || (action !== undefined && effect.action !== action)) return false
  if (key === undefined) return true
  const named = effectKey(effect)
  if (named === undefined) return false
  return typeof key === 'string' ? named['Key'] === key : containsSubset(named, key, equals)
}

function expectationText({ state, times, action, key }: Wanted): string {
  const often = times === undefined ? '' : times === 0 ? ' never' : ` ${timesText(times)}`
  const what = action === undefined ? '' : ` by ${printable(action)}`
  return `${quotedName(state)}${often}${what}${key === undefined ? '' : ` on ${expectedText(key)}`}`
}

function countsOf(effects: readonly Effect[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { state } of effects) counts.set(state, (counts.get(state) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** Effects that a message lists. */
const SHOWN = 12

/** The effects of a run for a message, one on a line. */
export function effectLines(run: Run, effects: readonly Effect[]): readonly string[] {
  if (effects.length === 0) return ['effects: none']
  const lines = effects.slice(0, SHOWN).map((effect) => `  ${effectLine(effect, run.startAtMs)}`)
  const left = effects.length - SHOWN
  return ['effects:', ...lines, ...(left > 0 ? [`  and ${countText(left, 'more effect')}`] : [])]
}
