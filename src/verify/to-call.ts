import { isDeepStrictEqual } from 'node:util'
import { checkCondition, matchesCondition } from '../asl/json-query.js'
import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import type { CallRecord } from '../harness/sessions/call-record.js'
import type { Run } from '../harness/machines/run.js'
import { checkStateName, selectedText } from './known-states.js'
import { offsetText } from './attempt-text.js'
import { containsSubset } from './subset.js'
import { countText, printable, printableJson, siteName, timesText } from './printable.js'
import { expectedText } from './expected-text.js'
import { timelineOf } from './timeline.js'
import { type Equals, type Verdict, messageOf, pathText } from './verdict.js'

/** Which calls of a state are expected; what is left out is not looked at. */
export interface CallExpectation {
  /** Exactly so many calls, from 1, over all attempts, visits and items that the rest selects. Default: at least one. */
  readonly times?: number
  /**
   * What the service is sent: a part of it, in which matchers such as `expect.any(String)` may stand, or a JSONPath query
   * that finds something in it, e.g. `'$.Payload.pages[?(@.size > 10)]'`. For `lambda:invoke` that is
   * `{ FunctionName, Payload }`.
   */
  readonly with?: unknown
  /** The attempt of a visit, from 1. */
  readonly attempt?: number
  /** The visit, from 1. */
  readonly visit?: number
  /** Index (from 0) of the Map item around the state; a list for nested Maps, outermost first. */
  readonly item?: number | readonly number[]
}

/** Passes if the state made such a call, or exactly `times` of them. Attempts that a fault struck are calls, too. */
export function toCall(
  run: Run,
  state: string,
  expected: CallExpectation = {},
  equals: Equals = isDeepStrictEqual,
): Verdict {
  checkStateName(run, state)
  const { times } = expected
  if (times !== undefined && !(Number.isSafeInteger(times) && times >= 1)) {
    throw new UserError('usage', `toCall counts times from 1, and it got ${String(times)}; "never" is .not.toCall`)
  }
  if (typeof expected.with === 'string') checkCondition(expected.with)
  const selected = run.calls.filter((call) => call.state === state && isSelected(call, expected))
  const fitting = selected.filter((call) => fits(call, expected, equals))
  const pass = times === undefined ? fitting.length > 0 : fitting.length === times
  const message = () => {
    const wanted = `${pass ? 'not ' : ''}to be called${expectationText(expected)}`
    const seen = pass ? 'it was' : seenText(expected, selected.length, fitting.length)
    const timeline = timelineOf(run)
    return messageOf(run, `expected ${selectedText(state, expected)} ${wanted}; ${seen}`, {
      timeline,
      lines: selected.length === 0 ? [`path: ${pathText(run.path)}`] : callLines(run, pass ? fitting : selected),
      pointer: selected[0]?.pointer,
    })
  }
  const [only, ...more] = selected
  const isDiff =
    !pass && typeof expected.with === 'object' && only !== undefined && more.length === 0 && fitting.length === 0
  return { pass, message, ...(isDiff && { expected: expected.with, actual: only.parameters }) }
}

function isSelected(call: CallRecord, { attempt, visit, item }: CallExpectation): boolean {
  const items = typeof item === 'number' ? [item] : (item ?? [])
  return (
    (attempt === undefined || call.attempt === attempt) &&
    (visit === undefined || call.visit === visit) &&
    items.every((index, depth) => call.items[depth]?.index === index)
  )
}

function fits({ parameters }: CallRecord, expected: CallExpectation, equals: Equals): boolean {
  if (!('with' in expected) || expected.with === undefined) return true
  if (typeof expected.with === 'string') return matchesCondition(parameters, expected.with)
  return containsSubset(parameters, expected.with, equals)
}

function expectationText({ times, attempt, with: sent }: CallExpectation): string {
  const parts = [
    times === undefined ? '' : ` ${timesText(times)}`,
    attempt === undefined ? '' : ` in attempt ${attempt}`,
  ]
  if (sent !== undefined)
    parts.push(typeof sent === 'string' ? ` with ${printable(sent)}` : ` with ${expectedText(sent)}`)
  return parts.join('')
}

function seenText(expected: CallExpectation, selected: number, fitting: number): string {
  if (selected === 0) return 'there is no such call'
  const isChosen = expected.with !== undefined
  if (!isChosen) return `it was called ${timesText(fitting)}`
  if (fitting === 0)
    return selected === 1 ? 'it was sent something else' : `none of its ${selected} calls was sent that`
  return `${countText(fitting, 'call')} of ${selected} ${fitting === 1 ? 'was' : 'were'} sent that`
}

/** Calls that a message lists. */
const SHOWN = 6

function callLines(run: Run, calls: readonly CallRecord[]): readonly string[] {
  const lines = calls.slice(0, SHOWN).map((call) => {
    const failure = call.failure ? `  failed with ${printable(call.failure.error ?? 'an error without a name')}` : ''
    return `${callName(call)}  ${offsetText(call.atMs, run.startAtMs)}  sent ${shownJson(call.parameters)}${failure}`
  })
  const left = calls.length - SHOWN
  return left > 0 ? [...lines, `and ${countText(left, 'more call')}`] : lines
}

function shownJson(value: Json): string {
  return printableJson(value, 160)
}

/** The attempt as sites have it: `Resize[2]#3.1`, the visit only when it is not the first. */
function callName({ state, items, visit, attempt }: CallRecord): string {
  const where = items.length === 0 ? '' : `[${items.map((step) => step.index).join(',')}]`
  return `${siteName(state)}${where}${visit === 1 ? '' : `#${visit}`}.${attempt}`
}
