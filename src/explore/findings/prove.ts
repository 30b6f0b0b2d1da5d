import { EndlessExecution } from '../../engine/endless-execution.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Scenario } from '../../harness/scenarios/scenario.js'
import { parseScenario } from '../../faults/scenario-string.js'
import type { Finding, Proof } from './finding.js'

/** A finding whose scenario, run again from the start, ends otherwise than exploration said: a fault of aslx itself. */
export interface Mismatch {
  readonly finding: Finding
  readonly scenario: string
  readonly expected: string
  readonly found: string
}

/**
 * Runs the scenario of each place of each finding again from the start, on the plain path, and tells which of them end
 * otherwise. `scenarioOf`: the full scenario of a base.
 */
export async function mismatches(
  machine: Machine,
  findings: readonly Finding[],
  scenarioOf: (base: string) => Scenario | undefined,
): Promise<readonly Mismatch[]> {
  const ends = new Map<string, string>()
  const found: Mismatch[] = []
  for (const finding of findings) {
    for (const { proof } of finding.states) {
      if (!proof) continue
      const { scenario } = proof
      const end = ends.get(scenario) ?? (await endOf(machine, scenario, scenarioOf))
      ends.set(scenario, end)
      const expected = endText(proof)
      if (end !== expected) found.push({ finding, scenario, expected, found: end })
    }
  }
  return found
}

async function endOf(
  machine: Machine,
  text: string,
  scenarioOf: (base: string) => Scenario | undefined,
): Promise<string> {
  const { base, strikes, seed } = parseScenario(text)
  const scenario = scenarioOf(base)
  if (!scenario) return `no scenario has the base ${base}`
  try {
    const run = await machine.trial({ ...scenario, seed, replay: { base, strikes, seed, rebase: false } })
    return endText({ status: run.status, error: run.error })
  } catch (error) {
    // Where a round takes no virtual time, only the service's own clock would end it.
    if (error instanceof EndlessExecution) return endText({ status: 'TIMED_OUT', error: undefined })
    throw error
  }
}

/** An execution that nothing ends is stopped by the limit of a year. */
function endText({ status, error }: Pick<Proof, 'status' | 'error'>): string {
  return status === 'STUCK' || status === 'TIMED_OUT' ? 'TIMED_OUT' : `${status} ${error ?? ''}`
}
