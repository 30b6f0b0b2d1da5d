import type { Json } from '../asl/json.js'
import type { HistoryEvent } from '../engine/event-types.js'
import type { MockConfig, MockEntry } from '../harness/scenarios/mock-config/mock-config.js'
import type { Run } from '../harness/machines/run.js'

/** The test case of the mocks that are handed over. */
export const MOCK_CASE = 'aslx'

/** Calls beyond those of the run get the last answer of their state, this many times: so the histories tell of them. */
const MORE_CALLS = 100

/**
 * What every Task of a run was answered, faults included, as the mocks of one test case: another engine then gets the same
 * answers in the same order. Calls of a distributed Map's children are left out.
 */
export function mocksOfRun(run: Run, machineName: string): MockConfig {
  const followers = grouped(run.history, (event) => event.previousEventId)
  const calls = run.calls.filter((call) => call.childArn === undefined && call.scheduledEventId > 0)
  const byState = grouped(calls, (call) => call.state)
  const responses = [...byState].flatMap(([state, made]) => {
    const replies = made.flatMap((call) => {
      const scheduled = run.history[call.scheduledEventId - 1]
      return scheduled && isTaskEvent(scheduled) ? [replyAfter(scheduled, followers)] : []
    })
    return replies.length === 0 ? [] : [{ name: state, entries: numbered(replies) }]
  })
  const states = responses.map(({ name }) => ({ state: name, response: name }))
  return {
    machines: [{ name: machineName, cases: [{ name: MOCK_CASE, states }] }],
    responses,
    responsesKey: 'MockedResponses',
    form: { indent: '  ', endsWithNewline: true },
  }
}

function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

type Reply = MockEntry['reply']

function isTaskEvent({ type }: HistoryEvent): boolean {
  return /^(?:Task|LambdaFunction|Activity)[A-Z]/.test(type) && !type.endsWith('StateEntered')
}

/** How the attempt ended that begins with this event; what never ended counts as `{}`. */
function replyAfter(scheduled: HistoryEvent, followers: ReadonlyMap<number, readonly HistoryEvent[]>): Reply {
  for (let event: HistoryEvent | undefined = scheduled; event;) {
    const details = (event.details ?? {}) as {
      readonly output?: Json
      readonly error?: string
      readonly cause?: string
    }
    if (event.type.endsWith('Succeeded')) return { kind: 'Return', value: details.output ?? {} }
    if (/(?:Failed|TimedOut)$/.test(event.type)) {
      return { kind: 'Throw', error: details.error ?? '', cause: details.cause ?? '' }
    }
    event = followers.get(event.id)?.find(isTaskEvent)
  }
  return { kind: 'Return', value: {} }
}

function numbered(replies: readonly Reply[]): readonly MockEntry[] {
  const last = replies.length - 1
  return replies.map((reply, first) => {
    const end = first === last ? first + MORE_CALLS : first
    return { first, last: end, key: end === first ? String(first) : `${first}-${end}`, reply }
  })
}
