import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/asl/json.js'
import { type Call, type Execution, type HistoryEvent, historyOf, traceOf } from '../../src/engine.js'
import { LAWS, nameOf } from './laws.js'
import { type GeneratedCase, distributedCases, generatedCases } from './machines.js'
import { SETTINGS, play, resumeTogether, sessionOf } from './sessions.js'

function ended(given: GeneratedCase): Execution {
  return play(sessionOf(given)).execution
}

function check(law: (execution: Execution, given: GeneratedCase) => void): void {
  fc.assert(
    fc.property(generatedCases, (given) => law(ended(given), given)),
    SETTINGS,
  )
  fc.assert(
    fc.property(distributedCases, (given) => law(ended(given), given)),
    { ...SETTINGS, numRuns: 40 },
  )
}

function count(events: readonly HistoryEvent[], type: string): number {
  return events.filter((event) => event.type === type).length
}

describe('any machine', () => {
  it.each(Object.entries(LAWS))('%s', (_, law) => {
    check((execution, { definition }) => {
      expect(law(execution, definition)).toBeUndefined()
    })
  })
})

describe('the history of any machine', () => {
  it('closes every state it has entered and every item it has started', () => {
    check((execution) => {
      const history = historyOf(execution)
      fc.pre(execution.status === 'SUCCEEDED')
      const unhandled = traceOf(execution)
        .filter(({ what }) => what.kind === 'unhandled')
        .map(({ enteredEventId }) => enteredEventId)
      const failedIn = (type: string) =>
        unhandled.filter((id) => history[id - 1]?.type === `${type}StateEntered`).length
      for (const type of ['Task', 'Wait']) {
        const closed = count(history, `${type}StateExited`) + count(history, `${type}StateAborted`)
        expect([type, closed]).toEqual([type, count(history, `${type}StateEntered`)])
      }
      for (const type of ['Map', 'Parallel']) {
        const closed = count(history, `${type}StateExited`) + count(history, `${type}StateAborted`) + failedIn(type)
        expect([type, closed]).toEqual([type, count(history, `${type}StateEntered`)])
      }
      const items = ['Succeeded', 'Failed', 'Aborted'].map((how) => count(history, `MapIteration${how}`))
      expect(items.reduce((a, b) => a + b)).toBe(count(history, 'MapIterationStarted'))
    })
  })

  it('leaves no state at the top level that was not left by an edge, handed its error on or cut off', () => {
    check((execution, { definition }) => {
      const top = new Set(Object.keys((definition as { readonly States: object }).States))
      const left = new Set(
        traceOf(execution)
          .filter(({ what }) => what.kind !== 'entered')
          .map(({ enteredEventId }) => enteredEventId),
      )
      const open = historyOf(execution).filter(
        (event) => event.type.endsWith('StateEntered') && nameOf(event) !== 'SEnd' && !left.has(event.id),
      )
      const expected = execution.status === 'SUCCEEDED' ? 0 : 1
      expect(open.filter((event) => top.has(nameOf(event))).length).toBeLessThanOrEqual(expected)
    })
  })
})

describe('the trace of any machine', () => {
  it('keeps within the attempts and bounds of its retriers', () => {
    check((execution, { definition }) => {
      for (const { edge, what } of traceOf(execution)) {
        if (what.kind !== 'retry') continue
        const { MaxAttempts } = at(definition, edge) as { readonly MaxAttempts: number }
        expect(what.max).toBe(MaxAttempts)
        expect(
          what.attempt >= 1 && what.attempt <= MaxAttempts && what.delayMs >= 0 && what.delayMs <= what.boundMs,
        ).toBe(true)
      }
    })
  })
})

function at(definition: Json, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], definition)
}

function place({ pointer, items }: Call): string {
  return `${pointer}[${items.map(({ index }) => index).join()}]`
}

describe('the calls of any machine', () => {
  it('have a site, a number and ids of their own, and count their state’s calls from 1', () => {
    fc.assert(
      fc.property(generatedCases, (given) => {
        const calls: Call[] = []
        play(sessionOf(given), (session, pending) => {
          calls.push(...pending)
          return resumeTogether(session, pending)
        })
        const keys: ((call: Call) => string)[] = [
          (call) => `${place(call)}#${call.visit}.${call.attempt}`,
          (call) => String(call.callId),
          (call) => call.requestId,
        ]
        for (const key of keys) expect(new Set(calls.map(key)).size).toBe(calls.length)
        const tokens = calls.flatMap((call) => call.taskToken ?? [])
        expect(new Set(tokens).size).toBe(tokens.length)
        const ordinals = new Map<string, number[]>()
        for (const call of calls) ordinals.set(place(call), [...(ordinals.get(place(call)) ?? []), call.ordinal])
        for (const list of ordinals.values()) expect(list).toEqual(list.map((_, index) => index + 1))
      }),
      SETTINGS,
    )
  })
})
