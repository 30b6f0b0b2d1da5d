import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Call, resumeAll } from '../../src/engine.js'
import { runSessionSync } from '../../src/harness/sessions/session.js'
import { generatedCases } from './machines.js'
import { type Session, SETTINGS, answersFrom, bytesOf, momentsOf, play, resumeTogether, sessionOf } from './sessions.js'

const MOST_FORKS = 5

/** Fails the first call at hand with an error of its own, and lets the world answer the others. */
function failFirst(session: Session, [first, ...others]: readonly Call[]): Session {
  const { world, answers } = answersFrom(session.world, others)
  const failed = first ? [[first.callId, { outcome: { failure: { error: 'A', cause: 'forked' } } }] as const] : []
  return { ...session, execution: resumeAll(session.execution, [...failed, ...answers]), world }
}

/** A run of its own that fails the first call at the n-th suspension. */
function playFailingAt(session: Session, n: number): Session {
  let suspensions = 0
  return play(session, (at, calls) => (suspensions++ === n ? failFirst(at, calls) : resumeTogether(at, calls)))
}

describe('a fork', () => {
  it('goes on as if nothing else had ever gone on from there, whichever way it goes', () => {
    fc.assert(
      fc.property(generatedCases, (given) => {
        const forks: { readonly at: Session; readonly calls: readonly Call[] }[] = []
        const trunk = play(sessionOf(given), (at, calls) => {
          if (forks.length < MOST_FORKS) forks.push({ at, calls })
          return resumeTogether(at, calls)
        })
        const alone = bytesOf(trunk)
        for (const [n, { at, calls }] of forks.entries()) {
          const failing = bytesOf(play(failFirst(at, calls)))
          expect(bytesOf(play(resumeTogether(at, calls)))).toBe(alone)
          expect(failing).toBe(bytesOf(playFailingAt(sessionOf(given), n)))
        }
      }),
      SETTINGS,
    )
  })

  it('may be made at any moment of virtual time', () => {
    fc.assert(
      fc.property(generatedCases, (given) => {
        const alone = runSessionSync(sessionOf(given))
        const moments = momentsOf(alone.execution).slice(0, MOST_FORKS)
        const forks = moments.map((moment) => runSessionSync(sessionOf(given), moment))
        for (const fork of forks) {
          expect(bytesOf(runSessionSync(fork))).toBe(bytesOf(alone))
          expect(bytesOf(runSessionSync(fork))).toBe(bytesOf(alone))
        }
      }),
      { ...SETTINGS, numRuns: 150 },
    )
  })
})
