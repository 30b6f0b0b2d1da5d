import { parseDuration } from '../../../asl/duration.js'
import { isArray, isObject } from '../../../asl/json.js'
import type { Expectation } from './expectation.js'
import type { Part } from './part.js'

/** @internal for tests */
export const RETRY_KEYS = ['times', 'delays', 'on', 'visit', 'item'] as const
/** @internal for tests */
export const CATCH_KEYS = ['on', 'next', 'visit', 'item'] as const
/** @internal for tests */
export const CALL_KEYS = ['times', 'with', 'attempt', 'visit', 'item'] as const

/** For a state of which nothing is to happen. */
const NONE = 'none'

/** `retries`: by state how often, `none`, `{ times, delays, on, visit, item }`, or a list of these. */
export function readRetries(part: Part): readonly Expectation[] {
  return byState(part, 'retries by state').map(({ state, said }): Expectation => {
    const { pointer, value } = said
    if (isNever(said)) return { kind: 'retries', pointer, state, never: true }
    if (typeof value === 'number') return { kind: 'retries', pointer, state, never: false, times: timesOf(said) }
    said.checkKeys(RETRY_KEYS, 'how often, none, or { times, delays, on, visit, item }')
    const times = said.member('times')
    const delays = said.member('delays')?.items('a list of waits such as ["2s", "4s"]').map(delayMs)
    const never = times !== undefined && isNever(times)
    return {
      kind: 'retries',
      pointer,
      state,
      never,
      ...(times && !never && { times: timesOf(times) }),
      ...(delays && { delays }),
      ...textOf(said, 'on'),
      ...selection(said),
    }
  })
}

/** `catches`: by state the error, `none`, `true`, `{ on, next, visit, item }`, or a list of these. */
export function readCatches(part: Part): readonly Expectation[] {
  return byState(part, 'what is caught by state').map(({ state, said }): Expectation => {
    const { pointer, value } = said
    if (isNever(said)) return { kind: 'catches', pointer, state, never: true }
    if (value === true) return { kind: 'catches', pointer, state, never: false }
    if (typeof value === 'string') return { kind: 'catches', pointer, state, never: false, on: value }
    said.checkKeys(CATCH_KEYS, 'the name of an error, true, none, or { on, next, visit, item }')
    return {
      kind: 'catches',
      pointer,
      state,
      never: false,
      ...textOf(said, 'on'),
      ...textOf(said, 'next'),
      ...selection(said),
    }
  })
}

/** `calls`: by state how often, `none`, `{ times, with, attempt, visit, item }`, or a list of these. */
export function readCalls(part: Part): readonly Expectation[] {
  return byState(part, 'calls by state').map(({ state, said }): Expectation => {
    const { pointer, value } = said
    if (isNever(said)) return { kind: 'calls', pointer, state, never: true }
    if (typeof value === 'number') return { kind: 'calls', pointer, state, never: false, times: timesOf(said) }
    said.checkKeys(CALL_KEYS, 'how often, none, or { times, with, attempt, visit, item }')
    const times = said.member('times')
    const never = times !== undefined && isNever(times)
    const sent = said.member('with')
    const attempt = said.member('attempt')
    return {
      kind: 'calls',
      pointer,
      state,
      never,
      ...(times && !never && { times: timesOf(times) }),
      ...(sent && { with: sent.value }),
      ...(attempt && { attempt: timesOf(attempt) }),
      ...selection(said),
    }
  })
}

/** What is said of each state; a list says several things of one. */
function byState(part: Part, what: string): readonly { readonly state: string; readonly said: Part }[] {
  return part.members(what).flatMap(([state, said]) => {
    const all = isArray(said.value) ? said.items(what) : [said]
    return all.map((one) => {
      const { value } = one
      const isSaid = typeof value === 'number' || typeof value === 'string' || value === true || isObject(value)
      if (!isSaid) throw one.mistake(`says nothing of "${state}": none means that it never happened`)
      return { state, said: one }
    })
  })
}

function isNever({ value }: Part): boolean {
  return value === NONE || value === 0
}

function timesOf(part: Part): number {
  return part.count('how often, a whole number, or none')
}

function delayMs(part: Part): number {
  const { value } = part
  if (typeof value !== 'number' && typeof value !== 'string') throw part.mistake('must be a duration such as "2s"')
  return part.checked(() => parseDuration(value))
}

function textOf<K extends string>(part: Part, key: K): { readonly [key in K]?: string } {
  const value = part.member(key)?.text('a text')
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: string })
}

function selection(part: Part): { readonly visit?: number; readonly item?: readonly number[] } {
  const visit = part.member('visit')?.count('a whole number, 1 for the first visit')
  const item = part.member('item')
  const items = item && (isArray(item.value) ? item.items('indexes of Map items') : [item])
  return {
    ...(visit !== undefined && { visit }),
    ...(items && { item: items.map((one) => one.count('the index of a Map item, from 0')) }),
  }
}
