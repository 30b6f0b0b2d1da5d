import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/asl/json.js'
import { defaultRecordingsDir, loadCases, recordedAtMs } from './case.js'
import type { Transformer } from './case.js'
import { historyDifference } from './compare-history.js'
import type { HistoryContext } from './compare-history.js'
import {
  MAP_HISTORY,
  MAP_HISTORY_IN_ORDER,
  TASK_HISTORY,
  UNZEROED_HISTORY,
  ZEROED_HISTORY,
} from './inline-histories.js'
import { MUTANTS } from './mutants.js'
import { inOurForm } from './our-form.js'
import { Placeholders, vocabularyOf } from './placeholders.js'
import { eventsOf } from './recorded-event.js'
import type { RecordedEvent } from './recorded-event.js'

const now: HistoryContext = {
  recordedAtMs: Date.UTC(2026, 0, 1),
  vocabulary: vocabularyOf({ definition: {}, input: {}, meta: {} }),
  orderMayVary: false,
  idsZeroed: false,
  isIncomplete: false,
}

function changed(events: readonly RecordedEvent[], id: number, change: JsonObject): readonly RecordedEvent[] {
  return events.map((event) => (event.id === id ? { ...event, ...change } : event))
}

function failedAt(id: number): JsonObject {
  return { executionFailedEventDetails: { cause: `(entered at the event id #${id}). No` } }
}

/** A chain of events, each with its type, its previousEventId and its details. */
function events(...list: readonly (readonly [string, number, JsonObject?])[]): readonly RecordedEvent[] {
  return list.map(([type, previousEventId, details = {}], index) => {
    return { id: index + 1, previousEventId, type, timestamp: 'timestamp', ...details }
  })
}

function mapRun(exitedAfter: number): readonly RecordedEvent[] {
  return events(['MapStateStarted', 0], ['MapRunStarted', 1], ['MapRunSucceeded', 2], ['MapStateExited', exitedAfter])
}

function evaluation(failedAfter: number): readonly RecordedEvent[] {
  const failed = { evaluationFailedEventDetails: { state: 'A' } }
  return events(
    ['PassStateEntered', 0, { stateEnteredEventDetails: { name: 'A' } }],
    ['EvaluationFailed', failedAfter, failed],
  )
}

function withContext(redrive: JsonObject): readonly RecordedEvent[] {
  const context = { Id: 'arn', Input: {}, Name: 'n', RoleArn: 'r', StartTime: 't', ...redrive }
  const details = { name: 'A', input: { Execution: context, RedriveCount: 1 } }
  return events(['PassStateEntered', 0, { stateEnteredEventDetails: details }])
}

function recordedOn(date: string): HistoryContext {
  return { ...now, recordedAtMs: recordedAtMs(`${date}, 12:00:00`) }
}

const inlineHistories = { 'a task': TASK_HISTORY, 'a Map': MAP_HISTORY }

describe.each(Object.entries(inlineHistories))('the history of %s', (_name, history) => {
  it('agrees with itself', () => {
    expect(historyDifference(history, inOurForm(history), now)).toBeUndefined()
  })

  const mutants = Object.entries(MUTANTS).flatMap(([name, mutate]) => {
    const mutant = mutate(inOurForm(history))
    return mutant === undefined ? [] : [{ name, mutant }]
  })

  it.each(mutants)('is told from one that differs in $name', ({ mutant }) => {
    expect(historyDifference(history, mutant, now)).toEqual(expect.any(String))
    expect(historyDifference(history, mutant, { ...now, orderMayVary: true })).toEqual(expect.any(String))
  })
})

