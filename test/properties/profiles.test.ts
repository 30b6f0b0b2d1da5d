import { array, assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behaviours } from '../../src/report/behaviours.js'
import { type Json, isArray, isObject, member } from '../../src/asl/json.js'
import { PROFILE_FLAGS, type Profile, type ProfileFlag } from '../../src/asl/profile.js'
import { type TraceEntry, historyOf, traceOf } from '../../src/engine.js'
import type { Execution } from '../../src/engine.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import { runSessionSync } from '../../src/harness/sessions/session.js'
import { returns } from '../../src/tasks/script.js'
import { type GeneratedCase, generatedCases } from './machines.js'
import { SETTINGS } from './sessions.js'

type Fields = Readonly<Record<string, Json>>

/** More than a payload may have here. */
const OVERSIZE = 'x'.repeat(700)

const PAIRS = '$$.Execution.Input.pairs'

/** Error names to stand in handlers for those of the generator. */
const NAMES = [
  'States.BranchFailed',
  'States.HeartbeatTimeout',
  'States.ParameterPathFailure',
  'States.IntrinsicFailure',
  'States.NoChoiceMatched',
  'States.DataLimitExceeded',
  'States.ALL',
]

/** A machine brought to where the profiles may part: `draws` decide, state by state, what is put into it. */
function sharpened({ definition, tasks, input, seed }: GeneratedCase, draws: readonly number[]): GeneratedCase {
  let drawn = 0
  const draw = (sides: number): number => (draws[drawn++ % draws.length] ?? 0) % sides
  const oversize = Object.keys(tasks).filter(() => draw(5) === 0)
  return {
    definition: withEdits(definition, draw),
    tasks: { ...tasks, ...Object.fromEntries(oversize.map((name) => [name, returns(OVERSIZE)])) },
    input: { ...(isObject(input) && input), pairs: { a: 0, b: 1 } },
    seed,
  }
}

type Draw = (sides: number) => number

function withEdits(value: Json, draw: Draw): Json {
  if (isArray(value)) return value.map((item) => withEdits(item, draw))
  if (!isObject(value)) return value
  const edited = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withEdits(item, draw)]))
  const all = Object.entries({ ...edited, ...editOf(edited, draw) })
  return Object.fromEntries(all.flatMap(([key, item]) => (item === undefined ? [] : [[key, item]])))
}

function editOf(state: Fields, draw: Draw): Record<string, Json | undefined> {
  const { Type, ErrorEquals, QueryLanguage } = state
  if (isArray(ErrorEquals) && ErrorEquals[0] !== 'States.ALL') return draw(2) === 0 ? handlerEdit(draw) : {}
  if (draw(3) !== 0 || QueryLanguage !== undefined) return {}
  if (Type === 'Choice') return withoutDefault(state)
  if (Type === 'Map') return { ItemsPath: PAIRS }
  if (Type === 'Pass') return { Result: undefined, Parameters: { 'n.$': 'States.ArrayLength($)' } }
  return Type === 'Task' ? taskEdit(state, draw) : {}
}

function handlerEdit(draw: Draw): Fields {
  return { ErrorEquals: [NAMES[draw(NAMES.length - 1)] ?? 'A'] }
}

/** The way on is still there, and is never taken. */
function withoutDefault({ Choices, Default }: Fields): Record<string, Json | undefined> {
  const never = { Variable: '$$.Execution.Name', StringEquals: 'never', Next: Default ?? '' }
  return { Default: undefined, Choices: [...(isArray(Choices) ? Choices : []), never] }
}

function taskEdit({ Resource, TimeoutSeconds }: Fields, draw: Draw): Fields {
  if (Resource !== 'arn:aws:states:::sqs:sendMessage.waitForTaskToken') return { Parameters: { 'v.$': '$.missing' } }
  const longer = typeof TimeoutSeconds === 'number' ? { TimeoutSeconds: TimeoutSeconds + 1 } : {}
  return { HeartbeatSeconds: 1, ...(draw(2) === 0 ? longer : { TimeoutSeconds: 9 }) }
}

function ended({ definition, tasks, input, seed }: GeneratedCase, profile: Profile): Execution {
  const limits = { historyEvents: 300, payloadBytes: 600 }
  return runSessionSync(machine(definition).session({ input, tasks, seed, profile, limits })).execution
}

