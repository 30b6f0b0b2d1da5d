import type { Json } from '../../src/asl/json.js'
import { isObject } from '../../src/asl/json.js'
import type { RecordedEvent } from './recorded-event.js'
import { detailsKey } from './recorded-event.js'

type History = readonly RecordedEvent[]

/** A wrong history made from a right one, or undefined where it has nothing that could be wrong in this way. */
export type Mutate = (events: History) => History | undefined

/** One for each thing that a comparer may overlook. */
export const MUTANTS: Readonly<Record<string, Mutate>> = {
  'an id': (events) => changeLast(events, (event) => ({ ...event, id: Number(event.id) + 1 })),
  'a previousEventId': (events) =>
    changeLast(events, (event) => ({ ...event, previousEventId: event.previousEventId === 0 ? 1 : 0 })),
  'a previousEventId in the middle': (events) =>
    change(events, Math.floor(events.length / 2), (event) => ({
      ...event,
      previousEventId: event.previousEventId + 1,
    })),
  'the order': (events) => {
    const [first, second, ...rest] = events
    return first && second && [second, first, ...rest]
  },
  'a type': (events) => changeLast(events, (event) => ({ ...event, type: 'ExecutionAborted' })),
  'a missing event': (events) => events.slice(0, -1),
  'a missing first event': (events) => events.slice(1),
  'an extra event': (events) => {
    const last = events.at(-1)
    return last && [...events, { ...last, id: Number(last.id) + 1 }]
  },
  'a time that is none': (events) => changeLast(events, (event) => ({ ...event, timestamp: 'now' })),
  'a member that does not belong': (events) => changeLast(events, (event) => ({ ...event, extra: null })),
  'missing details': (events) => withoutDetails(events),
  'empty details where there are none': (events) => {
    const index = events.findIndex((event) => detailsKey(event) === undefined)
    return change(events, index, (event) => ({ ...event, taskStateAbortedEventDetails: {} }))
  },
  'a payload': (events) => changeDetail(events, 'output', (text) => `[${asString(text)}]`),
  'a payload that is no text': (events) => changeDetail(events, 'output', () => ({})),
  'a missing payload': (events) => changeDetail(events, 'input', () => undefined),
  'a byte of a cause': (events) => changeDetail(events, 'cause', (text) => `${asString(text).slice(0, -1)}\u0001`),
  'a missing cause': (events) => changeDetail(events, 'cause', () => undefined),
  'an error': (events) => changeDetail(events, 'error', (text) => asString(text).toLowerCase()),
  'a name': (events) => changeDetail(events, 'name', (text) => `${asString(text)} `),
  'a region': (events) => changeDetail(events, 'region', () => 'eu-west-1'),
  'a timeout': (events) => changeDetail(events, 'timeoutInSeconds', (value) => Number(value) + 1),
  'parameters that are not sent': (events) => changeDetail(events, 'parameters', () => '{"not":"sent"}'),
  'an index': (events) => changeDetail(events, 'index', (value) => Number(value) + 1),
  'a truncated payload': (events) => changeDetail(events, 'outputDetails', () => ({ truncated: true })),
  'variables that nobody assigned': (events) =>
    changeDetail(events, 'assignedVariables', (value) => ({ ...(isObject(value) ? value : {}), extra: '1' })),
  'an absent key turned null': (events) => {
    const index = events.findLastIndex((event) => detailsKey(event) !== undefined)
    return changeDetails(events, index, (details) => ({ ...details, absent: null }))
  },
}

function change(events: History, at: number, changed: (event: RecordedEvent) => RecordedEvent): History | undefined {
  if (events[at] === undefined) return undefined
  return events.map((event, index) => (index === at ? changed(event) : event))
}

function changeLast(events: History, changed: (event: RecordedEvent) => RecordedEvent): History | undefined {
  return change(events, events.length - 1, changed)
}

type Details = Readonly<Record<string, Json>>

function changeDetails(events: History, at: number, changed: (details: Details) => Details): History | undefined {
  return change(events, at, (event) => {
    const key = detailsKey(event)
    const details = key === undefined ? undefined : event[key]
    return key !== undefined && isObject(details) ? { ...event, [key]: changed(details) } : event
  })
}

/** Changes a detail of the last event that has it; undefined takes it away. */
function changeDetail(events: History, name: string, changed: (value: Json) => Json | undefined): History | undefined {
  const at = events.findLastIndex((event) => detailOf(event, name) !== undefined)
  return changeDetails(events, at, ({ [name]: value = null, ...others }) => {
    const result = changed(value)
    return result === undefined ? others : { ...others, [name]: result }
  })
}

function detailOf(event: RecordedEvent, name: string): Json | undefined {
  const key = detailsKey(event)
  const details = key === undefined ? undefined : event[key]
  return isObject(details) ? details[name] : undefined
}

function withoutDetails(events: History): History | undefined {
  const at = events.findLastIndex((event) => detailsKey(event) !== undefined)
  return change(events, at, (event) => {
    const key = detailsKey(event)
    return Object.fromEntries(Object.entries(event).filter(([name]) => name !== key)) as RecordedEvent
  })
}

function asString(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
