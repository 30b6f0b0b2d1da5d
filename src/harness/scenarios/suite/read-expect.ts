import { parseDuration } from '../../../asl/duration.js'
import { isObject } from '../../../asl/json.js'
import type { Expectation } from './expectation.js'
import type { Part } from './part.js'
import { readCalls, readCatches, readRetries } from './read-expect-state.js'

/**
 * Everything that an `expect` may say.
 * @internal for tests
 */
export const EXPECT_KEYS = [
  'status',
  'succeeds',
  'fails',
  'output',
  'path',
  'visits',
  'retries',
  'catches',
  'calls',
  'effects',
  'takes',
] as const

type ExpectKey = (typeof EXPECT_KEYS)[number]

/** @internal for tests */
export const STATUSES = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const
/** @internal for tests */
export const FAILS_KEYS = ['error', 'cause'] as const
/** @internal for tests */
export const TAKES_KEYS = ['atLeast', 'atMost'] as const

/** The member of `effects` that says, with the value `none`, that nothing was done twice; with a number it is a state's name. */
const DUPLICATES = 'duplicates'

/** Reads an `expect`. UserError, with the place in the file, for what it cannot mean. */
export function readExpect(expect: Part): readonly Expectation[] {
  expect.checkKeys(EXPECT_KEYS, 'an expectation')
  const found = EXPECT_KEYS.flatMap((key) => {
    const part = expect.member(key)
    return part ? READERS[key](part) : []
  })
  if (found.length === 0) throw expect.mistake(`says nothing: it may have ${EXPECT_KEYS.join(', ')}`)
  checkOneEnd(expect)
  return found
}

const READERS: Readonly<Record<ExpectKey, (part: Part) => readonly Expectation[]>> = {
  status: (part) => [{ kind: 'status', pointer: part.pointer, status: part.oneOf(STATUSES) }],
  succeeds: (part) => {
    if (part.value === false)
      throw part.mistake('must be true, or a part of the output; for a failure write fails: true')
    return [{ kind: 'succeeds', pointer: part.pointer, ...(part.value !== true && { output: part.value }) }]
  },
  fails: (part) => [readFails(part)],
  output: (part) => [{ kind: 'output', pointer: part.pointer, output: part.value }],
  path: (part) => [{ kind: 'path', pointer: part.pointer, states: statesOf(part) }],
  visits: readVisits,
  retries: readRetries,
  catches: readCatches,
  calls: readCalls,
  effects: readEffects,
  takes: (part) => [readTakes(part)],
}

/** A run has one end: `succeeds` beside `fails` would never pass. */
function checkOneEnd(expect: Part): void {
  const fails = expect.member('fails')
  if (!fails) return
  for (const key of ['succeeds', 'output'] as const) {
    if (expect.member(key)) throw fails.mistake(`cannot be there together with ${key}`)
  }
}

function readFails(part: Part): Expectation {
  const { pointer, value } = part
  if (value === true) return { kind: 'fails', pointer }
  if (typeof value === 'string') return { kind: 'fails', pointer, error: value }
  const what = 'true, the name of an error, or { error, cause }'
  if (!isObject(value)) throw part.mistake(`must be ${what}`)
  part.checkKeys(FAILS_KEYS, what)
  const error = part.member('error')?.text('the name of an error')
  const cause = part.member('cause')?.text('a part of the cause')
  return { kind: 'fails', pointer, ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
}

function statesOf(part: Part): readonly string[] {
  const what = 'a list of states'
  const states = part.items(what).map((item) => item.text('the name of a state'))
  if (states.length === 0) throw part.mistake(`must be ${what}, with one at least`)
  return states
}

/** A list of states in order, or how often each was entered. */
function readVisits(part: Part): readonly Expectation[] {
  if (!isObject(part.value)) return [{ kind: 'visits', pointer: part.pointer, states: statesOf(part) }]
  return part.members('states in order, or how often by state').map(([state, times]) => {
    return { kind: 'visit', pointer: times.pointer, state, times: times.count('how often, from 0') }
  })
}

function readEffects(part: Part): readonly Expectation[] {
  const what = 'how many effects by state, and duplicates: none'
  return part.members(what).map(([state, times]) => {
    const { pointer, value } = times
    if (state === DUPLICATES && typeof value !== 'number') {
      times.oneOf(['none'])
      return { kind: 'duplicates', pointer }
    }
    return { kind: 'effects', pointer, state, times: times.count('how many, from 0') }
  })
}

function readTakes(part: Part): Expectation {
  const { pointer, value } = part
  if (!isObject(value)) {
    const ms = durationMs(part)
    return { kind: 'takes', pointer, atLeast: ms, atMost: ms }
  }
  part.checkKeys(TAKES_KEYS, 'a duration, or { atLeast, atMost }')
  const [from, to] = TAKES_KEYS.map((key) => part.member(key))
  if (!from && !to) throw part.mistake('must have atLeast or atMost')
  const atLeast = from ? durationMs(from) : 0
  const atMost = to ? durationMs(to) : Number.POSITIVE_INFINITY
  if (atLeast > atMost) throw part.mistake('has an atLeast that is more than its atMost')
  return { kind: 'takes', pointer, atLeast, atMost }
}

/** A duration in ms: whole ms, or a text such as `6s`. UserError with the place. */
function durationMs(part: Part): number {
  const { value } = part
  if (typeof value !== 'number' && typeof value !== 'string') {
    throw part.mistake('must be a duration such as "6s", or milliseconds')
  }
  return part.checked(() => parseDuration(value))
}
