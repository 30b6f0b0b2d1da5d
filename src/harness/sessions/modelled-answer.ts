import type { Answer, Outcome } from '../../engine/ports.js'
import { alteredAnswer } from '../answering/altered-answer.js'
import type { Note } from './call-log.js'
import { durationOf, type ModelEffect, type ModelHit } from '../answering/model-hits.js'

/** An answer, and what there is to note of it. */
export interface Noted {
  readonly answer: Answer
  readonly note: Note
}

/** What is written down of a model's strike. It is no struck attempt: whoever repeats the run has the model. */
export function causeOf({ strike, model, seen }: ModelHit): Pick<Note, 'fault' | 'model' | 'seen'> {
  return { fault: strike.definition.id, model, ...(seen !== undefined && { seen }) }
}

/** An answer as the models leave it that a call has met: later, changed, or too late for the callee's own limit. */
export function modelledAnswer(met: ModelEffect | undefined, given: Noted): Noted {
  if (!met) return given
  const slowed = slowedAnswer(given.answer, met)
  const { answer } = slowed
  if (slowed.hit) {
    const { rendered, placement } = slowed.hit.strike
    const failure = rendered.kind === 'failure' ? rendered.failure : undefined
    const carriedOut = given.note.carriedOut && placement === 'after'
    return { answer, note: { ...given.note, answeredBy: 'fault', failure, ...causeOf(slowed.hit), carriedOut } }
  }
  const { hit } = met
  if (hit?.strike.rendered.kind !== 'answer') return { answer, note: given.note }
  return { answer: alteredAnswer(answer, hit.strike), note: { ...given.note, ...causeOf(hit) } }
}

/** A century: what takes longer ends with a timeout all the same. */
const LONGEST_MS = 3_155_760_000_000

/** What nothing answers, no slowdown makes slower. */
function slowedAnswer(answer: Answer, met: ModelEffect): { readonly answer: Answer; readonly hit?: ModelHit } {
  if (met.slowdowns.length === 0 || answer === 'never') return { answer }
  let tookMs = durationOf(answer)
  for (const { factor, addMs, limitMs, hit } of met.slowdowns) {
    tookMs = Math.min(Math.round(tookMs * factor + addMs), LONGEST_MS)
    const struck = tookMs > limitMs ? hit() : undefined
    if (struck?.strike.rendered.kind === 'failure') {
      const outcome = { failure: struck.strike.rendered.failure }
      return { answer: answeredAfter(answer, limitMs, outcome), hit: struck }
    }
  }
  return { answer: answeredAfter(answer, tookMs) }
}

function answeredAfter(answer: Exclude<Answer, 'never'>, afterMs: number, outcome?: Outcome): Answer {
  if ('outcome' in answer) return { ...answer, afterMs, ...(outcome && { outcome }) }
  const { completion } = answer
  if (!completion) return outcome ? { outcome, afterMs } : { ...answer, afterMs }
  return { ...answer, completion: { ...completion, afterMs, ...(outcome && { outcome }) } }
}