function errorOf(entry: TraceEntry | undefined): string | undefined {
  return entry && 'error' in entry.what ? entry.what.error : undefined
}

const RENAMED: Readonly<Record<string, ProfileFlag>> = {
  'States.BranchFailed': 'branch-failed-name',
  'States.HeartbeatTimeout': 'heartbeat-timeout-name',
  'States.ParameterPathFailure': 'parameter-path-name',
  'States.IntrinsicFailure': 'intrinsic-name',
  'States.NoChoiceMatched': 'no-choice-name',
}

/** The flag that explains why two runs part at these two steps. */
function flagBehind(recorded: TraceEntry | undefined, documented: TraceEntry | undefined): ProfileFlag | undefined {
  const [before, after] = [errorOf(recorded), errorOf(documented)]
  if (before === 'States.DataLimitExceeded' && after === before) return 'data-limit-not-by-all'
  return after === undefined || after === before ? undefined : RENAMED[after]
}

/** Where the two runs part, or undefined if they never do. */
function firstDifference(recorded: Execution, documented: Execution) {
  const [ours, theirs] = [traceOf(recorded), traceOf(documented)]
  const index = ours.findIndex((entry, at) => JSON.stringify(entry) !== JSON.stringify(theirs[at]))
  if (index < 0 && ours.length === theirs.length) return undefined
  const at = index < 0 ? ours.length : index
  return { a: ours[at], b: theirs[at] }
}

/** The events before the one with this id, as text. */
function eventsBefore(execution: Execution, eventId = Number.POSITIVE_INFINITY): string {
  return JSON.stringify(historyOf(execution).filter((event) => event.id < eventId))
}

/** Whether the first event that differs is that of a Map that sets out over an object. */
function opensObject(recorded: Execution, documented: Execution, definition: Json): boolean {
  const [ours, theirs] = [historyOf(recorded), historyOf(documented)]
  const opened = theirs.find((event, index) => JSON.stringify(event) !== JSON.stringify(ours[index]))
  const entered = theirs.find(({ id }) => id === opened?.previousEventId)
  if (opened?.type !== 'MapStateStarted' || entered?.type !== 'MapStateEntered') return false
  const { ItemsPath } = stateNamed(entered.details.name, definition) ?? {}
  return ItemsPath === PAIRS
}

/** Names are unique in a machine. */
function stateNamed(name: string, within: Json): Fields | undefined {
  if (isArray(within)) return within.map((item) => stateNamed(name, item)).find((found) => found !== undefined)
  if (!isObject(within)) return undefined
  const own = member(within, name)
  return isObject(own) ? own : stateNamed(name, Object.values(within))
}

/** The flag that explains why the two runs differ; `same` if they do not, else what is wrong. */
function whyDifferent(recorded: Execution, documented: Execution): string {
  const parting = firstDifference(recorded, documented)
  if (!parting) return eventsBefore(documented) === eventsBefore(recorded) ? 'same' : 'histories differ, traces do not'
  if (opensObject(recorded, documented, recorded.program.definition)) return 'map-over-object'
  const { a, b } = parting
  const ids = [a, b].map((entry) => entry?.atEventId ?? Number.POSITIVE_INFINITY)
  const eventId = Math.min(...ids)
  if (eventsBefore(documented, eventId) !== eventsBefore(recorded, eventId)) return 'histories part before traces do'
  return flagBehind(a, b) ?? `no row explains ${JSON.stringify([a, b])}`
}

describe('the documented profile', () => {
  it('parts from the recorded one only where the table of behaviours says so', () => {
    const explained = ['same', ...behaviours.flatMap(({ profile }) => profile ?? [])]
    const found = new Set<string>()
    const draws = array(nat(1_000), { minLength: 8, maxLength: 40 })
    assert(
      property(generatedCases, draws, (given, picked) => {
        const scenario = sharpened(given, picked)
        const why = whyDifferent(ended(scenario, 'recorded'), ended(scenario, 'documented'))
        expect({ why, isExplained: explained.includes(why) }).toEqual({ why, isExplained: true })
        found.add(why)
      }),
      { ...SETTINGS, numRuns: 1_000, endOnFailure: true },
    )
    expect([...found].sort()).toEqual([...PROFILE_FLAGS, 'same'].sort())
  })
})
