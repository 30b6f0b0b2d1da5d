import type { FailedExecution, Simulation } from '../explore/simulation/simulation.js'

/** What `aslx simulate` tells besides the simulation itself. */
export interface SimulationOrigin {
  readonly source: string
  /** The command that repeats a failed execution alone. */
  readonly replayCommand: (failed: FailedExecution) => string
}

/** A failed execution without its run, which is a command away. */
export type FailedExecutionJson = Omit<FailedExecution, 'run'>

/** The simulation, and the command that repeats its first failure. */
export interface SimulationJson extends Omit<Simulation, 'firstFailure' | 'failures'> {
  readonly source: string
  readonly firstFailure: (FailedExecutionJson & { readonly replay: string }) | null
  readonly failures: readonly FailedExecutionJson[]
}

/** The simulation as `aslx simulate --format json` prints it; runs are left out, as each is a command away. */
export function simulationJson(
  simulation: Simulation,
  { source, replayCommand }: SimulationOrigin,
): { readonly simulation: SimulationJson } {
  const { machine, firstFailure, failures, ...counts } = simulation
  return {
    simulation: {
      machine,
      source,
      ...counts,
      firstFailure: firstFailure && { ...withoutRun(firstFailure), replay: replayCommand(firstFailure) },
      failures: failures.map(withoutRun),
    },
  }
}

function withoutRun(failure: FailedExecution): FailedExecutionJson {
  const { run: _run, ...failed } = failure
  return failed
}
