import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resume } from '../../src/engine.js'
import { runSession, runSessionSync } from '../../src/harness/sessions/session.js'
import { distributedCases, generatedCases } from './machines.js'
import { type Resume, SETTINGS, answersFrom, bytesOf, momentsOf, play, sessionOf } from './sessions.js'

const resumeApart: Resume = (session, calls) => {
  const { world, answers } = answersFrom(session.world, calls)
  const execution = answers.reduce((x, [callId, answer]) => resume(x, callId, answer), session.execution)
  return { ...session, execution, world }
}

describe('the same scenario', () => {
  it('gives the same bytes, however it is run', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCases, async (given) => {
        const bytes = bytesOf(runSessionSync(sessionOf(given)))
        expect(bytesOf(runSessionSync(sessionOf({ ...given })))).toBe(bytes)
        expect(bytesOf(await runSession(sessionOf(given)))).toBe(bytes)
        expect(bytesOf(play(sessionOf(given)))).toBe(bytes)
      }),
      SETTINGS,
    )
  })

  it('gives the same bytes where the items of Maps are executions of their own', () => {
    fc.assert(
      fc.property(distributedCases, fc.nat(5_000), (given, pauseMs) => {
        const bytes = bytesOf(runSessionSync(sessionOf(given)))
        const paused = runSessionSync(sessionOf(given), sessionOf(given).execution.nowMs + pauseMs)
        expect(bytesOf(runSessionSync(paused))).toBe(bytes)
        expect(bytesOf(play(sessionOf(given), resumeApart))).toBe(bytes)
      }),
      { ...SETTINGS, numRuns: 60 },
    )
  })

  it('gives the same bytes if the calls of one instant are answered one by one', () => {
    fc.assert(
      fc.property(generatedCases, (given) => {
        expect(bytesOf(play(sessionOf(given), resumeApart))).toBe(bytesOf(play(sessionOf(given))))
      }),
      SETTINGS,
    )
  })

  it('gives the same bytes in steps of any length', () => {
    fc.assert(
      fc.property(generatedCases, fc.array(fc.nat(4_000), { minLength: 1, maxLength: 20 }), (given, steps) => {
        const bytes = bytesOf(runSessionSync(sessionOf(given)))
        let stepped = sessionOf(given)
        let untilMs = stepped.execution.nowMs
        for (const stepMs of steps) {
          untilMs += stepMs
          stepped = runSessionSync(stepped, untilMs)
        }
        expect(bytesOf(runSessionSync(stepped))).toBe(bytes)
      }),
      SETTINGS,
    )
  })

  it('stops where it is told to: nothing is written later, and nothing earlier is missing', () => {
    fc.assert(
      fc.property(generatedCases, fc.nat(10), (given, pick) => {
        const whole = runSessionSync(sessionOf(given)).execution
        const moments = momentsOf(whole)
        const untilMs = moments[pick % moments.length] ?? 0
        const part = runSessionSync(sessionOf(given), untilMs).execution
        expect(part.eventCount).toBe(eventsUntil(whole, untilMs))
      }),
      SETTINGS,
    )
  })
})

function eventsUntil(execution: Parameters<typeof momentsOf>[0], untilMs: number): number {
  let count = 0
  for (let chunk = execution.history; chunk; chunk = chunk.before) {
    count += chunk.events.filter((event) => event.atMs <= untilMs).length
  }
  return count
}
