import type { Run } from '../../harness/machines/run.js'
import { MOST_EVENTS, type TrialRun } from './recorded-walk.js'

/** Longest reason that is given whole. */
const MOST_REASON = 300

/** Why none of these runs comes to an end that is meant; undefined if one does. Of several the one that came furthest tells. */
export function brokenBy(trials: readonly TrialRun[]): { readonly reason: string; readonly give: string } | undefined {
  if (trials.some(({ run }) => run.status === 'SUCCEEDED' || endsInFail(run))) return undefined
  const [best] = [...trials].sort((a, b) => b.reached.size - a.reached.size)
  if (!best) return { reason: 'no execution could be made', give: 'a scenario: --scenario' }
  const { run } = best
  const last = run.calls.at(-1)
  return { reason: reasonOf(run), give: last ? `what the Task "${last.state}" answers` : 'the input: --input' }
}

function reasonOf({ error, status, cause, history }: Run): string {
  if (history.length >= MOST_EVENTS) return `no end after ${MOST_EVENTS} events: a loop that nothing leaves`
  const reason = `${error ?? status}: ${cause ?? 'no cause'}`
  return reason.length > MOST_REASON ? `${reason.slice(0, MOST_REASON)}...` : reason
}

/** Whether an execution failed because a Fail state said so. */
function endsInFail(run: Run): boolean {
  const entered = run.history.findLast(({ type }) => type.endsWith('StateEntered'))
  return run.status === 'FAILED' && entered?.type === 'FailStateEntered'
}
