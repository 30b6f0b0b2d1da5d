import type { Answer, Outcome } from '../../engine/ports.js'
import type { Strike } from '../../faults/plan.js'

/**
 * The answer as a fault leaves it that changes what comes back, or when. An error stays the error that it was, and later;
 * what only comes with a token is not within reach: its submission is late.
 */
export function alteredAnswer(answer: Answer, strike: Strike): Answer {
  const { afterMs } = strike
  if (answer === 'never') return answer
  if ('outcome' in answer) {
    return { ...answer, outcome: alteredOutcome(answer.outcome, strike), afterMs: (answer.afterMs ?? 0) + afterMs }
  }
  const { completion } = answer
  if (!completion) return { ...answer, afterMs: (answer.afterMs ?? 0) + afterMs }
  const outcome = alteredOutcome(completion.outcome, strike)
  return { ...answer, completion: { ...completion, outcome, afterMs: (completion.afterMs ?? 0) + afterMs } }
}

function alteredOutcome(outcome: Outcome, { rendered, context }: Strike): Outcome {
  if (rendered.kind !== 'answer' || !rendered.change || 'failure' in outcome) return outcome
  return { output: rendered.change(outcome.output, context) }
}
