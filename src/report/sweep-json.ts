import type { Json } from '../asl/json.js'
import type { SourcePosition } from '../asl/positions.js'
import type { EffectChanges } from '../explore/effect-changes.js'
import type { FindingClass } from '../explore/findings/finding.js'
import { strikeClass } from '../explore/strike-verdict.js'
import type { SweepStrike } from '../explore/sweep.js'
import type { Run } from '../harness/machines/run.js'
import { inferredInSweep } from './inferred.js'
import { type MatrixJson, matrixJson, matrixOf } from './matrix.js'
import { type ShownOutcome, outcomeOf } from './outcome-style.js'
import { firstStrikePosition } from './strike-position.js'
import type { SweptMachine } from './sweep-text.js'

/** One strike, and what became of it. */
export interface StrikeJson {
  readonly state: string
  /** Where the struck state stands. */
  readonly at: SourcePosition | null
  readonly fault: string
  /** The other strike of a pair. */
  readonly second?: SweepStrike['second']
  /** `once`, `always`, a number of attempts, or `asked` for a fault with a site of its own. */
  readonly times: SweepStrike['times']
  readonly error: string | null
  readonly cause: string | null
  readonly outcome: ShownOutcome
  /** The class of finding that it is, in the words of `aslx explore`; null where it was dealt with, or never fired. */
  readonly class: FindingClass | null
  /** What it changed of what is done outside. */
  readonly effects: {
    /** States whose call was carried out more often than without the fault, and how bad that is. */
    readonly twice: EffectChanges['twice']
    /** States whose call was carried out, and which a later state would undo that did not come. */
    readonly left: EffectChanges['left']
  }
  /** Whether the output is that of the run without any fault, but for dates and ids that services make up. */
  readonly sameOutput: boolean
  /** JSON Pointer of what dealt with it. */
  readonly handler: string | null
  readonly attempts: number
  readonly status: Run['status']
  readonly tookMs: number
  readonly scenario: string
}

/** A machine that was swept. */
export interface SweptMachineJson extends Pick<SweptMachine, 'machine' | 'source' | 'unresolved' | 'problems'> {
  /** The run without any fault. */
  readonly baseline: {
    readonly status: Run['status']
    readonly error: string | null
    readonly cause: string | null
    readonly scenario: string
  }
  /** States whose answers nobody gave. */
  readonly inferred: readonly string[]
  /** The input that was made up, as nobody gave one. */
  readonly inferredInput: Json
  readonly strikes: readonly StrikeJson[]
  readonly matrix: MatrixJson
}

/** The sweep as `aslx inject --format json` prints it; members that have no value are null. */
export function sweepJson(machines: readonly SweptMachine[]): { readonly machines: readonly SweptMachineJson[] } {
  return {
    machines: machines.map(
      ({ machine, source, baseline, states, strikes, unresolved, problems, inferredInput = null }) => ({
        machine,
        source,
        baseline: {
          status: baseline.status,
          error: baseline.error ?? null,
          cause: baseline.cause ?? null,
          scenario: baseline.scenario,
        },
        inferred: inferredInSweep(baseline, strikes),
        inferredInput,
        unresolved,
        problems,
        strikes: strikes.map((strike) => strikeJson(strike, baseline)),
        matrix: matrixJson(matrixOf(strikes, states)),
      }),
    ),
  }
}

function strikeJson(strike: SweepStrike, baseline: Run): StrikeJson {
  const { run, fate } = strike
  return {
    state: strike.state,
    at: firstStrikePosition(run, baseline) ?? null,
    fault: strike.fault,
    ...(strike.second && { second: strike.second }),
    times: strike.times,
    error: strike.error ?? null,
    cause: strike.cause ?? null,
    outcome: outcomeOf(strike),
    class: strikeClass(strike) ?? null,
    effects: strike.changes,
    sameOutput: strike.isSameOutput,
    handler: fate?.handler ?? null,
    attempts: strike.struck,
    status: run.status,
    tookMs: run.tookMs,
    scenario: run.scenario,
  }
}