describe('placeholders', () => {
  const transformers: Transformer[] = [
    { kind: 'jsonpath', replacement: 'RandomNumberGenerated', reference: false },
    { kind: 'keyvalue', replacement: 'resource', reference: true },
    { kind: 'regex', pattern: 'fn-uidx0001', replacement: '<function_name>' },
  ]
  const source = { definition: { Resource: 'arn:<known>' }, input: {}, meta: { transformers } }
  const uuid = '0a1b2c3d-0000-4000-9000-000000000001'

  function fresh(): Placeholders {
    return new Placeholders(vocabularyOf(source))
  }

  it('stand for any text, with the text around them the same', () => {
    expect(fresh().matches('a <task_token:1> b', 'a xyz b')).toBe(true)
    expect(fresh().matches('a <task_token:1> b', 'a xyz c')).toBe(false)
    expect(fresh().matches('<<task_token>:1>', 'xyz')).toBe(true)
  })

  it('stand for the same value wherever they occur', () => {
    const placeholders = fresh()
    expect(placeholders.matches('<task_token:1>', 'one')).toBe(true)
    expect(placeholders.matches('see <task_token:1>', 'see one')).toBe(true)
    expect(placeholders.matches('<task_token:1>', 'two')).toBe(false)
    expect(placeholders.matches('<function_name>', 'one')).toBe(true)
    expect(placeholders.matches('<function_name>', 'two')).toBe(false)
    expect(fresh().matches('<task_token:1>=<task_token:1>', 'a=b')).toBe(false)
  })

  it('with different numbers stand for different values', () => {
    const placeholders = fresh()
    expect(placeholders.matches('<task_token:1>', 'one')).toBe(true)
    expect(placeholders.matches('<task_token:2>', 'one')).toBe(false)
    expect(placeholders.matches('<request_id>', 'one')).toBe(true)
    expect(placeholders.matches('<request_id>', 'two')).toBe(true)
  })

  it('have a shape where it is known', () => {
    expect(fresh().matches('<uuid:1>', uuid)).toBe(true)
    expect(fresh().matches('<uuid:1>', 'no uuid')).toBe(false)
    expect(fresh().matches("in '<json-input:1>'", 'in \'{"a":1}\'')).toBe(true)
    expect(fresh().matches("in '<json-input:1>'", "in '{a}'")).toBe(false)
  })

  it('in the definition are no placeholders', () => {
    expect(fresh().matches('<known>', '<known>')).toBe(true)
    expect(fresh().matches('<known>', 'other')).toBe(false)
  })

  it('without brackets stand for anything, but only alone', () => {
    expect(fresh().standsForAnything('RandomNumberGenerated')).toBe(true)
    expect(fresh().standsForAnything('resource')).toBe(false)
    expect(fresh().matches('a RandomNumberGenerated', 'a 5')).toBe(false)
  })

  it('called date stand for ISO date-times with a zone', () => {
    expect(fresh().matches('at date', 'at 2030-01-01T00:00:00.000Z')).toBe(true)
    expect(fresh().matches('at date', 'at 2030-01-01T00:00:00')).toBe(false)
    expect(fresh().matches('at date', 'at 2030-13-01T00:00:00Z')).toBe(false)
  })
})

describe('where the order may vary', () => {
  const varies = { ...now, orderMayVary: true }

  it('iterations may end in another order', () => {
    expect(historyDifference(MAP_HISTORY, inOurForm(MAP_HISTORY_IN_ORDER), now)).toEqual(expect.any(String))
    expect(historyDifference(MAP_HISTORY, inOurForm(MAP_HISTORY_IN_ORDER), varies)).toBeUndefined()
  })

  it.each([
    ['inside an iteration', 8, { previousEventId: 4 }],
    ['of the event after the last iteration', 12, { previousEventId: 9 }],
    ['outside the concurrent part', 15, { previousEventId: 13 }],
    ['of an iteration that started', 5, { previousEventId: 4 }],
  ])('previousEventId is compared %s', (_where, id, change) => {
    const mutant = changed(inOurForm(MAP_HISTORY_IN_ORDER), id, change)
    expect(historyDifference(MAP_HISTORY, mutant, varies)).toEqual(expect.any(String))
  })

  it('an event id in a cause is that of the same event', () => {
    const recorded = changed(MAP_HISTORY, 16, { type: 'ExecutionFailed', ...failedAt(10) })
    const right = changed(MAP_HISTORY_IN_ORDER, 16, { type: 'ExecutionFailed', ...failedAt(8) })
    const wrong = changed(MAP_HISTORY_IN_ORDER, 16, { type: 'ExecutionFailed', ...failedAt(10) })
    expect(historyDifference(recorded, inOurForm(right), varies)).toBeUndefined()
    expect(historyDifference(recorded, inOurForm(wrong), varies)).toEqual(expect.any(String))
  })
})

