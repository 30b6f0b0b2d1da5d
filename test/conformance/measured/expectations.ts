import { isArray, isObject, member, type Json } from '../../../src/asl/json.js'
import type { HistoryEvent, Run } from '../../../src/index.js'
import { memberOf, shown, unlike, unlikeMembers } from './likeness.js'

/** How a run differs from one thing that is expected of it, in lines. */
export type Expectation = (expected: Json, run: Run) => readonly string[]

const typesOf = (run: Run): readonly string[] => run.history.map(({ type }) => type)
const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
const listOf = (value: Json): readonly Json[] => (isArray(value) ? value : [])
const entriesOf = (value: Json): readonly (readonly [string, Json])[] => (isObject(value) ? Object.entries(value) : [])
const ofType = (run: Run, type: string): HistoryEvent | undefined => run.history.find((event) => event.type === type)
const matches = (pattern: Json, text: string | undefined): boolean => new RegExp(textOf(pattern)).test(text ?? '')
const firstChild = (run: Run) => run.children?.[0]?.run

function absentOr(at: string, expected: Json, ours: unknown): readonly string[] {
  return expected === null ? unlike(at, undefined, ours) : unlike(at, expected, ours)
}

/** The event with a number (`#4`), of a type, or of a type in a state or iteration (`PassStateEntered:A`, `MapIterationStarted@0`). */
function eventNamed(run: Run, name: string): HistoryEvent | undefined {
  if (name.startsWith('#')) return run.history[Number(name.slice(1)) - 1]
  const named = run.history.find((event) => nameOf(event) === name)
  return named ?? ofType(run, name)
}

function nameOf({ type, details }: HistoryEvent): string {
  const [state, index] = [memberOf(details, 'name'), memberOf(details, 'index')]
  if (typeof state === 'string' && /State(Entered|Exited)$/.test(type)) return `${type}:${state}`
  return typeof index === 'number' ? `${type}@${index}` : type
}

/** Events by their ids: type, what they point to, and the details that are named. */
const events: Expectation = (expected, run) =>
  listOf(expected).flatMap((event) => {
    const id = Number(memberOf(event, 'id'))
    const ours = run.history[id - 1]
    const at = `event ${id}`
    const previous = memberOf(event, 'previousEventId')
    const details = isObject(event) ? member(event, 'details') : undefined
    return [
      ...unlike(at, memberOf(event, 'type'), ours?.type),
      ...(previous === undefined ? [] : unlike(`${at} previousEventId`, previous, ours?.previousEventId)),
      ...(details === undefined ? [] : unlikeMembers(at, details, ours?.details)),
    ]
  })

const writtenRecord: Expectation = (expected, run) => {
  const file = Object.entries(run.written?.['out'] ?? {}).find(([key]) =>
    key.endsWith(String(memberOf(expected, 'file'))),
  )
  if (!file) return [`not written: ${shown(memberOf(expected, 'file'))}`]
  const [record] = JSON.parse(file[1]) as readonly object[]
  return [
    ...unlike('keys of the record', memberOf(expected, 'keys'), Object.keys(record ?? {})),
    ...unlikeMembers('record', isObject(expected) ? (member(expected, 'values') ?? {}) : {}, record),
  ]
}

const causeJson: Expectation = (expected, run) => {
  const cause = JSON.parse(run.cause ?? 'null') as unknown
  const types = isObject(expected) ? (member(expected, 'types') ?? {}) : {}
  return [
    ...unlike('keys of the cause', memberOf(expected, 'keys'), Object.keys(cause ?? {})),
    ...unlikeMembers('cause', isObject(expected) ? (member(expected, 'values') ?? {}) : {}, cause),
    ...entriesOf(types).flatMap(([key, type]) => unlike(`type of ${key}`, type, typeof memberOf(cause, key))),
  ]
}

