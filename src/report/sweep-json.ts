import type { SweepStrike } from '../explore/sweep.js'
import { inferredStates } from './inferred.js'
import { matrixJson, matrixOf } from './matrix.js'
import { outcomeOf } from './outcome-style.js'
import { firstStrikePosition } from './strike-position.js'
import type { SweptMachine } from './sweep-text.js'

/** The sweep as `aslx inject --format json` prints it; members that have no value are null. */
export function sweepJson(machines: readonly SweptMachine[]): { readonly machines: readonly object[] } {
  return {
    machines: machines.map(
      ({ machine, source, baseline, states, strikes, unresolved, problems, inferredInput = null }) => ({
        machine,
        source,
        /** The run without any fault. */
        baseline: {
          status: baseline.status,
          error: baseline.error ?? null,
          cause: baseline.cause ?? null,
          scenario: baseline.scenario,
        },
        /** States whose answers nobody gave. */
        inferred: inferredStates([baseline, ...strikes.map((strike) => strike.run)]),
        /** The input that was made up, as nobody gave one. */
        inferredInput,
        unresolved,
        /** Names in its Retry and Catch that no error there ever has. */
        problems,
        strikes: strikes.map(strikeJson),
        matrix: matrixJson(matrixOf(strikes, states)),
      }),
    ),
  }
}

function strikeJson(strike: SweepStrike): object {
  const { run, fate } = strike
  return {
    state: strike.state,
    /** Where the struck state stands: file, line and column. */
    at: firstStrikePosition(run) ?? null,
    fault: strike.fault,
    /** The other strike of a pair. */
    ...(strike.second && { second: strike.second }),
    /** `once`, `always`, a number of attempts, or `asked` for a fault with a site of its own. */
    times: strike.times,
    error: strike.error ?? null,
    cause: strike.cause ?? null,
    outcome: outcomeOf(strike),
    handler: fate?.handler ?? null,
    attempts: strike.struck,
    status: run.status,
    tookMs: run.tookMs,
    scenario: run.scenario,
  }
}