describe('where ids were zeroed', () => {
  const zeroed = { ...now, idsZeroed: true }

  it('events inside the Parallel may have any order, and its Succeeded is not expected', () => {
    expect(historyDifference(ZEROED_HISTORY, inOurForm(UNZEROED_HISTORY), zeroed)).toBeUndefined()
  })

  it.each([
    ['an event inside', 5, { type: 'TaskStateEntered' }],
    ['a detail inside', 6, { lambdaFunctionFailedEventDetails: { error: 'Other', cause: '{}' } }],
    ['an id after it', 9, { id: 8 }],
    ['a previousEventId after it', 9, { previousEventId: 8 }],
  ])('%s is compared', (_what, id, change) => {
    const mutant = changed(inOurForm(UNZEROED_HISTORY), id, change)
    expect(historyDifference(ZEROED_HISTORY, mutant, zeroed)).toEqual(expect.any(String))
  })
})

describe('what AWS changed', () => {
  it.each([
    [
      'Execution.RedriveCount of the context object',
      withContext({}),
      withContext({ RedriveCount: 0 }),
      '24-10-2023',
      '15-07-2024',
    ],
    ['MapStateExited after a Map run', mapRun(3), mapRun(2), '31-10-2024', '13-11-2024'],
    ['EvaluationFailed', evaluation(0), evaluation(1), '21-11-2024', '27-12-2024'],
  ])('%s is as it was at the date of the recording, and only then', (_what, then, today, before, after) => {
    expect(historyDifference(then, inOurForm(today), recordedOn(before))).toBeUndefined()
    expect(historyDifference(then, inOurForm(today), recordedOn(after))).toEqual(expect.any(String))
    expect(historyDifference(today, inOurForm(today), recordedOn(after))).toBeUndefined()
    expect(historyDifference(today, inOurForm(today), recordedOn(before))).toEqual(expect.any(String))
  })
})

const cases = loadCases(defaultRecordingsDir()) ?? []
const absent = cases.length > 0 ? '' : `: the corpus is absent (${defaultRecordingsDir()})`

describe.skipIf(cases.length === 0)(`recorded histories${absent}`, () => {
  const histories = cases.flatMap((source) => {
    const events = eventsOf(source.expect)
    return events === undefined || source.meta.idsZeroedByTransformer ? [] : [{ source, events }]
  })
  const context = { ...now, recordedAtMs: Date.UTC(2026, 0, 1) }

  it('agree with themselves', () => {
    const refused = histories.flatMap(({ source, events }) => {
      const vocabulary = vocabularyOf(source)
      return historyDifference(events, inOurForm(events), { ...context, vocabulary }) ?? []
    })
    expect(refused).toEqual([])
  })

  it.each(Object.entries(MUTANTS))('are told from those that differ in %s', (_mutant, mutate) => {
    const accepted = histories.flatMap(({ source, events }) => {
      const mutant = mutate(inOurForm(events))
      if (mutant === undefined) return []
      const orderMayVary = source.meta.nondeterministicOrder !== undefined
      const difference = historyDifference(events, mutant, {
        ...context,
        vocabulary: vocabularyOf(source),
        orderMayVary,
      })
      return difference === undefined ? [source.id] : []
    })
    expect(accepted).toEqual([])
  })
})