/** What a case may expect of an execution, by the name it has there. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  status: (expected, run) => unlike('status', expected, run.status),
  error: (expected, run) => absentOr('error', expected, run.error),
  cause: (expected, run) => absentOr('cause', expected, run.cause),
  causeMatches: (pattern, run) => (matches(pattern, run.cause) ? [] : [`cause: ${shown(run.cause)}`]),
  causeJson,
  output: (expected, run) => unlike('output', expected, run.output),
  outputSubset: (expected, run) => unlikeMembers('output', expected, run.output),
  outputObjectKeys: (expected, run) => unlike('keys of the output', expected, Object.keys(run.output ?? {}).sort()),
  outputKeys: (expected, run) => unlike('keys of an item', expected, Object.keys(listOf(run.output ?? null)[0] ?? {})),
  items: (expected, run) => unlike('items', expected, listOf(run.output ?? null).length),
  itemSubset: (expected, run) =>
    entriesOf(expected).flatMap(([at, item]) =>
      unlikeMembers(`item ${at}`, item, listOf(run.output ?? null)[Number(at)]),
    ),
  // How a number is written is not compared: it is one here, and no text.
  lastModifiedText: (_text, run) =>
    unlike('LastModified', 'number', typeof memberOf(listOf(run.output ?? null)[0], 'LastModified')),
  tookMs: (expected, run) => unlike('tookMs', expected, run.tookMs),
  eventCount: (expected, run) => unlike('events', expected, run.history.length),
  types: (expected, run) => unlike('types', expected, typesOf(run)),
  firstTypes: (expected, run) => unlike('first types', expected, typesOf(run).slice(0, listOf(expected).length)),
  lastTypes: (expected, run) => unlike('last types', expected, typesOf(run).slice(-listOf(expected).length)),
  hasType: (type, run) => (typesOf(run).includes(textOf(type)) ? [] : [`no ${textOf(type)}`]),
  noTypes: (types, run) =>
    listOf(types).flatMap((type) => (typesOf(run).includes(textOf(type)) ? [`has ${textOf(type)}`] : [])),
  afterFail: (expected, run) =>
    unlike('after FailStateEntered', expected, typesOf(run).slice(typesOf(run).indexOf('FailStateEntered') + 1)),
  allChainTo: (expected, run) => {
    const target = ofType(run, String(memberOf(expected, 'target')))
    const types = isObject(expected) ? listOf(member(expected, 'types') ?? null) : []
    return run.history
      .filter(({ type }) => types.includes(type))
      .flatMap((event) => unlike(`${event.type} previousEventId`, target?.id, event.previousEventId))
  },
  chains: (pairs, run) =>
    listOf(pairs).flatMap((pair) => {
      const [from, to] = listOf(pair).map((name) => eventNamed(run, textOf(name)))
      return unlike(`what ${shown(pair)} points to`, from?.id, to?.previousEventId)
    }),
  detailsOf: (expected, run) =>
    entriesOf(expected).flatMap(([type, details]) => unlikeMembers(type, details, ofType(run, type)?.details)),
  events: (expected, run) => [
    ...unlike('events', listOf(expected).length, run.history.length),
    ...events(expected, run),
  ],
  eventsHead: events,
  tail: events,
  parametersTextOrder: (expected, run) =>
    unlike(
      'order of parameters',
      expected,
      Object.keys(Object(memberOf(ofType(run, 'TaskScheduled')?.details, 'parameters'))),
    ),
  taskFailed: (expected, run) => unlikeMembers('TaskFailed', expected, ofType(run, 'TaskFailed')?.details),
  childStatus: (expected, run) => unlike('status of the child', expected, firstChild(run)?.status),
  childCauseMatches: (pattern, run) =>
    matches(pattern, firstChild(run)?.cause) ? [] : [`cause of the child: ${shown(firstChild(run)?.cause)}`],
  childNoError: (_expected, run) => unlike('error of the child', undefined, firstChild(run)?.error),
  mapRun: (expected, run) => unlikeMembers('Map Run', expected, run.mapRuns?.[0]),
  writtenRecord,
}
