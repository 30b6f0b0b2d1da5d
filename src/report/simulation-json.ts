import type { FailedExecution, Simulation } from '../explore/simulation/simulation.js'

/** What `aslx simulate` tells besides the simulation itself. */
export interface SimulationOrigin {
  readonly source: string
  /** The command that repeats a failed execution alone. */
  readonly replayCommand: (failed: FailedExecution) => string
}

/** The simulation as `aslx simulate --format json` prints it; runs are left out, as each is a command away. */
export function simulationJson(
  simulation: Simulation,
  { source, replayCommand }: SimulationOrigin,
): { readonly simulation: object } {
  const { machine, firstFailure, failures, ...counts } = simulation
  return {
    simulation: {
      machine,
      source,
      ...counts,
      firstFailure: firstFailure && { ...told(firstFailure), replay: replayCommand(firstFailure) },
      failures: failures.map(told),
    },
  }
}

function told(failure: FailedExecution): object {
  const { run: _run, ...failed } = failure
  return failed
}
